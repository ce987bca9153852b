import { draftOfRefused } from '../drafts/resubmit.ts'
import type { Named } from '../outbox/check.ts'
import type { Draft } from '../store/draft.ts'

const ideaOf = (one: Named): string | undefined => (one.name === 'proposeIdea' ? one.args.idea : undefined)

/** The ideas that an item supports. */
const supports = (one: Named): readonly string[] => {
  if (one.name === 'attachEvidence') return [one.args.idea]
  return one.name === 'clipEvidence' ? one.args.ideas : []
}

/** Groups mutations that were saved together: an idea with the clips that support it, everything else alone, in the order of the file. */
export const clipsOf = (all: readonly Named[]): Named[][] => {
  const clips: Named[][] = []
  const ofIdea = new Map<string, Named[]>()
  for (const one of all) {
    const idea = ideaOf(one)
    const own = supports(one)
      .map((id) => ofIdea.get(id))
      .find((clip) => clip !== undefined)
    const clip = own ?? []
    clip.push(one)
    if (!own) clips.push(clip)
    if (idea !== undefined) ofIdea.set(idea, clip)
  }
  return clips
}

/** Of the clip's own id: brought back twice it is one. */
const draftOf = (clip: readonly Named[], own: string): Draft => ({ ...draftOfRefused(clip, ''), id: own, replaces: [], kept: true })

/**
 * Drafts with everything that a clip of a file said: the idea with its first item, and each further item by itself, since a form
 * has one. None for what is no clip.
 */
export const draftsOfImported = (clip: readonly Named[]): Draft[] => {
  const [idea, items] = [
    clip.find(({ name }) => name === 'proposeIdea'),
    clip.filter((one) => supports(one).length > 0 || one.name === 'clipEvidence'),
  ]
  const [first, ...more] = items
  const begin = [idea, first].filter((one) => one !== undefined)
  const own = idea && ideaOf(idea)
  const others = more.map((one) => {
    const draft = draftOf([one], one.id)
    return { ...draft, ideas: draft.ideas.filter((id) => id !== own) }
  })
  return begin[0] ? [draftOf(begin, begin[0].id), ...others] : []
}
