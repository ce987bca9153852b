import type { Pathway, Requirement } from '../domain/framework.ts'
import { factsOf, type Facts, findings, improvementSources, missing, outcomeImproved, promise, shrink, sitesWith } from './gates.ts'
import type { Idea, Network } from '../domain/entities.ts'
import { type Message, message } from '../i18n/message.ts'
import { labelValue } from '../domain/labels.ts'

/** A pathway that the rules suggest, never taken by the program itself. */
export interface Suggestion {
  pathway: string | null
  reasons: Message[]
  shortfalls: Message[]
}

/**
 * The pathways by what they ask for, not by their keys: a network may rename them. The widest is the one that asks for
 * approval before design, the middle one asks after design, the smallest asks for none.
 */
const pathwayBy = (facts: Facts, approval: Pathway['approval']): Pathway | undefined =>
  facts.framework.pathways.find((pathway) => pathway.approval === approval)

const missingOf = (facts: Facts, needs: Requirement[]): Message[] => missing(findings(needs, facts))

const sites = (count: number): Message => message('suggestion-sites', { count })

const harm = (facts: Facts): Message[] => {
  const worse = sitesWith(facts, 'worse')
  return [
    ...(facts.idea.hold ? [message('suggestion-held', { why: facts.idea.hold.why })] : []),
    ...(worse > 0 ? [message('suggestion-harm', { count: worse })] : []),
  ]
}

/** What speaks against an idea takes no suggestion away, but nobody decides without having heard of it. */
const warned = (facts: Facts, suggestion: Suggestion): Suggestion =>
  facts.against === 0
    ? suggestion
    : { ...suggestion, reasons: [...suggestion.reasons, message('suggestion-against', { count: facts.against })] }

const hasTheory = (facts: Facts): boolean => missingOf(facts, [{ need: 'theory' }]).length === 0

const networkWide = (facts: Facts, pathway: Pathway): Suggestion => ({
  pathway: pathway.key,
  reasons: [message('suggestion-improved', { sources: improvementSources(facts) }), sites(facts.willing.size)],
  shortfalls: missingOf(facts, [
    { need: 'willing-sites', least: pathway.sites.least, most: null },
    { need: 'leads', least: 1, most: null },
  ]),
})

const incubator = (facts: Facts, pathway: Pathway, promising: Message): Suggestion => {
  const { most } = pathway.sites
  const crowd = most !== null && facts.willing.size > most
  return {
    pathway: pathway.key,
    reasons: [
      message('suggestion-promising', { source: promising }),
      sites(facts.willing.size),
      ...(crowd ? [message('suggestion-crowd', { most })] : []),
    ],
    shortfalls: missingOf(facts, [{ need: 'leads', least: 1, most: null }]),
  }
}

/** What the next pathway would still need. */
const lacks = (facts: Facts, next: Pathway, promising: Message | undefined): Message[] => {
  const { incubatorLevel } = facts.framework.suggestion
  const theirs = missingOf(facts, [{ need: 'theory' }, { need: 'willing-sites', least: next.sites.least, most: null }])
  return promising ? theirs : [...theirs, message('gate-promise-missing', { level: incubatorLevel })]
}

const smallest = (facts: Facts, next: Pathway | undefined, promising: Message | undefined): Suggestion => ({
  pathway: pathwayBy(facts, 'none')?.key ?? null,
  reasons: [message('suggestion-small')],
  shortfalls: next
    ? lacks(facts, next, promising).map((lack) =>
        message('suggestion-for-next', { pathway: labelValue(facts.framework, 'pathways', next.key), lack }),
      )
    : [],
})

/**
 * The pathway that an idea fits, with reasons and what is still missing. Only a suggestion: a coordinator classifies.
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
