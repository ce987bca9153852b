import { DurableObject } from 'cloudflare:workers'
import type { AskedService } from '../../shared/lookups/assertion.ts'
import { serviceRules } from './services.ts'

/** Milliseconds for which a network may be kept waiting; longer, and it comes again by itself. */
const longestQueue = 5_000

/** Milliseconds that a request at that time waits for its place, and from when on the next has one; `null` where too many wait already. */
export const placeIn = (service: AskedService, hasKey: boolean, free: number, now: number): { wait: number; free: number } | null => {
  const { perSecond, perSecondWithKey = perSecond } = serviceRules[service]
  const at = Math.max(now, free)
  return at - now > longestQueue ? null : { wait: at - now, free: at + 1000 / (hasKey ? perSecondWithKey : perSecond) }
}

/**
 * Keeps the limits of the services for all networks of a deployment: they count by the caller, who is one. It knows who is asked
 * and when, and nothing of whom or for which network. One object for each service, by its name.
 */
export class LookupGate extends DurableObject<Env> {
  #free = 0

  /** Milliseconds to wait before one request to this service; `null` where too many wait already. */
  reserve(service: AskedService, hasKey: boolean): number | null {
    const place = placeIn(service, hasKey, this.#free, Date.now())
    if (place) this.#free = place.free
    return place ? place.wait : null
  }
}
