import { expect, test } from 'vitest'
import { factsOf } from '../../../shared/rules/gates.ts'
import type { Change, Idea } from '../../../shared/domain/entities.ts'
import { nextStep, shortBy } from '../../../shared/rules/next-step.ts'
import { aClip, anIdea, aStance, day, ended, hold, idea, ideaId, now, sampleNetwork, stance, tested } from '../../sample-network.ts'
import { english } from '../../in-words.ts'

const stepOf = (value: Partial<Idea>, given: Change[] = []) => nextStep(factsOf(sampleNetwork([anIdea(value), ...given]), idea(value), now))
const said = (value: Partial<Idea>, given: Change[] = []): string => {
  const step = stepOf(value, given)
  return step
    ? `${step.pathway ?? step.phase} ${shortBy(step)}: ${step.lacks.map(({ message }) => english(message)).join(', ')}`
    : 'nothing ahead'
}
const willing = (...sites: string[]): Change[] => sites.map((site) => aStance(stance(site)))
const plan = aStance(stance('ash', { stance: 'testing', measure: 'Grams', expectedEnd: now + day }))
const theory = { theory: 'T', leads: ['lee'] }
const measures = { outcome: 'O', process: 'P', balancing: 'B' }
const designed = { pathway: 'incubator', phase: 'design', aim: 'A', driverDiagram: 'https://example.org', measures }
const testers = (...sites: string[]): Change[] => sites.map((site) => aStance(stance(site, { stance: 'testing' })))

test.each<[string, string, Partial<Idea>, Change[]]>([
  ['not classified', 'nothing ahead', {}, []],
  ['ended', 'nothing ahead', { pathway: 'incubator', ...ended('parked') }, []],
  ['on hold', 'nothing ahead', { pathway: 'incubator', hold }, []],
  ['its local test is planned', 'test 0: ', { pathway: 'single-site' }, [plan]],
  [
    'three willing sites, a theory, a lead and support',
    'incubator 0: ',
    { pathway: 'single-site', ...theory },
    [...willing('birch', 'cedar'), aClip({ kind: 'before-after', ideas: [ideaId] })],
  ],
  [
    'one site short of the incubator',
    'incubator 1: needs 1 more site',
    { pathway: 'single-site', ...theory },
    [...willing('birch'), aClip({ kind: 'guideline', ideas: [ideaId] })],
  ],
  [
    'begun: another pathway waits until its last phase',
    'evaluate 1: 1 result due',
    { pathway: 'single-site', phase: 'test', ...theory },
    [plan, ...willing('birch', 'cedar')],
  ],
  [
    'tested: goes on from its last phase',
    'incubator 0: ',
    { pathway: 'single-site', phase: 'evaluate', ...theory },
    [aStance(tested('ash')), ...willing('birch', 'cedar')],
  ],
  [
    'a site got worse: no other pathway',
    'nothing ahead',
    { pathway: 'single-site', phase: 'evaluate', ...theory },
    [aStance(tested('ash', 'worse')), ...willing('birch', 'cedar')],
  ],
  ['no lead', 'design 1: no lead', { pathway: 'incubator', theory: 'T' }, willing('birch', 'cedar')],
  [
    'no balancing measure',
    'test 1: no balancing measure',
    { ...designed, measures: { ...measures, balancing: '' } },
    testers('ash', 'birch', 'cedar'),
  ],
  ['two sites short is not short by one', 'test 2: needs 2 more test sites', designed, testers('ash')],
  [
    'improvement is earned, not added',
    'spread Infinity: not improved at the test sites together',
    { pathway: 'network-wide', phase: 'evaluate', processReliable: true },
    [aStance(tested('ash', 'no-change'))],
  ],
  ['at the end of the last pathway', 'nothing ahead', { pathway: 'network-wide', phase: 'sustain' }, []],
])('[B1] the nearest step and what it lacks: %s', (_, expected, value, given) => {
  expect(said(value, given)).toBe(expected)
})
