import * as v from 'valibot'
import * as field from '../fields.ts'
import { defineMutation, refuse } from '../mutation.ts'
import { type Change, type Stance, stanceId } from '../network.ts'
import { writableIdea } from '../writable-idea.ts'

const weight: Record<Stance['stance'], number> = { interested: 0, testing: 1, tested: 2 }

/** Joins an idea to another: evidence and sites' stances come along, and whatever arrives later for it lands on the survivor. */
export const mergeIdeas = defineMutation({
  name: 'mergeIdeas',
  args: v.object({ idea: field.id, into: field.id, reason: field.key, sentence: field.requiredSentence }),
  roles: ['coordinator'],
  reads: (args) => ({ ideas: [args.idea, args.into] }),
  run: (network, args, context) => {
    const [idea, into] = [writableIdea(network, args.idea), writableIdea(network, args.into)]
    if ('refused' in idea) return idea
    if ('refused' in into) return into
    if (idea.id === into.id) return refuse('invalid', 'An idea cannot be merged into itself.')
    if (!network.framework().endings.some((ending) => ending.key === args.reason && ending.of === 'merged')) return refuse('invalid', 'This network has no such reason for a merge.')
    const ending = { reason: args.reason, sentence: args.sentence, by: context.person, at: context.at }
    const evidence: Change[] = network
      .evidenceOf(idea.id)
      .filter((item) => !item.ideas.includes(into.id))
      .map((item) => ({ kind: 'evidence', id: item.id, value: { ...item, ideas: [...item.ideas, into.id] } }))
    const present = new Map(network.stancesOf(into.id).map((stance) => [stance.site, stance]))
    const stances: Change[] = network
      .stancesOf(idea.id)
      .filter((stance) => weight[stance.stance] > (present.has(stance.site) ? weight[present.get(stance.site)?.stance ?? 'interested'] : -1))
      .map((stance) => ({ kind: 'stance', id: stanceId(into.id, stance.site), value: { ...stance, id: stanceId(into.id, stance.site), idea: into.id } }))
    return [{ kind: 'idea', id: idea.id, value: { ...idea, disposition: 'merged', ending, mergedInto: into.id, movedAt: context.at } }, ...evidence, ...stances]
  },
})
