import type { Framework, Gate, Requirement } from '../domain/framework.ts'
import { labelOf } from '../domain/framework.ts'
import type { Context } from '../domain/actor.ts'
import type { Evidence, Idea, Network, Stance, TestResult } from '../domain/entities.ts'
import { publishedFor } from './weighed-evidence.ts'

/** A requirement as it stands for one idea, in words: "needs 1 more site". */
export interface Finding {
  requirement: Requirement
  met: boolean
  says: string
  /** How much is missing, in its own unit: 2 where 2 sites are, -2 where there are 2 too many; 0 where it is met. */
  lack: number
}

export interface GateState {
  gate: Gate | undefined
  findings: Finding[]
  /** Whether this person is one of those whom the gate names. */
  allowed: boolean
}

/** Everything that a requirement looks at, read once. */
export interface Facts {
  idea: Idea
  framework: Framework
  stances: Stance[]
  /** Origin ∪ interested ∪ testing ∪ tested. */
  willing: Set<string>
  bestLevel: number | undefined
  hasGuideline: boolean
  /** Clips that speak against it. */
  against: number
  at: number
}

const day = 24 * 60 * 60 * 1000

/** The same from what was read already. */
export const factsFrom = (framework: Framework, idea: Idea, evidence: readonly Evidence[], stances: Stance[], at: number): Facts => {
  const { bestLevel, hasGuideline, against } = publishedFor(idea.id, evidence)
  return {
    idea,
    framework,
    stances,
    willing: new Set([idea.site, ...stances.map((stance) => stance.site)].filter(Boolean)),
    bestLevel,
    hasGuideline,
    against,
    at,
  }
}

export const factsOf = (network: Network, idea: Idea, at: number): Facts =>
  factsFrom(network.framework(), idea, network.weighedEvidenceOf?.(idea.id) ?? network.evidenceOf(idea.id), network.stancesOf(idea.id), at)

/** In a small network the cohort is the whole network, so no number may exceed the sites that exist. */
export const shrink = (framework: Framework, least: number): number =>
  framework.sites.length > 0 && framework.sites.length <= framework.smallNetwork ? Math.min(least, framework.sites.length) : least

interface Assessed {
  met: boolean
  says: string
  /** Where it is more than one. */
  lack?: number
}

const counted = (have: number, least: number, most: number | null, one: string, many: string): Assessed => {
  if (have < least) return { met: false, says: `needs ${least - have} more ${least - have === 1 ? one : many}`, lack: least - have }
  if (most !== null && have > most) return { met: false, says: `has ${have} ${many}, at most ${most}`, lack: most - have }
  return { met: true, says: `${have} ${have === 1 ? one : many}` }
}

/** Nobody leads it yet: said as people say it. */
const led = (have: number, least: number, most: number | null): Assessed =>
  have === 0 && least === 1 ? { met: false, says: 'no lead' } : counted(have, least, most, 'lead', 'leads')

const written = (text: string, name: string): Assessed => ({
  met: text !== '',
  says: text === '' ? `no ${name}` : name,
})

/** A diagram that is drawn here counts as much as a link to one, once a driver has an intervention. */
const drawnDrivers = ({ drivers = [] }: Idea): string => drivers.find((driver) => driver.interventions.length > 0)?.name ?? ''

export const sitesWith = (facts: Facts, result: TestResult): number => facts.stances.filter((stance) => stance.result === result).length

/** Published support of at least that level (1 is best), in words; a guideline counts, having no level of its own. */
export const publishedSupport = (facts: Facts, level: number): string | undefined => {
  if (facts.hasGuideline) return 'a guideline'
  return facts.bestLevel !== undefined && facts.bestLevel <= level ? `published evidence of level ${facts.bestLevel}` : undefined
}

/** What makes an idea promising enough for a few sites to work on: it improved somewhere, or something published supports it. */
export const promise = (facts: Facts): string | undefined => {
  const improved = sitesWith(facts, 'improved')
  if (improved > 0) return `improved at ${improved} ${improved === 1 ? 'site' : 'sites'}`
  return publishedSupport(facts, facts.framework.suggestion.incubatorLevel)
}

/** Enough sites improved to count as evidence by itself; a small network cannot have more than it has sites. */
export const improvedAtSeveral = (facts: Facts): boolean => {
  const needed = shrink(facts.framework, facts.framework.suggestion.improvedSites)
  return needed > 0 && sitesWith(facts, 'improved') >= needed
}

