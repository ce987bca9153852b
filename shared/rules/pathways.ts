import type { Pathway, Requirement } from '../domain/framework.ts'
import { factsOf, type Facts, findings, improvementSources, outcomeImproved, promise, shrink, sitesWith } from './gates.ts'
import type { Idea, Network } from '../domain/entities.ts'

/** A pathway that the rules suggest, never taken by the program itself. */
export interface Suggestion {
  pathway: string | null
  reasons: string[]
  shortfalls: string[]
}

/**
 * The pathways by what they ask for, not by their keys: a network may rename them. The widest is the one that asks for
 * approval before design, the middle one asks after design, the smallest asks for none.
 */
const pathwayBy = (facts: Facts, approval: Pathway['approval']): Pathway | undefined =>
  facts.framework.pathways.find((pathway) => pathway.approval === approval)

const missing = (facts: Facts, needs: Requirement[]): string[] =>
  findings(needs, facts)
    .filter((finding) => !finding.met)
    .map((finding) => finding.says)

const sites = (count: number): string => `${count} ${count === 1 ? 'site is' : 'sites are'} willing or testing`

const harm = (facts: Facts): string[] => {
  const worse = sitesWith(facts, 'worse')
  return [
    ...(facts.idea.hold ? [`on hold: ${facts.idea.hold.why}`] : []),
    ...(worse > 0
      ? [`${worse} ${worse === 1 ? 'site reports' : 'sites report'} that it made things worse; look at this before anything else`]
      : []),
  ]
}

/** What speaks against an idea takes no suggestion away, but nobody decides without having heard of it. */
const warned = (facts: Facts, suggestion: Suggestion): Suggestion =>
  facts.against === 0
    ? suggestion
    : {
        ...suggestion,
        reasons: [...suggestion.reasons, `${facts.against} ${facts.against === 1 ? 'clip speaks' : 'clips speak'} against it`],
      }

const hasTheory = (facts: Facts): boolean => missing(facts, [{ need: 'theory' }]).length === 0

const networkWide = (facts: Facts, pathway: Pathway): Suggestion => ({
  pathway: pathway.key,
  reasons: [`evidence of an improved outcome: ${improvementSources(facts).join(', ')}`, sites(facts.willing.size)],
  shortfalls: missing(facts, [
    { need: 'willing-sites', least: pathway.sites.least, most: null },
    { need: 'leads', least: 1, most: null },
  ]),
})

const incubator = (facts: Facts, pathway: Pathway, promising: string): Suggestion => {
  const { most } = pathway.sites
  const crowd = most !== null && facts.willing.size > most
  return {
    pathway: pathway.key,
    reasons: [
      `it says what to change and what should improve, and is promising: ${promising}`,
      sites(facts.willing.size),
      ...(crowd ? [`more sites than it holds: choose up to ${most}, the others wait`] : []),
    ],
    shortfalls: missing(facts, [{ need: 'leads', least: 1, most: null }]),
  }
}

/** What the next pathway would still need. */
const lacks = (facts: Facts, next: Pathway, promising: string | undefined): string[] => {
  const { incubatorLevel } = facts.framework.suggestion
  const theirs = missing(facts, [{ need: 'theory' }, { need: 'willing-sites', least: next.sites.least, most: null }])
  return promising ? theirs : [...theirs, `no improvement yet, no guideline, nothing published of level ${incubatorLevel} or better`]
}

const smallest = (facts: Facts, next: Pathway | undefined, promising: string | undefined): Suggestion => ({
  pathway: pathwayBy(facts, 'none')?.key ?? null,
  reasons: ['one or two sites can try it and tell the others'],
  shortfalls: next ? lacks(facts, next, promising).map((lack) => `${next.label}: ${lack}`) : [],
})

/**
 * The pathway that an idea fits, with reasons and what is still missing, in words. Only a suggestion: a coordinator classifies.
 * Site numbers are those of Bates et al. 2022 (doi:10.1136/bmjqs-2021-014463); the thresholds are the network's settings.
 * @param at Milliseconds since 1970.
 * @returns `pathway: null` with the reason where a site reports harm, where a hold is open, or where no pathway fits.
 */
export const suggestPathway = (network: Network, idea: Idea, at: number): Suggestion => {
  const facts = factsOf(network, idea, at)
  const harmful = harm(facts)
  if (harmful.length > 0) return { pathway: null, reasons: harmful, shortfalls: [] }
  const [wide, middle] = [pathwayBy(facts, 'before-design'), pathwayBy(facts, 'after-design')]
  if (wide && outcomeImproved(facts)) return warned(facts, networkWide(facts, wide))
  const promising = promise(facts)
  const enough = middle !== undefined && facts.willing.size >= shrink(facts.framework, middle.sites.least)
  if (middle && promising && enough && hasTheory(facts)) return warned(facts, incubator(facts, middle, promising))
  return warned(facts, smallest(facts, middle, promising))
}
