import type { Pathway, Requirement } from '../domain/framework.ts'
import { type Message, message } from '../i18n/message.ts'
import { type Facts, type RequirementState, findings, gateFor, promise, reachable, sitesWith, needsOf } from './gates.ts'

/** What is missing, and how much of it. */
export interface Lack {
  need: RequirementState['requirement']['need'] | 'promise'
  message: Message
  /** In its own unit: 2 where 2 sites are missing, -2 where there are 2 too many. */
  lack: number
}

/** Where an idea could go next: a phase of its pathway, or the pathway that a success goes on to. */
export interface NextStep {
  phase: string | null
  pathway: string | null
  lacks: Lack[]
}

/** An outcome or published support is earned; whatever else is missing somebody can add. */
const earned: ReadonlySet<Lack['need']> = new Set(['evidence-of-improvement', 'improved-together', 'promise', 'no-hold', 'evidence-stands'])

/** How many things somebody would have to add: 0 is ready, 1 "short by one"; `Infinity` where something must be earned first. */
export const shortBy = ({ lacks }: NextStep): number =>
  lacks.some(({ need }) => earned.has(need)) ? Number.POSITIVE_INFINITY : lacks.reduce((sum, { lack }) => sum + Math.abs(lack), 0)

const lacksOf = (found: readonly RequirementState[]): Lack[] =>
  found.filter(({ met }) => !met).map(({ requirement, message, lack }) => ({ need: requirement.need, message, lack }))

/** Through each gate that stands before a phase in reach. A move without a gate waits for nothing and is nobody's news. */
const phaseSteps = (facts: Facts): NextStep[] => {
  const { framework, idea } = facts
  const order = framework.phases.map(({ key }) => key)
  const last = framework.pathways.find(({ key }) => key === idea.pathway)?.lastPhase ?? ''
  return framework.phases.slice(order.indexOf(idea.phase) + 1, order.indexOf(last) + 1).flatMap(({ key }) => {
    const gate = reachable(framework, idea, key) ? gateFor(framework, idea, key) : undefined
    const needs = needsOf(framework, gate)
    return needs.length > 0 ? [{ phase: key, pathway: null, lacks: lacksOf(findings(needs, facts)) }] : []
  })
}

/** What a success goes on to. Work that began does not start over, so only from the first phase or after the last. */
const pathwayStep = (facts: Facts): NextStep[] => {
  const { framework, idea } = facts
  const own = framework.pathways.find(({ key }) => key === idea.pathway)
  const next = framework.pathways.find(({ key }) => key === own?.next)
  const between = idea.phase !== framework.phases[0]?.key && idea.phase !== own?.lastPhase
  if (!next || between || sitesWith(facts, 'worse') > 0) return []
  return [{ phase: null, pathway: next.key, lacks: pathwayLacks(facts, next) }]
}

const pathwayLacks = (facts: Facts, { approval, sites }: Pathway): Lack[] => {
  const cohort: Requirement[] = [
    { need: 'willing-sites', least: sites.least, most: null },
    { need: 'leads', least: 1, most: null },
  ]
  if (approval === 'before-design') return lacksOf(findings([{ need: 'evidence-of-improvement' }, ...cohort], facts))
  const theirs = lacksOf(findings([{ need: 'theory' }, ...cohort], facts))
  if (promise(facts)) return theirs
  const { incubatorLevel } = facts.framework.suggestion
  return [...theirs, { need: 'promise', message: message('gate-promise-missing', { level: incubatorLevel }), lack: 1 }]
}

/**
 * The step that an idea is nearest to, with what it lacks, or `null` where nothing is ahead: not classified, ended, on hold, or
 * at the end of its way. Nothing moves by itself: this only says.
 */
export const nextStep = (facts: Facts): NextStep | null => {
  const { idea } = facts
  if (idea.disposition !== 'active' || idea.pathway === null || idea.hold) return null
  const steps = [...phaseSteps(facts), ...pathwayStep(facts)]
  // Of two that are equally near, the one named first: its own pathway goes before another.
  return steps.toSorted((one, other) => nearness(one) - nearness(other))[0] ?? null
}

/** What must be earned is further away than anything that can be added. */
const nearness = (step: NextStep): number => Math.min(shortBy(step), 1000 + step.lacks.length)
