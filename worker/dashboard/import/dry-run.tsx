import { useEffect, useMemo, useState } from 'preact/hooks'
import { saveFile } from '../../../shared/web/save-file.ts'
import { problemOf } from '../data/use-query.ts'
import { importMessages } from '../i18n/imports.ts'
import { type Checked, createRowChecker, knownIdeas } from './check-rows.ts'
import { importOf, mapping, open, read, reasons, unanswered } from './import-state.ts'
import { outcomesCsv, outcomesOf } from './outcome.ts'
import { OutcomeRows } from './outcome-rows.tsx'
import { runState, startImport } from './running.ts'

const checkRows = createRowChecker()
/** A run of no import: the rows are only looked at. */
const noRun = '00000000-0000-4000-8000-000000000000'

interface Looked {
  checked: readonly Checked[]
  known: ReadonlySet<string>
}

/** The guard's word and the bank's on every row, anew after each answer. */
const useLook = (): { looked: Looked | undefined; done: number; problem: string } => {
  const [state, set] = useState<{ looked: Looked | undefined; done: number; problem: string }>({ looked: undefined, done: 0, problem: '' })
  const [rows, kinds, runs] = [read.value, reasons.value, runState.value]
  useEffect(() => {
    const [stop, of] = [new AbortController(), importOf(noRun)]
    if (!of) return undefined
    const look = async (): Promise<void> => {
      const fresh = rows.rows.filter(({ idea }) => idea)
      const checked = await checkRows(fresh, of, stop.signal, (done) => !stop.signal.aborted && set((before) => ({ ...before, done })))
      if (stop.signal.aborted) return
      const known = await knownIdeas(checked.flatMap((one) => (one.found.length > 0 ? [] : [one.args.idea])))
      if (!stop.signal.aborted) set({ looked: { checked, known }, done: checked.length, problem: '' })
    }
    look().catch((error: unknown) => !stop.signal.aborted && set({ looked: undefined, done: 0, problem: problemOf(error).message }))
    return () => stop.abort()
  }, [rows, kinds, runs === 'done'])
  return state
}

/** What becomes of each row, before anything is sent; then the import. */
export const DryRun = () => {
  const { looked, done, problem } = useLook()
  const outcomes = useMemo(() => (looked ? outcomesOf(read.value.rows, looked.checked, looked.known) : []), [looked, read.value])
  if (!mapping.value.includes('idea')) return null
  const total = read.value.rows.filter(({ idea }) => idea).length
  const coming = new Set(outcomes.flatMap(({ row, fate }) => (fate === 'add' ? [row] : [])))
  const ready = looked !== undefined && coming.size > 0 && unanswered.value.length === 0 && runState.value !== 'runs'
  return (
    <section aria-labelledby="import-dry">
      <h2 id="import-dry">{importMessages.dry.title}</h2>
      {problem && (
        <p class="notice problem" role="alert">
          {problem}
        </p>
      )}
      <p role="status">{looked ? importMessages.dry.summary({ count: coming.size }) : importMessages.dry.checking({ done, total })}</p>
      {outcomes.some(({ fate }) => fate === 'held') && <p class="notice">{importMessages.dry.held}</p>}
      {looked && <OutcomeRows outcomes={outcomes} />}
      <p class="import-buttons">
        <button
          type="button"
          class="button primary"
          aria-disabled={!ready}
          onClick={() => {
            if (ready) void startImport(looked?.checked.filter(({ row }) => coming.has(row)) ?? [])
          }}
        >
          {importMessages.dry.start({ count: coming.size })}
        </button>
        <button
          type="button"
          class="button quiet"
          disabled={outcomes.length === 0}
          onClick={() => saveFile(`${importMessages.csv.file} ${open.value?.file ?? ''}.csv`, outcomesCsv(outcomes), 'text/csv')}
        >
          {importMessages.dry.download}
        </button>
        {unanswered.value.length > 0 && <span class="soft small">{importMessages.open({ count: unanswered.value.length })}</span>}
      </p>
    </section>
  )
}
