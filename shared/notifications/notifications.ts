import type { Comment, Disposition, Idea, Stance, TestResult } from '../domain/entities.ts'
import { approvalState, currentApproval } from '../domain/approval.ts'
import { paperNews, type PaperNewsKind } from './paper-news.ts'
import { type Reminder, remindersFor } from './reminders.ts'
import type { Service } from '../lookups/assertion.ts'
import { type NewsRow, type NewsRows, sorted, type Tie, tiesOf } from './recipients.ts'

/** The kinds of notifications. */
export type NewsKind =
  | 'received'
  | 'classified'
  | 'moved'
  | 'moved-back'
  | 'reopened'
  | Exclude<Disposition, 'active'>
  | 'held'
  | 'question'
  | 'answer'
  | 'mention'
  | 'comment'
  | 'interested'
  | 'testing'
  | 'result'
  | 'approval-asked'
  | 'approved'
  | 'approved-conditions'
  | 'not-approved'
  | Reminder['kind']
  | PaperNewsKind

/** One notification. Times are milliseconds since 1970 by the Worker's clock; people, sites and phases are keys. */
export interface NewsItem {
  /** The same for the same event on every device. */
  id: string
  kind: NewsKind
  /** The idea to open, and its sentence. */
  idea: string
  change: string
  /** Why this person is notified; `mentioned`, `steering` and `coordinator` where nothing else ties them to the idea. */
  tie: Tie | 'mentioned' | 'steering' | 'coordinator'
  /** "You helped": it went on, and this person sent it, gave it evidence or sent what was joined to it. */
  helped: boolean
  at: number
  /** Who did it; empty where the rows do not say. */
  by: string
  /** Their own words: the sentence of an ending, a comment, why it is on hold, a site's note. */
  says: string
  pathway: string | null
  phase: string
  /** Until when an answer is due, for `received`, `reopened`, `approval-asked` and what is due soon. */
  due: number | null
  /** For `parked`: the day to look again, in milliseconds since 1970. */
  lookAgain: number | null
  /** For `merged`: the idea that lives on. */
  into: { id: string; change: string } | null
  site: string
  result: TestResult | null
  /** Who says so of a paper that the idea rests on. */
  services?: readonly Service[]
}

type Told = Pick<NewsItem, 'kind' | 'at'> & Partial<NewsItem>

const contributed: ReadonlySet<NewsItem['tie']> = new Set(['sender', 'joined', 'evidence'])

const item = (idea: Idea, tie: NewsItem['tie'], told: Told): NewsItem => ({
  id: `${told.kind}/${idea.id}/${told.at}`,
  idea: idea.id,
  change: idea.change,
  tie,
  helped: (told.kind === 'moved' || told.kind === 'classified') && contributed.has(tie),
  by: '',
  says: '',
  pathway: idea.pathway,
  phase: idea.phase,
  due: null,
  lookAgain: null,
  into: null,
  site: '',
  result: null,
  ...told,
})

const ended = (idea: Idea, ideas: NewsRows['ideas']): Told[] => {
  const { ending, disposition, lookAgain, mergedInto } = idea
  if (!ending || disposition === 'active') return []
  const into = mergedInto ? { id: mergedInto, change: ideas.get(mergedInto)?.change ?? '' } : null
  return [{ kind: disposition, at: ending.at, by: ending.by, says: ending.sentence, lookAgain, into }]
}

/** Where it stands, if it went there since it came in. Who moved it is in the log and not in the rows. */
const stands = (idea: Idea): Told[] => {
  const { disposition, movedAt: at, proposedAt, decisionDue, step } = idea
  if (disposition !== 'active' || at <= proposedAt) return []
  if (!step) return [{ kind: idea.pathway === null ? 'reopened' : 'moved', at, due: idea.pathway === null ? decisionDue : null }]
  return [{ kind: step.did, at, by: step.by, says: step.why, due: idea.pathway === null ? decisionDue : null }]
}

