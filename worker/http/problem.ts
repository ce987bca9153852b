import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ErrorReply } from '../../shared/api/bank.ts'

/** Every answer that is not what was asked for: a stable word for programs, a sentence for people, never what was sent. */
export const problem = (c: Context, status: ContentfulStatusCode, error: string, message: string): Response =>
  c.json<ErrorReply>({ error, message }, status)
