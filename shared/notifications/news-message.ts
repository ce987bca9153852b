import type { TestResult } from '../domain/entities.ts'
import type { NewsItem } from './notifications.ts'
import { serviceNames } from '../lookups/assertion.ts'
import { type Message, message } from '../i18n/message.ts'

/** How whoever shows the news writes a day and names things. */
export interface NewsNames {
  /** Of a time in milliseconds since 1970; '' of none. */
  day: (at: number | null) => string
  pathway: (key: string | null) => string
  phase: (key: string) => string
  site: (key: string) => string
  person: (id: string) => string
  result: (result: TestResult) => string
}

/** What happened, with the names that are given: a sentence whose subject is the idea, or whoever spoke. */
export const newsMessage = (item: NewsItem, names: NewsNames): Message => {
  switch (item.kind) {
    case 'received':
      return message('news-received', { due: names.day(item.due) })
    case 'reopened':
      return item.due === null ? message('news-reopened') : message('news-reopened-until', { due: names.day(item.due) })
    case 'parked':
      return item.lookAgain === null ? message('news-parked') : message('news-parked-until', { day: names.day(item.lookAgain) })
    case 'classified':
      return message('news-classified', { pathway: names.pathway(item.pathway) })
    case 'moved':
    case 'moved-back':
      return message(`news-${item.kind}`, { phase: names.phase(item.phase) })
    case 'merged':
      return message('news-merged', { into: item.into?.change ?? '' })
    case 'question':
    case 'answer':
    case 'mention':
    case 'comment':
      return message(`news-${item.kind}`, { person: names.person(item.by) })
    case 'interested':
    case 'testing':
      return message(`news-${item.kind}`, { site: names.site(item.site) })
    case 'result':
      return message('news-result', { site: names.site(item.site), result: item.result ? names.result(item.result) : '' })
    case 'due-soon':
      return message('news-due-soon', { due: names.day(item.due) })
    case 'due-soon-untaken':
      return message('news-due-soon-untaken', { due: names.day(item.due) })
    case 'approval-due':
      return message('news-approval-due', { due: names.day(item.due), phase: names.phase(item.phase) })
    case 'approval-asked':
      return message('news-approval-asked', { due: names.day(item.due), phase: names.phase(item.phase) })
    case 'approved':
    case 'approved-conditions':
    case 'not-approved':
      return message(`news-${item.kind}`, { phase: names.phase(item.phase) })
    case 'paper-retracted':
    case 'paper-partly':
    case 'paper-doubted':
    case 'paper-corrected':
    case 'paper-reinstated':
      return message(`news-${item.kind}`, { services: (item.services ?? []).map((one) => serviceNames[one] ?? '').join(', ') })
    case 'declined':
    case 'abandoned':
    case 'held':
      return message(`news-${item.kind}`)
  }
}
