import english from './compiled/en/undo.ts'
import { inLanguage } from './messages.ts'

/** What is said when something can be undone, and when it was. */
export const undoMessages = await inLanguage(
  english,
  import.meta.glob<readonly unknown[]>(['./compiled/*/undo.ts', '!./compiled/en/undo.ts'], { import: 'default' }),
)
