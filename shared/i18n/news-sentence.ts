import type { TestResult } from '../domain/entities.ts'
import type { NewsItem } from '../notifications/notifications.ts'

/** What happened, in a sentence whose subject is the idea, or whoever spoke. */
export const newsSays = {
  received: (due: string) => `arrived. You get an answer by ${due}.`,
  classified: (pathway: string) => `was sorted into ${pathway}.`,
  moved: (phase: string) => `went on to ${phase}.`,
  'moved-back': (phase: string) => `went back to ${phase}.`,
  reopened: (due: string): string => (due ? `was opened again. You get an answer by ${due}.` : 'was opened again.'),
  parked: (day: string): string => (day ? `was parked until ${day}.` : 'was parked.'),
  declined: () => 'was declined.',
  abandoned: () => 'was tested and stopped.',
  merged: (into: string) => `was joined to “${into}”.`,
  held: () => 'is on hold.',
  question: (who: string) => `${who} asks:`,
  answer: (who: string) => `${who} answered:`,
  mention: (who: string) => `${who} mentioned you:`,
  comment: (who: string) => `${who} wrote:`,
  interested: (site: string) => `${site} would test it.`,
  testing: (site: string) => `${site} is testing it.`,
  result: (site: string, result: string) => `has a result from ${site}. ${result}.`,
} satisfies Record<NewsItem['kind'], (...parts: string[]) => string>
export type NewsSays = typeof newsSays

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

/** One piece of news as a sentence, in the words and with the names that are given. */
export const sayNews = (item: NewsItem, says: NewsSays, names: NewsNames): string => {
  switch (item.kind) {
    case 'received':
    case 'reopened':
      return says[item.kind](names.day(item.due))
    case 'classified':
      return says.classified(names.pathway(item.pathway))
    case 'moved':
    case 'moved-back':
      return says[item.kind](names.phase(item.phase))
    case 'parked':
      return says.parked(names.day(item.lookAgain))
    case 'merged':
      return says.merged(item.into?.change ?? '')
    case 'question':
    case 'answer':
    case 'mention':
    case 'comment':
      return says[item.kind](names.person(item.by))
    case 'interested':
    case 'testing':
      return says[item.kind](names.site(item.site))
    case 'result':
      return says.result(names.site(item.site), item.result ? names.result(item.result) : '')
    case 'declined':
    case 'abandoned':
    case 'held':
      return says[item.kind]()
  }
}
