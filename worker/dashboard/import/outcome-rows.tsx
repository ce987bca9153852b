import { useState } from 'preact/hooks'
import { importMessages } from '../i18n/imports.ts'
import { type Fate, fates, type Outcome } from './outcome.ts'

const pageOfRows = 100

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

/** The rows, all or of one fate, as many as one looks through. */
export const OutcomeRows = ({
  outcomes,
  place = importMessages.csv.row,
  what = importMessages.dry.idea,
}: {
  outcomes: readonly Outcome[]
  place?: string
  what?: string
}) => {
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
              <th scope="col">{place}</th>
              <th scope="col">{importMessages.csv.result}</th>
              <th scope="col">{what}</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, most).map((outcome, at) => (
              <Row key={`${outcome.row} ${at}`} outcome={outcome} />
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
