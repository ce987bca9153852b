import english from './compiled/en/standing.ts'
import { inLanguage } from './messages.ts'

/** How an item stands, in words. */
export const standingMessages = await inLanguage(
  english,
  import.meta.glob<readonly unknown[]>(['./compiled/*/standing.ts', '!./compiled/en/standing.ts'], { import: 'default' }),
)
