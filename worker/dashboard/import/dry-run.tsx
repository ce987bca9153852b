import { useEffect, useMemo, useState } from 'preact/hooks'
import { saveFile } from '../../../shared/web/save-file.ts'
import { me } from '../data/session.ts'
import { problemOf } from '../data/use-query.ts'
import { importMessages } from '../i18n/imports.ts'
import { type Checked, createRowChecker, knownRows } from './check-rows.ts'
import { importOf, mapping, open, read, reasons, unanswered } from './import-state.ts'
import { type Fate, fates, type Outcome, outcomesCsv, outcomesOf } from './outcome.ts'
import { running, startImport } from './running.ts'

const checkRows = createRowChecker()
const pageOfRows = 100
/** A run of no import: the rows are only looked at. */
const noRun = '00000000-0000-4000-8000-000000000000'

interface Looked {
  checked: readonly Checked[]
  known: ReadonlySet<string>
}

/** The guard's word and the bank's on every row, anew after each answer. */
const useLook = (): { looked: Looked | undefined; done: number; problem: string } => {
  const [state, set] = useState<{ looked: Looked | undefined; done: number; problem: string }>({ looked: undefined, done: 0, problem: '' })
  const [rows, kinds, runs] = [read.value, reasons.value, running.value?.state]
  useEffect(() => {
    const [stop, of] = [new AbortController(), importOf(noRun)]
    if (!of) return undefined
    const look = async (): Promise<void> => {
      const fresh = rows.rows.filter(({ idea }) => idea)
      const checked = await checkRows(fresh, of, stop.signal, (done) => !stop.signal.aborted && set((before) => ({ ...before, done })))
      if (stop.signal.aborted) return
      const found = new Set(checked.flatMap((one) => (one.found.length > 0 ? [one.row] : [])))
      const known = await knownRows(
        fresh.filter(({ row }) => !found.has(row)),
        of.network,
      )
      if (!stop.signal.aborted) set({ looked: { checked, known }, done: checked.length, problem: '' })
    }
    look().catch((error: unknown) => !stop.signal.aborted && set({ looked: undefined, done: 0, problem: problemOf(error).message }))
    return () => stop.abort()
  }, [rows, kinds, runs === 'done'])
  return state
}

const Row = ({ outcome: { row, fate, text, why, cells } }: { outcome: Outcome }) => (
  <tr>
    <th scope="row">{row}</th>
    <td>
      <span class={`badge import-${fate}`}>{importMessages.fates[fate]}</span>
    </td>
    <td>
      {text.slice(0, 160)}
      {(why.length > 0 || cells.length > 0) && (
        <div class="soft small">
          {cells.length > 0 && <b>{cells.join(', ')}: </b>}
          {why.join(' ')}
        </div>
      )}
    </td>
  </tr>
)

const Rows = ({ outcomes }: { outcomes: readonly Outcome[] }) => {
  const [only, setOnly] = useState<Fate | 'all'>('all')
  const [most, setMost] = useState(pageOfRows)
  const shown = only === 'all' ? outcomes : outcomes.filter(({ fate }) => fate === only)
  return (
    <>
      <div class="log-kinds" role="group" aria-label={importMessages.dry.show}>
        {(['all', ...fates] as const).map((fate) => {
          const count = fate === 'all' ? outcomes.length : outcomes.filter((one) => one.fate === fate).length
          return (
            (fate === 'all' || count > 0) && (
              <button key={fate} type="button" class="button quiet small" aria-pressed={only === fate} onClick={() => setOnly(fate)}>
                {fate === 'all'
                  ? importMessages.dry.all({ count })
                  : importMessages.dry.counted({ what: importMessages.fates[fate], count })}
              </button>
            )
          )
        })}
      </div>
      <div class="import-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{importMessages.csv.row}</th>
              <th scope="col">{importMessages.csv.result}</th>
              <th scope="col">{importMessages.dry.idea}</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, most).map((outcome) => (
              <Row key={outcome.row} outcome={outcome} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length > most && (
        <p class="more">
          <button type="button" class="button quiet" onClick={() => setMost(most + 10 * pageOfRows)}>
            {importMessages.dry.more}
          </button>
        </p>
      )}
    </>
  )
}

/** What becomes of each row, before anything is sent; then the import. */
export const DryRun = () => {
  const { looked, done, problem } = useLook()
  const network = me.value?.network.slug ?? ''
  const outcomes = useMemo(() => (looked ? outcomesOf(read.value.rows, looked.checked, looked.known, network) : []), [looked, read.value])
  if (!mapping.value.includes('idea')) return null
  const total = read.value.rows.filter(({ idea }) => idea).length
  const coming = new Set(outcomes.flatMap(({ row, fate }) => (fate === 'add' ? [row] : [])))
  const busy = running.value?.state === 'runs'
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
      {looked && <Rows outcomes={outcomes} />}
      <p class="import-buttons">
        <button
          type="button"
          class="button primary"
          disabled={!looked || coming.size === 0 || unanswered.value.length > 0 || busy}
          onClick={() => startImport(looked?.checked.filter(({ row }) => coming.has(row)) ?? [])}
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
