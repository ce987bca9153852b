import type { Disposition, TestResult } from '../domain/entities.ts'
import { own } from '../values/own.ts'

/** One thing that happened to an idea, from the log. */
export interface Happening {
  /** The mutation's name, and when and by whom. */
  name: string
  by: string
  at: number
  /** What stood in its arguments: a phase or pathway it went to, an ending's sentence, a site with its result. */
  to: string
  says: string
  site: string
  result: TestResult | null
  idea: { id: string; change: string; pathway: string | null; phase: string; disposition: Disposition; topic: string; site: string }
}

/** What happened in a stretch of time, by what a coordinator tells of it. Each idea stands once in a section, with its latest. */
export interface Digest {
  arrived: Happening[]
  moved: Happening[]
  spread: Happening[]
  results: Happening[]
  ended: Happening[]
  held: Happening[]
}

/** Names of the mutations that a digest tells of. */
export const toldOf: readonly string[] = [
  'proposeIdea',
  'classifyIdea',
  'moveIdea',
  'reopenIdea',
  'expressStance',
  'endIdea',
  'mergeIdeas',
  'holdIdea',
]

const sections: Readonly<Record<string, (happening: Happening, wide: ReadonlySet<string>) => keyof Digest | undefined>> = {
  proposeIdea: () => 'arrived',
  classifyIdea: () => 'moved',
  moveIdea: ({ to }, wide) => (wide.has(to) ? 'spread' : 'moved'),
  reopenIdea: () => 'moved',
  expressStance: ({ result }) => (result === null ? undefined : 'results'),
  endIdea: () => 'ended',
  mergeIdeas: () => 'ended',
  holdIdea: () => 'held',
}

/** One line an idea, but one a site for results: two sites' results are two pieces of news. */
const keyOf = (section: keyof Digest, { idea, site }: Happening): string => (section === 'results' ? `${idea.id}/${site}` : idea.id)

/**
 * Sorts what happened into sections, the latest first.
 * @param widely The phases in which an idea spreads; a move there is told as such.
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
  }
  for (const happening of happenings) {
    const section = own(sections, happening.name)?.(happening, wide)
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
  }
}
