import english from './compiled/en/paused.ts'
import { inLanguage } from './messages.ts'

/** Why nothing is sent, and what is left to send. Loaded with what shows it. */
export const pausedMessages = await inLanguage(
  english,
  import.meta.glob<readonly unknown[]>(['./compiled/*/paused.ts', '!./compiled/en/paused.ts'], { import: 'default' }),
)
