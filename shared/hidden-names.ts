import type { Change, Comment, Evidence, Idea, Role } from './network.ts'

/** Who reads; their role decides what they are told. */
export interface Reader {
  person: string
  role: Role
}

/** Whoever looks after senders has to know them; steering and site leads are peers here. */
export const seesHiddenNames = (role: Role): boolean => role === 'coordinator' || role === 'admin'

/** Stands for the reader in a cursor: with another one a device has to read everything again. */
export const viewOf = ({ role }: Reader): 'all' | 'own' => (seesHiddenNames(role) ? 'all' : 'own')

/** What stands where a name is not told. */
export const hiddenName = ''

/** Whether the item of that sender is to be shown without a name. */
export const isHiddenFrom = (reader: Reader, sender: string, item: { nameHidden?: true }): boolean =>
  item.nameHidden === true && sender !== reader.person && !seesHiddenNames(reader.role)

const without = <Said extends { by: string }>(said: Said | null, sender: string): Said | null =>
  said?.by === sender ? { ...said, by: hiddenName } : said

export const ideaAsSeenBy = (reader: Reader, idea: Idea): Idea => {
  const sender = idea.proposedBy
  if (!isHiddenFrom(reader, sender, idea)) return idea
  const watching = idea.watchers ? { watchers: idea.watchers.filter((person) => person !== sender) } : {}
  const stepped = idea.step ? { step: { ...idea.step, by: idea.step.by === sender ? hiddenName : idea.step.by } } : {}
  return {
    ...idea,
    ...watching,
    ...stepped,
    proposedBy: hiddenName,
    hold: without(idea.hold, sender),
    ending: without(idea.ending, sender),
  }
}

/** What was said of a clip without the name of its sender; every other name stays. */
const saidWithout = ({ kindSaid, appraisal, directions }: Evidence, sender: string): Partial<Evidence> => ({
  ...(kindSaid ? { kindSaid: without(kindSaid, sender) ?? kindSaid } : {}),
  ...(appraisal ? { appraisal: without(appraisal, sender) ?? appraisal } : {}),
  ...(directions
    ? { directions: Object.fromEntries(Object.entries(directions).map(([idea, said]) => [idea, without(said, sender) ?? said])) }
    : {}),
})

export const evidenceAsSeenBy = (reader: Reader, item: Evidence): Evidence =>
  isHiddenFrom(reader, item.clippedBy, item) ? { ...item, ...saidWithout(item, item.clippedBy), clippedBy: hiddenName } : item
export const commentAsSeenBy = (reader: Reader, comment: Comment): Comment =>
  isHiddenFrom(reader, comment.by, comment) ? { ...comment, by: hiddenName } : comment

/** A change as this reader may have it. */
export const changeAsSeenBy = (reader: Reader, change: Change): Change => {
  if (change.value === null) return change
  if (change.kind === 'idea') return { ...change, value: ideaAsSeenBy(reader, change.value) }
  if (change.kind === 'evidence') return { ...change, value: evidenceAsSeenBy(reader, change.value) }
  return change.kind === 'comment' ? { ...change, value: commentAsSeenBy(reader, change.value) } : change
}

/** The people whose name is kept from this reader somewhere on an idea's page: its history does not tell it either. */
export const hiddenPeople = (
  reader: Reader,
  { ideas, evidence, comments }: { ideas: readonly Idea[]; evidence: readonly Evidence[]; comments: readonly Comment[] },
): Set<string> =>
  new Set([
    ...ideas.filter((idea) => isHiddenFrom(reader, idea.proposedBy, idea)).map((idea) => idea.proposedBy),
    ...evidence.filter((item) => isHiddenFrom(reader, item.clippedBy, item)).map((item) => item.clippedBy),
    ...comments.filter((comment) => isHiddenFrom(reader, comment.by, comment)).map((comment) => comment.by),
  ])

/** Whether what somebody adds to this idea goes without their name because the idea itself does. */
export const followsHidden = (idea: Idea | undefined, person: string): boolean => idea?.nameHidden === true && idea.proposedBy === person
