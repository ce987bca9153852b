import { type Refusal, refuse } from './mutation.ts'
import { type Idea, type Network, survivingIdea } from '../../domain/entities.ts'

/**
 * The idea that something said of this one belongs to: merges are followed, so that what arrives late lands on the survivor.
 * A missing idea and one on hold are refusals.
 */
export const writableIdea = (network: Network, id: string): Idea | Refusal => {
  const idea = survivingIdea(network, id)
  if (!idea) return refuse('not-found', 'This idea is not in the bank.')
  if (idea.hold) return refuse('held', `This idea is on hold: ${idea.hold.why}`)
  return idea
}

/**
 * The idea that is decided on. Merges are not followed here: whoever decided on the merged idea had not seen the other one, and
 * would otherwise decline or move it unawares.
 */
export const decidableIdea = (network: Network, id: string): Idea | Refusal => {
  const idea = writableIdea(network, id)
  if ('refused' in idea || idea.id === id) return idea
  return refuse('gone', `This idea was merged into “${idea.change}”; decide there, or reopen it first.`)
}

/** The same, and not ended. */
export const activeIdea = (network: Network, id: string): Idea | Refusal => {
  const idea = decidableIdea(network, id)
  if ('refused' in idea || idea.disposition === 'active') return idea
  return refuse('gone', `This idea is ${idea.disposition}; reopen it first.`)
}
