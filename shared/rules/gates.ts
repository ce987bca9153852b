import type { Framework, Gate, Requirement } from '../domain/framework.ts'
import { labelValue } from '../domain/labels.ts'
import type { Context } from '../domain/actor.ts'
import type { Evidence, Idea, Network, Stance, TestResult } from '../domain/entities.ts'
import { type Message, message, type PlainCode } from '../i18n/message.ts'
import { currentApproval, needsApproval, quorumOf } from '../domain/approval.ts'
import { approvalFinding } from './approvals.ts'
import { publishedFor } from './weighed-evidence.ts'

/** A requirement as it stands for one idea: "needs 1 more site". */
export interface RequirementState {
  requirement: Requirement | { need: 'approval' }
  met: boolean
  message: Message
  /** How much is missing, in its own unit: 2 where 2 sites are, -2 where there are 2 too many; 0 where it is met. */
  lack: number
}

export interface GateState {
  gate: Gate | undefined
  requirementStates: RequirementState[]
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
  /** Papers that it rests on and that were taken back or are in doubt. */
  shaken: number
  at: number
}

/** Milliseconds. */
const day = 24 * 60 * 60 * 1000

/** The same from what was read already. */
export const factsFrom = (framework: Framework, idea: Idea, evidence: readonly Evidence[], stances: Stance[], at: number): Facts => {
  const { bestLevel, hasGuideline, against, shaken } = publishedFor(idea.id, evidence)
  return {
    idea,
    framework,
    stances,
    willing: new Set([idea.site, ...stances.map((stance) => stance.site)].filter(Boolean)),
    bestLevel,
    hasGuideline,
    against,
    shaken,
    at,
  }
}

export const factsOf = (network: Network, idea: Idea, at: number): Facts =>
  factsFrom(network.framework(), idea, network.weighedEvidenceOf?.(idea.id) ?? network.evidenceOf(idea.id), network.stancesOf(idea.id), at)

/** Limits a required number of sites to the sites that exist, in a small network. */
export const shrink = (framework: Framework, least: number): number =>
  framework.sites.length > 0 && framework.sites.length <= framework.smallNetwork ? Math.min(least, framework.sites.length) : least

interface Assessed {
  met: boolean
  message: Message
  /** Where it is more than one. */
  lack?: number
}

type Counted = 'willing-sites' | 'test-sites' | 'leads' | 'experts'

const counted = (have: number, least: number, most: number | null, what: Counted): Assessed => {
  if (have < least) return { met: false, message: message(`gate-${what}-missing`, { count: least - have }), lack: least - have }
  if (most !== null && have > most)
    return { met: false, message: message(`gate-${what}-too-many`, { count: have, most }), lack: most - have }
  return { met: true, message: message(`gate-${what}`, { count: have }) }
}

/** Nobody leads it yet: said as people say it. */
const led = (have: number, least: number, most: number | null): Assessed =>
  have === 0 && least === 1 ? { met: false, message: message('gate-leads-none') } : counted(have, least, most, 'leads')

type Written = Extract<
  Requirement['need'],
  'problem' | 'topic' | 'theory' | 'aim' | 'driver-diagram' | 'outcome-measure' | 'process-measure' | 'balancing-measure'
>

const written = (text: string, what: Written): Assessed => ({
  met: text !== '',
  message: message(text === '' ? `gate-${what}-missing` : `gate-${what}`),
})

/** Whether it is so, and what is said where it is and where it is not. */
const isSo = (met: boolean, so: PlainCode, otherwise: PlainCode): Assessed => ({ met, message: message(met ? so : otherwise) })

/** A diagram that is drawn here counts as much as a link to one, once a driver has an intervention. */
const drawnDrivers = ({ drivers = [] }: Idea): string => drivers.find((driver) => driver.interventions.length > 0)?.name ?? ''

export const sitesWith = (facts: Facts, result: TestResult): number => facts.stances.filter((stance) => stance.result === result).length

