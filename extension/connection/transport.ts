import * as v from 'valibot'
import type { Message } from '../../shared/i18n/message.ts'
import { behindServer } from '../../shared/web/server-clock.ts'
import { inColumns, type SyncReply, type SyncRequest } from '../../shared/sync/protocol.ts'

/** What came of a request. `elsewhere`: something answered that is not our server, such as a hotel's sign-in page. */
export type ServerReply =
  | { is: 'reply'; body: unknown; /** How far this computer's clock is behind the server's, in milliseconds. */ behind?: number }
  | { is: 'refused'; status: number; error: string; message: string; reason?: Message | undefined; retryAfter: number }
  | { is: 'elsewhere'; status: number }
  | { is: 'offline' }

export type Post = (request: SyncRequest) => Promise<ServerReply>

/** Timeout of a sync request in milliseconds: below the 30 s after which a browser ends a service worker, whatever it waits for. */
const timeout = 20_000
const gzipAbove = 1024
const longestRetryAfter = 3600_000

/** Parameters of a message are checked where the message is shown. */
const reasonSchema = v.custom<Message>((reason) => v.is(v.object({ code: v.string() }), reason))
const errorSchema = v.object({ error: v.string(), message: v.string(), reason: v.optional(reasonSchema) })

/** Not through a blob: its bytes would go to the browser's process and back. */
const gzipped = (text: string): Promise<ArrayBuffer> =>
  new Response(new Response(text).body?.pipeThrough(new CompressionStream('gzip'))).arrayBuffer()

/** `Retry-After` in milliseconds: seconds or an HTTP date, 0 where there is none. */
export const retryAfterOf = (header: string | null, now: number): number => {
  if (!header) return 0
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isFinite(wait) ? Math.min(Math.max(0, wait), longestRetryAfter) : 0
}

const readAnswer = async (response: Response): Promise<ServerReply> => {
  const { status } = response
  if (!response.headers.get('content-type')?.includes('application/json')) return { is: 'elsewhere', status }
  // `json()` decodes bit by bit, which is slower: 11.5 s against 10.9 for reading 50,000 rows.
  const body: unknown = JSON.parse(new TextDecoder().decode(await response.arrayBuffer()))
  if (response.ok) {
    const behind = behindServer(response.headers.get('date'), Date.now())
    return { is: 'reply', body, ...(behind === 0 ? {} : { behind }) }
  }
  const problem = v.safeParse(errorSchema, body)
  return problem.success
    ? { is: 'refused', status, ...problem.output, retryAfter: retryAfterOf(response.headers.get('retry-after'), Date.now()) }
    : { is: 'elsewhere', status }
}

/** `fetch` and reading its body reject for a lost connection, a timeout, a redirect and broken JSON: for us all "not reached". */
export const exchange = async (address: string, body: unknown, token?: string): Promise<ServerReply> => {
  const text = JSON.stringify(body)
  const packed = text.length > gzipAbove
  const headers = {
    'content-type': 'application/json',
    ...(packed ? { 'content-encoding': 'gzip' } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
  const sent = packed ? await gzipped(text) : text
  try {
    const signal = AbortSignal.timeout(timeout)
    return await readAnswer(await fetch(address, { method: 'POST', headers, body: sent, signal, redirect: 'error', credentials: 'omit' }))
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException) return { is: 'offline' }
    throw error
  }
}

/** Asks without a body, a token or a cookie. */
const look = async (address: string, mode: RequestMode): Promise<Response | undefined> => {
  try {
    return await fetch(address, {
      signal: AbortSignal.timeout(helloTimeout),
      credentials: 'omit',
      redirect: mode === 'cors' ? 'error' : 'follow',
      mode,
    })
  } catch {
    return undefined
  }
}

/** Timeout in milliseconds of a request that somebody waits for. */
const helloTimeout = 8000

export type FoundServer = 'gleaner' | 'something-else' | 'nothing' | 'no-network'

/**
 * What answers at a server's address (its origin). A Gleaner, of any version, says to whoever asks who they are that it does not know
 * them. If CORS hides the answer, a second request finds out whether anything answers at all.
 */
export const findServer = async (server: string): Promise<FoundServer> => {
  const response = await look(`${server}/v1/me`, 'cors')
  const answer = response && (await readAnswer(response).catch(() => undefined))
  if (answer?.is === 'refused')
    return answer.error === 'signed-out' || answer.status === 429 || answer.status >= 500 ? 'gleaner' : 'something-else'
  if (response || (await look(server, 'no-cors'))) return 'something-else'
  return navigator.onLine ? 'nothing' : 'no-network'
}

/** Sends requests to one network's sync address: by CORS and a bearer token, so that no host permission is needed. */
export const postTo = ({ server, network, token }: { server: string; network: string; token: string }): Post => {
  const address = `${server}/v1/networks/${encodeURIComponent(network)}/sync`
  let columns = false
  return async (request) => {
    const answer = await exchange(address, columns ? inColumns(request) : request, token)
    // The server of a network may be older than this extension, and its first reply says what it takes.
    if (answer.is === 'reply') columns = (answer.body as Partial<SyncReply>).columns === true
    return answer
  }
}
