import { expect, test } from 'vitest'
import { english } from '../../in-words.ts'
import type { EvidenceKind } from '../../../shared/domain/evidence-kinds.ts'
import { suggestPathway } from '../../../shared/rules/pathways.ts'
import type { Change, Idea } from '../../../shared/domain/entities.ts'
import {
  aClip,
  aFramework,
  anIdea,
  aStance,
  hold,
  idea,
  ideaId,
  now,
  sampleFramework,
  sampleNetwork,
  stance,
  tested,
} from '../../sample-network.ts'

/** In words. */
const suggestion = (value: Partial<Idea>, given: Change[]): { pathway: string | null; reasons: string[]; shortfalls: string[] } => {
  const { pathway, reasons, shortfalls } = suggestPathway(sampleNetwork([anIdea(value), ...given]), idea(value), now)
  return { pathway, reasons: reasons.map((one) => english(one)), shortfalls: shortfalls.map((one) => english(one)) }
}

const clip = (kind: EvidenceKind): Change => aClip({ kind, ideas: [ideaId] })
const against = (kind: EvidenceKind): Change =>
  aClip({ kind, ideas: [ideaId], directions: { [ideaId]: { is: 'against', by: 'lee', at: now } } })
const willing = (...sites: string[]): Change[] => sites.map((site) => aStance(stance(site)))
const improved = (...sites: string[]): Change[] => sites.map((site) => aStance(tested(site)))
const theory = { measures: { outcome: 'O', process: '', balancing: '' } }
const led = { ...theory, leads: ['lee'] }
const gap = { registryGap: 'Sites differ.' }

test.each<[string, Partial<Idea>, Change[], string]>([
  [
    'one site reports that it made things worse',
    led,
    [...improved('ash', 'birch', 'cedar'), aStance(tested('elm', 'worse'))],
    '1 site reports that it made things worse',
  ],
  ['a hold is open', { ...led, hold }, improved('ash', 'birch', 'cedar'), 'on hold: Two infants fell.'],
])('[G9] no suggestion, and why: %s', (_, value, given, reason) => {
  const suggested = suggestion(value, given)
  expect(suggested).toMatchObject({ pathway: null, shortfalls: [] })
  expect(suggested.reasons.join()).toContain(reason)
})

test('[G14] [M24] clips against, for context or of no stated kind are no published support; clips against are mentioned', () => {
  const others = willing('birch', 'cedar', 'elm', 'fir')
  const unsaid = aClip({ kind: null, suggested: 'guideline', ideas: [ideaId] })
  expect(suggestion({ ...led, ...gap }, [clip('guideline'), ...others])).toMatchObject({ pathway: 'network-wide' })
  expect(suggestion({ ...led, ...gap }, [unsaid, ...others])).toMatchObject({ pathway: 'single-site' })
  const warned = suggestion({ ...led, ...gap }, [against('guideline'), ...others])
  expect(warned.pathway).toBe('single-site')
  expect(warned.reasons).toContain('1 clip speaks against it')
})

test.each<[string, Partial<Idea>, Change[], string[]]>([
  ['three sites improved', led, improved('ash', 'birch', 'cedar', 'elm', 'fir').slice(0, 3), ['needs 2 more sites']],
  ['three improved, five willing', led, [...improved('ash', 'birch', 'cedar'), ...willing('elm', 'fir')], []],
  ['a gap and a trial', { ...led, ...gap }, [clip('randomised-trial'), ...willing('birch', 'cedar', 'elm', 'fir')], []],
  ['a gap and a guideline', { ...led, ...gap }, [clip('guideline'), ...willing('birch', 'cedar', 'elm')], ['needs 1 more site']],
  ['no theory is needed, a lead is', gap, [clip('systematic-review'), ...willing('birch', 'cedar', 'elm', 'fir')], ['no lead']],
])('[G10] for the whole network: %s', (_, value, given, shortfalls) => {
  expect(suggestion(value, given)).toMatchObject({ pathway: 'network-wide', shortfalls })
})

test.each<[string, Partial<Idea>, Change[], string[]]>([
  ['improved at one site', led, [...improved('ash'), ...willing('birch', 'cedar')], []],
  ['published level 4', led, [clip('before-after'), ...willing('birch', 'cedar')], []],
  ['a guideline', led, [clip('guideline'), ...willing('birch', 'cedar')], []],
  ['one source alone is no improvement yet', { ...led, ...gap }, [clip('before-after'), ...willing('birch', 'cedar')], []],
  ['no lead yet', theory, [clip('before-after'), ...willing('birch', 'cedar')], ['no lead']],
])('[G11] for a few sites: %s', (_, value, given, shortfalls) => {
  expect(suggestion(value, given)).toMatchObject({ pathway: 'incubator', shortfalls })
})

test('[G11] with more willing sites than an incubator takes, some wait', () => {
  const { reasons } = suggestion(led, [...improved('ash'), ...willing('birch', 'cedar', 'elm', 'fir', 'oak')])
  expect(reasons.at(-1)).toBe('more sites than it holds: choose up to 5, the others wait')
})

const unpromising = 'Incubator: no improvement yet, no guideline, nothing published of level 4 or better'
test.each<[string, Partial<Idea>, Change[], string[]]>([
  ['nothing yet', {}, [], ['Incubator: no theory', 'Incubator: needs 2 more sites', unpromising]],
  ['no theory', {}, [...improved('ash'), ...willing('birch', 'cedar')], ['Incubator: no theory']],
  ['too few sites', theory, improved('ash'), ['Incubator: needs 2 more sites']],
  ['opinion alone', theory, [clip('opinion'), ...willing('birch', 'cedar')], [unpromising]],
  ['local data has no level', theory, [clip('local-data'), ...willing('birch', 'cedar')], [unpromising]],
  ['tested without change', theory, [aStance(tested('ash', 'no-change')), ...willing('birch', 'cedar')], [unpromising]],
])('[G12] for one site, with what a few would need: %s', (_, value, given, shortfalls) => {
  expect(suggestion(value, given)).toMatchObject({ pathway: 'single-site', shortfalls })
})

test('[G6] in a network of two sites, two improved sites are enough for network-wide', () => {
  const few = aFramework({ sites: sampleFramework.sites.slice(0, 2) })
  expect(suggestion(led, [few, ...improved('ash', 'birch')])).toMatchObject({ pathway: 'network-wide', shortfalls: [] })
})

test('[G10] thresholds are the network’s', () => {
  const suggestionSettings = { ...sampleFramework.suggestion, improvedSites: 4, sourcesNeeded: 1 }
  expect(
    suggestion(led, [aFramework({ suggestion: { ...suggestionSettings, sourcesNeeded: 2 } }), ...improved('ash', 'birch', 'cedar')])
      .pathway,
  ).toBe('incubator')
  expect(suggestion({ ...led, ...gap }, [aFramework({ suggestion: suggestionSettings })]).pathway).toBe('network-wide')
})

test('[G10] pathways are recognised by the approval that they need, not by their keys', () => {
  const pathways = sampleFramework.pathways.map((pathway) => ({ ...pathway, key: `our-${pathway.key}` }))
  expect(suggestion(led, [aFramework({ pathways }), ...improved('ash', 'birch', 'cedar')]).pathway).toBe('our-network-wide')
})
