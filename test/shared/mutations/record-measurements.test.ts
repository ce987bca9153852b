import { expect, test } from 'vitest'
import { type Change, seriesId } from '../../../shared/domain/entities.ts'
import {
  admin,
  anIdea,
  coordinator,
  decision,
  decisions,
  hold,
  idea,
  ideaId,
  lead,
  merged,
  now,
  otherIdea,
  sampleNetwork,
  sender,
  siteLead,
} from '../../sample-network.ts'

const today = Math.floor(now / (24 * 60 * 60 * 1000))
const id = seriesId(ideaId, 'outcome', 'ash')
const args = {
  idea: ideaId,
  site: 'ash',
  measure: 'outcome',
  points: [
    [today - 7, 4],
    [today, 3.5],
  ],
}
const series = (points: [number, number][], value = {}): Change => ({
  kind: 'series',
  id,
  value: { id, idea: ideaId, site: 'ash', measure: 'outcome', points, by: 'sid', at: now, ...value },
})
const kept = series([
  [today - 7, 4],
  [today, 3.5],
])

decisions('recordMeasurements', [
  { it: '[B4] keeps a site’s numbers by day', given: [anIdea()], by: siteLead, args, changes: [kept] },
  {
    it: '[B4] other days stay, a repeated day is replaced, and values are in order of time',
    given: [
      anIdea(),
      series([
        [today - 7, 9],
        [today + 1, 1],
      ]),
    ],
    by: siteLead,
    args,
    changes: [
      series([
        [today - 7, 4],
        [today, 3.5],
        [today + 1, 1],
      ]),
    ],
  },
  {
    it: '[B4] null takes a day away',
    given: [anIdea(), kept],
    by: siteLead,
    args: { ...args, points: [[today, null]] },
    changes: [series([[today - 7, 4]])],
  },
  {
    it: '[B4] the last number taken away leaves nothing',
    given: [anIdea(), series([[today, 1]])],
    by: siteLead,
    args: { ...args, points: [[today, null]] },
    changes: [{ kind: 'series', id, value: null }],
  },
  { it: '[M20] the same numbers again change nothing', given: [anIdea(), kept], by: coordinator, args, changes: [] },
  {
    it: '[M14] for a merged idea they land on the one that lives on',
    given: [anIdea(), anIdea({ id: otherIdea, ...merged(ideaId) })],
    by: siteLead,
    args: { ...args, idea: otherIdea },
    changes: [kept],
  },
  { it: '[M16] on hold they come in', given: [anIdea({ hold })], by: siteLead, args, changes: [kept] },
  {
    it: '[B4] a lead of the idea may',
    given: [anIdea({ leads: ['lee'] })],
    by: lead,
    args,
    changes: [
      series(
        [
          [today - 7, 4],
          [today, 3.5],
        ],
        { by: 'lee' },
      ),
    ],
  },
  { it: '[M8] a site lead not for another site', given: [anIdea()], by: siteLead, args: { ...args, site: 'birch' }, refused: 'forbidden' },
  { it: '[B4] a contributor may not', given: [anIdea()], by: sender, args, refused: 'forbidden', saying: 'site lead' },
  { it: '[M8] an unknown site', given: [anIdea()], by: admin, args: { ...args, site: 'nowhere' }, refused: 'invalid' },
  {
    it: '[B4] a day ahead',
    given: [anIdea()],
    by: siteLead,
    args: { ...args, points: [[today + 3, 1]] },
    refused: 'invalid',
    saying: 'ahead',
  },
  {
    it: '[B4] a number as long as a record’s',
    given: [anIdea()],
    by: siteLead,
    args: { ...args, points: [[today, 40_012_345]] },
    refused: 'invalid',
    saying: 'records',
  },
  { it: '[B4] a text', given: [anIdea()], by: siteLead, args: { ...args, points: [[today, 'Ada, 4 kg']] }, refused: 'invalid' },
  { it: '[B4] none', given: [anIdea()], by: siteLead, args: { ...args, points: [] }, refused: 'invalid' },
  {
    it: '[B4] too many',
    given: [anIdea()],
    by: siteLead,
    args: { ...args, points: Array.from({ length: 501 }, (_, at) => [today - at, 1]) },
    refused: 'invalid',
  },
  { it: 'no such idea', by: siteLead, args, refused: 'not-found' },
  {
    it: '[B5] with denominators, of days that have a value',
    given: [anIdea()],
    by: siteLead,
    args: {
      ...args,
      of: [
        [today - 7, 40],
        [today - 6, 30],
      ],
    },
    changes: [
      series(
        [
          [today - 7, 4],
          [today, 3.5],
        ],
        { of: [[today - 7, 40]] },
      ),
    ],
  },
  {
    it: '[B4] of several sites at once',
    given: [anIdea()],
    by: coordinator,
    args: { ...args, points: [[today, 1]], also: [{ site: 'birch', points: [[today, 2]] }] },
    changes: [
      series([[today, 1]], { by: coordinator.person }),
      {
        ...series([[today, 2]], { by: coordinator.person }),
        id: seriesId(ideaId, 'outcome', 'birch'),
        value: { ...series([[today, 2]], { by: coordinator.person }).value, id: seriesId(ideaId, 'outcome', 'birch'), site: 'birch' },
      } as Change,
    ],
  },
  {
    it: '[B4] of several sites none, where one may not',
    given: [anIdea()],
    by: siteLead,
    args: { ...args, also: [{ site: 'birch', points: [[today, 2]] }] },
    refused: 'forbidden',
  },
  {
    it: '[B4] of one site said twice all',
    given: [anIdea()],
    by: siteLead,
    args: { ...args, points: [[today - 7, 4]], also: [{ site: 'ash', points: [[today, 3.5]] }] },
    changes: [kept],
  },
  { it: '[B5] none of nobody', given: [anIdea()], by: siteLead, args: { ...args, of: [[today, 0]] }, refused: 'invalid' },
  {
    it: '[B5] a day said again without loses its own',
    given: [anIdea(), series([[today, 3]], { of: [[today, 40]] })],
    by: siteLead,
    args: { ...args, points: [[today, 3]] },
    changes: [series([[today, 3]])],
  },
])

test('[B4] more numbers than a site keeps are refused, and the kept ones stay', () => {
  const many = Array.from({ length: 500 }, (_, at): [number, number] => [today - 600 + at, 1])
  const network = sampleNetwork([anIdea(idea()), series(many)])
  expect(decision('recordMeasurements', network, args, siteLead)).toMatchObject({ refused: 'too-large' })
})
