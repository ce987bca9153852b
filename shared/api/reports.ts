import type { Idea } from '../domain/entities.ts'
import { dayLength } from '../values/calendar-day.ts'
import type { PeriodUnit } from '../values/periods.ts'
import type { Standing } from '../citations/citation.ts'

/** What the Worker counts for coordinators. Times are milliseconds since 1970; pathways, phases, topics and sites are keys. */

/** Active ideas of a topic in a phase of a pathway. */
export interface TopicCell {
  pathway: string | null
  phase: string
  topic: string
  count: number
}

/** Ideas that came in during the period: how many were answered within the network's days, and how long it took. The five counts after `arrived` add up to it. */
export interface AnsweredOnTime {
  arrived: number
  /** Decided elsewhere when they came, from a list: nobody waited for an answer. */
  decidedBefore: number
  onTime: number
  late: number
  waiting: number
  overdue: number
  /** Of those that were answered, in milliseconds; `null` where none was. */
  medianWait: number | null
}

/** What a site did in the period; `lastAt` is 0 where it did nothing then. */
export interface SiteActivity {
  site: string
  ideas: number
  clips: number
  stances: number
  results: number
  lastAt: number
  /** Ideas of the site in the bank, whenever they came. */
  inBank: number
}

export interface LeadLoad {
  person: string
  ideas: { id: string; change: string; pathway: string | null; phase: string; movedAt: number }[]
}

/** How far ideas came, from all that ever came in, and why those that ended did. */
export interface Funnel {
  arrived: number
  classified: number
  tested: number
  improved: number
  spread: number
  endings: { disposition: string; reason: string; count: number }[]
}

/** A clip whose page or title says that its item was retracted or withdrawn, that there is concern, or that it is such a notice. */
export interface Withdrawn {
  evidence: string
  title: string
  standing: Standing
  ideas: { id: string; change: string }[]
}

/** Days since 1970 (UTC), both included. */
interface Part {
  from: number
  to: number
}

/** Ideas that came in during a part of the period, and answers that were given in it, whenever their ideas came. */
export interface Flow extends Part {
  arrived: number
  onTime: number
  late: number
}

/** How many of the ideas that came in during a part got how far until now; an idea that ended is counted with how far it had come, too. */
export interface Cohort extends Part {
  arrived: number
  triaged: number
  tested: number
  adopted: number
  ended: number
}

/** Ages of what stands in a state (`shared/rules/idea-story.ts`) now: how many ideas for up to 30, 90, 180 days, and for longer. */
export const ageLimits = [30, 90, 180] as const
/** Whether something stands where it does for longer than any of them. */
export const standsLong = ({ movedAt }: { movedAt: number }, at: number): boolean => at - movedAt > ageLimits[2] * dayLength

export interface Ages {
  state: string
  counts: number[]
}

/** What the reports draw: numbers over the period's weeks, months, quarters or years, in order. */
export interface ReportSeries {
  unit: PeriodUnit
  flow: Flow[]
  /** How many ideas stood in a state at the end of each part; ended ones are `ended`. */
  standing: { state: string; counts: number[] }[]
  ages: Ages[]
  cohortUnit: PeriodUnit
  cohorts: Cohort[]
  /** What each site sent, said and reported in each part; every site of the framework is there. */
  activity: { site: string; counts: number[] }[]
}

/** GET /v1/networks/:network/reports?from=&to=: of these days, or of the last 90 where none are asked for. */
export interface ReportsReply extends Part {
  at: number
  since: number
  series: ReportSeries
  topics: TopicCell[]
  answers: AnsweredOnTime
  sites: SiteActivity[]
  leads: LeadLoad[]
  funnel: Funnel
  /** Retracted, withdrawn or in doubt, the worst first. */
  withdrawn: Withdrawn[]
  /** Notices of retraction or withdrawal that were clipped as if they were papers. */
  notices: Withdrawn[]
}

/** GET /v1/networks/:network/lesson: one abandoned idea, another each day; `null` where there is none. */
export interface LessonReply {
  lesson: Idea | null
}

/**
 * How many of the ideas that came in were answered by when they were due, and the median time to an answer.
 * @param ideas When each came in, until when an answer was due, when it was given (`null`: not yet).
 */
export const answeredOnTime = (
  ideas: readonly { arrivedAt: number; due: number; decidedAt: number | null }[],
  now: number,
): AnsweredOnTime => {
  const asked = ideas.filter(({ arrivedAt, decidedAt }) => decidedAt !== arrivedAt)
  const waits = asked
    .flatMap(({ arrivedAt, decidedAt }) => (decidedAt === null ? [] : [decidedAt - arrivedAt]))
    .toSorted((one, other) => one - other)
  const middle = Math.floor(waits.length / 2)
  const median = waits.length % 2 === 1 ? waits[middle] : ((waits[middle - 1] ?? 0) + (waits[middle] ?? 0)) / 2
  const count = (is: (idea: { due: number; decidedAt: number | null }) => boolean): number => asked.filter(is).length
  return {
    arrived: ideas.length,
    decidedBefore: ideas.length - asked.length,
    onTime: count(({ due, decidedAt }) => decidedAt !== null && decidedAt <= due),
    late: count(({ due, decidedAt }) => decidedAt !== null && decidedAt > due),
    waiting: count(({ due, decidedAt }) => decidedAt === null && due >= now),
    overdue: count(({ due, decidedAt }) => decidedAt === null && due < now),
    medianWait: waits.length > 0 ? (median ?? null) : null,
  }
}

/** What a site did: `producing` if it reported a result, `using` if it sent or said something, else `silent`. */
export const participation = ({ ideas, clips, stances, results }: SiteActivity): 'silent' | 'using' | 'producing' => {
  if (results > 0) return 'producing'
  return ideas + clips + stances > 0 ? 'using' : 'silent'
}
