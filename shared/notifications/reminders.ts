import type { Idea } from '../domain/entities.ts'
import { currentApproval } from '../domain/approval.ts'

/** What is due soon, for whoever is asked for it; times are milliseconds since 1970. */
export interface Reminder {
  kind: 'due-soon' | 'due-soon-untaken' | 'approval-due'
  idea: Idea
  tie: 'taker' | 'coordinator' | 'steering'
  at: number
  due: number
  /** For `approval-due`: the phase that the step leads to. */
  phase?: string
}

export interface Reminded {
  person: string
  /** Of steering: then requests for approval are theirs to decide. */
  steers: boolean
  /** Ideas that nobody took and that wait for nobody else: any coordinator's to answer. */
  free: ReadonlySet<string>
  now: number
}

/** So long before a day whoever is asked is reminded, in milliseconds. */
export const remindBefore = 2 * 24 * 60 * 60 * 1000

/** When somebody is reminded who was asked then: before the day, or on it where they were asked later than that. */
const reminderAt = (due: number, asked: number): number => (due - remindBefore > asked ? due - remindBefore : due)

const ofAnswer = (idea: Idea, { person, free }: Reminded): Reminder[] => {
  const { taken, decisionDue: due, disposition, pathway, proposedAt } = idea
  if (disposition !== 'active' || pathway !== null) return []
  if (taken?.by === person) return [{ kind: 'due-soon', idea, tie: 'taker', at: reminderAt(due, taken.at), due }]
  return !taken && free.has(idea.id) ? [{ kind: 'due-soon-untaken', idea, tie: 'coordinator', at: reminderAt(due, proposedAt), due }] : []
}

const ofApproval = (idea: Idea, { person, steers }: Reminded): Reminder[] => {
  const approval = steers ? currentApproval(idea) : undefined
  if (!approval || approval.decided || approval.votes.some(({ by }) => by === person)) return []
  const { due, at, to: phase } = approval
  return [{ kind: 'approval-due', idea, tie: 'steering', at: reminderAt(due, at), due, phase }]
}

/**
 * What this person is reminded of: ideas that they took and nobody has answered, as a coordinator those that nobody took, and
 * as a member of steering requests that they have not decided; each two days before it is due.
 */
export const remindersFor = (ideas: Iterable<Idea>, reminded: Reminded): Reminder[] =>
  [...ideas].flatMap((idea) => [...ofAnswer(idea, reminded), ...ofApproval(idea, reminded)]).filter(({ at }) => at <= reminded.now)
