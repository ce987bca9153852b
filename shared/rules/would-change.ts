import { labelValue } from '../domain/labels.ts'
import type { EvidenceKind } from '../domain/evidence-kinds.ts'
import type { Evidence, Idea, Network } from '../domain/entities.ts'
import { message, type Message } from '../i18n/message.ts'
import { own } from '../values/own.ts'
import { type Facts, factsOf, outcomeImproved, promise } from './gates.ts'
import { nextStep } from './next-step.ts'
import { suggestPathway } from './pathways.ts'

/** A clip of a paper that supports an idea, as the gates weigh it. */
const clipOf = (kind: EvidenceKind, idea: string): Evidence => ({
  id: '',
  citation: { type: 'article-journal' },
  quote: null,
  link: '',
  kind,
  note: '',
  site: '',
  ideas: [idea],
  clippedBy: '',
  clippedAt: 0,
})

/** The network as it would be with one more clip of this idea. */
const withClip = (network: Network, idea: string, clip: Evidence): Network => {
  const evidence = [...(network.weighedEvidenceOf?.(idea) ?? network.evidenceOf(idea)), clip]
  return {
    framework: () => network.framework(),
    idea: (id) => network.idea(id),
    evidence: (id) => network.evidence(id),
    comment: (id) => network.comment(id),
    series: (id) => network.series(id),
    evidenceOf: (id) => (id === idea ? evidence : network.evidenceOf(id)),
    stancesOf: (id) => network.stancesOf(id),
  }
}

/** Of two pathways the later is the wider; an idea without one has the narrowest before it. */
const isWider = (network: Network, one: string, other: string | null): boolean => {
  const keys = network.framework().pathways.map(({ key }) => key)
  return keys.indexOf(one) > keys.indexOf(other ?? '')
}

/** What published support can earn, and whether it is there. */
const earned: Readonly<Record<string, (facts: Facts) => boolean>> = {
  'evidence-of-improvement': outcomeImproved,
  promise: (facts) => promise(facts) !== undefined,
}

/**
 * What a paper of that kind would change for an idea that it supports: another suggested pathway, or a need of the next step that
 * it meets. Nothing where the idea has as much already. It says what would be; nothing moves by it.
 * @param at Milliseconds since 1970.
 */
export const wouldChange = (network: Network, idea: Idea, kind: EvidenceKind | null, at: number): Message[] => {
  if (kind === null) return []
  const then = withClip(network, idea.id, clipOf(kind, idea.id))
  const [before, after] = [suggestPathway(network, idea, at), suggestPathway(then, idea, at)]
  const suggests =
    after.pathway !== null && after.pathway !== before.pathway && isWider(network, after.pathway, idea.pathway)
      ? [message('paper-suggests', { pathway: labelValue(network.framework(), 'pathways', after.pathway) })]
      : []
  const facts = factsOf(then, idea, at)
  const meets = (nextStep(factsOf(network, idea, at))?.lacks ?? [])
    .filter(({ need }) => own(earned, need)?.(facts))
    .map((lack) => message('paper-meets', { need: lack.message }))
  return [...suggests, ...meets]
}
