import english from './compiled/en/help.ts'
import { inLanguage } from './messages.ts'

/** What the help of panel and settings says. Loaded when somebody asks for it. */
export const helpMessages = await inLanguage(
  english,
  import.meta.glob<readonly unknown[]>(['./compiled/*/help.ts', '!./compiled/en/help.ts'], { import: 'default' }),
)
