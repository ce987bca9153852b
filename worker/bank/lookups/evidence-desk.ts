import { RpcTarget } from 'cloudflare:workers'
import type { NewEvidenceReply, NewPaper, SearchedAt, TriedReply, WaitingEvidenceReply } from '../../../shared/api/new-evidence.ts'
import type { Idea } from '../../../shared/domain/entities.ts'
import { europePmcSearch } from '../../../shared/lookups/search-string.ts'
import { countNew, offered, type OfferedPaper } from '../../../shared/rules/new-evidence.ts'
import { wouldChange } from '../../../shared/rules/would-change.ts'
import type { SearchedService } from '../../lookups/searches.ts'
import type { NetworkStore } from '../storage/store.ts'
import { clippedKeys, countFound } from './found-counts.ts'
import { papersOfIdea } from './found-papers.ts'
import { askingIdeas, questionOf, type QuestionRow } from './question-rows.ts'
import { isTooMany } from './search-some.ts'
import { trySearch } from './try-search.ts'
import type { SearchWork } from './search-breaker.ts'

/** Papers in one answer, and ideas in the list of those that have some. */
const mostShown = 50
const mostIdeas = 100

const unknownAt = (service: SearchedService, search: string): boolean => service === 'europepmc' && europePmcSearch(search) === undefined

const searchedAt = (service: SearchedService, { search, state }: QuestionRow): SearchedAt => {
  const known = state.services[service]
  return {
    service,
    at: known?.at ?? 0,
    count: known?.count ?? 0,
    tooMany: known !== undefined && isTooMany(known),
    notFound: [...(known?.notFound ?? [])],
    failed: known?.failed !== undefined,
    unknown: unknownAt(service, search),
  }
}

const nothing = { services: [], next: null, papers: [], waiting: 0, fresh: 0, randomised: 0 }

/** What members see of what their ideas' searches find. */
export class EvidenceDesk extends RpcTarget {
  readonly #sql: SqlStorage
  readonly #store: NetworkStore
  readonly #work: () => SearchWork | undefined

  /** @param work how services are asked now; `undefined` while they are not. */
  constructor(sql: SqlStorage, store: NetworkStore, work: () => SearchWork | undefined) {
    super()
    this.#sql = sql
    this.#store = store
    this.#work = work
  }

  #offered(idea: Idea): OfferedPaper[] {
    return offered(idea, papersOfIdea(this.#sql, idea.id), clippedKeys(this.#sql, idea.id))
  }

  #shown(idea: Idea, { overlap: _, reason, level, ...paper }: OfferedPaper): NewPaper {
    const { ids, citation, kind, seen, doubted } = paper
    const changes = wouldChange(this.#store.network, idea, kind, Date.now())
    return { ids, citation, kind, seen, doubted, changes, ...(reason && { reason }), ...(level !== undefined && { level }) }
  }

  /** What the search of an idea found and what waits of it; `null` if there is no such idea. */
  of(id: string, since: number): NewEvidenceReply | null {
    const idea = this.#store.begin().network.idea(id)
    if (!idea) return null
    const [work, question] = [this.#work(), questionOf(this.#sql, id)]
    if (!question) return { state: work ? 'none' : 'off', ...nothing }
    const all = this.#offered(idea)
    const papers = all.slice(0, mostShown).map((paper) => this.#shown(idea, paper))
    const services = (work?.services ?? []).map((service) => searchedAt(service, question))
    const isAnswered = services.some(({ at }) => at > 0)
    return {
      state: !work ? 'off' : question.state.refused ? 'refused' : isAnswered || all.length > 0 ? 'found' : 'waiting',
      services,
      next: work ? question.due : null,
      // What would change something is looked at first.
      papers: papers.toSorted((one, other) => Number(other.changes.length > 0) - Number(one.changes.length > 0)),
      waiting: all.length,
      ...countNew(all, since),
    }
  }

  /** The ideas for which papers wait. */
  waiting(since: number): WaitingEvidenceReply {
    const { network } = this.#store.begin()
    const ideas = askingIdeas(this.#sql, mostIdeas).flatMap((id) => {
      const idea = network.idea(id)
      const counts = idea && countFound(this.#sql, idea, since)
      return counts && counts.waiting > 0 ? [{ id, change: idea.change, ...counts }] : []
    })
    return { ideas: ideas.toSorted((one, other) => other.fresh - one.fresh || other.waiting - one.waiting) }
  }

  /** Counts what a search would find; `null` while no searches are sent. */
  async tried(search: string): Promise<TriedReply | null> {
    this.#store.begin()
    const work = this.#work()
    return work ? trySearch(work, search) : null
  }
}
