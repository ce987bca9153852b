import { type Ages, ageLimits, type Cohort, type Flow, type ReportSeries } from '../../../shared/api/reports.ts'
import type { Framework } from '../../../shared/domain/framework.ts'
import { cohort, ended, inTriage, late, net, onTime } from '../../../shared/rules/idea-story.ts'
import { dayOf } from '../../../shared/values/calendar-day.ts'
import { type Days, periodsIn } from '../../../shared/values/periods.ts'

/** Everything is read from counts that are kept by day (bank/indexes), so it costs days and sites, not ideas. */

type CountRow = { part: number; what: string; count: number }

const inParts = (sql: SqlStorage, parts: readonly Days[]): CountRow[] =>
  sql
    .exec<CountRow>(
      `SELECT p.key AS part, d.what, sum(d.count) AS count FROM json_each(?) p
       CROSS JOIN day_count d ON d.day >= json_extract(p.value, '$.from') AND d.day <= json_extract(p.value, '$.to') GROUP BY 1, 2`,
      JSON.stringify(parts),
    )
    .toArray()

const summed = (rows: readonly CountRow[], part: number, is: (what: string) => boolean): number =>
  rows.reduce((sum, row) => (row.part === part && is(row.what) ? sum + row.count : sum), 0)

const flowOf = (rows: readonly CountRow[], parts: readonly Days[]): Flow[] =>
  parts.map((part, at) => ({
    ...part,
    arrived: summed(rows, at, (what) => what.startsWith(cohort)),
    onTime: summed(rows, at, (what) => what === onTime),
    late: summed(rows, at, (what) => what === late),
  }))

/** `cohort2-`: came as far as 2, and ended. */
const cohortsOf = (rows: readonly CountRow[], parts: readonly Days[]): Cohort[] =>
  parts.map((part, at) => {
    const reached = (least: number): number => summed(rows, at, (what) => what.startsWith(cohort) && Number(what[cohort.length]) >= least)
    return {
      ...part,
      arrived: reached(0),
      triaged: reached(1),
      tested: reached(2),
      adopted: reached(3),
      ended: summed(rows, at, (what) => what.startsWith(cohort) && what.endsWith(ended)),
    }
  })

/** In the order in which ideas go through them. */
const statesOf = ({ phases }: Framework): string[] => [inTriage, ...phases.map(({ key }) => key), ended]

const standingOf = (
  sql: SqlStorage,
  states: readonly string[],
  rows: readonly CountRow[],
  days: readonly Days[],
): ReportSeries['standing'] => {
  const before = new Map(
    sql
      .exec<{ what: string; count: number }>(
        `SELECT what, sum(count) AS count FROM day_count WHERE day < ? AND what GLOB '${net}*' GROUP BY what`,
        days[0]?.from ?? 0,
      )
      .toArray()
      .map(({ what, count }) => [what, count]),
  )
  return states.map((state) => {
    let count = before.get(net + state) ?? 0
    return { state, counts: days.map((_, at) => (count += summed(rows, at, (what) => what === net + state))) }
  })
}

/** What stands in each state today, by how long. */
const agesOf = (sql: SqlStorage, states: readonly string[], today: number): Ages[] => {
  const rows = sql
    .exec<{ state: string; day: number; here: number }>(
      "SELECT CASE pathway WHEN '' THEN '' ELSE phase END AS state, day, sum(here) AS here FROM cell_day WHERE here <> 0 GROUP BY 1, 2",
    )
    .toArray()
  const group = (day: number): number =>
    (ageLimits.findIndex((limit) => today - day <= limit) + ageLimits.length + 1) % (ageLimits.length + 1)
  return states
    .filter((state) => state !== ended)
    .map((state) => {
      const counts = Array.from({ length: ageLimits.length + 1 }, () => 0)
      for (const row of rows) if (row.state === state) counts[group(row.day)] = (counts[group(row.day)] ?? 0) + row.here
      return { state, counts }
    })
}

const activityOf = (sql: SqlStorage, sites: readonly string[], parts: readonly Days[]): ReportSeries['activity'] => {
  const rows = sql.exec<{ part: number; site: string; count: number }>(
    `SELECT s.value AS site, p.key AS part, coalesce((SELECT sum(d.ideas + d.clips + d.stances + d.results) FROM site_day d
       WHERE d.site = s.value AND d.day >= json_extract(p.value, '$.from') AND d.day <= json_extract(p.value, '$.to')), 0) AS count
     FROM json_each(?) s CROSS JOIN json_each(?) p`,
    JSON.stringify(sites),
    JSON.stringify(parts),
  )
  const found = new Map<string, number[]>(sites.map((site) => [site, parts.map(() => 0)]))
  for (const { part, site, count } of rows) {
    const counts = found.get(site)
    if (counts) counts[part] = count
  }
  return [...found].map(([site, counts]) => ({ site, counts }))
}

/** What the reports draw of these days. */
export const reportSeries = (sql: SqlStorage, framework: Framework, days: Days, now: number): ReportSeries => {
  const [{ unit, parts }, cohorts] = [periodsIn(days), periodsIn(days, 'month')]
  const [rows, states] = [inParts(sql, parts), statesOf(framework)]
  return {
    unit,
    flow: flowOf(rows, parts),
    standing: standingOf(sql, states, rows, parts),
    ages: agesOf(sql, states, dayOf(now)),
    cohortUnit: cohorts.unit,
    cohorts: cohortsOf(inParts(sql, cohorts.parts), cohorts.parts),
    activity: activityOf(
      sql,
      framework.sites.map(({ key }) => key),
      parts,
    ),
  }
}
