import english from './compiled/en/loss.ts'
import { inLanguage } from './messages.ts'

/** What is said once a damaged database was found. Loaded with it. */
export const lossMessages = await inLanguage(
  english,
  import.meta.glob<readonly unknown[]>(['./compiled/*/loss.ts', '!./compiled/en/loss.ts'], { import: 'default' }),
)
