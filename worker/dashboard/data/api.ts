import type { ErrorReply } from '../../../shared/api/bank.ts'
import { language } from '../../../shared/web/language.ts'
import { messages } from '../i18n/bank.ts'
import { translate } from '../i18n/translate.ts'

/** The server's no, or no answer at all (`status` 0). The message is for the person. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'ApiProblem'
    this.status = status
    this.code = code
  }
}

export interface Call {
  method?: 'GET' | 'POST' | 'DELETE'
  body?: unknown
  signal?: AbortSignal | undefined
}

const isErrorReply = (reply: unknown): reply is ErrorReply => typeof reply === 'object' && reply !== null && 'message' in reply

const answerOf = async (response: Response): Promise<unknown> => {
  // A hospital's proxy may answer with a page of its own: that is not the bank speaking.
  if (!response.headers.get('content-type')?.includes('application/json')) throw new ApiProblem(0, 'strange', messages.problems.strange)
  return (await response.json()) as unknown
}

/** One request to our own Worker. Throws `ApiProblem`, or the abort of `signal`. */
export const call = async <Reply>(path: string, { method = 'GET', body, signal }: Call = {}): Promise<Reply> => {
  // What is mailed to the person is in the language that they read here.
  const headers = { 'accept-language': language, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
  const init: RequestInit = { method, headers, signal: signal ?? null, credentials: 'same-origin' }
  if (body !== undefined) init.body = JSON.stringify(body)
  const response = await fetch(path, init).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new ApiProblem(0, 'offline', messages.problems.offline)
  })
  const reply = await answerOf(response)
  if (response.ok) return reply as Reply
  // Not the part behind `#`: codes of invitations stand there, and this address reaches the server's logs.
  if (response.status === 429 && isErrorReply(reply) && reply.error === 'human')
    location.assign(`/v1/human?back=${encodeURIComponent(location.pathname + location.search)}`)
  throw isErrorReply(reply)
    ? new ApiProblem(response.status, reply.error, translate(reply.message))
    : new ApiProblem(response.status, 'unknown', messages.problems.unknown)
}
