import type { AnsweredOnTime, Funnel } from '../../../shared/api/reports.ts'
import { dayLength, dayOf } from '../../../shared/values/calendar-day.ts'
import type { Days } from '../../../shared/values/periods.ts'
import { answerStates, endedAs, waitsOf } from '../indexes/answer-index.ts'

/** Counts of answers and of what became of ideas, from what is kept of each day (indexes/answer-index.ts). */

type State = (typeof answerStates)[number]
interface Count {
  what: State
  at: number
  count: number
}

/** Times from when, and before when, ideas came in; milliseconds. */
interface Arrivals {
  from: number
  before: number
}

/** Of what is due today, the hour matters: how many of these are overdue by now. */
const overdueToday = (sql: SqlStorage, { from, before }: Arrivals, now: number): number =>
  Number(
    sql
      .exec(
        `SELECT count(*) AS count FROM idea_row WHERE disposition = 'active' AND pathway = '' AND due >= ? AND due < ? AND decided_at IS NULL
         AND proposed_at >= ? AND proposed_at < ?`,
        dayOf(now) * dayLength,
        now,
        from,
        before,
      )
      .one()['count'],
  )

/** The waits of these places, from 0, in the order of length: only those of the bins in which the places lie are read. */
const waitsAt = (sql: SqlStorage, counts: readonly Count[], { from, before }: Arrivals, places: readonly number[]): number[] =>
  places.map((place) => {
    let left = place
    const bin = counts
      .toSorted((one, other) => one.at - other.at)
      .find(({ count }) => {
        if (left < count) return true
        left -= count
        return false
      })
    const waits = waitsOf(bin?.at ?? 0)
    return Number(
      sql
        .exec(
          `SELECT decided_at - proposed_at AS wait FROM idea_row INDEXED BY idea_row_wait
           WHERE decided_at <> proposed_at AND decided_at - proposed_at >= ? AND decided_at - proposed_at < ? AND proposed_at >= ? AND proposed_at < ?
           ORDER BY 1 LIMIT 1 OFFSET ?`,
          waits.from,
          waits.below,
          from,
          before,
          left,
        )
        .toArray()[0]?.['wait'] ?? 0,
    )
  })

/** Exact, as if each wait had been looked at. */
const medianOf = (sql: SqlStorage, counts: readonly Count[], arrivals: Arrivals): number | null => {
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  const places = all % 2 === 1 ? [(all - 1) / 2] : [all / 2 - 1, all / 2]
  return waitsAt(sql, counts, arrivals, places).reduce((sum, wait) => sum + wait, 0) / places.length
}

/** Of the ideas that came in during these days: the same as `answeredOnTime` says of all of them. */
export const answers = (sql: SqlStorage, { from, to }: Days, now: number): AnsweredOnTime => {
  const counts = sql
    .exec<Count & Record<string, SqlStorageValue>>(
      `SELECT what, at, sum(count) AS count FROM answer_count WHERE what IN (SELECT value FROM json_each(?)) AND day >= ? AND day <= ?
       GROUP BY what, at HAVING sum(count) > 0`,
      JSON.stringify(answerStates),
      from,
      to,
    )
    .toArray()
  const [arrivals, today] = [{ from: from * dayLength, before: (to + 1) * dayLength }, dayOf(now)]
  const sum = (is: (count: Count) => boolean): number => counts.filter(is).reduce((all, { count }) => all + count, 0)
  const open = sum(({ what }) => what === 'open')
  const dueToday = sum(({ what, at }) => what === 'open' && at === today)
  const overdue = sum(({ what, at }) => what === 'open' && at < today) + (dueToday > 0 ? overdueToday(sql, arrivals, now) : 0)
  const timely = ({ what }: Count): boolean => what === 'on-time'
  const tardy = ({ what }: Count): boolean => what === 'late'
  // A bin of waits holds those in time and those that were late.
  const waited = Map.groupBy(
    counts.filter((count) => timely(count) || tardy(count)),
    ({ at }) => at,
  )
  return {
    arrived: sum(() => true),
    decidedBefore: sum(({ what }) => what === 'before'),
    onTime: sum(timely),
    late: sum(tardy),
    waiting: open - overdue,
    overdue,
    medianWait: medianOf(
      sql,
      [...waited].map(([at, same]) => ({ what: 'on-time', at, count: same.reduce((all, { count }) => all + count, 0) })),
      arrivals,
    ),
  }
}

/** How many ideas a site tested, and how many of them were better for it somewhere. */
export const triedBySites = (sql: SqlStorage): Pick<Funnel, 'tested' | 'improved'> => {
  const counts = new Map(
    sql
      .exec<{ what: string; count: number }>("SELECT what, count FROM answer_count WHERE what IN ('tested', 'improved')")
      .toArray()
      .map(({ what, count }) => [what, count]),
  )
  return { tested: counts.get('tested') ?? 0, improved: counts.get('improved') ?? 0 }
}

/** Why ideas ended, the most frequent first. */
export const endings = (sql: SqlStorage): Funnel['endings'] =>
  sql
    .exec<{ what: string; count: number }>(
      'SELECT what, count FROM answer_count WHERE what >= ? AND what < ? AND count > 0 ORDER BY count DESC, what',
      endedAs,
      `${endedAs}\u{10ffff}`,
    )
    .toArray()
    .map(({ what, count }) => {
      const [disposition = '', ...reason] = what.slice(endedAs.length).split(' ')
      return { disposition, reason: reason.join(' '), count }
    })
