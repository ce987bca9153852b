import type { Change, Comment, Evidence, Idea, Network, Role, Series, Stance } from '../domain/entities.ts'

/** The viewer; their role decides which names they see. */
export interface Viewer {
  person: string
  role: Role
}

/** Whoever looks after senders has to know them; steering and site leads are peers here. */
export const seesHiddenNames = (role: Role): boolean => role === 'coordinator' || role === 'admin'

/** Stands for the reader in a cursor: with another one a device has to read everything again. */
export const viewerClass = ({ role }: Viewer): 'all' | 'own' => (seesHiddenNames(role) ? 'all' : 'own')

/** The placeholder for a hidden name. */
export const hiddenName = ''

/** Whether the item of that sender is to be shown without a name. */
export const isHiddenFrom = (reader: Viewer, sender: string, item: { nameHidden?: true }): boolean =>
  item.nameHidden === true && sender !== reader.person && !seesHiddenNames(reader.role)

const saidAsSeenBy = <Said extends { by: string; nameHidden?: true }>(reader: Viewer, said: Said): Said =>
  isHiddenFrom(reader, said.by, said) ? { ...said, by: hiddenName } : said

/**
 * Each name in an idea's row is hidden or shown by its own mark: an idea without a sender's name may have been ended by somebody
 * who gave theirs. Who watches is for whoever watches, and for those who look after senders.
 */
export const ideaAsSeenBy = (reader: Viewer, idea: Idea): Idea => {
  if (seesHiddenNames(reader.role)) return idea
  const { watchers, step, carried, approval, published } = idea
  return {
    ...idea,
    ...(watchers ? { watchers: watchers.filter((person) => person === reader.person) } : {}),
    ...(step ? { step: saidAsSeenBy(reader, step) } : {}),
    ...(published ? { published: saidAsSeenBy(reader, published) } : {}),
    ...(carried ? { carried: { ...carried, replaced: carried.replaced.map((stance) => saidAsSeenBy(reader, stance)) } } : {}),
    ...(approval
      ? { approval: { ...saidAsSeenBy(reader, approval), votes: approval.votes.map((vote) => saidAsSeenBy(reader, vote)) } }
      : {}),
    proposedBy: isHiddenFrom(reader, idea.proposedBy, idea) ? hiddenName : idea.proposedBy,
    hold: idea.hold && saidAsSeenBy(reader, idea.hold),
    ending: idea.ending && saidAsSeenBy(reader, idea.ending),
  }
}

/** Each name in a clip's row by its own mark, too. */
export const evidenceAsSeenBy = (reader: Viewer, item: Evidence): Evidence => {
  const { kindSaid, appraisal, directions, dismissed } = item
  return {
    ...item,
    ...(kindSaid ? { kindSaid: saidAsSeenBy(reader, kindSaid) } : {}),
    ...(appraisal ? { appraisal: saidAsSeenBy(reader, appraisal) } : {}),
    ...(directions
      ? { directions: Object.fromEntries(Object.entries(directions).map(([idea, said]) => [idea, saidAsSeenBy(reader, said)])) }
      : {}),
    ...(dismissed ? { dismissed: saidAsSeenBy(reader, dismissed) } : {}),
    clippedBy: isHiddenFrom(reader, item.clippedBy, item) ? hiddenName : item.clippedBy,
  }
}
export const commentAsSeenBy = (reader: Viewer, comment: Comment): Comment => saidAsSeenBy(reader, comment)
export const stanceAsSeenBy = (reader: Viewer, stance: Stance): Stance => saidAsSeenBy(reader, stance)
export const seriesAsSeenBy = (reader: Viewer, series: Series): Series => saidAsSeenBy(reader, series)

/** A line of a list as this reader may have it. */
export const rowAsSeenBy = <Row extends { proposedBy: string; nameHidden?: true }>(reader: Viewer, row: Row): Row =>
  isHiddenFrom(reader, row.proposedBy, row) ? { ...row, proposedBy: hiddenName } : row

/** A change as this reader may have it. */
export const changeAsSeenBy = (reader: Viewer, change: Change): Change => {
  if (change.value === null) return change
  if (change.kind === 'idea') return { ...change, value: ideaAsSeenBy(reader, change.value) }
  if (change.kind === 'evidence') return { ...change, value: evidenceAsSeenBy(reader, change.value) }
  if (change.kind === 'stance') return { ...change, value: stanceAsSeenBy(reader, change.value) }
  if (change.kind === 'series') return { ...change, value: seriesAsSeenBy(reader, change.value) }
  return change.kind === 'comment' ? { ...change, value: commentAsSeenBy(reader, change.value) } : change
}

/** Which clips an entry was about would lead from an idea without a name to clips with one. */
const withoutClips = (args: unknown): unknown => {
  if (typeof args !== 'object' || args === null) return args
  const { evidence: _, ...others } = args as Record<string, unknown>
  return others
}

/** An entry of the log as this reader may have it: without the name, and without the role, which few or one may have. */
export const entryAsSeenBy = <Entry extends { by: string; role?: Role; args: unknown; nameHidden?: true }>(
  reader: Viewer,
  entry: Entry,
): Omit<Entry, 'role'> & Pick<Partial<Entry>, 'role'> => {
  if (!isHiddenFrom(reader, entry.by, entry)) return entry
  const { role: _, ...told } = entry
  return { ...told, by: hiddenName, args: withoutClips(entry.args) }
}

/** Whether what somebody adds to this idea goes without their name because the idea itself does. */
export const followsHidden = (idea: Idea | undefined, person: string): boolean => idea?.nameHidden === true && idea.proposedBy === person

/** Whether the arguments name an idea, or are about a clip, that this person sent without their name. */
export const concernsHidden = (network: Network, args: object, ideas: readonly string[], person: string): boolean => {
  const { evidence: about } = args as { evidence?: unknown }
  const item = typeof about === 'string' ? network.evidence(about) : undefined
  return (item?.nameHidden === true && item.clippedBy === person) || ideas.some((id) => followsHidden(network.idea(id), person))
}
