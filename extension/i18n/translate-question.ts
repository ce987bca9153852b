import questions from '../../shared/i18n/compiled/en/questions.ts'
import type { Messages } from '../../shared/i18n/message.ts'
import { readerFormat } from '../../shared/web/reader-format.ts'

/** How the panel asks for what an idea says, in the reader's language. */
export const translateQuestion = await readerFormat(
  [questions],
  import.meta.glob<Partial<Messages>>(['../../shared/i18n/compiled/*/questions.ts', '!../../shared/i18n/compiled/en/*.ts'], {
    import: 'default',
  }),
)
