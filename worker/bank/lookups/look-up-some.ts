import type { LookupRecord } from '../../../shared/lookups/answer.ts'
import { type AskedService, askedServices } from '../../../shared/lookups/assertion.ts'
import { tidyCitation } from '../../../shared/citations/tidy-citation.ts'
import { pmidQuestion, type Question, questionsTo } from '../../lookups/look-up.ts'
import { ask } from '../../lookups/request.ts'
import { type Asking, serviceRules } from '../../lookups/services.ts'
import { clipsOf, dueItems, enroll, forgetItem, isWatched, keepItem, type LastAnswer, type LookupItem, nextDue } from './lookup-items.ts'
import { countRequest, notBefore, noteAnswer } from './service-state.ts'

const hour = 60 * 60 * 1000
const dayLong = 24 * hour
/** Items in one part of the work: as many as one request to Crossref takes. */
const itemsAtOnce = 40
/** Requests to one service in one part of the work. */
const requestsAtOnce = 4
const week = 7 * dayLong

/** Who asks services for one network, within their limits and its budget. */
export interface Asker {
  sql: SqlStorage
  asking: Asking
  /** Milliseconds to wait before one request, over all networks; `null`: too many wait. */
  reserve: (service: AskedService) => Promise<number | null>
  now: () => number
  /** Milliseconds until a service is taken not to answer; as `ask` has it where it is not said. */
  patience?: number
}

export interface LookupWork extends Asker {
  services: readonly AskedService[]
  /** Keeps what was answered with a clip, in a transaction of its own. */
  record: (clip: string, item: LookupItem) => void
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Without what is only read once, and with the citation as it would be kept. */
const slim = (record: LookupRecord): LookupRecord => ({ ...record, citation: tidyCitation(record.citation) })

/** Answered within its days, but for the one by which items are spread: an item that is due is asked about. */
const isFresh = ({ answers }: LookupItem, service: AskedService, now: number): boolean => {
  const last = answers[service]?.at
  return last !== undefined && last > now - (serviceRules[service].everyDays - 1) * dayLong
}

/** DataCite is asked about what Crossref does not have. */
const concerns = (item: LookupItem, service: AskedService, services: readonly AskedService[]): boolean =>
  service !== 'datacite' || !services.includes('crossref') || (item.answers.crossref !== undefined && item.answers.crossref.record === null)

/** Without Europe PMC nobody else names the PMID of a DOI. */
const needsPmid = ({ pmid, doi }: LookupItem, service: AskedService, services: readonly AskedService[]): boolean =>
  service === 'pubmed' && !services.includes('europepmc') && !pmid && doi !== undefined

/** No answer that could be read: the items are asked about one by one, and the one that is it again waits a day. */
const setApart = ({ sql, now }: LookupWork, service: AskedService, items: readonly LookupItem[]): void => {
  for (const item of items) {
    const again = item.apart?.[service] !== undefined
    item.apart = { ...item.apart, [service]: again ? now() + dayLong : 0 }
    keepItem(sql, item)
  }
}

const noteFound = (item: LookupItem, service: AskedService, answer: LastAnswer): void => {
  item.answers = { ...item.answers, [service]: answer }
  const { [service]: _, ...apart } = item.apart ?? {}
  item.apart = Object.keys(apart).length > 0 ? apart : undefined
}

export type Asked = 'answered' | 'failed' | 'full'

/** One request, within the limits of the service and the network's budget; every way in which it ends is noted. */
export const askOne = async (
  work: Asker,
  service: AskedService,
  address: string,
  read: (reply: Awaited<ReturnType<typeof ask>>) => Asked,
): Promise<Asked> => {
  const { sql, asking, reserve, now } = work
  if (notBefore(sql, service, now()) > 0) return 'full'
  const wait = await reserve(service)
  if (wait === null) return 'full'
  if (wait > 0) await sleep(wait)
  countRequest(sql, service, now())
  return read(await ask(address, asking.contact, now(), work.patience))
}

const putQuestion = (work: LookupWork, { service, address, items, read }: Question<LookupItem>): Promise<Asked> =>
  askOne(work, service, address, (reply) => {
    const [answer, now] = [read(reply), work.now()]
    noteAnswer(work.sql, service, 'failed' in answer ? answer.failed : undefined, 'failed' in answer ? answer.waitSeconds : undefined, now)
    if ('failed' in answer && (answer.failed === 'refused' || answer.failed === 'unreadable')) setApart(work, service, items)
    if ('failed' in answer) return 'failed'
    for (const [index, item] of items.entries()) {
      const record = answer.found[index]
      noteFound(item, service, { at: now, record: record ? slim(record) : null })
      if (record?.ids.pmid && !item.pmid) item.pmid = record.ids.pmid
      if (record?.ids.doi && !item.doi) item.doi = record.ids.doi
      keepItem(work.sql, item)
    }
    return 'answered'
  })

/** Where nobody else names the PMID of a DOI, PubMed is searched for it. */
const findPmids = async (work: LookupWork, items: readonly LookupItem[]): Promise<void> => {
  for (const item of items.slice(0, requestsAtOnce)) {
    const question = pmidQuestion(item.doi ?? '', work.asking)
    const asked = await askOne(work, 'pubmed', question.address, (reply) => {
      const answer = question.read(reply)
      noteAnswer(
        work.sql,
        'pubmed',
        'failed' in answer ? answer.failed : undefined,
        'failed' in answer ? answer.waitSeconds : undefined,
        work.now(),
      )
      if ('failed' in answer && (answer.failed === 'refused' || answer.failed === 'unreadable')) setApart(work, 'pubmed', [item])
      if ('failed' in answer) return 'failed'
      if (answer.found) item.pmid = answer.found
      else noteFound(item, 'pubmed', { at: work.now(), record: null })
      keepItem(work.sql, item)
      return 'answered'
    })
    if (asked !== 'answered') return
  }
}

/** Asks one service about those of the items that it has not answered lately; whoever is left is asked about in the next part. */
const askService = async (work: LookupWork, service: AskedService, items: readonly LookupItem[]): Promise<void> => {
  const wanting = items.filter(
    (item) => !isFresh(item, service, work.now()) && concerns(item, service, work.services) && (item.apart?.[service] ?? 0) <= work.now(),
  )
  await findPmids(
    work,
    wanting.filter((item) => needsPmid(item, service, work.services)),
  )
  for (const question of questionsTo(service, wanting, work.asking, serviceRules[service].batch).slice(0, requestsAtOnce))
    if ((await putQuestion(work, question)) !== 'answered') return
}

/** A share of the week by which an item's day differs from its neighbours', so that no week begins with all of them. */
const spread = (item: string): number => {
  let hash = 0
  for (const sign of item) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) % 1009
  return (hash / 1009) * (dayLong - hour)
}

