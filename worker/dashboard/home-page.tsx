import type { Matrix } from '../../shared/bank.ts'
import { framework } from './framework-reply.ts'
import { AnswerFirst, MovedLately } from './home-lists.tsx'
import './home-page.css'
import { MatrixTable } from './matrix-table.tsx'
import { Page } from './page.tsx'
import { useReply } from './reply.ts'
import { address } from './router.ts'
import { me, networkPath } from './session.ts'
import { words } from './strings.ts'
import { Waiting } from './waiting.tsx'

const Count = ({ count, says, to, tone = '' }: { count: number; says: string; to?: string; tone?: string }) => (
  <li class={`tally ${count > 0 ? tone : ''}`}>
    <span class="tally-count">{count}</span>
    {to && count > 0 ? <a href={to}>{says}</a> : <span>{says}</span>}
  </li>
)

const toTriage = (matrix: Matrix): number => matrix.cells.filter((cell) => cell.pathway === null).reduce((sum, cell) => sum + cell.count, 0)

const endings = ['parked', 'declined', 'abandoned', 'merged'] as const

const Tallies = ({ matrix }: { matrix: Matrix }) => (
  <>
    <section class="card" aria-labelledby="waits">
      <h2 id="waits">{words.home.waits}</h2>
      <ul class="tallies">
        <Count count={toTriage(matrix)} says={words.home.toTriage(toTriage(matrix))} to="/triage" />
        <Count count={matrix.overdue} says={words.home.overdue(matrix.overdue)} to="/triage" tone="late" />
        <Count count={matrix.looseEvidence} says={words.home.loose(matrix.looseEvidence)} />
      </ul>
    </section>
    <section class="card" aria-labelledby="ended">
      <h2 id="ended">{words.home.ended}</h2>
      <ul class="tallies">
        {endings.map((key) => (
          <Count key={key} count={matrix.dispositions[key]} says={words.dispositions[key]} to={address('/ideas', { disposition: key })} />
        ))}
      </ul>
    </section>
  </>
)

const isEmpty = (matrix: Matrix): boolean => Object.values(matrix.dispositions).every((count) => count === 0)

/** The whole bank on one page: where the ideas stand, and what waits for a decision. */
export const HomePage = () => {
  const replied = useReply<Matrix>(`${networkPath.value}/matrix`)
  const kept = framework.value
  return (
    <Page title={words.home.title(me.value?.network.name ?? '')} class="wide">
      <Waiting of={replied} what={words.home.what}>
        {(matrix) => (
          <div class="home">
            <div class="home-main">
              {kept && <MatrixTable cells={matrix.cells} framework={kept} />}
              {isEmpty(matrix) && (
                <div class="empty">
                  <h2>{words.home.emptyTitle}</h2>
                  <p>{words.home.empty}</p>
                  <p>
                    <a href="/connect">{words.home.emptyLink}</a>
                  </p>
                </div>
              )}
            </div>
            <aside class="beside" aria-label={words.home.beside}>
              <Tallies matrix={matrix} />
              <AnswerFirst />
            </aside>
            {!isEmpty(matrix) && <MovedLately />}
          </div>
        )}
      </Waiting>
    </Page>
  )
}
