import type { Framework } from '../../../shared/domain/framework.ts'
import { ideaAsSeenBy, type Viewer, seesHiddenNames } from '../../../shared/rules/visibility.ts'
import type { Idea } from '../../../shared/domain/entities.ts'
import {
  type Funnel,
  type LeadLoad,
  type LessonReply,
  type ReportsReply,
  type SiteActivity,
  type TopicCell,
  type Withdrawn,
} from '../../../shared/api/reports.ts'
import { caps } from '../../../shared/sync/protocol.ts'
import type { Standing } from '../../../shared/citations/citation.ts'
import type { Days } from '../../../shared/values/periods.ts'
import { widely } from '../../../shared/rules/idea-story.ts'
import { answers, endings, triedBySites } from './answer-queries.ts'
import { reportSeries } from './series-queries.ts'
import { fittingRows } from '../rows/read-page.ts'

/** Times are in milliseconds. */
const day = 24 * 60 * 60 * 1000

const topics = (sql: SqlStorage): TopicCell[] =>
  sql
    .exec<{ pathway: string; phase: string; topic: string; count: number }>(
      "SELECT pathway, phase, topic, sum(count) AS count FROM cell WHERE disposition = 'active' AND count > 0 GROUP BY pathway, phase, topic",
    )
    .toArray()
    .map(({ pathway, ...cell }) => ({ pathway: pathway || null, ...cell }))

type ActivityRow = { site: string; ideas: number; clips: number; stances: number; results: number; lastAt: number }

/** Every site of the framework has a line. When a site was last active leaves out, for peers, what they may not know of it. */
const sites = (sql: SqlStorage, known: readonly string[], { from, to }: Days, reader: Viewer): SiteActivity[] => {
  const last = seesHiddenNames(reader.role) ? 'last_at' : 'told_at'
  const active = new Map(
    sql
      .exec<ActivityRow>(
        `SELECT d.site, sum(d.ideas) AS ideas, sum(d.clips) AS clips, sum(d.stances) AS stances, sum(d.results) AS results, max(d.${last}) AS lastAt
         FROM json_each(?) s CROSS JOIN site_day d ON d.site = s.value AND d.day >= ? AND d.day <= ? GROUP BY s.key`,
        JSON.stringify(known),
        from,
        to,
      )
      .toArray()
      .map((row) => [row.site, row]),
  )
  const inBank = new Map(
    sql
      .exec<{ site: string; count: number }>('SELECT site, sum(count) AS count FROM cell GROUP BY site')
      .toArray()
      .map(({ site, count }) => [site, count]),
  )
  const nothing = { ideas: 0, clips: 0, stances: 0, results: 0, lastAt: 0 }
  return known.map((site) => ({ ...nothing, ...active.get(site), site, inBank: inBank.get(site) ?? 0 }))
}

const mostLed = 2000

type LedRow = LeadLoad['ideas'][number] & { people: string }

/** Each lead's ideas, as many as go into half a page, those that stand longest first. */
const leads = (sql: SqlStorage): LeadLoad[] => {
  const found = new Map<string, LeadLoad>()
  const rows = sql
    .exec<LedRow & Record<string, SqlStorageValue>>(
      `SELECT e.id, json_extract(e.body, '$.change') AS change, json_extract(e.body, '$.pathway') AS pathway, json_extract(e.body, '$.phase') AS phase,
         json_extract(e.body, '$.movedAt') AS movedAt, json_extract(e.body, '$.leads') AS people
       FROM idea_row r INDEXED BY idea_row_leads CROSS JOIN entity e ON e.kind = 'idea' AND e.id = r.id WHERE r.disposition = 'active' AND r.leads > 0 ORDER BY r.moved_at LIMIT ${mostLed}`,
    )
    .toArray()
  const each = rows.flatMap(({ people, ...idea }) => (JSON.parse(people) as string[]).map((person) => ({ person, idea })))
  for (const { person, idea } of fittingRows(each, caps.pageBytes / 2)) {
    const load = found.get(person) ?? { person, ideas: [] }
    load.ideas.push(idea)
    found.set(person, load)
  }
  return [...found.values()].toSorted((one, other) => other.ideas.length - one.ideas.length)
}

