import { isEmpty } from './cell.ts'
import { readDate } from './days.ts'
import { type ColumnField, headingFields } from './header-words.ts'
import { type Named, nameReader } from './names.ts'
import { stateReader } from './states.ts'
import type { Table } from './find-table.ts'

/** What a network has that a list may name. */
export interface Lists {
  sites: readonly Named[]
  topics: readonly Named[]
  pathways: readonly Named[]
  phases: readonly Named[]
}

/** What each column is, in the order of the columns; `null` for one that is left out. */
export type Mapping = readonly (ColumnField | null)[]

export interface Suggested {
  mapping: Mapping
  /** Columns that could all be the idea: then it is asked which. */
  ideas: number[]
}

interface Candidate {
  column: number
  field: ColumnField
  score: number
}

const sampled = 200
/** More than so many different values are no words of state. */
const mostStates = 20

/** The values of a column without the empty ones, as far as they are looked at. */
const samplesOf = ({ rows }: Table, column: number): string[] =>
  rows
    .flatMap(({ cells }) => {
      const cell = cells[column]
      return cell && !isEmpty(cell) && !cell.error ? [cell.text] : []
    })
    .slice(0, sampled)

const shareOf = (values: readonly string[], is: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter((value) => is(value)).length / values.length

const isDay = (value: string): boolean => {
  const found = /^\d{1,4}$/.test(value) ? undefined : readDate(value)
  return found !== undefined && !('unread' in found)
}

/** What the values of a column say that it is, whatever its heading. */
const fromValues = (table: Table, column: number, lists: Lists): Candidate[] => {
  const values = samplesOf(table, column)
  const [site, topic, pathway] = [lists.sites, lists.topics, lists.pathways].map((list) => nameReader(list, false))
  const state = stateReader(lists.phases)
  const isNamed = (read: typeof site) => (value: string) => {
    const found = read?.(value)
    return found !== undefined && 'key' in found
  }
  const few = new Set(values).size <= mostStates
  const isState = (value: string): boolean => {
    const found = state(value)
    return found !== undefined && 'state' in found
  }
  const is = (field: ColumnField, share: number, least: number, score: number): Candidate[] =>
    share >= least ? [{ column, field, score }] : []
  const dated = headingFields(table.headings[column] ?? '').length === 0 && table.headings[column] ? 2 : 0.8
  return [
    ...is('site', shareOf(values, isNamed(site)), 0.6, 2.5),
    ...is('topic', shareOf(values, isNamed(topic)), 0.6, 3.2),
    ...is('pathway', shareOf(values, isNamed(pathway)), 0.6, 2.7),
    ...is('state', few ? shareOf(values, isState) : 0, 0.6, 2.4),
    ...is('date', shareOf(values, isDay), dated, 1.5),
  ]
}

/** A heading that may mean several things counts only where the values bear it out. */
const bornOut = (candidate: Candidate, values: readonly Candidate[]): boolean =>
  candidate.score > 1 ||
  !['site', 'topic'].includes(candidate.field) ||
  values.some(({ column, field }) => column === candidate.column && field === candidate.field)

const averageLength = (values: readonly string[]): number =>
  values.reduce((sum, { length }) => sum + length, 0) / Math.max(1, values.length)

/**
 * What each column is, by headings in English and Spanish and by values. One column a field: where two could be the same, the better fit has it.
 */
export const suggestColumns = (table: Table, lists: Lists): Suggested => {
  const columns = table.headings.map((_, column) => column)
  const values = columns.flatMap((column) => fromValues(table, column, lists))
  const named = columns.flatMap((column) =>
    headingFields(table.headings[column] ?? '').map(({ field, score }): Candidate => ({ column, field, score })),
  )
  const lengths = columns.map((column) => averageLength(samplesOf(table, column)))
  const longest = lengths.indexOf(Math.max(...lengths))
  // Without headings, or with none that names the idea, it is the longest text.
  const byLength: Candidate[] = lengths[longest] ? [{ column: longest, field: 'idea', score: table.headerRow === null ? 1 : 0.5 }] : []
  const all = [...named.filter((one) => bornOut(one, values)), ...values, ...byLength].toSorted((one, other) => other.score - one.score)
  const mapping: (ColumnField | null)[] = columns.map(() => null)
  for (const { column, field } of all) if (mapping[column] === null && !mapping.includes(field)) mapping[column] = field
  const ideas = named.filter(
    ({ field, column }) =>
      field === 'idea' &&
      (lengths[column] ?? 0) > 0 &&
      (mapping[column] === 'idea' || mapping[column] === 'details' || mapping[column] === null),
  )
  return { mapping, ideas: ideas.length > 1 ? ideas.map(({ column }) => column) : [] }
}
