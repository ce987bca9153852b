import { type Refusal, refuse } from './mutation.ts'
import { type Idea, type Network, survivingIdea } from './network.ts'

/** The idea that a mutation may change: merges are followed, and an idea that is missing or on hold is a refusal. */
export const writableIdea = (network: Network, id: string): Idea | Refusal => {
  const idea = survivingIdea(network, id)
  if (!idea) return refuse('not-found', 'This idea is not in the bank.')
  if (idea.hold) return refuse('held', `This idea is on hold: ${idea.hold.why}`)
  return idea
}
