import type { DigestReply, Personal } from '../../../shared/api/answers.ts'
import type { Happening } from '../../../shared/notifications/digest.ts'
import { type ToldName, toldNames } from '../../../shared/notifications/digest.ts'
import { changeAsSeenBy, hiddenName, isHiddenFrom, type Viewer } from '../../../shared/rules/visibility.ts'
import type { Change, Entities, Idea, Kind } from '../../../shared/domain/entities.ts'
import type { Shaken } from '../../../shared/rules/evidence-standing.ts'
import { newsFrom, type NewsItem } from '../../../shared/notifications/notifications.ts'
import { remindBefore } from '../../../shared/notifications/reminders.ts'
import { type ByName, byName } from '../../../shared/mutations/engine/logged.ts'
import { type Mutations, readMutation } from '../../../shared/mutations/index.ts'
import { fitting } from '../../../shared/values/page-bytes.ts'
import { caps } from '../../../shared/sync/protocol.ts'
import { saidBy } from '../indexes/idea-row.ts'
import { leanIdea } from '../indexes/idea-lines.ts'
import { leanBody } from '../rows/lean-body.ts'
import { numberBefore } from '../rows/log-number.ts'
import { fittingRows } from '../rows/read-page.ts'

/** Ideas that are read for one person, the last changed first. */
const mostIdeas = 1000

/** Of ideas that nobody took and that are due, the last ones. */
const mostUntaken = 50

/** Of ideas that rest on papers taken back or in doubt. */
const mostShaken = 200

/** What is read of them for one person, in bytes: the rest is older. */
const mostRead = 16 * caps.pageBytes

/** Of a person who is tied to more ideas than so many, about every tenth or more of the last ones is theirs. */
export const manyTies = 4000

/** How many ideas something ties a person to, as far as it matters. */
export const tiesOf = (sql: SqlStorage, person: string): number =>
  sql.exec<{ ties: number }>(`SELECT count(*) AS ties FROM (SELECT 1 FROM tie WHERE person = ? LIMIT ${manyTies + 1})`, person).one().ties

const lastOfFew = `SELECT t.idea, e.seq, octet_length(e.body) AS own FROM tie t CROSS JOIN entity e ON e.kind = 'idea' AND e.id = t.idea WHERE t.person = ?1`
/** Of many the last ones are found from the end of the feed; looking at each would cost what the bank holds. */
const lastOfMany = `SELECT e.id AS idea, e.seq, octet_length(e.body) AS own FROM entity e
  WHERE +e.kind = 'idea' AND EXISTS (SELECT 1 FROM tie t WHERE t.person = ?1 AND t.idea = e.id)`

/** The ideas that something ties a person to, the last changed first, as far as their rows are not more than are read at once. CROSS JOIN keeps SQLite from reading every idea of the bank instead. */
const tiedIdeas = (sql: SqlStorage, person: string): string[] => {
  const found = sql
    .exec<{ idea: string; size: number }>(
      `SELECT idea, own + (SELECT coalesce(sum(octet_length(b.body)), 0) FROM part p JOIN entity b ON b.kind = p.kind AND b.id = p.id WHERE p.idea = last.idea) AS size
       FROM (${tiesOf(sql, person) > manyTies ? lastOfMany : lastOfFew} AND e.body IS NOT NULL ORDER BY e.seq DESC LIMIT ${mostIdeas}) last ORDER BY seq DESC`,
      person,
    )
    .toArray()
  const count = fitting(
    found.map(({ size }) => size),
    mostRead,
  )
  return found.slice(0, count).map(({ idea }) => idea)
}

/** Ideas with a request that waits for steering. */
const awaited = (sql: SqlStorage): string[] =>
  sql
    .exec<{ id: string }>(`SELECT id FROM idea_row WHERE approval = 'asked' ORDER BY approval_due LIMIT ${mostIdeas}`)
    .toArray()
    .map(({ id }) => id)

/** Ideas whose answer is due within two days, that nobody took and that wait for nobody else. */
const untaken = (sql: SqlStorage, now: number): string[] =>
  sql
    .exec<{ id: string }>(
      `SELECT id FROM idea_row WHERE disposition = 'active' AND pathway = '' AND due <= ? AND taken IS NULL AND asked IS NULL ORDER BY due DESC LIMIT ${mostUntaken}`,
      now + remindBefore,
    )
    .toArray()
    .map(({ id }) => id)

/** Ideas that are worked on and rest on papers taken back or in doubt, the last moved first. */
const shakenIdeas = (sql: SqlStorage): string[] =>
  sql
    .exec<{ id: string }>(
      `SELECT id FROM idea_row WHERE json_extract(body, '$.shaken') IS NOT NULL AND +disposition = 'active' ORDER BY moved_at DESC LIMIT ${mostShaken}`,
    )
    .toArray()
    .map(({ id }) => id)

