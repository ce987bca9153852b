import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../worker/local/root.ts'
import type { Costs } from '../bench/actions/bench-actions.ts'
import { pushed } from '../load/day/decision.ts'
import { outage } from '../load/day/herd.ts'
import { ordinaryDay } from '../load/day/ordinary-day.ts'
import { diceOf, networksOf } from '../load/day/population.ts'
import { monthly, nothing } from '../load/day/prices.ts'

const measured = JSON.parse(readFileSync(join(root, 'test/bench/actions/measured.json'), 'utf8')) as { bytesOfIdea: number; costs: Costs }
const { costs } = measured

test('a simulated day is the same for the same seed, grows with its networks, and every sync of it is in the bill', () => {
  const dayOf = (count: number, seed: number) => ordinaryDay(networksOf(count, diceOf(seed)), costs, measured.bytesOfIdea, diceOf(seed))
  expect(dayOf(20, 3)).toEqual(dayOf(20, 3))
  expect(dayOf(20, 3)).not.toEqual(dayOf(20, 4))
  expect(dayOf(200, 3).bill.requests).toBeGreaterThan(3 * dayOf(20, 3).bill.requests)
  const one = ordinaryDay([{ devices: 10, desks: 0, start: 7 * 3600 }], costs, 1000, diceOf(1))
  expect(one.bill.requests).toBeCloseTo(10 * (102 + 0.35))
  expect(one.bill.stored).toBe(10 * 0.35 * 250 * 3 * 1000)
})

test('what is included costs nothing beyond the plan, and what is beyond costs its price', () => {
  expect(monthly(nothing())['total']).toBe(5)
  expect(monthly({ ...nothing(), requests: 1_000_000 })['requests']).toBeCloseTo((22 - 10) * 0.3)
})

test('after an outage every device is served, also by an object that is too slow for all of them at once', () => {
  const quick = outage(300, 30 * 60_000, 5, diceOf(2))
  expect([quick.timedOut, Number.isFinite(quick.last)]).toEqual([0, true])
  const slow = outage(2000, 60_000, 400, diceOf(2))
  expect(slow.sentAway).toBeGreaterThan(0)
  expect(slow.last).toBeGreaterThanOrEqual((2000 * 400) / 1000 - 1)
})

test('many pages that hear of one decision read spread out, and the last of them within half a minute', () => {
  const [few, many] = [pushed(20, 4, 2, diceOf(5)), pushed(1000, 4, 2, diceOf(5))]
  expect(many.peak).toBeLessThan(4 * 1000)
  expect(few.longest).toBeLessThan(many.longest)
  expect(many.longest).toBeLessThan(31_000)
})
