import { expect, test } from 'vitest'
import { defaultFramework, type Requirement } from '../../../shared/domain/framework.ts'
import { factsOf, findings, gateState, reachable } from '../../../shared/rules/gates.ts'
import type { Change, Idea } from '../../../shared/domain/entities.ts'
import {
  aClip,
  aFramework,
  anIdea,
  aStance,
  coordinator,
  day,
  idea,
  ideaId,
  lead,
  now,
  sampleNetwork,
  siteLead,
  stance,
  steering,
  tested,
} from '../../sample-network.ts'
import { english } from '../../in-words.ts'

const says = (need: Requirement, value: Partial<Idea> = {}, given: Change[] = []): string => {
  const network = sampleNetwork([anIdea(value), ...given])
  const [finding] = findings([need], factsOf(network, idea(value), now))
  return `${finding?.met ? 'met' : 'missing'}: ${finding && english(finding.message)}`
}
const plan = (end: number): Change => aStance(stance('ash', { stance: 'testing', measure: 'Grams', expectedEnd: end }))
const willing: Requirement = { need: 'willing-sites', least: 3, most: null }
const sites: Requirement = { need: 'test-sites', least: 1, most: 2 }
const planned: Requirement = { need: 'test-planned', withinDays: 180 }
const clip = (kind: 'guideline' | 'compared-groups' | 'before-after' | 'local-data'): Change => aClip({ kind, ideas: [ideaId] })

test.each<[string, Requirement, Partial<Idea>, Change[]]>([
  ['missing: problem not said yet', { need: 'problem' }, { problem: '' }, []],
  ['met: problem said', { need: 'problem' }, {}, []],
  ['missing: no topic', { need: 'topic' }, { topic: '' }, []],
  ['missing: no theory', { need: 'theory' }, {}, []],
  ['met: theory', { need: 'theory' }, { theory: 'T' }, []],
  ['met: theory', { need: 'theory' }, { measures: { outcome: 'O', process: '', balancing: '' } }, []],
  ['missing: no SMART aim', { need: 'aim' }, {}, []],
  ['missing: no key driver diagram', { need: 'driver-diagram' }, {}, []],
  ['missing: no key driver diagram', { need: 'driver-diagram' }, { drivers: [{ name: 'D', interventions: [] }] }, []],
  ['met: key driver diagram', { need: 'driver-diagram' }, { drivers: [{ name: 'D', interventions: ['I'] }] }, []],
  ['met: key driver diagram', { need: 'driver-diagram' }, { driverDiagram: 'https://example.org/kdd' }, []],
  ['met: outcome measure', { need: 'outcome-measure' }, { measures: { outcome: 'O', process: '', balancing: '' } }, []],
  ['missing: no process measure', { need: 'process-measure' }, {}, []],
  ['missing: no balancing measure', { need: 'balancing-measure' }, {}, []],
  ['missing: needs 2 more sites', willing, {}, []],
  ['missing: needs 1 more site', willing, {}, [aStance(stance('birch'))]],
  ['missing: needs 2 more sites', willing, {}, [aStance(stance('ash'))]],
  ['met: 3 sites', willing, {}, [aStance(stance('birch')), aStance(tested('cedar', 'no-change'))]],
  ['missing: needs 3 more sites', willing, { site: '' }, []],
  ['missing: needs 1 more test site', sites, {}, [aStance(stance('ash'))]],
  ['met: 2 test sites', sites, {}, [plan(now), aStance(tested('birch'))]],
  ['missing: has 3 test sites, at most 2', sites, {}, [aStance(tested('ash')), aStance(tested('birch')), aStance(tested('cedar'))]],
  ['missing: no lead', { need: 'leads', least: 1, most: 4 }, {}, []],
  ['missing: needs 1 more lead', { need: 'leads', least: 2, most: 4 }, { leads: ['lee'] }, []],
  ['missing: has 5 leads, at most 4', { need: 'leads', least: 1, most: 4 }, { leads: ['a', 'b', 'c', 'd', 'e'] }, []],
  ['met: 6 experts', { need: 'experts', least: 6, most: 10 }, { experts: ['a', 'b', 'c', 'd', 'e', 'f'] }, []],
  ['missing: no site says what it will measure and until when', planned, {}, [aStance(stance('ash', { stance: 'testing' }))]],
  ['met: test planned', planned, {}, [plan(now + 180 * day)]],
  ['missing: the test ends later than in 180 days', planned, {}, [plan(now + 180 * day + 1)]],
  ['missing: the day when the test should end has passed', planned, {}, [plan(now)]],
  [
    'met: test planned',
    planned,
    {},
    [plan(now + 300 * day), aStance(stance('birch', { stance: 'testing', measure: 'M', expectedEnd: now + day }))],
  ],
  ['missing: no evidence yet of an improved outcome', { need: 'evidence-of-improvement' }, { registryGap: 'G' }, [clip('before-after')]],
  [
    'met: a gap in the registry and published evidence of level 3',
    { need: 'evidence-of-improvement' },
    { registryGap: 'G' },
    [clip('compared-groups')],
  ],
  ['met: a gap in the registry and a guideline', { need: 'evidence-of-improvement' }, { registryGap: 'G' }, [clip('guideline')]],
  ['missing: no evidence yet of an improved outcome', { need: 'evidence-of-improvement' }, { registryGap: 'G' }, [clip('local-data')]],
  ['met: improved at 3 sites', { need: 'evidence-of-improvement' }, {}, ['ash', 'birch', 'cedar'].map((site) => aStance(tested(site)))],
  ['missing: no site has tested it', { need: 'every-result' }, {}, [aStance(stance('ash'))]],
  ['missing: 1 result due', { need: 'every-result' }, {}, [plan(now), aStance(tested('birch'))]],
  ['met: every test site has a result', { need: 'every-result' }, {}, [aStance(tested('birch', 'worse'))]],
  [
    'met: improved at the test sites together',
    { need: 'improved-together' },
    {},
    [aStance(tested('ash')), aStance(tested('birch')), aStance(tested('cedar', 'no-change'))],
  ],
  [
    'missing: not improved at the test sites together',
    { need: 'improved-together' },
    {},
    [aStance(tested('ash')), aStance(tested('birch', 'no-change'))],
  ],
  [
    'missing: not improved at the test sites together',
    { need: 'improved-together' },
    {},
    [aStance(tested('ash')), aStance(tested('birch')), aStance(tested('cedar', 'worse'))],
  ],
  ['missing: process reliability not shown', { need: 'process-reliable' }, {}, []],
  ['missing: on hold', { need: 'no-hold' }, { hold: { why: 'W', by: 'sid', at: now } }, []],
  ['met: the evidence stands', { need: 'evidence-stands' }, {}, [aClip({ ideas: [ideaId] })]],
  [
    'missing: rests on a paper that was retracted or is in doubt',
    { need: 'evidence-stands' },
    {},
    [aClip({ ideas: [ideaId], lookedUp: { said: [{ service: 'pubmed', kind: 'doubted', asked: now }], at: now } })],
  ],
  [
    'met: the evidence stands',
    { need: 'evidence-stands' },
    {},
    [
      aClip({
        ideas: [ideaId],
        lookedUp: {
          said: [
            { service: 'pubmed', kind: 'doubted', asked: now - 1 },
            { service: 'person', kind: 'checked', source: 'coco', asked: now },
          ],
          at: now,
        },
      }),
    ],
  ],
])('[G3] a need is met or missing, in words: %s', (expected, need, value, given) => {
  expect(says(need, value, given)).toBe(expected)
})

