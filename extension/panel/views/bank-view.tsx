import { useEffect, useState } from 'preact/hooks'
import type { BankState } from '../../bank/bank-index.ts'
import { useBank } from '../state/bank-state.ts'
import { IdeaLine } from '../idea/idea-line.tsx'
import { connection } from '../state/panel-state.ts'
import { SiteTooButton, useSiteToo } from '../idea/site-too.tsx'
import { Rests, useShaken } from '../idea/rests.tsx'
import { Standing } from '../idea/idea-standing.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { homeMessages } from '../../i18n/home.ts'
import '../parts/views.css'

const step = 50
const states: readonly BankState[] = ['open', 'ended', 'all']

/** The network's ideas, searched on this device: no request, and nothing read while somebody types. */
export const BankView = () => {
  const [typed, type] = useState('')
  const [state, choose] = useState<BankState>('open')
  const [most, show] = useState(step)
  useEffect(() => show(step), [typed, state])
  const { found, whole } = useBank((index, pause) => index.search(typed, state, most, pause), `${state} ${most} ${typed}`)
  const shaken = useShaken((found?.lines ?? []).map(({ id }) => id))
  const siteToo = useSiteToo((found?.lines ?? []).map(({ id }) => id))
  if (!connection.value) return <p class="soft">{homeMessages.bankUnconnected}</p>
  const rest = found ? found.total - found.lines.length : 0
  return (
    <>
      <SearchBox
        label={homeMessages.searchBank}
        typed={typed}
        type={type}
        choices={states}
        nameOf={(one) => homeMessages.bankStates[one]}
        chosen={state}
        choose={choose}
      />
      <p class="soft" role="status">
        {whole &&
          found &&
          (found.total > 0 ? homeMessages.found({ count: found.total }) : typed ? homeMessages.nothingFound : homeMessages.bankEmpty)}
        {!whole && homeMessages.bankLoading}
      </p>
      {found && found.total > 0 && (
        <ul class="lines">
          {found.lines.map((line) => (
            <IdeaLine
              key={line.id}
              id={line.id}
              title={line.change}
              beside={<SiteTooButton idea={line.id} change={line.change} all={siteToo} />}
            >
              <Standing line={line} />
              <Rests is={shaken?.get(line.id)} />
            </IdeaLine>
          ))}
        </ul>
      )}
      {rest > 0 && (
        <button type="button" class="button" onClick={() => show(most + step)}>
          {homeMessages.more({ count: rest })}
        </button>
      )}
    </>
  )
}
