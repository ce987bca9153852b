import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ErrorReply } from '../../shared/api/bank.ts'
import { problemTypes } from './problem-types.ts'
import { type Whole, whole } from './route.ts'
import type { Message } from '../../shared/i18n/message.ts'
import { english } from '../../shared/i18n/english.ts'

/** Where everything begins that other programs may ask for; the rest is our own apps'. */
export const openPath = '/api/v1'

/** As `application/problem+json` (RFC 9457); `type` leads to its line on the page of reference. */
const problemDetails = (c: Context, status: ContentfulStatusCode, code: string, reason: Message, said: Partial<ErrorReply>): Response => {
  const type = `${new URL(c.req.url).origin}${openPath}/docs#problem-${code}`
  const body = JSON.stringify({ type, title: problemTypes[code] ?? '', status, code, detail: english(reason), ...said })
  return c.body(body, status, { 'content-type': 'application/problem+json' })
}

/** Every answer that is not what was asked for: a stable word for programs, a message for people, never what was sent. */
export const problem = (c: Context, status: ContentfulStatusCode, error: string, reason: Message): Whole<never> => {
  // By it the operator finds what the person who is told of a fault saw.
  const request = c.get('request') as string | undefined
  const said = status >= 500 && request !== undefined ? { request } : {}
  return whole(
    c.req.path.startsWith('/api/')
      ? problemDetails(c, status, error, reason, said)
      : c.json<ErrorReply>({ ...errorReply(error, reason), ...said }, status),
  )
}

/** With the reason in English too, for extensions that know no messages. */
export const errorReply = (error: string, reason: Message): ErrorReply => ({ error, message: english(reason), reason })
