import type { Matrix } from '../../../shared/api/bank.ts'
import { framework } from '../data/framework.ts'
import { Decisions } from './decisions.tsx'
import { MovedLately } from './home-lists.tsx'
import './home-page.css'
import { MatrixTable } from './matrix-table.tsx'
import { NewEvidenceCard } from './new-evidence-card.tsx'
import { Page } from '../ui/page.tsx'
import { useQuery } from '../data/use-query.ts'
import { address } from '../data/address.ts'
import { may, me } from '../data/session.ts'
import { messages } from '../i18n/bank.ts'
import { numbers } from '../i18n/locale.ts'
import { Async } from '../ui/async.tsx'
import { lazyPart } from '../ui/lazy-part.tsx'

const SetupList = lazyPart(() => import('../start/setup-list.tsx').then((part) => part.SetupList))

/** As triage and the navigation count them: without those that wait for their sender. */
const toTriage = (matrix: Matrix): number =>
  matrix.cells.filter((cell) => cell.pathway === null).reduce((sum, cell) => sum + cell.count, 0) - matrix.asked

const endings = ['parked', 'declined', 'abandoned', 'merged'] as const

const Count = ({ count, says, to }: { count: number; says: string; to?: string }) => (
  <li>
    <b>{numbers.format(count)}</b> {to && count > 0 ? <a href={to}>{says}</a> : says}
  </li>
)

/** The bank in one line each: what comes in, and what ended. */
const Tallies = ({ matrix }: { matrix: Matrix }) => (
  <ul class="tallies">
    <Count
      count={toTriage(matrix)}
      says={messages.home.toTriage({ count: toTriage(matrix) })}
      to={may('classifyIdea') ? '/triage' : address('/ideas', { pathway: 'none' })}
    />
    {matrix.asked > 0 && <li>{messages.triage.asked({ count: matrix.asked })}</li>}
    <Count
      count={matrix.looseEvidence}
      says={messages.home.loose({ count: matrix.looseEvidence })}
      to={address('/evidence', { state: 'loose' })}
    />
    {endings.map((key) => (
      <Count
        key={key}
        count={matrix.dispositions[key]}
        says={messages.dispositions[key].toLowerCase()}
        to={address('/ideas', { disposition: key })}
      />
    ))}
  </ul>
)

const isEmpty = (matrix: Matrix): boolean => Object.values(matrix.dispositions).every((count) => count === 0)

/** The whole bank on one page: where the ideas stand, and what waits for a decision. */
export const HomePage = () => {
  const replied = useQuery('GET /v1/networks/:network/matrix')
  const kept = framework.value
  return (
    <Page title={messages.home.title({ network: me.value?.network.name ?? '' })} class="wide">
      {(may('configureFramework') || may('classifyIdea')) && <SetupList />}
      <Async of={replied} what={messages.home.what}>
        {(matrix) => (
          <div class="home">
            <div class="home-main">
              {kept && <MatrixTable cells={matrix.cells} framework={kept} />}
              <Tallies matrix={matrix} />
              {isEmpty(matrix) ? (
                <div class="empty">
                  <h2>{messages.home.emptyTitle}</h2>
                  <p>{messages.home.empty}</p>
                  <p>
                    <a href="/start">{messages.home.emptyLink}</a> · <a href="/sample">{messages.home.sample}</a>
                  </p>
                </div>
              ) : (
                <MovedLately />
              )}
            </div>
            <aside class="beside" aria-label={messages.decisions.title}>
              <Decisions />
              <NewEvidenceCard />
            </aside>
          </div>
        )}
      </Async>
    </Page>
  )
}
