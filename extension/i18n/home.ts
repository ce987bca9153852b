import english from './compiled/en/home.ts'
import { inLanguage } from './messages.ts'

/** What the panel’s views of the person’s own things and of the bank say. Loaded with them. */
export const homeMessages = await inLanguage(
  english,
  import.meta.glob<readonly unknown[]>(['./compiled/*/home.ts', '!./compiled/en/home.ts'], { import: 'default' }),
)
