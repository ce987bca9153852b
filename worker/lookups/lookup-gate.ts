import { DurableObject } from 'cloudflare:workers'
import type { AskedService } from '../../shared/lookups/assertion.ts'
import { serviceRules } from './services.ts'

/** Milliseconds for which a network may be kept waiting; longer, and it comes again by itself. */
const longestQueue = 5_000

/**
 * Keeps the limits of the services for all networks of a deployment: they count by the caller, who is one. It knows who is asked
 * and when, and nothing of whom or for which network. One object for each service, by its name.
 */
export class LookupGate extends DurableObject<Env> {
  #free = 0

  /** Milliseconds to wait before one request to this service; `null` where too many wait already. */
  reserve(service: AskedService, hasKey: boolean): number | null {
    const { perSecond, perSecondWithKey = perSecond } = serviceRules[service]
    const [now, pause] = [Date.now(), 1000 / (hasKey ? perSecondWithKey : perSecond)]
    const at = Math.max(now, this.#free)
    if (at - now > longestQueue) return null
    this.#free = at + pause
    return at - now
  }
}
