import type { Messages } from '../../shared/i18n/message.ts'
import { readerFormat } from '../../shared/web/reader-format.ts'

/** What the server says, in the reader's language; a text that somebody typed stays as it is. */
export const translate = await readerFormat(
  [],
  import.meta.glob<Partial<Messages>>(['../../shared/i18n/compiled/*/{labels,refusals,server}.ts', '!../../shared/i18n/compiled/en/*.ts'], {
    import: 'default',
  }),
)
