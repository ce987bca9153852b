import { expect, test } from 'vitest'
import type { Idea } from '../../../shared/domain/entities.ts'
import { overwrittenBy } from '../../../shared/mutations/engine/mutation.ts'
import { mutationNamed } from '../../../shared/mutations/index.ts'
import {
  admin,
  anIdea,
  colleague,
  coordinator,
  decisions,
  ended,
  hold,
  ideaId,
  lead,
  merged,
  otherIdea,
  sampleNetwork,
  sender,
  siteLead,
  steering,
} from '../../sample-network.ts'

const edit = (set: object): object => ({ idea: ideaId, set })
const led = anIdea({ pathway: 'incubator', leads: ['lee'] })

decisions('editIdea', [
  {
    it: '[M9] the sender, until it is classified',
    given: [anIdea()],
    by: sender,
    args: edit({ change: 'Better.' }),
    changes: [anIdea({ change: 'Better.' })],
  },
  {
    it: '[M9] not the sender afterwards',
    given: [anIdea({ pathway: 'incubator' })],
    by: sender,
    args: edit({ change: 'Better.' }),
    refused: 'forbidden',
  },
  { it: '[M9] not a colleague', given: [anIdea()], by: colleague, args: edit({ change: 'Better.' }), refused: 'forbidden' },
  { it: '[M9] not a site lead', given: [anIdea()], by: siteLead, args: edit({ change: 'Better.' }), refused: 'forbidden' },
  ...[coordinator, steering, admin].map((by) => ({
    it: `[M9] a ${by.role}, at any time`,
    given: [anIdea({ pathway: 'incubator' })],
    by,
    args: edit({ leads: ['lee'], registryGap: 'Sites differ.', processReliable: true }),
    changes: [anIdea({ pathway: 'incubator', leads: ['lee'], registryGap: 'Sites differ.', processReliable: true })],
  })),
  {
    it: '[M9] one who leads it',
    given: [led],
    by: lead,
    args: edit({ aim: 'A', experts: ['x'] }),
    changes: [anIdea({ pathway: 'incubator', leads: ['lee'], aim: 'A', experts: ['x'] })],
  },
  { it: '[M9] one who leads it does not name leads', given: [led], by: lead, args: edit({ leads: ['lee', 'pal'] }), refused: 'forbidden' },
  {
    it: '[M9] one who leads it does not mark a registry gap',
    given: [led],
    by: lead,
    args: edit({ registryGap: 'Sites differ.' }),
    refused: 'forbidden',
  },
  ...[{ leads: ['sam'] }, { experts: ['sam'] }, { registryGap: 'Sites differ.' }, { processReliable: true }].map((set) => ({
    it: `[M9] the sender sets no mark: ${Object.keys(set)[0]}`,
    given: [anIdea()],
    by: sender,
    args: edit(set),
    refused: 'forbidden' as const,
  })),
  {
    it: '[B3] drivers with their interventions, each once',
    given: [anIdea()],
    by: coordinator,
    args: edit({ drivers: [{ name: 'D', interventions: ['I', 'I', ''] }] }),
    changes: [anIdea({ drivers: [{ name: 'D', interventions: ['I'] }] })],
  },
  {
    it: '[B3] a driver needs a name',
    given: [anIdea()],
    by: coordinator,
    args: edit({ drivers: [{ name: ' ', interventions: [] }] }),
    refused: 'invalid',
  },
  {
    it: '[B3] more drivers than fit on a page',
    given: [anIdea()],
    by: coordinator,
    args: edit({ drivers: Array.from({ length: 9 }, () => ({ name: 'D', interventions: [] })) }),
    refused: 'invalid',
    saying: '8 entries',
  },
  {
    it: '[B5] how the charts of a measure are drawn, for everybody',
    given: [led],
    by: lead,
    args: edit({ charts: { outcome: { until: 20_000, goal: 80, better: 'more', unit: ' % ', marks: [{ day: 20_010, text: 'PDSA 1' }] } } }),
    changes: [
      anIdea({
        pathway: 'incubator',
        leads: ['lee'],
        charts: { outcome: { until: 20_000, goal: 80, better: 'more', unit: '%', marks: [{ day: 20_010, text: 'PDSA 1' }] } },
      }),
    ],
  },
  ...[
    { outcome: { goal: 40_012_345 } },
    { outcome: { until: 1 } },
    { outcome: { limits: 'x' } },
    { process: { marks: [{ day: 20_000, text: ' ' }] } },
    { process: { marks: Array.from({ length: 21 }, () => ({ day: 20_000, text: 'x' })) } },
  ].map((charts) => ({
    it: `[B5] no chart is ${JSON.stringify(charts).slice(0, 60)}`,
    given: [led],
    by: lead,
    args: edit({ charts }),
    refused: 'invalid' as const,
  })),
  {
    it: '[M19] one measure named leaves the others',
    given: [anIdea({ measures: { outcome: 'O', process: 'P', balancing: 'B' } })],
    by: sender,
    args: edit({ measures: { process: 'Q' } }),
    changes: [anIdea({ measures: { outcome: 'O', process: 'Q', balancing: 'B' } })],
  },
  {
    it: '[M9] a lead named twice counts once, and an empty name is dropped',
    given: [anIdea()],
    by: coordinator,
    args: edit({ leads: ['lee', ' lee', ''] }),
    changes: [anIdea({ leads: ['lee'] })],
  },
  { it: '[M20] nothing named changes nothing', given: [anIdea()], by: sender, args: edit({}), changes: [] },
  {
    it: '[M19] a field that there is not is passed over',
    given: [anIdea()],
    by: sender,
    args: edit({ pathway: 'network-wide' }),
    changes: [],
  },
  {
    it: '[M8] a topic that the network does not have',
    given: [anIdea()],
    by: sender,
    args: edit({ topic: 'nothing' }),
    refused: 'invalid',
  },
  { it: '[M3] an empty change', given: [anIdea()], by: sender, args: edit({ change: '' }), refused: 'invalid', saying: 'set.change' },
  {
    it: '[M3] a driver diagram that would run',
    given: [anIdea()],
    by: sender,
    args: edit({ driverDiagram: 'data:text/html,x' }),
    refused: 'invalid',
  },
  {
    it: '[M16] not on hold',
    given: [anIdea({ hold })],
    by: coordinator,
    args: edit({ aim: 'A' }),
    refused: 'held',
    saying: 'Two infants fell.',
  },
  {
    it: '[M13] an ended idea, so that it may be reopened better',
    given: [anIdea(ended('declined'))],
    by: sender,
    args: edit({ problem: 'P' }),
    changes: [anIdea({ ...ended('declined'), problem: 'P' })],
  },
  {
    it: '[M14] a merged idea: the one it joined, if that may be edited',
    given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea, proposedBy: 'cleo' })],
    by: sender,
    args: edit({ change: 'Mine again.' }),
    refused: 'forbidden',
  },
  { it: '[M3] an idea that is not there', by: sender, args: edit({ change: 'Better.' }), refused: 'not-found' },
  {
    it: '[W8] not by way of one’s own idea without a name, of the one that it was merged into',
    given: [anIdea({ ...merged(otherIdea), nameHidden: true }), anIdea({ id: otherIdea })],
    by: sender,
    args: { idea: ideaId, set: { problem: 'P' } },
    refused: 'forbidden',
  },
])