/** What steering said of the step that it was asked to approve, as far as it has decided. */
const approvals = ({ approval }: Idea): Told[] => {
  if (!approval?.decided) return []
  const state = approvalState(approval)
  const kind = state === 'declined' ? 'not-approved' : state === 'conditions' ? 'approved-conditions' : 'approved'
  const says = approval.votes
    .map((vote) => vote.says)
    .filter(Boolean)
    .join(' · ')
  return [{ kind, at: approval.decided.at, by: approval.votes.at(-1)?.by ?? '', says, phase: approval.to }]
}

/** What the idea's own row says happened. */
const ofIdea = (idea: Idea, tie: Tie, ideas: NewsRows['ideas']): NewsItem[] => {
  if (tie === 'talked') return []
  const received: Told[] = tie === 'sender' ? [{ kind: 'received', at: idea.proposedAt, due: idea.decisionDue }] : []
  const held: Told[] = idea.hold ? [{ kind: 'held', at: idea.hold.at, by: idea.hold.by, says: idea.hold.why }] : []
  // What had become of it before it was taken over from a list is no news.
  const since = idea.imported?.at ?? 0
  return [...received, ...stands(idea), ...ended(idea, ideas), ...held, ...approvals(idea)]
    .filter(({ at }) => at > since)
    .map((told) => item(idea, tie, told))
}

/** What a site says of it: an intention for who sent or leads it, a result for everybody with a tie. */
const ofStance = (stance: Stance, idea: Idea, tie: Tie): NewsItem[] => {
  const near = tie === 'sender' || tie === 'joined' || tie === 'lead' || tie === 'watcher'
  if (tie === 'talked' || (stance.stance !== 'tested' && !near)) return []
  const kind = stance.stance === 'tested' ? 'result' : stance.stance
  const { at, by, site, result, note } = stance
  return [{ ...item(idea, tie, { kind, at, by, site, result, says: note }), id: `${kind}/${stance.id}/${at}` }]
}

/** Whether this comment is the sender's first after a question, and who had asked. */
const askers = (comments: readonly Comment[], ideas: NewsRows['ideas']): Map<string, Set<string>> => {
  const open = new Map<string, Set<string>>()
  const answered = new Map<string, Set<string>>()
  for (const comment of comments) {
    const waiting = open.get(comment.idea) ?? new Set<string>()
    if (ideas.get(comment.idea)?.proposedBy === comment.by) {
      answered.set(comment.id, waiting)
      open.delete(comment.idea)
    } else if (comment.question) open.set(comment.idea, waiting.add(comment.by))
  }
  return answered
}

const commentKind = (comment: Comment, tie: NewsItem['tie'], mentioned: boolean, asked: boolean): NewsKind | undefined => {
  if (mentioned) return 'mention'
  if (asked) return 'answer'
  if (comment.question && (tie === 'sender' || tie === 'joined')) return 'question'
  return tie === 'evidence' || tie === 'expert' || tie === 'mentioned' ? undefined : 'comment'
}

const ofComments = (rows: NewsRows, ties: Map<string, Tie>, person: string): NewsItem[] => {
  const answered = askers(rows.comments, rows.ideas)
  const spoke = new Set<string>()
  return rows.comments.flatMap((comment) => {
    const idea = rows.ideas.get(comment.idea)
    // Whoever only took part in the talk hears what was said after them.
    const heard = spoke.has(comment.idea)
    if (comment.by === person) spoke.add(comment.idea)
    const mentioned = comment.mentions?.includes(person) ?? false
    const asked = answered.get(comment.id)?.has(person) ?? false
    const tie = ties.get(comment.idea) ?? (mentioned ? 'mentioned' : undefined)
    if (!idea || !tie || (tie === 'talked' && !heard && !mentioned)) return []
    const kind = commentKind(comment, tie, mentioned, asked)
    if (!kind) return []
    const { at, by, text: says } = comment
    return [{ ...item(idea, asked && tie === 'talked' ? 'asked' : tie, { kind, at, by, says }), id: `comment/${comment.id}` }]
  })
}