/** Published support of at least that level (1 is best); a guideline counts, having no level of its own. */
export const publishedSupport = (facts: Facts, level: number): Message | undefined => {
  if (facts.hasGuideline) return message('source-guideline')
  return facts.bestLevel !== undefined && facts.bestLevel <= level ? message('source-published', { level: facts.bestLevel }) : undefined
}

/** What makes an idea promising enough for a few sites to work on: it improved somewhere, or something published supports it. */
export const promise = (facts: Facts): Message | undefined => {
  const improved = sitesWith(facts, 'improved')
  if (improved > 0) return message('source-improved', { count: improved })
  return publishedSupport(facts, facts.framework.suggestion.incubatorLevel)
}

/** Enough sites improved to count as evidence by itself; a small network cannot have more than it has sites. */
export const improvedAtSeveral = (facts: Facts): boolean => {
  const needed = shrink(facts.framework, facts.framework.suggestion.improvedSites)
  return needed > 0 && sitesWith(facts, 'improved') >= needed
}

/** What shows an improved outcome: improvement at several sites, a registry gap, published evidence of the network's level. */
export const improvementSources = (facts: Facts): Message[] => {
  const improved = sitesWith(facts, 'improved')
  return [
    improvedAtSeveral(facts) ? message('source-improved', { count: improved }) : undefined,
    facts.idea.registryGap ? message('source-registry') : undefined,
    publishedSupport(facts, facts.framework.suggestion.networkWideLevel),
  ].filter((source) => source !== undefined)
}

/** Improvement at several sites is enough by itself; otherwise as many sources as the network asks for. */
export const outcomeImproved = (facts: Facts): boolean =>
  improvedAtSeveral(facts) || improvementSources(facts).length >= facts.framework.suggestion.sourcesNeeded

/** One site that has tested already, or says what it measures until a day that is ahead and near enough. */
const planned = (facts: Facts, withinDays: number): Assessed => {
  if (facts.stances.some((stance) => stance.stance === 'tested')) return { met: true, message: message('gate-tested') }
  const ends = facts.stances.flatMap((stance) => (stance.stance === 'testing' && stance.measure !== '' ? (stance.expectedEnd ?? []) : []))
  if (ends.length === 0) return { met: false, message: message('gate-test-unplanned') }
  if (ends.every((end) => end <= facts.at)) return { met: false, message: message('gate-test-overdue') }
  const met = ends.some((end) => end > facts.at && end - facts.at <= withinDays * day)
  return { met, message: met ? message('gate-test-planned') : message('gate-test-too-long', { days: withinDays }) }
}