/** What shows an improved outcome: improvement at several sites, a registry gap, published evidence of the network's level. */
export const improvementSources = (facts: Facts): string[] => {
  const improved = sitesWith(facts, 'improved')
  return [
    improvedAtSeveral(facts) ? `improved at ${improved} ${improved === 1 ? 'site' : 'sites'}` : undefined,
    facts.idea.registryGap ? 'a gap in the registry' : undefined,
    publishedSupport(facts, facts.framework.suggestion.networkWideLevel),
  ].filter((source) => source !== undefined)
}

/** Improvement at several sites is enough by itself; otherwise as many sources as the network asks for. */
export const outcomeImproved = (facts: Facts): boolean =>
  improvedAtSeveral(facts) || improvementSources(facts).length >= facts.framework.suggestion.sourcesNeeded

/** One site that has tested already, or says what it measures until a day that is ahead and near enough. */
const planned = (facts: Facts, withinDays: number): Assessed => {
  if (facts.stances.some((stance) => stance.stance === 'tested')) return { met: true, says: 'tested already' }
  const ends = facts.stances.flatMap((stance) => (stance.stance === 'testing' && stance.measure !== '' ? (stance.expectedEnd ?? []) : []))
  if (ends.length === 0) return { met: false, says: 'no site says what it will measure and until when' }
  if (ends.every((end) => end <= facts.at)) return { met: false, says: 'the day when the test should end has passed' }
  const met = ends.some((end) => end > facts.at && end - facts.at <= withinDays * day)
  return { met, says: met ? 'test planned' : `the test ends later than in ${withinDays} days` }
}

const assess = (requirement: Requirement, facts: Facts): Assessed => {
  const { idea, framework, stances } = facts
  const underTest = stances.filter((stance) => stance.stance !== 'interested')
  const improved = sitesWith(facts, 'improved')
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
      return written(idea.driverDiagram || drawnDrivers(idea), 'key driver diagram')
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
      return led(idea.leads.length, requirement.least, requirement.most)
    case 'experts':
      return counted(idea.experts.length, requirement.least, requirement.most, 'expert', 'experts')
    case 'test-planned':
      return planned(facts, requirement.withinDays)
    case 'evidence-of-improvement': {
      const met = outcomeImproved(facts)
      return { met, says: met ? improvementSources(facts).join(' and ') : 'no evidence yet of an improved outcome' }
    }
    case 'every-result': {
      const open = underTest.filter((stance) => stance.result === null).length
      if (underTest.length === 0) return { met: false, says: 'no site has tested it' }
      return {
        met: open === 0,
        says: open === 0 ? 'every test site has a result' : `${open} ${open === 1 ? 'result' : 'results'} to hear`,
        lack: open,
      }
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
  requirements.map((requirement) => {
    const { met, says, lack = 1 } = assess(requirement, facts)
    return { requirement, met, says, lack: met ? 0 : lack }
  })

export const missing = (all: readonly Finding[]): string =>
  all
    .filter((finding) => !finding.met)
    .map((finding) => finding.says)
    .join(', ')

/** The gate that stands before that phase for this idea, if there is one. */
export const gateFor = (framework: Framework, idea: Idea, to: string): Gate | undefined =>
  framework.gates.find((gate) => gate.pathway === idea.pathway && gate.to === to && (gate.from === idea.phase || gate.from === null))

/**
 * Whether the idea may go to that phase from where it is: to the next one, or as far as a gate leads. Otherwise somebody could
 * walk around a gate (and the approval that it asks for) by naming the phase after it.
 */
export const reachable = (framework: Framework, idea: Idea, to: string): boolean =>
  phaseAfter(framework, idea.phase) === to || gateFor(framework, idea, to) !== undefined

/** A site lead answers for a site that tests the idea, not for those of others. */
const answers = (facts: Facts, context: Context): boolean =>
  context.role !== 'site-lead' || facts.stances.some((stance) => stance.site === context.site && stance.stance !== 'interested')

/**
 * What moving the idea to that phase still needs, and whether this person may.
 * Without a gate the move is a coordinator's; to a phase that is out of reach it is nobody's.
 */
export const gateState = (network: Network, idea: Idea, to: string, context: Context): GateState => {
  const framework = network.framework()
  const facts = factsOf(network, idea, context.at)
  const gate = gateFor(framework, idea, to)
  const who = gate?.who ?? ['coordinator']
  const leads = who.includes('project-lead') && idea.leads.includes(context.person)
  const named = leads || (who.includes(context.role) && answers(facts, context))
  return { gate, findings: findings(gate?.needs ?? [], facts), allowed: named && reachable(framework, idea, to) }
}

export const phaseAfter = (framework: Framework, phase: string): string | undefined =>
  framework.phases[framework.phases.findIndex((entry) => entry.key === phase) + 1]?.key

export const phaseLabel = (framework: Framework, phase: string): string => labelOf(framework.phases, phase)