/** Whose notifications, and whether they are of steering or a coordinator where the role that they read in does not say so. */
export type NewsReader = Viewer & { steers?: boolean; coordinates?: boolean }

/** This person's notifications since then, newest first, as many as fit into a page. Reads only the ideas that they have a tie to, whatever the size of the bank. */
export const newsOf = (sql: SqlStorage, reader: NewsReader, since: number, tied = tiedIdeas(sql, reader.person)): NewsItem[] => {
  const steers = reader.steers ?? reader.role === 'steering'
  const coordinates = reader.coordinates ?? reader.role === 'coordinator'
  const now = Date.now()
  const free = new Set(coordinates ? untaken(sql, now) : [])
  const shaken = new Set(coordinates ? shakenIdeas(sql) : [])
  const concerned = new Set([...tied, ...(steers ? awaited(sql) : []), ...free, ...shaken])
  const rows = sql
    .exec<{ kind: Kind; body: string }>(
      `SELECT e.kind, e.body FROM json_each(?1) m CROSS JOIN entity e ON e.kind = 'idea' AND e.id = m.value WHERE e.body IS NOT NULL
       UNION ALL
       SELECT e.kind, ${leanBody} FROM json_each(?1) m JOIN part p ON p.idea = m.value JOIN entity e ON e.kind = p.kind AND e.id = p.id WHERE e.body IS NOT NULL`,
      JSON.stringify([...concerned]),
    )
    .toArray()
    .map(({ kind, body }) => changeAsSeenBy(reader, { kind, id: '', value: JSON.parse(body) as Entities[Kind] } as Change))
  return fittingRows(newsFrom(rows, reader.person, since, { steers, free, shaken, now }))
}

/** Of so many ideas, the last changed first, fresh notifications are counted. */
const mostCounted = 50

/** Beyond so many ties the last entries of the log are looked through instead of the ties: that costs the same for everybody. */
const mostTies = 2000
/** Or where no more than this was written about ideas since. */
const fewHappenings = 100
const freshOfFew = `SELECT t.idea FROM tie t CROSS JOIN idea_row r ON r.id = t.idea WHERE t.person = ?1
    AND (r.taken = ?1 OR EXISTS (SELECT 1 FROM subject s WHERE s.idea = t.idea AND s.seq > ?2)) ORDER BY r.moved_at DESC LIMIT ${mostCounted}`
const freshOfMany = `SELECT idea FROM (SELECT id AS idea FROM idea_row WHERE taken = ?1 LIMIT ${mostCounted})
  UNION
  SELECT idea FROM (SELECT s.idea, max(s.seq) AS seq FROM (SELECT idea, seq FROM subject WHERE seq > ?2 ORDER BY seq DESC LIMIT ${mostTies}) s
    CROSS JOIN tie t ON t.person = ?1 AND t.idea = s.idea GROUP BY s.idea ORDER BY 2 DESC LIMIT ${mostCounted})`

/** Whether so little has happened since this number of the log that looking through it is exact, and cheaper than looking through the ties. */
const isRecent = (sql: SqlStorage, from: number): boolean =>
  sql.exec(`SELECT 1 FROM subject WHERE seq > ? LIMIT 1 OFFSET ${fewHappenings}`, from).toArray().length === 0

/** How many notifications this person has not seen: of ideas in which something has happened since, or whose answer may be due. */
export const freshNews = (sql: SqlStorage, reader: Viewer): number => {
  const seen = Number(personal(sql, reader.person).find(({ name }) => name === 'seen')?.value ?? 0) || 0
  const { person } = reader
  const from = numberBefore(sql, seen)
  const query = isRecent(sql, from) || tiesOf(sql, person) > mostTies ? freshOfMany : freshOfFew
  const ideas = sql
    .exec<{ idea: string }>(query, person, from)
    .toArray()
    .map(({ idea }) => idea)
  return newsOf(sql, reader, seen, ideas).length
}

/** Log entries that are read for one person. */
const mostHappenings = 2000
type Said = Partial<Pick<Happening, 'to' | 'says' | 'site' | 'result'>>

const nothing = (): Said => ({})

