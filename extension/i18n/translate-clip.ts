import evidence from '../../shared/i18n/compiled/en/evidence.ts'
import patient from '../../shared/i18n/compiled/en/patient.ts'
import type { Messages } from '../../shared/i18n/message.ts'
import { readerFormat } from '../../shared/web/reader-format.ts'

/** What the rules say of a clip, in the reader's language: kinds of evidence, and what may identify a patient. */
export const translateClip = await readerFormat(
  [evidence, patient],
  import.meta.glob<Partial<Messages>>(['../../shared/i18n/compiled/*/{evidence,patient}.ts', '!../../shared/i18n/compiled/en/*.ts'], {
    import: 'default',
  }),
)
