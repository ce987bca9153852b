import type { Answer, Reply } from '../../../shared/lookups/answer.ts'
import { readSummaries } from '../../../shared/lookups/pubmed-summary.ts'
import { mostFound } from '../../../shared/lookups/search-answer.ts'
import { guard } from '../../../shared/mutations/engine/phi-guard.ts'
import { dayLength } from '../../../shared/values/calendar-day.ts'
import { europePmcPage, europePmcRequest, pubmedSearch, type SearchedService, searchedServices } from '../../lookups/searches.ts'
import { addresses, serviceRules } from '../../lookups/services.ts'
import { forgetOldest, forgetUnfound, keepRecord, markRead, notePmids, unreadPmids } from './found-papers.ts'
import { askOne, type Asked } from './look-up-some.ts'
import { dueQuestions, keepQuestion, nextQuestionDue, questionOf, type QuestionRow, type SearchState } from './question-rows.ts'
import { noteOf, type Part, type SearchWork } from './search-breaker.ts'
import { isSilent, notBefore } from './service-state.ts'

const week = 7 * dayLength
/** Searches overlap by so much: a paper may get the heading or the type by which it is found weeks after it came. */
const overlap = 30 * dayLength
/** A search that was not run for long goes no further back. */
const furthestBack = 365 * dayLength
/** Questions in one part of the work. */
const questionsAtOnce = 3

const fresh: SearchState = { at: 0, from: 0, count: 0 }

/** From which day on a service is asked; one before, since it counts days by its own clock. */
const windowFrom = ({ since }: QuestionRow, { at }: SearchState, now: number): number =>
  Math.min(now, Math.max(since, at - overlap, now - furthestBack)) - dayLength

const isDone = ({ state }: QuestionRow, service: SearchedService, now: number): boolean => {
  const last = state.services[service]
  return last !== undefined && last.cursor === undefined && last.at > now - 6.5 * dayLength
}

/** One request; its answer is kept, with how it went, before anything else is asked. */
const put = <Found>(
  work: Part,
  question: QuestionRow,
  { service, address, read }: { service: SearchedService; address: string; read: (reply: Reply) => Answer<Found> },
  keep: (found: Found, before: SearchState, now: number) => SearchState,
): Promise<Asked> =>
  askOne(work, service, address, (reply) => {
    const [answer, now] = [read(reply), work.now()]
    const failed = 'failed' in answer ? answer.failed : undefined
    noteOf(work, service, question.idea, answer)
    // Changed or taken away meanwhile: what was found is of another search.
    if (questionOf(work.sql, question.idea)?.search !== question.search) return 'failed'
    const before = question.state.services[service] ?? fresh
    const state = 'failed' in answer ? before : keep(answer.found, before, now)
    question.state.services[service] = { ...state, ...(failed && { failed }) }
    keepQuestion(work.sql, question)
    return failed ? 'failed' : 'answered'
  })

const searchPubmed = (work: Part, question: QuestionRow): Promise<Asked> => {
  const from = windowFrom(question, question.state.services.pubmed ?? fresh, work.now())
  return put(work, question, pubmedSearch(question.search, from, work.asking), ({ pmids, count, notFound }, _, now) => {
    notePmids(work.sql, question.idea, pmids, now)
    return { at: now, from, count, notFound }
  })
}

/** One page after the other, two at most. */
const searchEuropePmc = async (work: Part, question: QuestionRow): Promise<Asked> => {
  const before = question.state.services.europepmc ?? fresh
  const from = before.cursor === undefined ? windowFrom(question, before, work.now()) : before.from
  const request = europePmcRequest(question.search, from, work.asking, before.cursor === undefined ? {} : { cursor: before.cursor })
  if (!request) return 'answered'
  const asked = await put(work, question, request, ({ items, count, next }, { at, cursor }, now) => {
    for (const item of items) keepRecord(work.sql, question.idea, item, now)
    const more = cursor === undefined && count > europePmcPage && items.length > 0 ? next : undefined
    return more === undefined ? { at: now, from, count } : { at, from, count, cursor: more }
  })
  return asked === 'answered' && question.state.services.europepmc?.cursor !== undefined ? searchEuropePmc(work, question) : asked
}

/** What PubMed says of the papers that were found, in lists. */
const readPapers = async (work: Part, question: QuestionRow): Promise<Asked> => {
  for (;;) {
    const pmids = unreadPmids(work.sql, question.idea, work.now(), serviceRules.pubmed.batch)
    if (pmids.length === 0) return 'answered'
    const request = { service: 'pubmed' as const, address: addresses.pubmedSummaries(pmids, work.asking), read: readSummaries }
    const asked = await put(work, question, request, (records, before, now) => {
      const wanted = new Set(pmids)
      for (const record of records) if (wanted.has(record.ids.pmid ?? '')) keepRecord(work.sql, question.idea, record, now)
      markRead(work.sql, question.idea, pmids, now)
      // That its search has no answer is so still.
      const { failed: _, ...well } = before
      return isDone(question, 'pubmed', now) ? well : before
    })
    if (asked !== 'answered') return asked
  }
}

/** Runs the search of one question where it was not run this week; tells whether all of it is there. One service's silence keeps no other waiting. */
const runQuestion = async (work: Part, question: QuestionRow): Promise<boolean> => {
  const wanted = (service: SearchedService): boolean => work.services.includes(service) && !isDone(question, service, work.now())
  const searches = { pubmed: searchPubmed, europepmc: searchEuropePmc }
  let done = true
  for (const service of work.services) if (wanted(service)) done = (await searches[service](work, question)) === 'answered' && done
  if (done && question.state.changed !== undefined) {
    forgetUnfound(work.sql, question.idea, question.state.changed)
    delete question.state.changed
  }
  return work.services.includes('pubmed') ? (await readPapers(work, question)) === 'answered' && done : done
}

/** When what was not answered is asked again: once all of those services may be; what one does not take or answers unreadably, not before tomorrow. */
const again = (work: SearchWork, { state }: QuestionRow): number => {
  const now = work.now()
  const failures = work.services.flatMap((service) => state.services[service]?.failed ?? [])
  if (failures.some((failed) => !isSilent(failed))) return now + dayLength
  return Math.max(now + 60_000, ...work.services.map((service) => notBefore(work.sql, service, now)))
}

/**
 * One part of the network's searches: the questions that are due. What each service answers is kept at once, so that work that is cut
 * off goes on where it was. A search that the patient guard stops is not sent. Returns when to come again, in milliseconds since
 * 1970; `undefined`: when somebody asks.
 */
export const searchSome = async (work: SearchWork): Promise<number | undefined> => {
  const part: Part = { ...work, unreadable: new Map() }
  for (const question of dueQuestions(work.sql, work.now(), questionsAtOnce)) {
    if (guard({ search: question.search })) {
      keepQuestion(work.sql, { ...question, due: work.now() + week, state: { ...question.state, refused: true } })
      continue
    }
    delete question.state.refused
    const done = await runQuestion(part, question)
    forgetOldest(work.sql, question.idea, work.now() - overlap - 2 * dayLength)
    keepQuestion(work.sql, { ...question, due: done ? work.now() + week : again(work, question) })
  }
  return nextQuestionDue(work.sql)
}

/** Services that a network lets search, in the order in which they are asked. */
export const searching = (services: readonly string[]): SearchedService[] =>
  searchedServices.filter((service) => services.includes(service))

/** Whether a service had more than are read: then the newest were. */
export const isTooMany = ({ count }: SearchState): boolean => count > mostFound
