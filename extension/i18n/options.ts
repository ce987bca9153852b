import english from './compiled/en/options.ts'
import { inLanguage } from './messages.ts'

/** What the settings say about connecting, signing out and what is kept. */
export const optionsMessages = await inLanguage(
  english,
  import.meta.glob<readonly unknown[]>(['./compiled/*/options.ts', '!./compiled/en/options.ts'], { import: 'default' }),
)