/** Of each field a value that differs from what an idea begins with. */
const set = {
  change: 'Better.',
  problem: 'P',
  measures: { outcome: 'O' },
  charts: { balancing: { goal: 3 } },
  drivers: [{ name: 'D', interventions: ['I'] }],
  tags: ['t'],
}

test('[S19] the author of an edit is told what it replaced unseen, also of a part that nobody had set, and of one that is gone', () => {
  const mutation = mutationNamed('editIdea')
  if (!mutation) throw new Error('There is no such mutation')
  const told = (now: Partial<Idea>, base: object, wanted: object = set) =>
    overwrittenBy(mutation, sampleNetwork([anIdea(now)]), { idea: ideaId, set: wanted, base })
  const seen = { ...set, change: 'As it was read.' }
  expect(told({}, seen).map(({ field }) => field)).toEqual(Object.keys(set))
  expect(told({}, { charts: { outcome: { goal: 1 } } })).toEqual([{ field: 'charts', was: null }])
  expect(told({ charts: { outcome: { goal: 1 } } }, { charts: { outcome: { goal: 1 } } })).toEqual([])
  expect(told({ charts: { outcome: { goal: 2 } } }, { charts: { outcome: { goal: 1 } } })).toEqual([
    { field: 'charts', was: { outcome: { goal: 2 } } },
  ])
  expect(told({}, {})).toEqual([])
})
