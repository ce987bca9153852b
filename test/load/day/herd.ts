import { afterFailure, newSyncStatus, type SyncStatus, waitFor } from '../../../extension/store/sync-status.ts'
import { Admission } from '../../../worker/bank/admission.ts'
import type { Dice } from './population.ts'

/** Milliseconds: how often a device’s alarm rings, for which wait it stays awake (background/sync-scheduler.ts), and how long an answer may take. */
const [alarm, stayAwake, timeout] = [60_000, 20_000, 20_000]

interface Device {
  name: string
  status: SyncStatus
  phase: number
  done: number
}

export interface Herd {
  /** Requests in the busiest second after the server is back, how many were sent away, how many waited beyond the timeout. */
  peak: number
  sentAway: number
  timedOut: number
  /** Seconds after which so many of the devices were served. */
  half: number
  most: number
  last: number
}

/**
 * Devices of one network with something to send, while its server is away for so long and then serves one request in `pace` milliseconds: with the
 * extension’s own back-off and the Worker’s own admission, in virtual time.
 */
export const outage = (count: number, away: number, pace: number, dice: Dice): Herd => {
  const [admission, back] = [new Admission(), away]
  const devices: Device[] = Array.from({ length: count }, (_, index) => ({
    name: `${index}`,
    status: newSyncStatus,
    phase: dice() * alarm,
    done: -1,
  }))
  const events: { at: number; run: () => void }[][] = []
  const plan = (at: number, run: () => void): void => void (events[Math.floor(at / 100)] ??= []).push({ at, run })
  const perSecond = new Map<number, number>()
  let [free, sentAway, timedOut] = [back, 0, 0]
  const unserved = new Set(devices)
  const again = (device: Device, now: number): void => {
    const wait = waitFor(device.status, now, false)
    const due = now + wait
    // A service worker that sleeps goes with its next alarm.
    plan(wait <= stayAwake ? due + 100 : device.phase + Math.ceil((due - device.phase) / alarm) * alarm, () =>
      ask(device, Math.max(due, now)),
    )
  }
  const fails = (device: Device, now: number, retryAfter: number): void => {
    device.status = afterFailure(device.status, retryAfter > 0 ? 'server-busy' : 'offline', retryAfter, now, dice())
    again(device, now)
  }
  const ask = (device: Device, planned: number): void => {
    const now = Math.max(planned, clock)
    if (now < back) return fails(device, now, 0)
    perSecond.set(Math.floor((now - back) / 1000), (perSecond.get(Math.floor((now - back) / 1000)) ?? 0) + 1)
    const place = admission.enter(device.name, now)
    if (typeof place === 'number') {
      sentAway += 1
      // As the header says it: whole seconds.
      return fails(device, now, Math.ceil(place / 1000) * 1000)
    }
    free = Math.max(free, now) + pace
    const served = free
    if (served - now > timeout) timedOut += 1
    plan(served, () => {
      admission.leave(place, served)
      device.done = served - back
      unserved.delete(device)
    })
  }
  let clock = 0
  for (const device of devices) plan(device.phase, () => ask(device, device.phase))
  for (let slot = 0; unserved.size > 0 && slot < 10 * 36_000; slot += 1)
    for (let list = events[slot]; list && list.length > 0; list = events[slot]) {
      const next = list.toSorted((one, other) => one.at - other.at)
      events[slot] = []
      for (const { at, run } of next) {
        clock = at
        run()
      }
    }
  const done = devices.map((device) => device.done / 1000).toSorted((one, other) => one - other)
  const of = (share: number): number => done[Math.min(count - 1, Math.floor(count * share))] ?? Number.NaN
  return { peak: Math.max(...perSecond.values()), sentAway, timedOut, half: of(0.5), most: of(0.95), last: of(1) }
}
