import type { ApprovalState } from '../domain/approval.ts'
import type { Shaken } from '../rules/evidence-standing.ts'
import type { Disposition, TestResult } from '../domain/entities.ts'

/** One thing that happened to an idea, from the log. */
export interface Happening {
  /** The mutation's name, and when and by whom. */
  name: string
  by: string
  at: number
  /** What stood in its arguments: a phase or pathway it went to, a decision, an ending's sentence, a site with its result. */
  to: string
  says: string
  site: string
  result: TestResult | null
  idea: {
    id: string
    change: string
    pathway: string | null
    phase: string
    disposition: Disposition
    topic: string
    site: string
    approval?: { state: ApprovalState; to: string; due: number }
    /** The worst that is known of the papers that it rests on. */
    shaken?: Shaken
  }
}

/** What happened in a stretch of time, by what a coordinator tells of it. Each idea stands once in a section, with its latest. */
export interface Digest {
  arrived: Happening[]
  moved: Happening[]
  spread: Happening[]
  results: Happening[]
  ended: Happening[]
  held: Happening[]
  /** What steering was asked and what it said. */
  approvals: Happening[]
}

/** Where each mutation that a digest tells of stands in it. */
const sections = {
  proposeIdea: () => 'arrived',
  classifyIdea: () => 'moved',
  moveIdea: ({ to }: Happening, wide: ReadonlySet<string>) => (wide.has(to) ? 'spread' : 'moved'),
  reopenIdea: () => 'moved',
  expressStance: ({ result }: Happening) => (result === null ? undefined : 'results'),
  endIdea: () => 'ended',
  mergeIdeas: () => 'ended',
  holdIdea: () => 'held',
  requestApproval: () => 'approvals',
  decideApproval: () => 'approvals',
  withdrawApproval: () => 'approvals',
} as const satisfies Record<string, (happening: Happening, wide: ReadonlySet<string>) => keyof Digest | undefined>

/** The name of a mutation that a digest tells of. */
export type ToldName = keyof typeof sections
export const isTold = (name: string): name is ToldName => Object.hasOwn(sections, name)
export const toldNames: readonly string[] = Object.keys(sections)

/** One line an idea, but one a site for results: two sites' results are two pieces of news. */
const keyOf = (section: keyof Digest, { idea, site }: Happening): string => (section === 'results' ? `${idea.id}/${site}` : idea.id)

/**
 * Sorts what happened into sections, the latest first.
 * @param widely The phases in which an idea spreads; a move there is listed as such.
 */
export const digestOf = (happenings: readonly Happening[], widely: readonly string[]): Digest => {
  const wide = new Set(widely)
  const found: Record<keyof Digest, Map<string, Happening>> = {
    arrived: new Map(),
    moved: new Map(),
    spread: new Map(),
    results: new Map(),
    ended: new Map(),
    held: new Map(),
    approvals: new Map(),
  }
  for (const happening of happenings) {
    const section = isTold(happening.name) ? sections[happening.name](happening, wide) : undefined
    if (section) found[section].set(keyOf(section, happening), happening)
  }
  const latest = (section: keyof Digest): Happening[] => [...found[section].values()].toSorted((one, other) => other.at - one.at)
  return {
    arrived: latest('arrived'),
    moved: latest('moved'),
    spread: latest('spread'),
    results: latest('results'),
    ended: latest('ended'),
    held: latest('held'),
    // What was taken back is not told.
    approvals: latest('approvals').filter(({ name }) => name !== 'withdrawApproval'),
  }
}
