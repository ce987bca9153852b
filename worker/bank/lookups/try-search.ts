import type { TriedReply } from '../../../shared/api/new-evidence.ts'
import type { Answer, Reply } from '../../../shared/lookups/answer.ts'
import { dayLength } from '../../../shared/values/calendar-day.ts'
import { europePmcRequest, pubmedSearch, type SearchedService } from '../../lookups/searches.ts'
import { askOne } from './look-up-some.ts'
import type { SearchWork } from './search-breaker.ts'
import { admitTry, noteSearched } from './service-state.ts'

type Tried = TriedReply['services'][number]

const year = 365 * dayLength

const askFor = async <Found>(
  work: SearchWork,
  request: { service: SearchedService; address: string; read: (reply: Reply) => Answer<Found> },
): Promise<Found | undefined> => {
  let found: Found | undefined
  await askOne(work, request.service, request.address, (reply) => {
    const answer = request.read(reply)
    const failed = 'failed' in answer ? answer.failed : undefined
    noteSearched(work.sql, request.service, failed, 'failed' in answer ? answer.waitSeconds : undefined, work.now())
    if ('found' in answer) found = answer.found
    return failed ? 'failed' : 'answered'
  })
  return found
}

const unanswered = (service: SearchedService): Tried => ({
  service,
  count: 0,
  lastYear: 0,
  understood: '',
  notFound: [],
  unknown: false,
  failed: true,
})

const tryPubmed = async (work: SearchWork, search: string): Promise<Tried> => {
  if (!admitTry(work.sql, 'pubmed', work.now())) return unanswered('pubmed')
  const all = await askFor(work, pubmedSearch(search, undefined, work.asking, 1))
  const lastYear = all && (await askFor(work, pubmedSearch(search, work.now() - year, work.asking, 1)))
  if (!all || !lastYear) return unanswered('pubmed')
  const { count, understood, notFound } = all
  return { service: 'pubmed', count, lastYear: lastYear.count, understood, notFound, unknown: false, failed: false }
}

const tryEuropePmc = async (work: SearchWork, search: string): Promise<Tried> => {
  const [request, ofYear] = [undefined, work.now() - year].map((from) => europePmcRequest(search, from, work.asking, { size: 1 }))
  if (!request || !ofYear) return { ...unanswered('europepmc'), unknown: true, failed: false }
  if (!admitTry(work.sql, 'europepmc', work.now())) return unanswered('europepmc')
  const all = await askFor(work, request)
  const lastYear = all && (await askFor(work, ofYear))
  if (!all || !lastYear) return unanswered('europepmc')
  return { service: 'europepmc', count: all.count, lastYear: lastYear.count, understood: '', notFound: [], unknown: false, failed: false }
}

/** How many papers a search finds, in all and of the last year, within the limits and the day's tries; nothing of it is kept. */
export const trySearch = async (work: SearchWork, search: string): Promise<TriedReply> => ({
  services: await Promise.all(work.services.map((service) => (service === 'pubmed' ? tryPubmed : tryEuropePmc)(work, search))),
})
