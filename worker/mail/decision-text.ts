import type { FormatMessage } from '../../shared/i18n/message-format.ts'
import { message } from '../../shared/i18n/message.ts'
import type { NewsItem } from '../../shared/notifications/notifications.ts'

/** What is worth a mail: decisions and questions. The talk around them is read in the bank or in the extension. */
const mailedKinds = [
  'received',
  'classified',
  'moved',
  'moved-back',
  'reopened',
  'parked',
  'declined',
  'abandoned',
  'merged',
  'held',
  'question',
  'result',
  'approval-asked',
  'approved',
  'approved-conditions',
  'not-approved',
  'due-soon',
  'due-soon-untaken',
  'approval-due',
  'paper-retracted',
  'paper-partly',
  'paper-doubted',
  'paper-reinstated',
] as const satisfies readonly NewsItem['kind'][]
export type MailedItem = NewsItem & { kind: (typeof mailedKinds)[number] }

const mailed: ReadonlySet<string> = new Set(mailedKinds)
export const isMailed = (item: NewsItem): item is MailedItem => mailed.has(item.kind)

/** Of an idea nothing but its sentence, which the patient guard has passed: why, by whom and what was said stands in the bank. */
export const mailText = (format: FormatMessage, network: string, items: readonly MailedItem[]): string =>
  [
    format(message('mail-answers-lead', { network })),
    '',
    ...items.map(({ kind, change }) => format(message('mail-line', { idea: change, what: message(`mail-${kind}`) }))),
    '',
    format(message('mail-answers-end')),
  ].join('\n')
