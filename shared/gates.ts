import { levelByDesign } from './evidence.ts'
import type { Framework, Gate, Requirement } from './framework.ts'
import { labelOf } from './framework.ts'
import type { Context } from './mutation.ts'
import type { Idea, Network, Stance } from './network.ts'

/** A requirement as it stands for one idea, in words: "needs 1 more site". */
export interface Finding {
  requirement: Requirement
  met: boolean
  says: string
}

export interface GateState {
  gate: Gate | undefined
  findings: Finding[]
  /** Whether this person is one of those whom the gate names. */
  allowed: boolean
}

/** Everything that a requirement looks at, read once. */
interface Facts {
  idea: Idea
  framework: Framework
  stances: Stance[]
  /** Origin ∪ interested ∪ testing ∪ tested. */
  willing: Set<string>
  bestLevel: number | undefined
  hasGuideline: boolean
  at: number
}

const day = 24 * 60 * 60 * 1000

export const factsOf = (network: Network, idea: Idea, at: number): Facts => {
  const stances = network.stancesOf(idea.id)
  const evidence = network.evidenceOf(idea.id)
  const levels = evidence.map((item) => levelByDesign(item.kind)).filter((level) => level !== undefined)
  return {
    idea,
    framework: network.framework(),
    stances,
    willing: new Set([idea.site, ...stances.map((stance) => stance.site)].filter(Boolean)),
    bestLevel: levels.length > 0 ? Math.min(...levels) : undefined,
    hasGuideline: evidence.some((item) => item.kind === 'guideline'),
    at,
  }
}

/** In a small network the cohort is the whole network, so no number may exceed the sites that exist. */
const shrink = (framework: Framework, least: number): number =>
  framework.sites.length > 0 && framework.sites.length <= framework.smallNetwork ? Math.min(least, framework.sites.length) : least

const counted = (have: number, least: number, most: number | null, one: string, many: string): { met: boolean; says: string } => {
  if (have < least) return { met: false, says: `needs ${least - have} more ${least - have === 1 ? one : many}` }
  if (most !== null && have > most) return { met: false, says: `has ${have} ${many}, at most ${most}` }
  return { met: true, says: `${have} ${have === 1 ? one : many}` }
}

const written = (text: string, name: string): { met: boolean; says: string } => ({ met: text !== '', says: text === '' ? `no ${name}` : name })

/** Two of: improved at several sites, a registry gap, published evidence of the level that the network set (or a guideline). */
export const improvementSources = (facts: Facts): string[] => {
  const { suggestion } = facts.framework
  const improved = facts.stances.filter((stance) => stance.result === 'improved').length
  const published = facts.hasGuideline || (facts.bestLevel !== undefined && facts.bestLevel <= suggestion.networkWideLevel)
  return [
    ...(improved >= suggestion.improvedSites ? [`improved at ${improved} sites`] : []),
    ...(facts.idea.registryGap ? ['a gap in the registry'] : []),
    ...(published ? [facts.hasGuideline ? 'a guideline' : `published evidence of level ${facts.bestLevel}`] : []),
  ]
}

const planned = (facts: Facts, withinDays: number): { met: boolean; says: string } => {
  const plan = facts.stances.find((stance) => stance.stance === 'testing' && stance.measure !== '' && stance.expectedEnd !== null)
  if (!plan?.expectedEnd) return { met: false, says: 'no site says what it will measure and until when' }
  const met = plan.expectedEnd - facts.at <= withinDays * day
  return { met, says: met ? 'test planned' : `the test ends later than in ${withinDays} days` }
}

const assess = (requirement: Requirement, facts: Facts): { met: boolean; says: string } => {
  const { idea, framework, stances } = facts
  const underTest = stances.filter((stance) => stance.stance !== 'interested')
  const improved = stances.filter((stance) => stance.result === 'improved').length
  switch (requirement.need) {
    case 'problem':
      return written(idea.problem, 'problem sentence')
    case 'topic':
      return written(idea.topic, 'topic')
    case 'theory':
      return written(idea.theory || idea.measures.outcome, 'theory')
    case 'aim':
      return written(idea.aim, 'SMART aim')
    case 'driver-diagram':
      return written(idea.driverDiagram, 'key driver diagram')
    case 'outcome-measure':
      return written(idea.measures.outcome, 'outcome measure')
    case 'process-measure':
      return written(idea.measures.process, 'process measure')
    case 'balancing-measure':
      return written(idea.measures.balancing, 'balancing measure')
    case 'willing-sites':
      return counted(facts.willing.size, shrink(framework, requirement.least), requirement.most, 'site', 'sites')
    case 'test-sites':
      return counted(underTest.length, shrink(framework, requirement.least), requirement.most, 'test site', 'test sites')
    case 'leads':
      return counted(idea.leads.length, requirement.least, requirement.most, 'lead', 'leads')
    case 'experts':
      return counted(idea.experts.length, requirement.least, requirement.most, 'expert', 'experts')
    case 'test-planned':
      return planned(facts, requirement.withinDays)
    case 'evidence-of-improvement': {
      const sources = improvementSources(facts)
      const met = sources.length >= framework.suggestion.sourcesNeeded || improved >= framework.suggestion.improvedSites
      return { met, says: met ? sources.join(' and ') : 'no evidence yet of an improved outcome' }
    }
    case 'every-result': {
      const open = underTest.filter((stance) => stance.result === null).length
      if (underTest.length === 0) return { met: false, says: 'no site has tested it' }
      return { met: open === 0, says: open === 0 ? 'every test site has a result' : `${open} ${open === 1 ? 'result' : 'results'} to hear` }
    }
    case 'improved-together': {
      const met = improved > 0 && improved * 2 > underTest.length && !stances.some((stance) => stance.result === 'worse')
      return { met, says: met ? 'improved at the test sites together' : 'not improved at the test sites together' }
    }
    case 'process-reliable':
      return { met: idea.processReliable, says: idea.processReliable ? 'the process is reliable' : 'process reliability not shown' }
    case 'no-hold':
      return { met: idea.hold === null, says: idea.hold === null ? 'no hold' : 'on hold' }
  }
}

/** Requirements as met or missing, in the order of the framework. Nothing moves by itself: this only says. */
export const findings = (requirements: readonly Requirement[], facts: Facts): Finding[] =>
  requirements.map((requirement) => ({ requirement, ...assess(requirement, facts) }))

export const missing = (all: readonly Finding[]): string => all.filter((finding) => !finding.met).map((finding) => finding.says).join(', ')

const gateFor = (framework: Framework, idea: Idea, to: string): Gate | undefined =>
  framework.gates.find((gate) => gate.pathway === idea.pathway && gate.to === to && (gate.from === idea.phase || gate.from === null))

/** What moving the idea to that phase still needs, and whether this person may. Without a gate the move is a coordinator's. */
export const gateState = (network: Network, idea: Idea, to: string, context: Context): GateState => {
  const gate = gateFor(network.framework(), idea, to)
  const who = gate?.who ?? ['coordinator']
  const leads = who.includes('project-lead') && idea.leads.includes(context.person)
  return { gate, findings: findings(gate?.needs ?? [], factsOf(network, idea, context.at)), allowed: leads || who.includes(context.role) }
}

export const phaseAfter = (framework: Framework, phase: string): string | undefined =>
  framework.phases[framework.phases.findIndex((entry) => entry.key === phase) + 1]?.key

export const phaseLabel = (framework: Framework, phase: string): string => labelOf(framework.phases, phase)