const assess = (requirement: Requirement, facts: Facts): Assessed => {
  const { idea, framework, stances } = facts
  const underTest = stances.filter((stance) => stance.stance !== 'interested')
  const improved = sitesWith(facts, 'improved')
  switch (requirement.need) {
    case 'problem':
      return written(idea.problem, 'problem')
    case 'topic':
      return written(idea.topic, 'topic')
    case 'theory':
      return written(idea.theory || idea.measures.outcome, 'theory')
    case 'aim':
      return written(idea.aim, 'aim')
    case 'driver-diagram':
      return written(idea.driverDiagram || drawnDrivers(idea), 'driver-diagram')
    case 'outcome-measure':
      return written(idea.measures.outcome, 'outcome-measure')
    case 'process-measure':
      return written(idea.measures.process, 'process-measure')
    case 'balancing-measure':
      return written(idea.measures.balancing, 'balancing-measure')
    case 'willing-sites':
      return counted(facts.willing.size, shrink(framework, requirement.least), requirement.most, 'willing-sites')
    case 'test-sites':
      return counted(underTest.length, shrink(framework, requirement.least), requirement.most, 'test-sites')
    case 'leads':
      return led(idea.leads.length, requirement.least, requirement.most)
    case 'experts':
      return counted(idea.experts.length, requirement.least, requirement.most, 'experts')
    case 'test-planned':
      return planned(facts, requirement.withinDays)
    case 'evidence-of-improvement': {
      const met = outcomeImproved(facts)
      return {
        met,
        message: met ? message('gate-evidence', { sources: { all: improvementSources(facts) } }) : message('gate-evidence-missing'),
      }
    }
    case 'every-result': {
      const open = underTest.filter((stance) => stance.result === null).length
      if (underTest.length === 0) return { met: false, message: message('gate-results-none') }
      return {
        met: open === 0,
        message: open === 0 ? message('gate-results') : message('gate-results-missing', { count: open }),
        lack: open,
      }
    }
    case 'improved-together': {
      const met = improved > 0 && improved * 2 > underTest.length && !stances.some((stance) => stance.result === 'worse')
      return isSo(met, 'gate-improved-together', 'gate-improved-together-missing')
    }
    case 'process-reliable':
      return isSo(idea.processReliable, 'gate-process-reliable', 'gate-process-reliable-missing')
    case 'no-hold':
      return isSo(idea.hold === null, 'gate-hold-none', 'gate-hold')
    case 'evidence-stands':
      return isSo(facts.shaken === 0, 'gate-evidence-stands', 'gate-evidence-shaken')
  }
}

/** Requirements as met or missing, in the order of the framework. Nothing moves by itself: this only says. */
export const findings = (requirements: readonly Requirement[], facts: Facts): RequirementState[] =>
  requirements.map((requirement) => {
    const { met, message, lack = 1 } = assess(requirement, facts)
    return { requirement, met, message, lack: met ? 0 : lack }
  })

/** What is missing, in the order of the framework. */
export const missing = (all: readonly RequirementState[]): Message[] => all.filter(({ met }) => !met).map((finding) => finding.message)

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

/** What a gate needs: as the network set it, and while look-ups are on that the evidence stands. */
export const needsOf = (framework: Framework, gate: Gate | undefined): readonly Requirement[] =>
  gate && framework.lookups?.on && !gate.needs.some(({ need }) => need === 'evidence-stands')
    ? [...gate.needs, { need: 'evidence-stands' }]
    : (gate?.needs ?? [])

/**
 * The approval that a gate of steering's asks for: recorded with its quorum it lets a coordinator make the move. Where one member is
 * enough, a member who makes the move needs none before: it is their approval, unless steering has declined.
 */
const approvalStates = (framework: Framework, idea: Idea, to: string, context: Context): RequirementState[] => {
  const current = currentApproval(idea)
  const approval = current?.to === to ? current : undefined
  const quorum = quorumOf(framework)
  if (context.role === 'steering' && quorum === 1 && !approval?.decided) return []
  return [{ requirement: { need: 'approval' }, ...approvalFinding(approval, quorum) }]
}

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
  const approval = needsApproval(gate) ? approvalStates(framework, idea, to, context) : []
  const approved = context.role === 'coordinator' && approval.some(({ met }) => met)
  const named = leads || approved || (who.includes(context.role) && answers(facts, context))
  const requirementStates = [...findings(needsOf(framework, gate), facts), ...approval]
  return { gate, requirementStates, allowed: named && reachable(framework, idea, to) }
}

/** Whether somebody of that role may move ideas of a pathway on at all: coordinators, and whom one of its gates names. */
export const movesIn = (framework: Framework, pathway: string, role: Context['role']): boolean =>
  role === 'coordinator' || framework.gates.some((gate) => gate.pathway === pathway && gate.who.includes(role))

export const phaseAfter = (framework: Framework, phase: string): string | undefined =>
  framework.phases[framework.phases.findIndex((entry) => entry.key === phase) + 1]?.key

export const phaseLabel = (framework: Framework, phase: string): Message | string => labelValue(framework, 'phases', phase)
