import type { Hint } from '../../shared/sync/protocol.ts'
import { Settling, waitAfterHint } from '../../worker/dashboard/data/settling.ts'
import type { LocalWorker } from '../../worker/local/local-worker.ts'
import { slug } from './network.ts'

/** Times in milliseconds. */
export interface LiveResult {
  changes: number[]
  reads: number[]
  failed: number
  hints: number
  opened: number
}

/** What a list's page asks on a hint. */
const reading = '/ideas?limit=50'

/** So many dashboards, each over a socket of its own, and one change a second; each reads again as the dashboard does. */
export const runLivePages = async (
  worker: LocalWorker,
  { cookies, sockets, seconds }: { cookies: readonly string[]; sockets: number; seconds: number },
): Promise<LiveResult> => {
  const result: LiveResult = { changes: [], reads: [], failed: 0, hints: 0, opened: 0 }
  const base = `${worker.url}/v1/networks/${slug}`
  const headersOf = (index: number) => ({ cookie: `gleaner=${cookies[index % cookies.length] ?? ''}`, origin: worker.url })
  const read = async (index: number): Promise<void> => {
    const from = performance.now()
    const answer = await fetch(base + reading, { headers: headersOf(index) }).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok) result.reads.push(performance.now() - from)
    else result.failed += 1
  }
  const closing: (() => void)[] = []
  const reads = new Set<Promise<void>>()
  const readSoon = (index: number): void => {
    const promise = read(index).finally(() => reads.delete(promise))
    reads.add(promise)
  }
  const open = (index: number): Promise<void> =>
    new Promise((resolve) => {
      // Node's own takes headers, which the browser's type does not know.
      const init = [`${base.replace(/^http/, 'ws')}/watch`, { headers: headersOf(index) }]
      const socket = Reflect.construct(WebSocket, init) as WebSocket
      const settling = new Settling(() => readSoon(index))
      closing.push(() => (settling.stop(), socket.close()))
      socket.addEventListener('open', () => ((result.opened += 1), resolve()))
      socket.addEventListener('error', () => resolve())
      socket.addEventListener('message', ({ data }) => {
        result.hints += 1
        settling.soon(waitAfterHint((JSON.parse(String(data)) as Hint).watching ?? 1, Math.random()))
      })
    })
  await Promise.all(Array.from({ length: sockets }, (_, index) => open(index)))
  for (let second = 0; second < seconds; second += 1) {
    const from = performance.now()
    const change = `Seen by everybody, ${'abcdefghij'[second % 10]} ${'abcdefghij'[Math.floor(second / 10)]}`
    const mutations = [{ id: crypto.randomUUID(), name: 'proposeIdea', args: { idea: crypto.randomUUID(), change } }]
    const headers = { ...headersOf(0), 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
    const answer = await fetch(`${base}/mutations`, { method: 'POST', headers, body: JSON.stringify({ mutations }) })
    await answer.arrayBuffer()
    result.changes.push(performance.now() - from)
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1000 - (performance.now() - from))))
  }
  for (const close of closing) close()
  await Promise.all(reads)
  return result
}
