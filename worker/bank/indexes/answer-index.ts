import { dayLength, dayOf } from '../../../shared/values/calendar-day.ts'
import { insertMany } from '../rows/insert-many.ts'

/**
 * What reports say of the answers that ideas got, counted as ideas change: by the day (UTC) on which an idea came in, how it was answered and after how
 * long, or when its answer is due; and of all ideas, how many sites tested and why they ended. So a report costs days, not ideas.
 */

/** What of an idea's row is counted; times are milliseconds since 1970. */
export type Answered = {
  proposedAt: number
  due: number
  /** When it was first decided on; `null` while nobody has. */
  decidedAt: number | null
  disposition: string
  /** Why it ended; `''` where it did not. */
  reason: string
  tested: number
  improved: number
}

/** The names of counts of an idea's answer; each idea has one. `before`: decided elsewhere when it came. */
export const answerStates = ['open', 'before', 'on-time', 'late'] as const
/** The name of the count of those that ended in a way for a reason begins with this; the way and the reason follow. */
export const endedAs = 'ended '

/** Waits are counted in bins that are wider where they are longer: from a wait on, so wide. Milliseconds; each `from` is a multiple of its width. */
const bins = [
  { from: 30 * dayLength, width: dayLength },
  { from: dayLength, width: dayLength / 4 },
  { from: 3_600_000, width: 900_000 },
  { from: 60_000, width: 60_000 },
  { from: 0, width: 1000 },
]
/** The bin of what was decided before it came by its clock: one for all. */
const negative = -1

const binOf = (wait: number): number => {
  const bin = bins.find(({ from }) => wait >= from)
  return bin ? wait - (wait % bin.width) : negative
}

/** The waits of a bin: from, and below what. */
export const waitsOf = (bin: number): { from: number; below: number } =>
  bin === negative
    ? { from: Number.MIN_SAFE_INTEGER, below: 0 }
    : { from: bin, below: bin + (bins.find(({ from }) => bin >= from)?.width ?? 0) }

/** What one idea adds: a count's name, its day (0: of all ideas), and the day on which an answer is due or the bin of the wait. */
const countsOf = ({
  proposedAt,
  due,
  decidedAt,
  disposition,
  reason,
  tested,
  improved,
}: Answered): [what: string, day: number, at: number][] => {
  const state = decidedAt === null ? 'open' : decidedAt === proposedAt ? 'before' : decidedAt <= due ? 'on-time' : 'late'
  const at = decidedAt === null ? dayOf(due) : state === 'before' ? 0 : binOf(decidedAt - proposedAt)
  return [
    [state, dayOf(proposedAt), at],
    ...(tested > 0 ? [['tested', 0, 0] as [string, number, number]] : []),
    ...(improved > 0 ? [['improved', 0, 0] as [string, number, number]] : []),
    ...(reason === '' ? [] : [[`${endedAs}${disposition} ${reason}`, 0, 0] as [string, number, number]]),
  ]
}

const wait = 'decided_at - proposed_at'

/** A step of the schema: the table, filled with what there is; the waits in order; and without the indexes that these counts replace. */
export const beginAnswers = (sql: SqlStorage): void => {
  sql.exec(`CREATE TABLE answer_count (what TEXT NOT NULL, day INTEGER NOT NULL, at INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (what, day, at)) WITHOUT ROWID;
    CREATE INDEX idea_row_wait ON idea_row (${wait}, proposed_at) WHERE decided_at <> proposed_at;
    DROP INDEX idea_row_answer;
    DROP INDEX idea_row_tested;
    DROP INDEX idea_row_improved;
    DROP INDEX idea_row_reason;`)
  recountAnswers(sql)
}

/** Counts all of it anew. */
export const recountAnswers = (sql: SqlStorage): void => {
  const bin = bins.map(({ from, width }) => `WHEN ${wait} >= ${from} THEN ${wait} - (${wait}) % ${width}`).join(' ')
  const count = (select: string, more = ''): SqlStorageCursor<Record<string, SqlStorageValue>> =>
    sql.exec(`INSERT INTO answer_count (what, day, at, count) SELECT ${select}, count(*) FROM idea_row ${more} GROUP BY 1, 2, 3`)
  sql.exec('DELETE FROM answer_count')
  count(`CASE WHEN decided_at IS NULL THEN 'open' WHEN decided_at = proposed_at THEN 'before' WHEN decided_at <= due THEN 'on-time' ELSE 'late' END,
    proposed_at / ${dayLength}, CASE WHEN decided_at IS NULL THEN due / ${dayLength} WHEN decided_at = proposed_at THEN 0 ${bin} ELSE ${negative} END`)
  count("'tested', 0, 0", 'WHERE tested > 0')
  count("'improved', 0, 0", 'WHERE improved > 0')
  count(`'${endedAs}' || disposition || ' ' || reason, 0, 0`, "WHERE reason <> ''")
}

/** Forgets counts of nothing. */
export const purgeAnswers = (sql: SqlStorage): void => {
  sql.exec('DELETE FROM answer_count WHERE count = 0')
}

/** Changes of one transaction, summed up before they are written. */
export class AnswerCounts {
  readonly #counts = new Map<string, { row: [string, number, number]; by: number }>()

  count(idea: Answered, by: 1 | -1): void {
    for (const row of countsOf(idea)) {
      const key = row.join(' ')
      this.#counts.set(key, { row, by: (this.#counts.get(key)?.by ?? 0) + by })
    }
  }

  write(sql: SqlStorage): void {
    const changed = [...this.#counts.values()].filter(({ by }) => by !== 0)
    insertMany(
      sql,
      'INSERT INTO answer_count (what, day, at, count)',
      changed.map(({ row, by }) => [...row, by]),
      'ON CONFLICT (what, day, at) DO UPDATE SET count = count + excluded.count',
    )
  }
}
