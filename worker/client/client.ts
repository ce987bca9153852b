import createClient, { type Client } from 'openapi-fetch'
import type { paths } from './api.d.ts'

/** Where the network is, and the access token of My account or of a service. */
export interface Connection {
  /** Such as https://gleaner.example. */
  address: string
  token: string
  /** How long to wait at most, in seconds, when the server says that it is too much or that it is busy; 120 without it. */
  patience?: number
}

const wait = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

/** Asks again when the server says when (429 and 503 with Retry-After), until the patience is used up. What is written needs an Idempotency-Key, so that it is done once. */
const patiently =
  (patience: number) =>
  async (request: Request): Promise<Response> => {
    let waited = 0
    for (;;) {
      const answer = await fetch(request.clone())
      const later = Number(answer.headers.get('retry-after') ?? Number.NaN)
      const repeats = request.method === 'GET' || request.headers.has('idempotency-key')
      if (!repeats || ![429, 503].includes(answer.status) || !(later > 0) || waited + later > patience) return answer
      await answer.body?.cancel()
      await wait(later)
      waited += later
    }
  }

/** /api/v1 with the types of its document: `gleaner(…).GET('/ideas/{idea}', { params: { path: { idea } } })`. */
export const gleaner = ({ address, token, patience = 120 }: Connection): Client<paths> =>
  createClient<paths>({
    baseUrl: `${address.replace(/\/$/, '')}/api/v1`,
    headers: { authorization: `Bearer ${token}` },
    fetch: patiently(patience),
  })
