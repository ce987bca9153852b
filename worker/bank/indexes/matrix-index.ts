import { type Cell, trendWeeks } from '../../../shared/api/bank.ts'
import { insertMany } from '../rows/insert-many.ts'

/**
 * Ages and trends of the matrix, kept as ideas move: per cell and day, how many of those that are there now came on that day
 * (`here`), and by how much the cell grew on it (`net`). What is read depends on days and cells, not on ideas.
 */
const day = 24 * 60 * 60 * 1000
const daysAWeek = 7

export interface Stay {
  pathway: string
  phase: string
  disposition: string
  movedAt: number
}

export const dayOf = (at: number): number => Math.floor(at / day)

/** Changes of one transaction, summed up before they are written. Only active ideas are in a cell. */
export class CellDays {
  readonly #changes = new Map<string, { pathway: string; phase: string; day: number; here: number; net: number }>()

  /** An idea was at one place since one day, and is at another; `now` stands for the day of what has no later one. */
  moved(before: Stay | undefined, after: Stay | undefined, now: number): void {
    const same =
      before && after && before.pathway === after.pathway && before.phase === after.phase && before.disposition === after.disposition
    if (same && dayOf(before.movedAt) === dayOf(after.movedAt)) return
    // What is taken back is taken back on the day on which it was done.
    const on = dayOf(Math.max(after?.movedAt ?? now, before?.movedAt ?? 0))
    if (before?.disposition === 'active') {
      this.#add(before, dayOf(before.movedAt), -1, 0)
      this.#add(before, on, 0, -1)
    }
    if (after?.disposition === 'active') {
      this.#add(after, dayOf(after.movedAt), 1, 0)
      this.#add(after, on, 0, 1)
    }
  }

  #add({ pathway, phase }: Stay, on: number, here: number, net: number): void {
    const key = `${pathway} ${phase} ${on}`
    const change = this.#changes.get(key) ?? { pathway, phase, day: on, here: 0, net: 0 }
    this.#changes.set(key, { ...change, here: change.here + here, net: change.net + net })
  }

  write(sql: SqlStorage): void {
    insertMany(
      sql,
      'INSERT INTO cell_day (pathway, phase, day, here, net)',
      [...this.#changes.values()].map(({ pathway, phase, day, here, net }) => [pathway, phase, day, here, net]),
      'ON CONFLICT (pathway, phase, day) DO UPDATE SET here = here + excluded.here, net = net + excluded.net',
    )
  }
}

type DayRow = { pathway: string; phase: string; day: number; here: number; net: number }

const medianDay = (rows: readonly DayRow[], count: number): number => {
  let left = count / 2
  for (const { day, here } of rows) {
    left -= here
    if (left <= 0) return day
  }
  return rows.at(-1)?.day ?? 0
}

/** The cell's count at the end of each week, from what it is now and by how much it grew since. */
const trendOf = (rows: readonly DayRow[], count: number, today: number): number[] =>
  Array.from({ length: trendWeeks }, (_, index) => {
    const until = today - (trendWeeks - 1 - index) * daysAWeek
    return count - rows.filter((row) => row.day > until).reduce((sum, { net }) => sum + net, 0)
  })

/** Each cell that has ideas, or had some in the weeks that a trend shows. */
export const cellsOf = (sql: SqlStorage, now: number): Cell[] => {
  const today = dayOf(now)
  const since = today - trendWeeks * daysAWeek
  const rows = sql
    .exec<DayRow>('SELECT pathway, phase, day, here, net FROM cell_day WHERE here <> 0 OR day > ? ORDER BY pathway, phase, day', since)
    .toArray()
  const cells = Map.groupBy(rows, ({ pathway, phase }) => `${pathway} ${phase}`)
  return [...cells.values()].map((days) => {
    const { pathway = '', phase = '' } = days[0] ?? {}
    const count = days.reduce((sum, { here }) => sum + here, 0)
    return {
      pathway: pathway || null,
      phase,
      count,
      age: count > 0 ? Math.max(0, today - medianDay(days, count)) : null,
      trend: trendOf(days, count, today),
    }
  })
}