/** What became of the papers that ideas rest on: for everybody with a tie to the idea, and for coordinators while it rests on one taken back or in doubt. */
const ofPapers = ({ ideas, evidence }: NewsRows, ties: Map<string, Tie>, shaken: ReadonlySet<string>): NewsItem[] =>
  evidence.flatMap((clip) =>
    clip.ideas.flatMap((id): NewsItem[] => {
      const [idea, own] = [ideas.get(id), ties.get(id)]
      const tie = own === undefined || own === 'talked' ? (shaken.has(id) ? 'coordinator' : undefined) : own
      const told = idea && tie && paperNews(clip, idea)
      if (!idea || !tie || !told) return []
      const { kind, at, title: says, services } = told
      return [{ ...item(idea, tie, { kind, at, says, services }), id: `${kind}/${clip.id}/${id}/${at}` }]
    }),
  )

const reminded = ({ idea, tie, ...told }: Reminder): NewsItem => item(idea, tie, told)

/** The request that waits for a member of steering, asked by somebody else and not decided on by them yet. */
const requests = ({ ideas }: NewsRows, person: string): NewsItem[] =>
  [...ideas.values()].flatMap((idea) => {
    const approval = currentApproval(idea)
    if (!approval || approval.decided || approval.votes.some(({ by }) => by === person)) return []
    const { at, by, says, due, to: phase } = approval
    return [item(idea, 'steering', { kind: 'approval-asked', at, by, says, due, phase })]
  })

/**
 * The notifications of a person, newest first, derived from nothing but rows: the rows that a device holds after a sync, or those that the
 * object keeps. The same rows give the same news everywhere, so nothing has to be sent, stored or acknowledged besides them.
 * Only the latest state of an idea is in its row: of two moves between two reads only the later is notified.
 *
 * Linear in the rows given. A device with a large bank may leave out ideas that nothing ties to the person, with what belongs to
 * them: they add nothing.
 * @param since Milliseconds since 1970 by the Worker's clock: the `at` of the newest item that the person has seen
 * (`newestOf`), 0 for everything. Never the device's own clock.
 * @param more `steers`: whether the person is of steering; then requests for approval are for them. `free`: the ideas that nobody took and that wait for nobody else, and `shaken`: those that rest on papers taken back or in doubt, for a coordinator. `now`, by the Worker's clock:
 * with it they are reminded of what is due. A device knows neither.
 */
export const newsFrom = (
  rows: Iterable<NewsRow>,
  person: string,
  since: number,
  {
    steers = false,
    free = new Set(),
    shaken = new Set(),
    now,
  }: { steers?: boolean; free?: ReadonlySet<string>; shaken?: ReadonlySet<string>; now?: number } = {},
): NewsItem[] => {
  const found = sorted(rows)
  const ties = tiesOf(found, person)
  const ideas = [...ties].flatMap(([id, tie]) => {
    const idea = found.ideas.get(id)
    return idea ? ofIdea(idea, tie, found.ideas) : []
  })
  const stances = found.stances.flatMap((stance) => {
    const [idea, tie] = [found.ideas.get(stance.idea), ties.get(stance.idea)]
    return idea && tie ? ofStance(stance, idea, tie) : []
  })
  return [
    ...ideas,
    ...stances,
    ...ofComments(found, ties, person),
    ...ofPapers(found, ties, shaken),
    ...(steers ? requests(found, person) : []),
    ...(now === undefined ? [] : remindersFor(found.ideas.values(), { person, steers, free, now }).map(reminded)),
  ]
    .filter(({ at, by, kind }) => at > since && (by !== person || kind === 'received'))
    .toSorted((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1))
}

/** The mark to keep once these were seen; `before` where there are none. */
export const newestOf = (items: readonly NewsItem[], before: number): number =>
  items.reduce((newest, { at }) => Math.max(newest, at), before)
