import type { ErrorReply } from '../../../shared/api/bank.ts'
import type { ReplyOf } from '../../../shared/api/endpoints.ts'
import { ApiProblem } from './api-problem.ts'
import { addressFrom, addressOf, type Asked, type Speaking } from './endpoint-address.ts'
import { noteClock } from './clock.ts'
import { namesPatient } from './patient-guard.ts'
import { language } from '../../../shared/web/language.ts'
import { messages } from '../i18n/bank.ts'
import { translate } from '../i18n/translate.ts'

const isErrorReply = (reply: unknown): reply is ErrorReply => typeof reply === 'object' && reply !== null && 'message' in reply

const answerOf = async (response: Response): Promise<unknown> => {
  // A hospital's proxy may answer with a page of its own: that is not the bank speaking.
  if (!response.headers.get('content-type')?.includes('application/json')) throw new ApiProblem(0, 'strange', messages.problems.strange)
  return (await response.json()) as unknown
}

/** With the name that the server's log has for the request, where it is the server's fault: for whoever is asked for help. */
const wordsOf = ({ reason, message, request: name }: ErrorReply): string => {
  const problem = translate(reason ?? message, message)
  return name === undefined ? problem : messages.problems.named({ problem, request: name })
}

/** Names, labels and words to search for are read by the patient guard before they are sent; mutations by who asks for them (`mutate.ts`, `bulk-mutate.ts`, `import`). */
export const readTyped = async (typed: object): Promise<void> => {
  const found = await namesPatient(typed).catch(() => {
    throw new ApiProblem(0, 'unguarded', messages.problems.unguarded)
  })
  if (found) throw new ApiProblem(400, 'patient-information', messages.problems.patient)
}

/** `call` where the types are known to fit already. */
export const request = async <E extends Speaking>(
  endpoint: E,
  { body, signal, ...where }: { body?: unknown; signal?: AbortSignal; query?: Record<string, string | undefined> },
): Promise<ReplyOf<E>> => {
  if (typeof body === 'object' && body !== null) await readTyped(body)
  if (where.query?.['q']) await readTyped({ q: where.query['q'] })
  // What is mailed to the person is in the language that they read here.
  const headers = { 'accept-language': language, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
  const init: RequestInit = { method: endpoint.split(' ')[0] ?? '', headers, signal: signal ?? null, credentials: 'same-origin' }
  if (body !== undefined) init.body = JSON.stringify(body)
  const response = await fetch(addressFrom(endpoint, where), init).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new ApiProblem(0, 'offline', messages.problems.offline)
  })
  noteClock(response.headers.get('date'))
  const reply = await answerOf(response)
  // Our own Worker's, whose routes take their types from the same table.
  if (response.ok) return reply as ReplyOf<E>
  // Not the part behind `#`: codes of invitations stand there, and this address reaches the server's logs.
  if (response.status === 429 && isErrorReply(reply) && reply.error === 'human')
    location.assign(addressOf('GET /v1/human', { query: { back: location.pathname + location.search } }))
  throw isErrorReply(reply)
    ? new ApiProblem(response.status, reply.error, wordsOf(reply))
    : new ApiProblem(response.status, 'unknown', messages.problems.unknown)
}

/**
 * One request to our own Worker, as the table of endpoints (shared/api/endpoints.ts) types it:
 * `call('DELETE /v1/sessions/:id', { id })`. Throws `ApiProblem`, or the abort of `signal`.
 */
export const call = <E extends Speaking>(endpoint: E, ...[ask]: Asked<E>): Promise<ReplyOf<E>> => request(endpoint, ask ?? {})
