import { expect, test } from 'vitest'
import { defaultFramework, type Framework } from '../shared/domain/framework.ts'
import { decide, isRefusal, type Refusal, type RefusalCode } from '../shared/mutations/engine/mutation.ts'
import type { Context } from '../shared/domain/actor.ts'
import { mutationNamed, type MutationName } from '../shared/mutations/index.ts'
import {
  type Change,
  type Comment,
  type Evidence,
  frameworkId,
  type Idea,
  type Role,
  type Stance,
  stanceId,
} from '../shared/domain/entities.ts'
import { MemoryNetwork } from './memory-network.ts'
import { refusedBecause } from './in-words.ts'

/** A network in small: entities with everything filled in, people of each role, and tables of decisions on it. */
export const day = 24 * 60 * 60 * 1000
export const now = 1_780_000_000_000

export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
export const [ideaId, otherIdea, thirdIdea] = [uuid(1), uuid(2), uuid(3)]
export const [clipId, otherClip] = [uuid(11), uuid(12)]
export const commentId = uuid(21)

const sites = ['ash', 'birch', 'cedar', 'elm', 'fir', 'hazel', 'larch', 'maple', 'oak', 'pine', 'rowan', 'willow']
const named = (keys: readonly string[]): { key: string; label: string }[] => keys.map((key) => ({ key, label: key }))

/** Twelve sites, so not a small network. */
export const sampleFramework: Framework = { ...defaultFramework, sites: named(sites), topics: named(['feeding', 'lines']) }

const who = (person: string, role: Role, site = ''): Context => ({ person, role, site, at: now })
export const sender = who('sam', 'contributor', 'ash')
export const colleague = who('cleo', 'contributor', 'ash')
export const familyPartner = who('fay', 'contributor')
export const lead = who('lee', 'contributor', 'birch')
export const siteLead = who('sid', 'site-lead', 'ash')
export const coordinator = who('coco', 'coordinator')
export const steering = who('stella', 'steering')
export const admin = who('ada', 'admin')
/** The network's own object, at its own work. */
export const theNetwork: Context = { ...who('', 'admin'), system: true }
export const everyRole = [sender, siteLead, coordinator, steering, admin]

export const idea = (value: Partial<Idea> = {}): Idea => ({
  id: ideaId,
  change: 'Weigh every infant at the same hour.',
  problem: 'Weights are not comparable.',
  details: '',
  theory: '',
  aim: '',
  measures: { outcome: '', process: '', balancing: '' },
  driverDiagram: '',
  topic: 'feeding',
  tags: [],
  site: 'ash',
  leads: [],
  experts: [],
  registryGap: '',
  processReliable: false,
  proposedBy: 'sam',
  proposedAt: now - day,
  decisionDue: now + 13 * day,
  pathway: null,
  phase: 'idea',
  movedAt: now - day,
  disposition: 'active',
  ending: null,
  lookAgain: null,
  mergedInto: null,
  hold: null,
  ...value,
})
export const evidence = (value: Partial<Evidence> = {}): Evidence => ({
  id: clipId,
  citation: { type: 'article-journal', title: 'On weights' },
  quote: null,
  link: '',
  kind: 'before-after',
  note: '',
  site: 'ash',
  ideas: [],
  clippedBy: 'sam',
  clippedAt: now - day,
  ...value,
})
export const stance = (site: string, value: Partial<Stance> = {}): Stance => ({
  id: stanceId(value.idea ?? ideaId, site),
  idea: ideaId,
  site,
  stance: 'interested',
  result: null,
  measure: '',
  expectedEnd: null,
  note: '',
  by: 'sid',
  at: now - day,
  ...value,
})
export const tested = (site: string, result: Stance['result'] = 'improved', value: Partial<Stance> = {}): Stance =>
  stance(site, { stance: 'tested', result, ...value })
export const comment = (value: Partial<Comment> = {}): Comment => ({
  id: commentId,
  idea: ideaId,
  text: 'Good.',
  question: false,
  by: 'sam',
  at: now,
  ...value,
})

export const hold: Idea['hold'] = { why: 'Two infants fell.', by: 'sid', at: now - day }
export const ended = (disposition: Idea['disposition'], value: Partial<Idea> = {}): Partial<Idea> => ({
  disposition,
  ending: { reason: 'not-now', sentence: 'Later.', by: 'coco', at: now - day },
  ...value,
})
export const merged = (into: string): Partial<Idea> => ended('merged', { mergedInto: into })

export const anIdea = (value: Partial<Idea> = {}): Change => ({ kind: 'idea', id: value.id ?? ideaId, value: idea(value) })
export const aClip = (value: Partial<Evidence> = {}): Change => ({ kind: 'evidence', id: value.id ?? clipId, value: evidence(value) })
export const aStance = (value: Stance): Change => ({ kind: 'stance', id: value.id, value })
export const aComment = (value: Partial<Comment> = {}): Change => ({ kind: 'comment', id: value.id ?? commentId, value: comment(value) })
export const aFramework = (value: Partial<Framework> = {}): Change => ({
  kind: 'framework',
  id: frameworkId,
  value: { ...sampleFramework, ...value },
})

export const sampleNetwork = (given: readonly Change[] = []): MemoryNetwork => new MemoryNetwork([aFramework(), ...given])

export const decision = (name: MutationName, network: MemoryNetwork, args: unknown, context: Context): Change[] | Refusal => {
  const mutation = mutationNamed(name)
  if (!mutation) throw new Error(`There is no mutation ${name}`)
  return decide(mutation, network, args, context)
}

/** One row of a table: in this network, who asks with these args gets these changes or this refusal. */
export interface Case {
  it: string
  given?: Change[]
  by: Context
  args: object
  changes?: Change[]
  refused?: RefusalCode
  /** A part of the refusal's words. */
  saying?: string
}

/** Each row becomes a test, twice decided, so that every decision is shown to depend on nothing but what it is given. */
export const decisions = (name: MutationName, cases: readonly Case[]): void => {
  test.each(cases.map((row) => [`${name}: ${row.it}`, row] as const))('%s', (_, { given, by, args, changes, refused, saying }) => {
    const network = sampleNetwork(given)
    const decided = decision(name, network, args, by)
    expect(decision(name, network, args, by)).toEqual(decided)
    if (!refused) return expect(decided).toEqual(changes)
    expect(isRefusal(decided) ? decided : 'not refused').toMatchObject({ refused })
    if (saying) expect(refusedBecause(decided)).toContain(saying)
  })
}
