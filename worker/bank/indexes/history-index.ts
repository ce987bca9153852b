import { defaultFramework, type Framework } from '../../../shared/domain/framework.ts'
import { frameworkId } from '../../../shared/domain/entities.ts'
import {
  answeredAt,
  dayCounts,
  type LoggedStep,
  type Reached,
  reachedBy,
  type Step,
  stepsFrom,
  steppingNames,
  type Story,
} from '../../../shared/rules/idea-story.ts'
import { insertMany } from '../rows/insert-many.ts'

/** What is kept of each idea's story, so that reports over time read counts by day, however many ideas there are. */

/** Changes of the counts of days, summed up before they are written. */
export class DayCounts {
  readonly #changes = new Map<string, { day: number; what: string; count: number }>()

  count(story: Story, by: 1 | -1): void {
    for (const [day, what, count] of dayCounts(story)) {
      const key = `${day} ${what}`
      this.#changes.set(key, { day, what, count: (this.#changes.get(key)?.count ?? 0) + by * count })
    }
  }

  write(sql: SqlStorage): void {
    const changed = [...this.#changes.values()].filter(({ count }) => count !== 0)
    insertMany(
      sql,
      'INSERT INTO day_count (day, what, count)',
      changed.map(({ day, what, count }) => [day, what, count]),
      'ON CONFLICT (day, what) DO UPDATE SET count = count + excluded.count',
    )
  }
}

export type StoryColumns = { steps: string | null; due: number; reached: number }
export const storyIn = ({ steps, due, reached }: StoryColumns): Story => ({
  steps: JSON.parse(steps ?? '[]') as Step[],
  due,
  reached: reached as Reached,
})

/** Begins with the log, or with one idea's entries in it: SQLite keeps the order of a CROSS JOIN. */
const loggedSteps = (
  from: string,
): string => `SELECT s.idea, l.name, l.at, json_extract(l.args, '$.pathway') AS pathway, coalesce(json_extract(l.args, '$.to'), json_extract(l.args, '$.phase')) AS "to",
    json_extract(l.args, '$.ending.as') AS ending
  FROM ${from} ON s.seq = l.seq AND s.idea = json_extract(l.args, '$.idea')
  WHERE l.status = 'ok' AND l.taken_back IS NULL AND l.name IN (${steppingNames.map((name) => `'${name}'`).join(', ')})`

type LoggedRow = LoggedStep & { idea: string } & Record<string, SqlStorageValue>

/** The steps of one idea by the log: of one that was withdrawn and comes back, or that stood before steps were kept. */
export const stepsInLog = (sql: SqlStorage, idea: Parameters<typeof stepsFrom>[0] & { id: string }, first: string): Step[] => {
  const log = sql.exec<LoggedRow>(`${loggedSteps('subject s CROSS JOIN log l')} AND s.idea = ? ORDER BY l.seq`, idea.id).toArray()
  return stepsFrom(idea, log, first)
}

type PlacedRow = {
  id: string
  pathway: string
  phase: string
  disposition: 'active' | 'abandoned'
  proposedAt: number
  movedAt: number
  due: number
}

const frameworkIn = (sql: SqlStorage): Framework => {
  const kept = sql.exec<{ body: string | null }>("SELECT body FROM entity WHERE kind = 'framework' AND id = ?", frameworkId).toArray()[0]
  return kept?.body ? (JSON.parse(kept.body) as Framework) : defaultFramework
}

/** Makes all of it anew from the ideas and the log: for a bank that came before it, and where counts and ideas do not agree. */
export const fillHistory = (sql: SqlStorage): void => {
  const { phases } = frameworkIn(sql)
  const log = Map.groupBy(sql.exec<LoggedRow>(`${loggedSteps('log l CROSS JOIN subject s')} ORDER BY l.seq`).toArray(), ({ idea }) => idea)
  const tried = new Set(
    sql
      .exec<{ idea: string }>(
        "SELECT DISTINCT json_extract(body, '$.idea') AS idea FROM entity WHERE kind = 'stance' AND json_extract(body, '$.stance') <> 'interested'",
      )
      .toArray()
      .map(({ idea }) => idea),
  )
  const rows = sql
    .exec<PlacedRow>('SELECT id, pathway, phase, disposition, proposed_at AS proposedAt, moved_at AS movedAt, due FROM idea_row')
    .toArray()
  const counts = new DayCounts()
  for (const row of rows) {
    const steps = stepsFrom({ ...row, pathway: row.pathway || null }, log.get(row.id) ?? [], phases[0]?.key ?? '')
    const reached = reachedBy(steps, phases, tried.has(row.id))
    counts.count({ steps, due: row.due, reached }, 1)
    sql.exec(
      'UPDATE idea_row SET steps = ?, decided_at = ?, reached = ? WHERE id = ?',
      JSON.stringify(steps),
      answeredAt(steps),
      reached,
      row.id,
    )
  }
  sql.exec('DELETE FROM day_count')
  counts.write(sql)
}
