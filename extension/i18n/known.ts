import english from './compiled/en/known.ts'
import { inLanguage } from './messages.ts'

/** What is said about a paper that was clipped before, and about taking its reference elsewhere. */
export const knownMessages = await inLanguage(
  english,
  import.meta.glob<readonly unknown[]>(['./compiled/*/known.ts', '!./compiled/en/known.ts'], { import: 'default' }),
)
