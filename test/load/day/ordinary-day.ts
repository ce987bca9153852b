import { cachedTokenLifeMs } from '../../../worker/bank/token-cache.ts'
import type { Costs } from '../../bench/actions/bench-actions.ts'
import { arrives, type Dice, type Network } from './population.ts'
import { type Bill, nothing } from './prices.ts'

const seconds = 86_400
const shift = 8.5 * 3600
/** Seconds between two syncs of a device with nothing to send (background/sync-scheduler.ts). */
const period = 300
const years = 3
/** Syncs of a device until its object asks the directory again about its token (worker/bank/token-cache.ts). */
const vouchedFor = cachedTokenLifeMs / 1000 / period

/** What a person does in a day, by the actions of `npm run bench actions`: one in five clips, one in twenty proposes. */
const ofDevice: [action: string, times: number][] = [
  ['sync with a clip', 0.3],
  ['sync with an idea', 0.05],
]
/** A coordinator’s day: twelve visits of the start page, lists, ideas, five comments or decisions. */
const ofDesk: [action: string, times: number][] = [
  ['who am I', 6],
  ['the matrix', 12],
  ['counts', 40],
  ['decisions of today', 12],
  ['a list of 50', 15],
  ['a search', 5],
  ['one idea', 15],
  ['news', 6],
  ['reports', 1],
  ['a comment in the dashboard', 5],
]

export interface Day {
  bill: Bill
  /** The most requests in one second: of all, and of the one network that has most. */
  peak: { all: number; at: number; object: number; devices: number }
  sockets: number
  /** The most questions to the directory in one second. */
  directory: number
}

const costOf = (costs: Costs, action: string) => costs[action] ?? fail(action)
const fail = (action: string): never => {
  throw new Error(`Not measured: ${action}. Run: npm run bench actions`)
}

const add = (bill: Bill, costs: Costs, action: string, times: number): void => {
  const cost = costOf(costs, action)
  bill.requests += times
  for (const key of ['calls', 'cpu', 'objectRead', 'objectWritten', 'directoryRead', 'directoryWritten'] as const)
    bill[key] += cost[key] * times
}

/** A working day of these networks: every sync at its second, the rest of the work spread over the shift. */
export const ordinaryDay = (networks: readonly Network[], costs: Costs, bytesOfIdea: number, dice: Dice): Day => {
  const [all, bill] = [new Float64Array(2 * seconds), nothing()]
  const peak = { all: 0, at: 0, object: 0, devices: 0 }
  const asked = new Float64Array(2 * seconds)
  let sockets = 0
  for (const { devices, desks, start } of networks) {
    const own = new Uint16Array(2 * seconds)
    for (let device = 0; device < devices; device += 1) {
      const from = Math.max(0, Math.floor(arrives(start, dice)))
      for (let at = from; at < from + shift; at += period) own[at] = (own[at] ?? 0) + 1
      for (let at = from; at < from + shift; at += period * vouchedFor) asked[at] = (asked[at] ?? 0) + 1
    }
    const polls = devices * Math.ceil(shift / period)
    add(bill, costs, 'sync, nothing new', polls * (1 - 1 / vouchedFor))
    add(bill, costs, 'sync, the directory is asked', polls / vouchedFor)
    for (const [action, times] of ofDevice) add(bill, costs, action, devices * times)
    for (const [action, times] of ofDesk) add(bill, costs, action, desks * times)
    const spread =
      (ofDevice.reduce((sum, [, times]) => sum + times * devices, 0) + ofDesk.reduce((sum, [, times]) => sum + times * desks, 0)) / shift
    for (let at = 0; at < own.length; at += 1) {
      const now = (own[at] ?? 0) + (at >= start && at < start + shift ? spread : 0)
      all[at] = (all[at] ?? 0) + now
      if (now > peak.object) Object.assign(peak, { object: now, devices })
    }
    sockets += desks
    // A clip weighs about as much as an idea; the pages’ own connections are requests too.
    bill.stored += devices * 0.35 * 250 * years * bytesOfIdea
    bill.requests += desks
    bill.calls += desks
  }
  for (const [at, now] of all.entries()) if (now > peak.all) Object.assign(peak, { all: now, at })
  return { bill, peak, sockets, directory: asked.reduce((most, now) => Math.max(most, now), 0) }
}
