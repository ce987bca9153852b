import evidence from '../../shared/i18n/compiled/en/evidence.ts'
import type { Messages } from '../../shared/i18n/message.ts'
import { readerFormat } from '../../shared/web/reader-format.ts'

/** Kinds of evidence and what suggests them, in the reader's language. */
export const translateKind = await readerFormat(
  [evidence],
  import.meta.glob<Partial<Messages>>(['../../shared/i18n/compiled/*/evidence.ts', '!../../shared/i18n/compiled/en/*.ts'], {
    import: 'default',
  }),
)
