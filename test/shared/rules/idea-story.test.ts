import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  answeredAt,
  dayCounts,
  ended,
  inTriage,
  reachedBy,
  type Step,
  stepped,
  stepsFrom,
  widely,
} from '../../../shared/rules/idea-story.ts'

const phases = ['idea', 'design', 'test', 'evaluate', 'spread', 'sustain'].map((key) => ({ key }))
const day = 24 * 60 * 60 * 1000
const state = fc.constantFrom(inTriage, ...phases.map(({ key }) => key), ended)
const history = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1000 }), state), { minLength: 1, maxLength: 12 })
  .map((moves) => moves.toSorted(([one], [other]) => one - other).map(([at, to]): Step => [at * day, to]))

test('[R21] steps are in order of time and each leads elsewhere; what lies behind the time where an idea stands again was taken back', () => {
  fc.assert(
    fc.property(history, fc.nat(11), (moves, back) => {
      const all = moves.reduce<Step[]>((steps, [at, to]) => stepped(steps, to, at), [])
      for (const [index, [at, to]] of all.entries()) {
        const [before, from] = all[index - 1] ?? [-1, 'nowhere']
        expect([before < at, from !== to]).toEqual([true, true])
      }
      expect(all.at(-1)?.[1]).toBe(moves.at(-1)?.[1])
      const [at, to] = all[back % all.length] ?? [0, '']
      expect(stepped(all, to, at)).toEqual(all.slice(0, (back % all.length) + 1))
    }),
  )
})

test('[R21] one idea is counted once where it stands, once by when it came, and once when it was answered', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 1000 }), (moves, due) => {
      const steps = moves.reduce<Step[]>((all, [at, to]) => stepped(all, to, at), [])
      const counts = dayCounts({ steps, due: due * day, reached: reachedBy(steps, phases, false) })
      const sum = (is: (what: string) => boolean): number => counts.reduce((all, [, what, count]) => (is(what) ? all + count : all), 0)
      expect(sum((what) => what.startsWith('in:'))).toBe(1)
      expect(sum((what) => what === `in:${steps.at(-1)?.[1]}`)).toBe(1)
      expect(sum((what) => what.startsWith('cohort'))).toBe(1)
      expect(sum((what) => what === 'on-time' || what === 'late')).toBe([null, steps[0]?.[0]].includes(answeredAt(steps)) ? 0 : 1)
    }),
  )
})

test('[R21] an idea that went back, on to another pathway, or ended keeps how far it came', () => {
  const steps = (...states: string[]): Step[] => states.map((to, at) => [at, to])
  expect(reachedBy(steps(inTriage), phases, false)).toBe(0)
  expect(reachedBy(steps(inTriage, ended), phases, false)).toBe(1)
  expect(reachedBy(steps(inTriage, 'idea', 'test', 'design'), phases, false)).toBe(2)
  expect(reachedBy(steps(inTriage, 'idea', 'spread', 'idea', ended), phases, false)).toBe(3)
  expect(reachedBy(steps(inTriage), phases, true)).toBe(2)
})

test('[R21] the log of a bank that came before steps were kept gives the same steps', () => {
  const entry = (name: string, at: number, more: { pathway?: string; to?: string; ending?: string } = {}) => ({
    name,
    at,
    pathway: null,
    to: null,
    ending: null,
    ...more,
  })
  const log = [
    entry('classifyIdea', 10, { pathway: 'incubator' }),
    entry('moveIdea', 20, { to: 'design' }),
    entry('classifyIdea', 25, { pathway: 'incubator' }),
    entry('endIdea', 30),
    entry('reopenIdea', 40),
  ]
  const idea = { pathway: 'incubator', phase: 'design', disposition: 'active' as const, proposedAt: 0, movedAt: 40 }
  expect(stepsFrom(idea, log, 'idea')).toEqual([
    [0, inTriage],
    [10, 'idea'],
    [20, 'design'],
    [30, ended],
    [40, 'design'],
  ])
  // What came in from a list came as it stood there, however long ago.
  expect(
    stepsFrom(
      { ...idea, phase: 'test' },
      [entry('importIdea', 35, { pathway: 'incubator', to: 'design' }), entry('moveIdea', 40, { to: 'test' })],
      'idea',
    ),
  ).toEqual([
    [0, 'design'],
    [40, 'test'],
  ])
  expect(stepsFrom({ ...idea, disposition: 'abandoned', movedAt: 0 }, [entry('importIdea', 35, { ending: 'declined' })], 'idea')).toEqual([
    [0, ended],
  ])
  // What the log does not tell, the idea itself does.
  expect(stepsFrom({ ...idea, phase: 'spread' }, [], 'idea')).toEqual([
    [0, inTriage],
    [40, 'spread'],
  ])
})

test('[R1] every phase after evaluation counts as spread, whatever phases a network adds', () => {
  const phases = (...keys: string[]) => keys.map((key) => ({ key }))
  expect(widely(phases('idea', 'design', 'test', 'evaluate', 'spread', 'sustain'))).toEqual(['spread', 'sustain'])
  expect(widely(phases('a', 'b', 'c'))).toEqual(['b', 'c'])
  expect(widely([])).toEqual([])
})
