import type { ComponentChildren } from 'preact'
import type { IdeaRow } from '../../../shared/api/bank.ts'
import { AgeOrDue } from '../ui/decision-date.tsx'
import './decisions.css'
import { pathwayLabel, phaseLabel } from '../data/framework.ts'
import { useQuery } from '../data/use-query.ts'
import { address } from '../data/address.ts'
import { may } from '../data/session.ts'
import { NextStepLine } from '../ui/next-step.tsx'
import { messages } from '../i18n/bank.ts'
import { numbers } from '../i18n/locale.ts'
import { Async } from '../ui/async.tsx'
import { sayDayOf } from '../ui/dates.ts'

interface ListProps {
  id: string
  title: string
  count: number
  rows: readonly IdeaRow[]
  none: string
  to: (row: IdeaRow) => string
  says: (row: IdeaRow) => ComponentChildren
}

const List = ({ id, title, count, rows, none, to, says }: ListProps) => (
  <section class={`decision-list ${id} ${rows.length > 0 ? '' : 'nothing'}`} aria-labelledby={id}>
    <h2 id={id}>
      {title} <span class="board-count">{numbers.format(count)}</span>
    </h2>
    {rows.length === 0 ? (
      <p class="soft small">{none}</p>
    ) : (
      <ol>
        {rows.map((row) => (
          <li key={row.id}>
            <a href={to(row)}>{row.change}</a>
            <span class="small">{says(row)}</span>
          </li>
        ))}
      </ol>
    )}
  </section>
)

const pageOf = (row: IdeaRow): string => `/ideas/${row.id}`
const triageOf = (row: IdeaRow): string => (may('classifyIdea') ? address('/triage', { idea: row.id }) : pageOf(row))

const Place = ({ row }: { row: IdeaRow }) => (
  <span class="soft">
    {pathwayLabel(row.pathway)} · {phaseLabel(row.phase)}
  </span>
)

/** What could be decided today: promises that are overdue first, then what needs nothing more, then what needs one thing. */
export const Decisions = () => {
  const replied = useQuery('GET /v1/networks/:network/decisions')
  return (
    <div class="card decisions">
      <Async of={replied} what={messages.decisions.what}>
        {({ due, again, ready, short, counts }) => (
          <>
            <List
              id="due"
              title={messages.decisions.due}
              count={counts.due}
              rows={due}
              none={messages.decisions.noneDue}
              to={triageOf}
              says={(row) => <AgeOrDue row={row} />}
            />
            {counts.asked > 0 && <p class="soft small">{messages.decisions.asked({ count: counts.asked })}</p>}
            {again.length > 0 && (
              <List
                id="again"
                title={messages.decisions.again}
                count={counts.again}
                rows={again}
                none=""
                to={pageOf}
                says={(row) => (
                  <span class="soft">
                    {messages.decisions.lookAgain} {sayDayOf(row.lookAgain ?? 0)}
                  </span>
                )}
              />
            )}
            <List
              id="ready"
              title={messages.decisions.ready}
              count={counts.ready}
              rows={ready}
              none={messages.decisions.noneReady}
              to={pageOf}
              says={(row) => (
                <>
                  <Place row={row} />
                  <NextStepLine row={row} />
                </>
              )}
            />
            <List
              id="short"
              title={messages.decisions.short}
              count={counts.short}
              rows={short}
              none={messages.decisions.noneShort}
              to={pageOf}
              says={(row) => (
                <>
                  <Place row={row} />
                  <NextStepLine row={row} />
                </>
              )}
            />
          </>
        )}
      </Async>
    </div>
  )
}
