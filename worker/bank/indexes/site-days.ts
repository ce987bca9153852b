import type { LogEntry } from '../../../shared/sync/server-store.ts'
import { dayLength, dayOf } from '../../../shared/values/calendar-day.ts'
import { insertMany } from '../rows/insert-many.ts'
import { numberBefore } from '../rows/log-number.ts'

/**
 * What each site did on each day (UTC), kept as the log is written. A site is the one that was spoken for, else that of whoever acted.
 * `told_at` is the last time that peers may know: of what goes without a name they are told what has its site in its own row.
 */
const counted = ['proposeIdea', 'clipEvidence', 'expressStance', 'commentIdea', 'moveIdea', 'editIdea']
const told = new Set(['proposeIdea', 'clipEvidence', 'expressStance'])

type Counts = { day: number; site: string; ideas: number; clips: number; stances: number; results: number; lastAt: number; toldAt: number }
type Entry = Pick<LogEntry, 'status' | 'name' | 'args' | 'context' | 'unnamed'>

const countsOf = ({ name, args, context, unnamed }: Entry): Counts => {
  const { site, result } = (args ?? {}) as { site?: string | null; result?: string | null }
  return {
    day: dayOf(context.at),
    site: site || context.site,
    ideas: Number(name === 'proposeIdea'),
    clips: Number(name === 'clipEvidence'),
    stances: Number(name === 'expressStance' && !result),
    results: Number(name === 'expressStance' && Boolean(result)),
    lastAt: context.at,
    toldAt: unnamed && !told.has(name) ? 0 : context.at,
  }
}

const write = (sql: SqlStorage, counts: readonly Counts[]): void => {
  const sums = new Map<string, Counts>()
  for (const one of counts) {
    const sum = sums.get(`${one.day} ${one.site}`)
    if (!sum) sums.set(`${one.day} ${one.site}`, { ...one })
    else {
      for (const name of ['ideas', 'clips', 'stances', 'results'] as const) sum[name] += one[name]
      sum.lastAt = Math.max(sum.lastAt, one.lastAt)
      sum.toldAt = Math.max(sum.toldAt, one.toldAt)
    }
  }
  insertMany(
    sql,
    'INSERT INTO site_day (day, site, ideas, clips, stances, results, last_at, told_at)',
    [...sums.values()].map(({ day, site, ideas, clips, stances, results, lastAt, toldAt }) => [
      day,
      site,
      ideas,
      clips,
      stances,
      results,
      lastAt,
      toldAt,
    ]),
    `ON CONFLICT (day, site) DO UPDATE SET ideas = ideas + excluded.ideas, clips = clips + excluded.clips, stances = stances + excluded.stances,
       results = results + excluded.results, last_at = max(last_at, excluded.last_at), told_at = max(told_at, excluded.told_at)`,
  )
}

/** Adds what was done just now. */
export const countSiteDays = (sql: SqlStorage, entries: readonly Entry[]): void =>
  write(sql, entries.filter(({ status, name }) => status === 'ok' && counted.includes(name)).map(countsOf))

type LogRow = { name: string; args: string; site: string; at: number; hidden: number }

/** The site that was spoken for, else that of whoever acted. */
const siteIn = "coalesce(nullif(json_extract(args, '$.site'), ''), site)"

/** Counts the log between two numbers of it, the first not included, of one site or of all. */
const countLog = (sql: SqlStorage, after: number, upTo: number, site: string | null = null): void => {
  const rows = sql.exec<LogRow>(
    `SELECT name, json_object('site', json_extract(args, '$.site'), 'result', json_extract(args, '$.result')) AS args, site, at, hidden FROM log
     WHERE seq > ?1 AND seq <= ?2 AND (?3 IS NULL OR ${siteIn} = ?3) AND status = 'ok' AND taken_back IS NULL AND name IN (${counted.map((name) => `'${name}'`).join(', ')})`,
    after,
    upTo,
    site,
  )
  const counts: Counts[] = []
  for (const { name, args, site: own, at, hidden } of rows)
    counts.push(
      countsOf({
        status: 'ok',
        name,
        args: JSON.parse(args),
        context: { person: '', role: 'contributor', site: own, at },
        unnamed: hidden === 1,
      }),
    )
  write(sql, counts)
}

const headOf = (sql: SqlStorage): number => Number(sql.exec('SELECT coalesce(max(seq), 0) AS head FROM log').one()['head'])

/** Counts the days anew on which something happened that was taken back since. */
export const recountSiteDays = (sql: SqlStorage, mutations: readonly string[]): void => {
  if (mutations.length === 0) return
  const days = sql.exec<{ day: number; site: string }>(
    `SELECT DISTINCT at / ${dayLength} AS day, ${siteIn} AS site FROM log
     WHERE mutation IN (SELECT value FROM json_each(?)) AND name IN (${counted.map((name) => `'${name}'`).join(', ')})`,
    JSON.stringify(mutations),
  )
  for (const { day, site } of days.toArray()) {
    sql.exec('DELETE FROM site_day WHERE site = ? AND day = ?', site, day)
    countLog(sql, numberBefore(sql, day * dayLength), numberBefore(sql, (day + 1) * dayLength), site)
  }
}

/** Makes all of it anew from the log. */
export const fillSiteDays = (sql: SqlStorage): void => {
  sql.exec('DELETE FROM site_day')
  countLog(sql, 0, headOf(sql))
}
