import { computed, signal } from '@preact/signals'
import { runIdOf } from '../../../shared/import/tables/to-mutations.ts'
import type { ImportRun } from '../../../shared/api/imports.ts'
import { newId } from '../../../shared/web/new-id.ts'
import { call } from '../data/api.ts'
import { problemOf } from '../data/use-query.ts'
import type { Checked } from './check-rows.ts'
import type { CheckedItem } from './check-references.ts'
import { answers, mapping, open, table } from './import-state.ts'
import type { OpenReferences } from './references-state.ts'
import { begun, keepBegun, remember } from './remembered.ts'
import { type Came, createImportRun, type Wanted } from './run-import.ts'

export interface Running {
  what: 'import' | 'undo'
  of: ImportRun['of']
  run: string
  state: 'runs' | 'paused' | 'stopped' | 'done'
  total: number
  results: readonly Came[]
  waiting: boolean
  problem: string
}

/** What is being sent, or came of it. It goes on while other pages are looked at, and ends with the tab. */
export const running = signal<Running | undefined>(undefined)

/** How it stands, for whoever is not concerned by each portion. */
export const runState = computed(() => running.value?.state)

let stop: AbortController | undefined
let wanted: readonly Wanted[] = []

const wait = (milliseconds: number, aborted: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, milliseconds)
    aborted.addEventListener('abort', () => {
      clearTimeout(timer)
      done()
    })
  })
const importRun = createImportRun({ send: (mutations) => call('POST /v1/networks/:network/mutations', { body: { mutations } }), wait })

const send = async (of: Pick<Running, 'what' | 'of' | 'run'>): Promise<void> => {
  stop = new AbortController()
  const { signal: aborted } = stop
  const before = running.value?.run === of.run && running.value.what === of.what ? running.value.results : []
  const answered = new Set(before.map(({ id }) => id))
  const left = wanted.filter(({ id }) => !answered.has(id))
  const told = (results: readonly Came[], more: Partial<Running> = {}): void => {
    running.value = { ...of, state: 'runs', total: wanted.length, results: [...before, ...results], waiting: false, problem: '', ...more }
    const open = begun()
    if (of.what === 'import' && open?.run === of.run) keepBegun({ ...open, done: before.length + results.length })
  }
  told([])
  try {
    const results = await importRun(left, aborted, ({ results: so, waiting }) => told(so, { waiting }))
    const ended = before.length + results.length === wanted.length
    told(results, { state: ended ? 'done' : 'paused' })
    if (ended && of.what === 'import') keepBegun(undefined)
  } catch (error) {
    const { results = [] } = running.value ?? {}
    running.value = { ...of, state: 'stopped', total: wanted.length, results, waiting: false, problem: problemOf(error).message }
  }
}

/**
 * The import that a list is brought in with: it follows from the list, so that a list that is begun again, in whatever browser, goes on with the same one.
 * One of which something was taken out stays as it is.
 */
const runFor = async (print: string): Promise<string> => {
  const { runs } = await call('GET /v1/networks/:network/imports')
  for (let count = 0; ; count += 1) {
    const run = runIdOf(print, count)
    const known = runs.find((one) => one.run === run)
    if (!known || known.left === known.made) return run
  }
}

const stoppedBy = (error: unknown, of: Pick<Running, 'what' | 'of' | 'run'>): Running => ({
  ...of,
  state: 'stopped',
  total: 0,
  results: [],
  waiting: false,
  problem: problemOf(error).message,
})

/** Begins an import, or goes on with the one that the same list began. */
const start = async (
  { file, print }: { file: string; print: string },
  of: ImportRun['of'],
  asked: (run: string) => readonly Wanted[] | Promise<readonly Wanted[]>,
): Promise<void> => {
  try {
    const run = await runFor(print)
    wanted = await asked(run)
    keepBegun({ run, file, print, total: wanted.length, done: 0 })
    running.value = undefined
    await send({ what: 'import', of, run })
  } catch (error) {
    running.value = stoppedBy(error, { what: 'import', of, run: '' })
  }
}

/**
 * Brings in the rows that the guard let pass. What is in the bank already comes in no second time, for a row’s idea has the same id each time; so the same
 * list may be begun again at any point.
 */
export const startImport = async (rows: readonly Checked[]): Promise<void> => {
  if (!open.value) return
  await start(open.value, 'ideas', async (run) => {
    await remember(table.value?.headings ?? [], mapping.value, answers.value)
    return rows.map(({ args }) => ({ id: newId(), name: 'importIdea', args: { ...args, run } }))
  })
}

/** Brings in the items of a file of references as clips, for one idea or none; so too may be begun again. */
export const startReferences = (file: OpenReferences, items: readonly CheckedItem[], idea: string): Promise<void> =>
  start(file, 'evidence', (run) =>
    items.map(({ args }) => ({ id: newId(), name: 'importEvidence', args: { ...args, run, ideas: idea ? [idea] : [] } })),
  )

/** Takes out whatever an import made and nobody has touched since. */
export const undoImport = async (run: string): Promise<void> => {
  try {
    const { ideas, evidence } = await call('GET /v1/networks/:network/imports/:run', { run })
    wanted = [
      ...ideas.map((idea): Wanted => ({ id: newId(), name: 'removeImported', args: { idea, run } })),
      ...evidence.map((clip): Wanted => ({ id: newId(), name: 'removeImportedEvidence', args: { evidence: clip, run } })),
    ]
    running.value = undefined
    if (begun()?.run === run) keepBegun(undefined)
    await send({ what: 'undo', of: ideas.length > 0 ? 'ideas' : 'evidence', run })
  } catch (error) {
    running.value = stoppedBy(error, { what: 'undo', of: 'ideas', run })
  }
}

export const pause = (): void => stop?.abort()
export const goOn = (): void => {
  if (running.value) void send(running.value)
}
/** Ends it where it is: what came in stays, until it is taken out. */
export const end = (): void => {
  stop?.abort()
  keepBegun(undefined)
  running.value = undefined
}
