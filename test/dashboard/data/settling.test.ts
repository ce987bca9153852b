import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { Settling, waitAfterHint } from '../../../worker/dashboard/data/settling.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('[B10] many change hints cause one read, and no further hint delays it (debounce)', () => {
  vi.useFakeTimers()
  let readings = 0
  const settling = new Settling(() => (readings += 1))
  for (let hint = 0; hint < 50; hint += 1) {
    settling.soon(1000)
    vi.advanceTimersByTime(100)
  }
  expect(readings).toBe(5)
  settling.soon(1000)
  settling.stop()
  vi.advanceTimersByTime(10_000)
  expect(readings).toBe(5)
})

test('[B10] a page that watches alone reads at once', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), (dice) => waitAfterHint(1, dice) === 150))
})

test('[B10] 200 pages and a change each second: no more than 40 of them ask in the same tenth of a second, and each within 6 s', () => {
  const moments = new Map<number, number>()
  let number = 0
  // Evenly spread: multiples of the golden ratio.
  const dice = (): number => ((number += 1) * 0.618_033_988_75) % 1
  for (let page = 0; page < 200; page += 1) {
    let at = 0
    for (let hint = 0; hint < 60_000; hint += 1000) {
      if (hint < at) continue
      at = hint + waitAfterHint(200, dice())
      expect(at - hint).toBeLessThan(6000)
      const moment = Math.floor(at / 100)
      moments.set(moment, (moments.get(moment) ?? 0) + 1)
    }
  }
  // Without the spread it is all 200 of them.
  expect(Math.max(...moments.values())).toBeLessThan(40)
})
