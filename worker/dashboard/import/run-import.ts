import type { Message } from '../../../shared/i18n/message.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import type { Ack } from '../../../shared/sync/protocol.ts'
import { bytesOf } from '../../../shared/values/page-bytes.ts'
import { ApiProblem } from '../data/api-problem.ts'

/** One mutation of an import: the same id whenever the same import is begun again. */
export interface Wanted {
  id: string
  name: MutationName
  args: object
}

/** What came of one. `there`: it was in the bank before. */
export interface Came {
  id: string
  came: 'done' | 'there' | 'refused'
  reason?: Message | undefined
  message?: string | undefined
}

export interface Progress {
  results: readonly Came[]
  /** Nothing is answered at the moment; it is asked again. */
  waiting: boolean
}

/** What a run of mutations needs of the world around it. */
export interface Around {
  send: (mutations: Wanted[]) => Promise<{ results: readonly Ack[] }>
  /** Milliseconds; ends early where the run is stopped. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** Small portions: whoever else works in the bank comes in between. */
const [mostRows, mostBytes] = [100, 200 * 1024]
const [firstWait, longestWait] = [2000, 30_000]

/** In their order, each as large as a request may be. */
export const portionsOf = (wanted: readonly Wanted[]): Wanted[][] => {
  const portions: Wanted[][] = []
  let bytes = 0
  for (const one of wanted) {
    const weight = bytesOf(JSON.stringify(one))
    const last = portions.at(-1)
    if (last && last.length < mostRows && bytes + weight <= mostBytes) last.push(one)
    else {
      portions.push([one])
      bytes = 0
    }
    bytes += weight
  }
  return portions
}

const cameOf = ({ id }: Wanted, ack: Ack | undefined): Came => {
  if (ack?.status === 'ok') return { id, came: 'done' }
  return { id, came: ack?.code === 'exists' ? 'there' : 'refused', reason: ack?.reason, message: ack?.message }
}

/** The line or the server is not there for now; anything else is for the person to read. */
const passes = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 0 || error.status === 429 || error.status >= 500)

/**
 * Sends them in portions, one after the other. A portion without an answer is sent again, for each of it runs once; so is what the rate limit put off.
 * Resolves with what came of those that were answered, all of them unless it was stopped. Throws what waiting does not mend.
 */
export const createImportRun =
  ({ send, wait }: Around) =>
  async (wanted: readonly Wanted[], signal: AbortSignal, told: (progress: Progress) => void): Promise<Came[]> => {
    const results: Came[] = []
    for (const portion of portionsOf(wanted)) {
      let [left, pause] = [portion, firstWait]
      while (left.length > 0 && !signal.aborted) {
        try {
          const acks = (await send(left)).results
          const later = left.filter((_, at) => acks[at]?.code === 'later')
          results.push(...left.flatMap((one, at) => (acks[at]?.code === 'later' ? [] : [cameOf(one, acks[at])])))
          left = later
          if (later.length === 0) pause = firstWait
        } catch (error) {
          if (!passes(error)) throw error
        }
        told({ results, waiting: left.length > 0 })
        if (left.length > 0) await wait(pause, signal)
        pause = Math.min(longestWait, pause * 2)
      }
      if (signal.aborted) break
    }
    return results
  }
