import type { IdeaRow } from '../../../shared/api/bank.ts'
import type { ApprovalLine, BoardColumn, BoardReply, DecisionsReply } from '../../../shared/api/board.ts'
import { factsOf } from '../../../shared/rules/gates.ts'
import { currentApproval } from '../../../shared/domain/approval.ts'
import { ideaAsSeenBy, type Viewer, rowAsSeenBy } from '../../../shared/rules/visibility.ts'
import { nextStep, shortBy } from '../../../shared/rules/next-step.ts'
import { caps } from '../../../shared/sync/protocol.ts'
import { ideas, waitsForSender } from './bank-queries.ts'
import { manyTies, tiesOf } from './news-queries.ts'
import { ideaLines } from '../indexes/idea-lines.ts'
import { fittingRows } from '../rows/read-page.ts'
import type { NetworkStore } from '../storage/store.ts'

/** Queries of the board and of the decisions of the day; each reads only what it shows. */
const cardsAtFirst = 25
const shown = 6
/** Candidates that are read: rows are of their last change, so some drop out when they are assessed again. */
const looked = 12
const countedAtMost = 1000

const column = (sql: SqlStorage, pathway: string, phase: string, reader: Viewer, bytes: number): BoardColumn => {
  const { rows, next } = ideas(sql, { pathway, phase, disposition: 'active', q: '', sort: 'waiting', limit: cardsAtFirst }, reader, bytes)
  const count = sql
    .exec<{ count: number }>("SELECT count FROM tally WHERE pathway = ? AND phase = ? AND disposition = 'active'", pathway, phase)
    .toArray()[0]?.count
  return { phase, count: count ?? 0, rows, next }
}

/** Ideas of a pathway that a person leads, by what ties them to it, or among those that anybody leads where that is less. */
const ledBy = (sql: SqlStorage, store: NetworkStore, pathway: string, { person }: Viewer): string[] => {
  const ties = tiesOf(sql, person)
  return sql
    .exec<{ id: string }>(
      `SELECT r.id FROM ${ties > manyTies ? 'idea_row r INDEXED BY idea_row_leads CROSS JOIN tie t' : 'tie t CROSS JOIN idea_row r'} ON r.id = t.idea
       WHERE t.person = ? AND r.pathway = ? AND r.disposition = 'active' AND r.leads > 0 LIMIT 200`,
      person,
      pathway,
    )
    .toArray()
    .flatMap(({ id }) => (store.network.idea(id)?.leads.includes(person) ? [id] : []))
}

/** The phases of a pathway up to its last, with the first ideas of each; `null` if the network has no such pathway. */
export const board = (sql: SqlStorage, store: NetworkStore, pathway: string, reader: Viewer): BoardReply | null => {
  const { phases, pathways } = store.network.framework()
  const found = pathways.find(({ key }) => key === pathway)
  if (!found) return null
  const last = phases.findIndex(({ key }) => key === found.lastPhase)
  // One page for all columns together.
  const bytes = caps.pageBytes / (last + 1)
  return {
    pathway,
    leading: ledBy(sql, store, pathway, reader),
    columns: phases.slice(0, last + 1).map(({ key }) => column(sql, pathway, key, reader, bytes)),
  }
}

const due = "disposition = 'active' AND pathway = '' AND due < ? AND asked IS NULL"
const again = 'look_again < ?'
/** The plus sign keeps SQLite to the index of those ideas: by their disposition it would read all. */
const shaken = "json_extract(body, '$.shaken') IS NOT NULL AND +disposition = 'active'"

/** As it stands now: a test's planned end may have passed since the idea changed last. */
const fresh = (store: NetworkStore, row: IdeaRow, now: number): IdeaRow => {
  const idea = store.network.idea(row.id)
  return { ...row, step: idea ? nextStep(factsOf(store.network, idea, now)) : null }
}

const mostApprovals = 200

/** Lines of the first ideas under a condition. */
const linesWhere = (sql: SqlStorage, where: string, order: string, limit: number, ...bindings: number[]): IdeaRow[] => {
  const found = sql.exec<{ number: number }>(`SELECT number FROM idea_row WHERE ${where} ORDER BY ${order} LIMIT ?`, ...bindings, limit)
  return ideaLines(
    sql,
    found.toArray().map(({ number }) => number),
  ).rows
}

/** Requests that are open, then those that were approved and whose idea has not moved yet. */
const approvals = (sql: SqlStorage, store: NetworkStore, reader: Viewer): ApprovalLine[] => {
  const listed = (which: string): IdeaRow[] => linesWhere(sql, which, 'approval_due', mostApprovals)
  const lines = [...listed("approval = 'asked'"), ...listed("approval IN ('approved', 'conditions')")].flatMap((row) => {
    const idea = store.network.idea(row.id)
    const approval = idea && currentApproval(ideaAsSeenBy(reader, idea))
    return approval ? [{ row: rowAsSeenBy(reader, row), approval }] : []
  })
  return fittingRows(lines, caps.pageBytes / 2)
}

export const decisions = (sql: SqlStorage, store: NetworkStore, now: number, reader: Viewer): DecisionsReply => {
  const rows = (where: string, order: string, limit: number, ...bindings: number[]): IdeaRow[] =>
    linesWhere(sql, where, order, limit, ...bindings).map((row) => rowAsSeenBy(reader, row))
  const few = (where: string, ...bindings: number[]): number =>
    Number(
      sql.exec(`SELECT count(*) AS count FROM (SELECT 1 FROM idea_row WHERE ${where} LIMIT ${countedAtMost})`, ...bindings).one()['count'],
    )
  const near = (short: number): IdeaRow[] =>
    rows('short = ?', 'moved_at', looked, short)
      .map((row) => fresh(store, row, now))
      .filter(({ step }) => step && shortBy(step) === short)
      .slice(0, shown)
  return {
    due: rows(due, 'due', shown, now),
    again: rows(again, 'look_again', shown, now),
    ready: near(0),
    short: near(1),
    approvals: approvals(sql, store, reader),
    shaken: rows(shaken, 'moved_at DESC', shown),
    counts: {
      due: few(due, now),
      again: few(again, now),
      ready: few('short = 0'),
      short: few('short = 1'),
      asked: few(waitsForSender),
      shaken: few(shaken),
    },
  }
}