const few = ['ash', 'birch'].map((key) => ({ key, label: key }))

test.each<[string, Requirement, Change[], string]>([
  ['willing sites', willing, [aStance(stance('birch'))], 'met: 2 sites'],
  ['test sites', { need: 'test-sites', least: 5, most: 10 }, [aStance(tested('ash'))], 'missing: needs 1 more test site'],
  [
    'sites that improved',
    { need: 'evidence-of-improvement' },
    [aStance(tested('ash')), aStance(tested('birch'))],
    'met: improved at 2 sites',
  ],
  ['leads stay as they are', { need: 'leads', least: 3, most: 4 }, [], 'missing: needs 3 more leads'],
])('[G6] in a network of two sites numbers of sites shrink: %s', (_, need, given, expected) => {
  expect(says(need, {}, [aFramework({ sites: few }), ...given])).toBe(expected)
})

test.each([
  [10, 'missing: needs 3 more sites'],
  [11, 'missing: needs 10 more sites'],
])('[G6] %i sites of twelve wanted', (count, expected) => {
  const sites = Array.from({ length: count }, (_, index) => ({ key: `s${index}`, label: 'S' }))
  const have = sites.slice(0, count === 10 ? 7 : 2).map((site) => aStance(stance(site.key)))
  expect(says({ need: 'willing-sites', least: 12, most: null }, { site: '' }, [aFramework({ sites }), ...have])).toBe(expected)
})

test('[G1] a phase is in reach if it is next or a gate leads there', () => {
  const reach = (pathway: string, phase: string): string[] =>
    defaultFramework.phases.map((entry) => entry.key).filter((to) => reachable(defaultFramework, idea({ pathway, phase }), to))
  expect(reach('single-site', 'idea')).toEqual(['design', 'test'])
  expect(reach('incubator', 'idea')).toEqual(['design'])
  expect(reach('network-wide', 'design')).toEqual(['test'])
  expect(reach('network-wide', 'sustain')).toEqual([])
})

test('[G2] without a gate a coordinator decides on a move', () => {
  const network = sampleNetwork([anIdea({ pathway: 'single-site' })])
  const may = [siteLead, steering, lead, coordinator].filter(
    (by) => gateState(network, idea({ pathway: 'single-site' }), 'design', by).allowed,
  )
  expect(may).toEqual([coordinator])
})

test('[G1] nobody may move an idea to a phase out of reach', () => {
  const value = { pathway: 'incubator', leads: ['lee'] }
  const may = [siteLead, steering, lead, coordinator].filter(
    (by) => gateState(sampleNetwork([anIdea(value)]), idea(value), 'test', by).allowed,
  )
  expect(may).toEqual([])
})

test('[B3] a diagram drawn in Gleaner meets the gate’s requirement as a link does', () => {
  const drawn = { drivers: [{ name: 'D', interventions: ['I'] }] }
  expect([says({ need: 'driver-diagram' }, drawn), says({ need: 'driver-diagram' })]).toEqual([
    'met: key driver diagram',
    'missing: no key driver diagram',
  ])
})

test('[G8] assessing a gate changes nothing', () => {
  const network = sampleNetwork([anIdea({ pathway: 'incubator' })])
  const before = JSON.stringify(network.idea(ideaId))
  gateState(network, idea({ pathway: 'incubator' }), 'design', coordinator)
  expect(JSON.stringify(network.idea(ideaId))).toBe(before)
})

test('[K7] while look-ups are on every gate also asks whether the evidence stands; while they are off none does', () => {
  const asked = (on: boolean): boolean =>
    gateState(
      sampleNetwork([aFramework({ lookups: { on, services: ['crossref'] } })]),
      idea({ pathway: 'incubator' }),
      'design',
      coordinator,
    ).requirementStates.some(({ requirement }) => requirement.need === 'evidence-stands')
  expect([asked(true), asked(false)]).toEqual([true, false])
})
