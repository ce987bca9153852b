import type { DeadLettersReply, HistoryEntry, IdeaRow, IdeasReply, Matrix, SettingsHistoryReply } from '../../../shared/api/bank.ts'
import { entryAsSeenBy, type Viewer, rowAsSeenBy } from '../../../shared/rules/visibility.ts'
import type { Overwritten } from '../../../shared/mutations/engine/mutation.ts'
import type { Disposition } from '../../../shared/domain/entities.ts'
import { caps } from '../../../shared/sync/protocol.ts'
import { cellsOf } from '../indexes/matrix-index.ts'
import { ideaLines } from '../indexes/idea-lines.ts'
import { readPage } from '../rows/read-page.ts'
import { countedAtMost, type IdeasQuery, numbersOf } from './list-numbers.ts'
import type { Message } from '../../../shared/i18n/message.ts'

/** The questions that lists, counts and pages ask; every answer costs what it returns, not what the bank holds. */

/** Unclassified ideas that wait for their sender's answer. The plus signs keep SQLite to the index of those asked: by place it would read every active idea. */
export const waitsForSender = "+disposition = 'active' AND +pathway = '' AND asked IS NOT NULL"

export const matrix = (sql: SqlStorage, now: number): Matrix => {
  const tally = sql
    .exec<{ disposition: Disposition; count: number }>('SELECT disposition, sum(count) AS count FROM tally GROUP BY disposition')
    .toArray()
  const dispositions: Matrix['dispositions'] = { active: 0, parked: 0, declined: 0, abandoned: 0, merged: 0 }
  for (const row of tally) dispositions[row.disposition] = row.count
  const few = (from: string, ...bindings: (string | number)[]): number =>
    Number(sql.exec(`SELECT count(*) AS count FROM (SELECT 1 FROM ${from} LIMIT ${countedAtMost})`, ...bindings).one()['count'])
  return {
    cells: cellsOf(sql, now),
    dispositions,
    looseEvidence: few('loose'),
    asked: few(`idea_row WHERE ${waitsForSender}`),
    overdue: few("idea_row WHERE disposition = 'active' AND pathway = '' AND due < ?", now),
  }
}

/** A page of a list; it ends at `limit` rows or at so many bytes. Only what is shown is read whole. */
export const ideas = (sql: SqlStorage, query: IdeasQuery, reader: Viewer, bytes: number = caps.pageBytes): IdeasReply => {
  const { found, counted } = numbersOf(sql, query)
  const { rows, more } = ideaLines(
    sql,
    found.slice(0, query.limit).map(({ number }) => number),
    bytes,
  )
  const last = found[rows.length - 1]
  return {
    rows: rows.map((row) => rowAsSeenBy(reader, row)),
    total: counted > countedAtMost ? null : counted,
    next: (more || found.length > query.limit) && last ? `${last.at}.${last.number}` : null,
  }
}

/** A word that more ideas have says little about likeness, and weighing each of them takes a large bank a second. */
const rareAtMost = 500

const isRare = (sql: SqlStorage, word: string): boolean =>
  Number(
    sql.exec(`SELECT count(*) AS count FROM (SELECT 1 FROM idea_words WHERE words MATCH ? LIMIT ${rareAtMost + 1})`, word).one()['count'],
  ) <= rareAtMost

/** Ideas that share words with a text, best match first; where every word is a frequent one, the newest that have any. */
export const alike = (sql: SqlStorage, words: readonly string[], limit: number): IdeaRow[] => {
  const rare = words.filter((word) => isRare(sql, word))
  const [chosen, order] = rare.length > 0 ? [rare, 'bm25(idea_words)'] : [words, 'w.rowid DESC']
  const found = sql.exec<{ number: number }>(
    `SELECT w.rowid AS number FROM idea_words w WHERE w.words MATCH ? ORDER BY ${order} LIMIT ?`,
    chosen.join(' OR '),
    limit,
  )
  return ideaLines(
    sql,
    found.toArray().map(({ number }) => number),
  ).rows
}

type LetterRow = { mutation: string; name: string; args: string; person: string; at: number; why: string }

/** What our own code failed on, newest first, as many as go into a page of 200; `cut` where there are older ones. */
export const deadLetters = (sql: SqlStorage): DeadLettersReply => {
  const { rows, more } = readPage<LetterRow>(sql, {
    columns: 'mutation, name, args, person, at, why',
    texts: ['args', 'why'],
    from: 'FROM dead_letter ORDER BY at DESC',
    bindings: [],
    most: 200,
  })
  return { letters: rows.map(({ person, args, ...row }) => ({ ...row, by: person, args: JSON.parse(args) as unknown })), cut: more }
}

type LogRow = {
  overwrote: string | null
  taken_back?: number | null
  seq: number
  name: string
  args: string
  person: string
  role: NonNullable<HistoryEntry['role']>
  hidden: number
  at: number
  status: HistoryEntry['status']
  reason: string | null
  message: string | null
}

const historyEntry = ({ person, args, overwrote, hidden, reason, taken_back: takenBack, ...row }: LogRow): HistoryEntry => ({
  ...row,
  ...(reason ? { reason: JSON.parse(reason) as Message } : {}),
  by: person,
  ...(hidden ? { nameHidden: true } : {}),
  ...(takenBack ? { takenBack } : {}),
  args: JSON.parse(args) as unknown,
  ...(overwrote ? { overwrote: JSON.parse(overwrote) as Overwritten[] } : {}),
})

const logTexts = ['args', 'reason', 'message', 'overwrote'] as const

/** How the settings came to be what they are, newest first, the last 100 changes as far as they go into a page; refused tries are left out. */
export const settingsHistory = (sql: SqlStorage): SettingsHistoryReply => {
  const { rows, more } = readPage<LogRow>(sql, {
    columns: 'seq, name, args, person, role, at, status, reason, message, overwrote, hidden',
    texts: logTexts,
    from: "FROM log WHERE name = 'configureFramework' AND status = 'ok' ORDER BY seq DESC",
    bindings: [],
    most: 100,
  })
  return { history: rows.map(historyEntry), cut: more }
}

/** What happened to an idea, newest first, 200 entries at most and so many bytes, as this reader may have them. */
export const history = (sql: SqlStorage, idea: string, bytes: number, reader: Viewer): HistoryEntry[] => {
  const { rows } = readPage<LogRow>(sql, {
    columns: 'l.seq, l.name, l.args, l.person, l.role, l.at, l.status, l.reason, l.message, l.overwrote, l.hidden, l.taken_back',
    texts: logTexts.map((name) => `l.${name}`),
    from: "FROM subject s JOIN log l ON l.seq = s.seq WHERE s.idea = ? AND l.name <> 'takeBack' ORDER BY l.seq DESC",
    bindings: [idea],
    most: 200,
    bytes,
  })
  return rows.map((row, at) => ({ ...entryAsSeenBy(reader, historyEntry(row)), seq: rows.length - at }))
}
