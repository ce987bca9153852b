import { useEffect, useRef, useState } from 'preact/hooks'
import type { Hint } from '../../../shared/sync/protocol.ts'
import type { ReplyOf } from '../../../shared/api/endpoints.ts'
import { request } from './api.ts'
import { ApiProblem } from './api-problem.ts'
import { addressFrom, type Asked, type Speaking } from './endpoint-address.ts'
import { onNews } from './live-updates.ts'
import { noteProblem } from './session.ts'
import { Settling, waitAfterHint } from './settling.ts'
import { messages } from '../i18n/bank.ts'

/** What the server last said at an address; a page shows it at once and asks again behind it. */
const lastReplies = new Map<string, unknown>()
const repliesKept = 60

const keep = (path: string, reply: unknown): void => {
  lastReplies.delete(path)
  lastReplies.set(path, reply)
  const oldest = lastReplies.keys().next().value
  if (lastReplies.size > repliesKept && oldest !== undefined) lastReplies.delete(oldest)
}

export interface QueryState<Reply> {
  reply: Reply | undefined
  problem: ApiProblem | undefined
  refresh: () => void
}

interface Seen<Reply> {
  path: string | null
  reply: Reply | undefined
  problem: ApiProblem | undefined
}

export const problemOf = (error: unknown): ApiProblem => {
  noteProblem(error)
  return error instanceof ApiProblem ? error : new ApiProblem(0, 'unknown', messages.problems.unknown)
}

type Reading = Extract<Speaking, `GET ${string}`>

/** Asks one time ahead, so that the page which the person goes to next is there. */
export const prefetch = <E extends Reading>(endpoint: E, ...[ask]: Asked<E>): void => {
  const where = ask ?? {}
  const path = addressFrom(endpoint, where)
  if (lastReplies.has(path)) return
  // Only a convenience: when it fails, the page itself asks and says why.
  void request(endpoint, where).then((reply) => keep(path, reply), noteProblem)
}

interface Concerned {
  concerns?: (hint: Hint) => boolean
}

/** What is asked for once: no hint concerns it. */
export const nothing = (): boolean => false

/** A GET that stays true: asked again on every hint that `concerns` it. `null` asks nothing. */
export const useQuery = <E extends Reading>(endpoint: E | null, ...[ask]: Asked<E, Concerned>): QueryState<ReplyOf<E>> => {
  type Reply = ReplyOf<E>
  const { concerns = () => true, ...where }: Concerned = ask ?? {}
  const path = endpoint && addressFrom(endpoint, where)
  const [seen, setSeen] = useState<Seen<Reply>>({ path: null, reply: undefined, problem: undefined })
  const again = useRef(() => {})

  useEffect(() => {
    if (endpoint === null || path === null) return undefined
    const stop = new AbortController()
    let [underWay, asked] = [false, false]
    // A reading that is under way is not given up for a later one: where changes come faster than answers, nothing would ever be read.
    const ask = async (): Promise<void> => {
      asked = underWay
      if (underWay) return
      underWay = true
      try {
        const reply = await request(endpoint, { ...where, signal: stop.signal })
        keep(path, reply)
        setSeen({ path, reply, problem: undefined })
      } catch (error) {
        if (!stop.signal.aborted)
          setSeen((before) => ({ path, reply: before.path === path ? before.reply : undefined, problem: problemOf(error) }))
      }
      underWay = false
      if (asked && !stop.signal.aborted) void ask()
    }
    again.current = () => void ask()
    void ask()
    return () => stop.abort()
  }, [path])

  useEffect(() => {
    const settling = new Settling(() => again.current())
    const stop = onNews((hint, watching) => {
      if (hint && !concerns(hint)) return
      settling.soon(waitAfterHint(watching, Math.random()))
    })
    return () => {
      settling.stop()
      stop()
    }
  }, [path])

  const current = seen.path === path ? seen : { reply: undefined, problem: undefined }
  const remembered = path === null ? undefined : (lastReplies.get(path) as Reply | undefined)
  return { reply: current.reply ?? remembered, problem: current.problem, refresh: () => again.current() }
}
