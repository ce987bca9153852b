import type { Answer } from '../../../shared/lookups/answer.ts'
import type { SearchedService } from '../../lookups/searches.ts'
import type { Asker } from './look-up-some.ts'
import { noteAnswer, noteSearched } from './service-state.ts'

export interface SearchWork extends Asker {
  services: readonly SearchedService[]
}

/** One part of the work, with the idea whose question each service last answered unreadably. */
export interface Part extends SearchWork {
  unreadable: Map<SearchedService, string>
}

/** What a service answered, for its breaker: two questions in a row without an answer that can be read are not about their words. */
export const noteOf = ({ sql, unreadable, now }: Part, service: SearchedService, idea: string, answer: Answer<unknown>): void => {
  const failed = 'failed' in answer ? answer.failed : undefined
  const last = unreadable.get(service)
  if (failed === 'unreadable') unreadable.set(service, idea)
  else unreadable.delete(service)
  const note = failed === 'unreadable' && last !== undefined && last !== idea ? noteAnswer : noteSearched
  note(sql, service, failed, 'failed' in answer ? answer.waitSeconds : undefined, now())
}
