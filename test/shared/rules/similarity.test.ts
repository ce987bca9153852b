import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostSimilar, profileOf, similarity, stem, stemsOf } from '../../../shared/rules/similarity.ts'

test.each([
  ['drains', 'drain'],
  ['families', 'family'],
  ['stopping', 'stop'],
  ['stopped', 'stops'],
  ['dosing', 'dose'],
  ['extubated', 'extubation'],
  ['huddles', 'huddle'],
  ['haemoglobin', 'hemoglobin'],
  ['paediatric', 'pediatric'],
  ['standardise', 'standardized'],
  ['studies', 'study'],
  ['reduced', 'reduces'],
  ['standardisation', 'standardizations'],
])('[G13] forms of one word fall together: %s, %s', (one, other) => {
  expect(stem(one)).toBe(stem(other))
})

test.each([
  ['chest', 'cheese'],
  ['line', 'linen'],
  ['needs', 'feeding'],
  ['sepsis', 'septum'],
  ['class', 'clasp'],
])('[G13] other words stay apart: %s, %s', (one, other) => {
  expect(stem(one)).not.toBe(stem(other))
})

test('[G13] words that every idea has, numbers and accents do not count', () => {
  expect(stemsOf('The patients of our 24 sites: a Kühlschränke, 12 ml/kg')).toEqual(['kuhlschrank', 'ml', 'kg'])
})

const drain = { change: 'Chest drain removal rounds at a fixed hour', topic: 'surgery', tags: ['chest-tube'] }
const handoff = { change: 'Drain output in mL/kg on the handoff sheet', topic: 'surgery', tags: ['chest-tube', 'handoff'] }
const feeding = { change: 'Trial of oral feeding before every tube-feed order', topic: 'nutrition' }
const huddle = { change: 'Safety huddle twice each shift', topic: 'surgery' }

test('[G13] shared words make ideas more similar than a shared topic', () => {
  const [one, near, far] = [profileOf(drain), profileOf(handoff), profileOf(huddle)]
  expect(similarity(one, near)).toBeGreaterThan(0.3)
  expect(similarity(one, far)).toBe(0)
})

test('[G13] with equal words, the same topic decides', () => {
  const elsewhere = profileOf({ ...handoff, topic: 'nutrition' })
  expect(similarity(profileOf(drain), profileOf(handoff))).toBeGreaterThan(similarity(profileOf(drain), elsewhere))
})

test('[G13] best first, without the idea itself, at most as many as asked for', () => {
  const all = [feeding, huddle, handoff, drain]
  expect(mostSimilar(drain, all).map(({ item }) => item)).toEqual([handoff])
  expect(mostSimilar({ ...drain }, all, { most: 1 }).map(({ item }) => item)).toEqual([drain])
})

const wording = fc.record({
  change: fc.string(),
  problem: fc.string(),
  topic: fc.constantFrom('', 'a', 'b'),
  tags: fc.array(fc.string(), { maxLength: 3 }),
})
test('[G13] similarity is symmetric, between 0 and 1, and 1 for the same words', () => {
  fc.assert(
    fc.property(wording, wording, (one, other) => {
      const [a, b] = [profileOf(one), profileOf(other)]
      const score = similarity(a, b)
      expect(score).toBeCloseTo(similarity(b, a), 10)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
      if (a.terms.size > 0) expect(similarity(a, profileOf({ ...one }))).toBeCloseTo(1, 10)
    }),
    { numRuns: 200 },
  )
})
