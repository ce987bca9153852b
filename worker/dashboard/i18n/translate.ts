import evidence from '../../../shared/i18n/compiled/en/evidence.ts'
import fields from '../../../shared/i18n/compiled/en/fields.ts'
import gates from '../../../shared/i18n/compiled/en/gates.ts'
import labels from '../../../shared/i18n/compiled/en/labels.ts'
import type { Messages } from '../../../shared/i18n/message.ts'
import { readerFormat } from '../../../shared/web/reader-format.ts'

/** What rules and server say, in the reader's language; a text that somebody typed stays as it is. */
export const translate = await readerFormat(
  [evidence, fields, gates, labels],
  import.meta.glob<Partial<Messages>>(
    [
      '../../../shared/i18n/compiled/*/{decisions,evidence,fields,gates,labels,refusals,server}.ts',
      '!../../../shared/i18n/compiled/en/*.ts',
    ],
    { import: 'default' },
  ),
)