const funnel = (sql: SqlStorage, spread: readonly string[]): Funnel => {
  const tally = sql
    .exec<{ pathway: string; phase: string; count: number }>('SELECT pathway, phase, count FROM tally WHERE count > 0')
    .toArray()
  const sum = (is: (row: { pathway: string; phase: string }) => boolean): number =>
    tally.filter(is).reduce((total, { count }) => total + count, 0)
  return {
    arrived: sum(() => true),
    classified: sum(({ pathway }) => pathway !== ''),
    ...triedBySites(sql),
    spread: sum(({ phase }) => spread.includes(phase)),
    endings: endings(sql),
  }
}

/** From the flags that are kept with each clip, whatever else is in the bank; a clip that supports no idea yet comes without. */
const flagged = (sql: SqlStorage): Withdrawn[] => {
  const found = new Map<string, Withdrawn>()
  const rows = sql.exec<{ evidence: string; standing: Standing; title: string | null; id: string | null; change: string | null }>(
    `SELECT d.id AS evidence, d.standing, json_extract(e.body, '$.citation.title') AS title, r.id, (SELECT json_extract(o.body, '$.change') FROM entity o WHERE o.kind = 'idea' AND o.id = r.id) AS change
     FROM doubted d CROSS JOIN entity e ON e.kind = 'evidence' AND e.id = d.id LEFT JOIN json_each(e.body, '$.ideas') i
     LEFT JOIN idea_row r ON r.id = i.value WHERE e.body IS NOT NULL ORDER BY d.standing = 'doubted', e.seq DESC`,
  )
  for (const { evidence, standing, title, id, change } of rows) {
    const entry = found.get(evidence) ?? { evidence, standing, title: title ?? '', ideas: [] }
    if (id !== null) entry.ideas.push({ id, change: change ?? '' })
    found.set(evidence, entry)
  }
  return fittingRows([...found.values()], caps.pageBytes / 2)
}

const keysOf = (list: readonly { key: string }[]): string[] => list.map(({ key }) => key)

/** The days that are reported where none are asked for. */
const usual = 90
const today = (now: number): number => Math.floor(now / day)

/** Everything that the reports' page shows. Costs the counts of these days and one look at each index, not the bank's rows. */
export const reports = (sql: SqlStorage, framework: Framework, asked: Partial<Days>, now: number, reader: Viewer): ReportsReply => {
  const to = Math.min(asked.to ?? today(now), today(now))
  const days = { from: Math.min(asked.from ?? to - usual + 1, to), to }
  const taken = flagged(sql)
  return {
    at: now,
    since: days.from * day,
    ...days,
    series: reportSeries(sql, framework, days, now),
    topics: topics(sql),
    answers: answers(sql, days, now),
    sites: sites(sql, keysOf(framework.sites), days, reader),
    leads: leads(sql),
    funnel: funnel(sql, widely(framework.phases)),
    withdrawn: taken.filter(({ standing }) => standing !== 'notice'),
    notices: taken.filter(({ standing }) => standing === 'notice'),
  }
}

/** One abandoned idea, another one each day, so that what was learnt is heard again. */
export const lesson = (sql: SqlStorage, now: number, reader: Viewer): LessonReply => {
  const count = Number(sql.exec("SELECT coalesce(sum(count), 0) AS count FROM tally WHERE disposition = 'abandoned'").one()['count'])
  if (count === 0) return { lesson: null }
  const row = sql
    .exec<{ body: string }>(
      "SELECT e.body FROM idea_row r CROSS JOIN entity e ON e.kind = 'idea' AND e.id = r.id WHERE r.disposition = 'abandoned' ORDER BY r.moved_at DESC LIMIT 1 OFFSET ?",
      Math.floor(now / day) % Math.min(count, 500),
    )
    .toArray()[0]
  return { lesson: row ? ideaAsSeenBy(reader, JSON.parse(row.body) as Idea) : null }
}
