import refusals from '../../shared/i18n/compiled/en/refusals.ts'
import type { Messages } from '../../shared/i18n/message.ts'
import { readerFormat } from '../../shared/web/reader-format.ts'

/** Why the rules refuse something before it is asked for, in the reader's language. */
export const translateRefusal = await readerFormat(
  [refusals],
  import.meta.glob<Partial<Messages>>(['../../shared/i18n/compiled/*/refusals.ts', '!../../shared/i18n/compiled/en/*.ts'], {
    import: 'default',
  }),
)