/** In a week from its last turn; its first one is at a whole hour, so that those of one hour are asked about in few requests. */
const nextTurn = ({ item, due }: LookupItem, now: number): number => {
  const kept = due % hour === 0 && due >= now - dayLong
  return kept ? due + week : Math.ceil((now + week - dayLong + spread(item)) / hour) * hour
}

/** Services that could tell of an item and have not, or not within their days: none of them clears it. */
export const silentOf = (item: LookupItem, services: readonly AskedService[], asking: Asking, now: number): AskedService[] =>
  services.filter(
    (service) =>
      !isFresh(item, service, now) &&
      concerns(item, service, services) &&
      (needsPmid(item, service, services) || questionsTo(service, [item], asking, 1).length > 0),
  )

/** When an item is asked about next: in a week, or when who did not answer may be asked again. */
const dueAgain = (work: LookupWork, item: LookupItem): number => {
  const now = work.now()
  const missing = silentOf(item, work.services, work.asking, now)
  if (missing.length === 0) return nextTurn(item, now)
  const waits = missing
    .map((service) => Math.max(item.apart?.[service] ?? 0, notBefore(work.sql, service, now)))
    .filter((until) => until > now)
  // Some are left only because a part of the work is small: they come at once.
  return waits.length < missing.length ? now : Math.min(...waits)
}

/**
 * One part of the network's look-ups: the items that are due, at each service in turn. What each answers is kept at once, so that
 * work that is cut off goes on where it was. Returns when to come again, in milliseconds since 1970; `undefined`: when a clip comes.
 */
export const lookUpSome = async (work: LookupWork): Promise<number | undefined> => {
  const { sql, services, now } = work
  const more = enroll(sql, now())
  const items = dueItems(sql, now(), itemsAtOnce)
  const used = items.filter(({ item }) => {
    const isUsed = isWatched(sql, item)
    if (!isUsed) forgetItem(sql, item)
    return isUsed
  })
  for (const service of askedServices) if (services.includes(service)) await askService(work, service, used)
  for (const item of used) {
    for (const clip of clipsOf(sql, item.item)) work.record(clip, item)
    keepItem(sql, { ...item, due: dueAgain(work, item) })
  }
  return more ? now() : nextDue(sql)
}
