import english from './compiled/en/panel.ts'
import { inLanguage } from './messages.ts'

/** What the panel’s first view says: the form, and what it lists. */
export const panelMessages = await inLanguage(
  english,
  import.meta.glob<readonly unknown[]>(['./compiled/*/panel.ts', '!./compiled/en/panel.ts'], { import: 'default' }),
)
