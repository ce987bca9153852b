import type { ComponentChildren } from 'preact'
import type { IdeaRow } from '../../../shared/api/bank.ts'
import type { Word } from '../../../shared/domain/glossary.ts'
import type { ApprovalLine } from '../../../shared/api/board.ts'
import { AgeOrDue } from '../ui/decision-date.tsx'
import './decisions.css'
import { pathwayLabel, personName, phaseLabel } from '../data/framework.ts'
import { useQuery } from '../data/use-query.ts'
import { address } from '../data/address.ts'
import { may, me } from '../data/session.ts'
import { Badges } from '../ui/badges.tsx'
import { ApprovalNote, NextStepLine } from '../ui/next-step.tsx'
import { messages } from '../i18n/bank.ts'
import { numbers } from '../i18n/locale.ts'
import { Async } from '../ui/async.tsx'
import { isOver, sayDayOf } from '../ui/dates.ts'
import { Term } from '../../../shared/web/term.tsx'

interface ListProps {
  id: string
  title: string
  /** The word of the glossary that the title is, where it is one. */
  word?: Word
  count: number
  rows: readonly IdeaRow[]
  none: string
  to: (row: IdeaRow) => string
  says: (row: IdeaRow) => ComponentChildren
}

const List = ({ id, title, word, count, rows, none, to, says }: ListProps) => (
  <section class={`decision-list ${id} ${rows.length > 0 ? '' : 'nothing'}`} aria-labelledby={id}>
    <h2 id={id}>
      {word ? <Term word={word}>{title}</Term> : title} <span class="board-count">{numbers.format(count)}</span>
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

const ApprovalDay = ({ line: { row, approval } }: { line: ApprovalLine }) => {
  const [late, day] = [isOver(approval.due), sayDayOf(approval.due)]
  const voted = approval.votes.some(({ by }) => by === me.value?.person)
  return (
    <span class={late ? 'late-text' : 'soft'}>
      {phaseLabel(approval.to)} · {late ? messages.decisions.overdue({ day }) : messages.decisions.until({ day })}
      {voted && ` · ${messages.decisions.decidedByYou}`}
      {row.onHold && ` · ${messages.hold.badge}`}
    </span>
  )
}

/** What waits for steering, and what it approved and nobody has moved: first for steering, and wherever there is any. */
const Approvals = ({ approvals }: { approvals: readonly ApprovalLine[] }) => {
  const [open, approved] = [approvals.filter(({ approval }) => !approval.decided), approvals.filter(({ approval }) => approval.decided)]
  const lineOf = (row: IdeaRow): ApprovalLine | undefined => approvals.find((line) => line.row.id === row.id)
  return (
    <>
      {(open.length > 0 || may('decideApproval')) && (
        <List
          id="approvals"
          word="approval"
          title={may('decideApproval') ? messages.decisions.approvalsMine : messages.decisions.approvals}
          count={open.length}
          rows={open.slice(0, shownApprovals).map(({ row }) => row)}
          none={messages.decisions.noneApprovals}
          to={pageOf}
          says={(row) => {
            const line = lineOf(row)
            return line && <ApprovalDay line={line} />
          }}
        />
      )}
      {approved.length > 0 && (
        <List
          id="approved"
          word="approval"
          title={messages.decisions.approved}
          count={approved.length}
          rows={approved.slice(0, shownApprovals).map(({ row }) => row)}
          none=""
          to={pageOf}
          says={(row) => <ApprovalNote row={row} />}
        />
      )}
    </>
  )
}

const shownApprovals = 6

/** What could be decided today: promises that are overdue first, then what needs nothing more, then what needs one thing. */
export const Decisions = () => {
  const replied = useQuery('GET /v1/networks/:network/decisions')
  return (
    <div class="card decisions">
      <Async of={replied} what={messages.decisions.what}>
        {({ due, again, ready, short, approvals, shaken, counts }) => (
          <>
            {may('decideApproval') && <Approvals approvals={approvals} />}
            <List
              id="due"
              word="answer-due"
              title={messages.decisions.due}
              count={counts.due}
              rows={due}
              none={messages.decisions.noneDue}
              to={triageOf}
              says={(row) => (
                <>
                  <AgeOrDue row={row} />
                  {row.taken && (
                    <> · {row.taken === me.value?.person ? messages.take.mine : messages.take.by({ person: personName(row.taken) })}</>
                  )}
                </>
              )}
            />
            {!may('decideApproval') && <Approvals approvals={approvals} />}
            {counts.asked > 0 && <p class="soft small">{messages.decisions.asked({ count: counts.asked })}</p>}
            {shaken.length > 0 && (
              <List
                id="shaken"
                title={messages.decisions.shaken}
                count={counts.shaken}
                rows={shaken}
                none=""
                to={pageOf}
                says={(row) => <Badges disposition={row.disposition} onHold={row.onHold} shaken={row.shaken} />}
              />
            )}
            {again.length > 0 && (
              <List
                id="again"
                word="parked"
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
              word="ready"
              title={messages.decisions.ready}
              count={counts.ready}
              rows={ready}
              none={messages.decisions.noneReady}
              to={pageOf}
              says={(row) => (
                <>
                  <Place row={row} />
                  <NextStepLine row={row} />
                  <ApprovalNote row={row} />
                </>
              )}
            />
            <List
              id="short"
              word="short"
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
