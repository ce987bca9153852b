import patient from '../../shared/i18n/compiled/en/patient.ts'
import type { Messages } from '../../shared/i18n/message.ts'
import { readerFormat } from '../../shared/web/reader-format.ts'

/** Why something may identify a patient, in the reader's language. */
export const translateFinding = await readerFormat(
  [patient],
  import.meta.glob<Partial<Messages>>(['../../shared/i18n/compiled/*/patient.ts', '!../../shared/i18n/compiled/en/*.ts'], {
    import: 'default',
  }),
)
