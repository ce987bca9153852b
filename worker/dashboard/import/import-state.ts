import { isoDay } from '../../../shared/values/calendar-day.ts'
import { computed, signal } from '@preact/signals'
import { folded, type Sheet, type TableProblem } from '../../../shared/import/tables/cell.ts'
import { listSheet, tableIn } from '../../../shared/import/tables/find-table.ts'
import { type Answers, questionId } from '../../../shared/import/tables/questions.ts'
import { readRows } from '../../../shared/import/tables/read-rows.ts'
import { type Lists, type Mapping, suggestColumns } from '../../../shared/import/tables/suggest-columns.ts'
import type { ImportOf } from '../../../shared/import/tables/to-mutations.ts'
import { today } from '../../../shared/web/today.ts'
import { framework, people } from '../data/framework.ts'
import { me } from '../data/session.ts'
import { importMessages } from '../i18n/imports.ts'
import { attachTo, openReferences } from './references-state.ts'
import { recall } from './remembered.ts'
import { serverNow } from '../data/clock.ts'

/** The list that is being brought in. It lives in this page alone; only what was said of its columns and words is remembered. */
export interface OpenList {
  file: string
  /** Tells whether the same list is opened again. */
  print: string
  sheets: readonly Sheet[]
}

export const open = signal<OpenList | undefined>(undefined)
export const openProblem = signal<TableProblem | undefined>(undefined)
const sheetName = signal<string | undefined>(undefined)
/** Where the person says that the headings are; `undefined` as it was found. */
export const headerRow = signal<number | null | undefined>(undefined)
/** What the person made of the columns, by their number; a column that is not here is as suggested. */
const chosen = signal<Readonly<Record<number, Mapping[number]>>>({})
export const answers = signal<Answers>({ values: {}, rows: [] })
/** Reasons of endings, by how an idea ended. */
export const reasons = signal<ImportOf['reasons']>({})

export const noAnswers: Answers = { values: {}, rows: [] }

export const begin = (list: OpenList): void => {
  open.value = list
  openProblem.value = undefined
  sheetName.value = undefined
  headerRow.value = undefined
  chosen.value = {}
  answers.value = recall().answers
}

export const close = (): void => {
  open.value = undefined
  openReferences.value = undefined
  attachTo.value = ''
  openProblem.value = undefined
}

export const sheet = computed(() => {
  const sheets = open.value?.sheets ?? []
  return sheets.find(({ name }) => name === sheetName.value) ?? listSheet(sheets)
})
export const chooseSheet = (name: string): void => {
  sheetName.value = name
  headerRow.value = undefined
  chosen.value = {}
}
export const chooseHeader = (row: number | null): void => {
  headerRow.value = row
  chosen.value = {}
}

export const table = computed(() => sheet.value && tableIn(sheet.value, headerRow.value))

const lists = computed((): Lists => {
  const { sites = [], topics = [], pathways = [], phases = [] } = framework.value ?? {}
  return { sites, topics, pathways, phases }
})

export const suggested = computed(() => table.value && suggestColumns(table.value, lists.value))

/** As the person said now, as they said of a column of that heading before, or as suggested; no field twice. */
export const mapping = computed((): Mapping => {
  const [found, before] = [table.value, recall().columns]
  if (!found || !suggested.value) return []
  const said = found.headings.map((heading, column) => chosen.value[column] ?? (column in chosen.value ? null : before[folded(heading)]))
  return suggested.value.mapping.map((field, column) => {
    const own = said[column]
    if (own !== undefined) return said.indexOf(own) === column || own === null ? own : null
    return field !== null && said.includes(field) ? null : field
  })
})

export const chooseColumn = (column: number, field: Mapping[number]): void => {
  const others = mapping.value.flatMap((had, at) => (had === field && field !== null && at !== column ? [[at, null] as const] : []))
  chosen.value = { ...chosen.value, ...Object.fromEntries(others), [column]: field }
}

const now = (): string => isoDay(today(serverNow()))
const readWith = (given: Answers) =>
  table.value ? readRows(table.value, mapping.value, lists.value, given, now()) : { rows: [], questions: [] }

export const read = computed(() => readWith(answers.value))
/** Everything that is asked, answered or not. */
export const questions = computed(() => {
  const { values, rows } = answers.value
  // A long list takes its time: without an answer it was read so already.
  const unaided = rows.length === 0 && Object.keys(values).length === 0 ? read.value : readWith(noAnswers)
  const asked = new Map([...unaided.questions, ...read.value.questions].map((one) => [questionId(one.about, one.value), one]))
  return [...asked.values()]
})
export const unanswered = computed(() => read.value.questions.filter(({ optional }) => !optional))

const names = computed(() => {
  const found = new Map<string, string[]>()
  for (const { id, name } of people.value) found.set(folded(name), [...(found.get(folded(name)) ?? []), id])
  return found
})

const day = 24 * 60 * 60 * 1000
/** Parked ideas are looked at again after so many days. */
export const parkedDays = 90

/** What the rows of this import share. */
export const importOf = (run: string): ImportOf | undefined => {
  if (!open.value || !framework.value || !me.value) return undefined
  const endings = framework.value.endings
  const first = (as: 'parked' | 'declined' | 'abandoned'): string => reasons.value[as] ?? endings.find(({ of }) => of === as)?.key ?? ''
  return {
    network: me.value.network.slug,
    run,
    file: open.value.file,
    framework: framework.value,
    reasons: { parked: first('parked'), declined: first('declined'), abandoned: first('abandoned') },
    sentence: importMessages.sentence({ file: open.value.file }),
    lookAgain: serverNow() + parkedDays * day,
    memberNamed: (name) => {
      const found = names.value.get(folded(name)) ?? []
      return found.length === 1 ? found[0] : undefined
    },
  }
}
