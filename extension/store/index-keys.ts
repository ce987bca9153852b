import { citationKeys } from '../../shared/citations/citation-keys.ts'
import type { Comment, Entities, Evidence, Idea, Kind, Stance } from '../../shared/domain/entities.ts'

/** Under these a row is found besides its id, in one index that has only rows that somebody looks for. */
export const ofIdea = (idea: string): string => `idea:${idea}`
export const myIdeas = 'mine:idea'
export const myEvidence = 'mine:evidence'
export const myComments = 'mine:comment'

const namesMe = ({ proposedBy, leads, experts, watchers }: Idea, person: string): boolean =>
  proposedBy === person || [leads, experts, watchers].some((list) => list?.includes(person))

/** A clip is found by its paper and its ideas, what is said of an idea by that idea, and what a person sent, leads, watches or said by that person. */
export const keysOf = (kind: Kind, value: Entities[Kind], person: string): string[] => {
  if (kind === 'idea') return namesMe(value as Idea, person) ? [myIdeas] : []
  if (kind === 'evidence') {
    const { citation, ideas, clippedBy } = value as Evidence
    return [...citationKeys(citation), ...ideas.map(ofIdea), ...(clippedBy === person ? [myEvidence] : [])]
  }
  if (kind === 'stance') return [ofIdea((value as Stance).idea)]
  if (kind !== 'comment') return []
  const { idea, by, mentions } = value as Comment
  return [ofIdea(idea), ...(by === person || mentions?.includes(person) ? [myComments] : [])]
}
