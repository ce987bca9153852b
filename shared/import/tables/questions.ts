import { folded } from './cell.ts'
import type { DayOrder } from './days.ts'

/** What the person answered; a question without an answer is not here. */
export interface Answers {
  order?: DayOrder
  /** Keys of the network (of a site, a topic, a pathway, a phase, an ending) or a day, by `questionId`; empty for none. */
  values: Readonly<Record<string, string>>
  /** Rows that are asked about and come in all the same. */
  rows: readonly number[]
}

export type About = 'site' | 'topic' | 'pathway' | 'state' | 'date-order' | 'date' | 'date-without-day' | 'date-in-future' | 'row'

/** One question for each differing value, or for the column; not one for each row. */
export interface Question {
  about: About
  value: string
  rows: number[]
  /** What may be chosen beforehand; empty for nothing. */
  suggest: string
  /** It may be left open: the row then comes in without. */
  optional: boolean
}

export const questionId = (about: About, value: string): string => `${about}:${folded(value)}`

/** Gathers what is asked, each thing once. */
export class Questions {
  readonly #found = new Map<string, Question>()

  ask(about: About, value: string, row: number, suggest: string, optional = false): void {
    const id = questionId(about, value)
    const known = this.#found.get(id) ?? { about, value, rows: [], suggest, optional }
    known.rows.push(row)
    this.#found.set(id, known)
  }

  all(): Question[] {
    return [...this.#found.values()]
  }
}
