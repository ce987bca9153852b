import { waitAfterHint } from '../../../worker/dashboard/data/settling.ts'
import type { Dice } from './population.ts'

export interface Pushed {
  /** Reads in the busiest second, and the longest and median time from the decision to an answer, in milliseconds. */
  peak: number
  median: number
  longest: number
  busy: number
}

/** One decision told to so many open pages, each of which reads `reads` times after the dashboard’s own wait; the object takes `pace` milliseconds a read. */
export const pushed = (pages: number, reads: number, pace: number, dice: Dice): Pushed => {
  const asked = Array.from({ length: pages }, () => waitAfterHint(pages, dice()))
    .toSorted((one, other) => one - other)
    .flatMap((at) => Array.from({ length: reads }, () => at))
  let free = 0
  const answered = asked.map((at) => (free = Math.max(free, at) + pace))
  const perSecond = new Map<number, number>()
  for (const at of asked) perSecond.set(Math.floor(at / 1000), (perSecond.get(Math.floor(at / 1000)) ?? 0) + 1)
  const last = answered.at(-1) ?? 0
  return {
    peak: Math.max(...perSecond.values()),
    median: answered[Math.floor(answered.length / 2)] ?? 0,
    longest: last,
    busy: (asked.length * pace) / last,
  }
}
