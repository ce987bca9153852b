import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, refusalIn, refuse, signed } from './engine/mutation.ts'
import { type Evidence, type Idea, type Network, type Stance, stanceId, survivingIdea } from '../domain/entities.ts'
import { attached } from './engine/attached.ts'
import { willingOrigin } from './engine/undo-merge.ts'
import { decidableIdea, writableIdea } from './engine/load-idea.ts'
import { message } from '../i18n/message.ts'

const weight: Record<Stance['stance'], number> = { interested: 0, testing: 1, tested: 2 }

/** Of two things that one site said, the one that says more; of two results the one that warns, else the later. */
const outweighs = (one: Stance, other: Stance): boolean => {
  if (one.stance !== other.stance) return weight[one.stance] > weight[other.stance]
  if ((one.result === 'worse') !== (other.result === 'worse')) return one.result === 'worse'
  return one.at > other.at
}

const carriedEvidence = (network: Network, from: string, into: string, at: number): Evidence[] =>
  network
    .evidenceOf(from)
    .filter((item) => !item.ideas.includes(into))
    .map((item) => {
      const said = item.directions && Object.hasOwn(item.directions, from) ? item.directions[from] : undefined
      // What it says of the one it says of the other.
      return { ...attached(item, into, at), ...(said ? { directions: { ...item.directions, [into]: said } } : {}) }
    })

/** What sites said of an idea; the site that it came from is willing without having said so. */
const saidOf = (network: Network, idea: Idea, into: Idea): Stance[] => {
  const said = network.stancesOf(idea.id)
  if (!idea.site || idea.site === into.site || said.some((stance) => stance.site === idea.site)) return said
  return [...said, willingOrigin(idea)]
}

const carriedStances = (network: Network, from: Idea, into: Idea): Stance[] => {
  const present = new Map(network.stancesOf(into.id).map((stance) => [stance.site, stance]))
  return saidOf(network, from, into)
    .filter((stance) => {
      const there = present.get(stance.site)
      return !there || outweighs(stance, there)
    })
    .map((stance) => ({ ...stance, id: stanceId(into.id, stance.site), idea: into.id }))
}

const isJoined = (network: Network, id: string, into: string): boolean => {
  const survivor = survivingIdea(network, into)?.id
  return survivor !== undefined && id !== survivor && survivingIdea(network, id)?.id === survivor
}

/** Joins an idea to another: evidence and sites' stances come along, and whatever arrives later for it lands on the survivor.
 * Comments and numbers stay where they were said and are shown with both; the sender keeps the credit. */
export const mergeIdeas = defineMutation({
  name: 'mergeIdeas',
  undoable: true,
  args: v.object({ idea: field.id, into: field.id, reason: field.key, sentence: field.requiredSentence }),
  triage: true,
  roles: ['coordinator'],
  reads: (args) => ({ ideas: [args.idea, args.into] }),
  // Asked twice, it is done once.
  objects: (network, { idea = '', into = '' }) => (isJoined(network, idea, into) ? undefined : refusalIn(decidableIdea(network, idea))),
  run: (network, args, context) => {
    const into = writableIdea(network, args.into)
    if ('refused' in into) return into
    if (isJoined(network, args.idea, into.id)) return []
    const idea = decidableIdea(network, args.idea)
    if ('refused' in idea) return idea
    if (idea.id === into.id) return refuse('invalid', message('merge-with-itself'))
    if (!network.framework().endings.some((ending) => ending.key === args.reason && ending.of === 'merged'))
      return refuse('invalid', message('merge-reason-unknown'))
    const ending = { reason: args.reason, sentence: args.sentence, ...signed(context), at: context.at }
    const [evidence, stances] = [carriedEvidence(network, idea.id, into.id, context.at), carriedStances(network, idea, into)]
    const sites = stances.map(({ site }) => site)
    const carried = {
      evidence: evidence.map(({ id }) => id),
      sites,
      replaced: network.stancesOf(into.id).filter(({ site }) => sites.includes(site)),
    }
    return [
      {
        kind: 'idea',
        id: idea.id,
        value: { ...idea, disposition: 'merged', ending, lookAgain: null, mergedInto: into.id, movedAt: context.at, carried },
      },
      { kind: 'idea', id: into.id, value: { ...into, joined: [...new Set([...(into.joined ?? []), idea.id])] } },
      ...evidence.map((value) => ({ kind: 'evidence' as const, id: value.id, value })),
      ...stances.map((value) => ({ kind: 'stance' as const, id: value.id, value })),
    ]
  },
})
