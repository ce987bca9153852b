import english from './compiled/en/app.ts'
import { inLanguage } from './messages.ts'

/** What panel and settings both say. */
export const appMessages = await inLanguage(
  english,
  import.meta.glob<readonly unknown[]>(['./compiled/*/app.ts', '!./compiled/en/app.ts'], { import: 'default' }),
)
