import type { HookDelivery } from '../../../shared/api/webhooks.ts'

/** How a try ended. Of the answer only its status and its length are kept. */
export interface Outcome {
  status: number
  length: number
  /** Milliseconds. */
  took: number
  problem: HookDelivery['problem']
  /** Seconds that the receiver asked to wait. */
  asked: number
}

/** So long a receiver may take to answer, in milliseconds. */
const patience = 10_000
/** Bytes of an answer that are counted; of a longer one no more is read. */
const mostCounted = 16_384

const lengthOf = async (response: Response): Promise<number> => {
  const said = Number(response.headers.get('content-length'))
  const reader = response.body?.getReader()
  if (!reader) return said || 0
  let length = 0
  // Nothing of it is kept: an error page may repeat what it was sent.
  while (length < mostCounted) {
    const { done, value } = await reader.read()
    if (done) return length
    length += value.byteLength
  }
  await reader.cancel().catch(() => undefined)
  return Math.max(said || 0, length)
}

const problemIn = (status: number): Outcome['problem'] => {
  if (status >= 200 && status < 300) return ''
  return status >= 300 && status < 400 ? 'redirect' : 'status'
}

/** Sends it once, and follows no redirect: the address that an admin gave is the only one that is told. Never throws. */
export const send = async (address: string, headers: Record<string, string>, body: string): Promise<Outcome> => {
  const from = Date.now()
  const ended = (outcome: Omit<Outcome, 'took'>): Outcome => ({ ...outcome, took: Date.now() - from })
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Gleaner-Webhooks/1' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    const { status } = response
    const asked = Number(response.headers.get('retry-after')) || 0
    // What was answered has arrived, even if the rest of the answer does not end.
    const length = await lengthOf(response).catch(() => 0)
    return ended({ status, length, problem: problemIn(status), asked })
  } catch (error) {
    const late = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
    return ended({ status: 0, length: 0, problem: late ? 'timeout' : 'unreachable', asked: 0 })
  }
}