/** What a digest tells of the arguments of each mutation. */
const said: ByName<Mutations, Said> & Record<ToldName, unknown> = {
  proposeIdea: ({ site }) => ({ site }),
  classifyIdea: ({ pathway }) => ({ to: pathway }),
  moveIdea: ({ to, reason }) => ({ to, says: reason }),
  reopenIdea: ({ reason }) => ({ says: reason }),
  expressStance: ({ site, result, note }) => ({ site, result, says: note }),
  endIdea: ({ as, sentence }) => ({ to: as, says: sentence }),
  mergeIdeas: ({ sentence }) => ({ says: sentence }),
  holdIdea: ({ why }) => ({ says: why }),
  requestApproval: ({ to, says }) => ({ to, says }),
  decideApproval: ({ decision, says }) => ({ to: decision, says }),
  withdrawApproval: nothing,
  assessEvidence: nothing,
  attachEvidence: nothing,
  clipEvidence: nothing,
  commentIdea: nothing,
  configureFramework: nothing,
  detachEvidence: nothing,
  editIdea: nothing,
  importIdea: nothing,
  importEvidence: nothing,
  liftHold: nothing,
  recordMeasurements: nothing,
  removeImported: nothing,
  removeImportedEvidence: nothing,
  returnToTriage: nothing,
  dismissEvidence: nothing,
  dismissPaper: nothing,
  setEvidenceQuestion: nothing,
  takeBack: nothing,
  markQuestionRead: nothing,
  editComment: nothing,
  deleteComment: nothing,
  withdrawStance: nothing,
  takeIdea: nothing,
  recordLookup: nothing,
  recordWatchList: nothing,
  checkStanding: nothing,
  watchIdea: nothing,
  publishIdea: nothing,
  unpublishIdea: nothing,
  agreeToBeNamed: nothing,
  withdrawEvidence: nothing,
  withdrawIdea: nothing,
}

type HappeningRow = {
  name: string
  args: string
  person: string
  at: number
  hidden: number
  id: string
  body: string
  shaken: Shaken | null
}

const happening = ({ name, args, person, at, hidden, body, shaken }: HappeningRow, reader: Viewer): Happening => {
  const { id, change, pathway, phase, disposition, topic, site, approval } = saidBy(JSON.parse(body) as Idea)
  const by = hidden && isHiddenFrom(reader, person, { nameHidden: true }) ? hiddenName : person
  const read = readMutation({ name, args: JSON.parse(args) })
  const { to = '', says = '', site: where = '', result = null } = read ? byName<Mutations, Said>(said, read) : {}
  return {
    name,
    by,
    at,
    to,
    says,
    site: where,
    result,
    idea: { id, change, pathway, phase, disposition, topic, site, ...(approval ? { approval } : {}), ...(shaken ? { shaken } : {}) },
  }
}

/** Arguments that may be long and that no notification shows. */
const untold = ['problem', 'details', 'theory', 'aim', 'measures', 'drivers', 'charts', 'set', 'base', 'points', 'of', 'also']
  .map((name) => `'$.${name}'`)
  .join(', ')

/** What happened from then (included) until then (not included), oldest first: the newest 2,000, as far as they go into a page. Costs what it returns. */
export const digest = (sql: SqlStorage, from: number, to: number, reader: Viewer): DigestReply => {
  const rows = sql
    .exec<HappeningRow>(
      `SELECT l.name, json_remove(l.args, ${untold}) AS args, l.person, l.at, l.hidden, r.id, ${leanIdea} AS body, json_extract(r.body, '$.shaken') AS shaken FROM log l CROSS JOIN subject s ON s.seq = l.seq CROSS JOIN idea_row r ON r.id = s.idea CROSS JOIN entity e ON e.kind = 'idea' AND e.id = r.id
       WHERE l.seq > ? AND l.seq <= ? AND l.status = 'ok' AND l.taken_back IS NULL AND l.name IN (${toldNames.map(() => '?').join(', ')})
         AND (l.name <> 'mergeIdeas' OR json_extract(l.args, '$.idea') = r.id)
       ORDER BY l.seq DESC LIMIT ${mostHappenings + 1}`,
      numberBefore(sql, from),
      numberBefore(sql, to),
      ...toldNames,
    )
    .toArray()
  const happenings = fittingRows(rows.slice(0, mostHappenings).map((row) => happening(row, reader)))
  return { from, to, happenings: happenings.toReversed(), cut: rows.length > happenings.length }
}

/** What a person keeps here for themselves. */
export const personal = (sql: SqlStorage, person: string): Personal[] =>
  sql
    .exec<Personal & Record<string, SqlStorageValue>>('SELECT name, value, at FROM personal WHERE person = ? ORDER BY name', person)
    .toArray()

/** Notifications in one answer. */
const mostKept = 200

/** Keeps it, or takes it away where there is no value. `false`: the person keeps too much already. */
export const keepPersonal = (sql: SqlStorage, person: string, name: string, value: string, now: number): boolean => {
  if (value === '') {
    sql.exec('DELETE FROM personal WHERE person = ? AND name = ?', person, name)
    return true
  }
  const others = Number(sql.exec('SELECT count(*) AS count FROM personal WHERE person = ? AND name <> ?', person, name).one()['count'])
  if (others >= mostKept) return false
  sql.exec('INSERT OR REPLACE INTO personal (person, name, value, at) VALUES (?, ?, ?, ?)', person, name, value, now)
  return true
}
