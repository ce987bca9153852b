import { type Refusal, refuse } from './mutation.ts'
import { type Idea, type Network, survivingIdea } from '../../domain/entities.ts'
import { message } from '../../i18n/message.ts'

/**
 * The idea that something said of this one belongs to: merges are followed, so that what arrives late lands on the survivor.
 * A missing idea and one on hold are refusals.
 */
export const writableIdea = (network: Network, id: string): Idea | Refusal => {
  const idea = survivingIdea(network, id)
  if (!idea) return refuse('not-found', message('idea-not-found'))
  if (idea.hold) return refuse('held', message('idea-held', { why: idea.hold.why }))
  return idea
}

/**
 * The idea that is decided on. Merges are not followed here: whoever decided on the merged idea had not seen the other one, and
 * would otherwise decline or move it unawares.
 */
export const decidableIdea = (network: Network, id: string): Idea | Refusal => {
  const idea = writableIdea(network, id)
  if ('refused' in idea || idea.id === id) return idea
  return refuse('gone', message('idea-merged', { idea: idea.change }))
}

/** The same, and not ended. */
export const activeIdea = (network: Network, id: string): Idea | Refusal => {
  const idea = decidableIdea(network, id)
  if ('refused' in idea || idea.disposition === 'active') return idea
  return refuse('gone', message('idea-ended', { disposition: idea.disposition }))
}
