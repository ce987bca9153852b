import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ErrorReply } from '../../shared/api/bank.ts'
import { type Whole, whole } from './route.ts'

/** Every answer that is not what was asked for: a stable word for programs, a sentence for people, never what was sent. */
export const problem = (c: Context, status: ContentfulStatusCode, error: string, message: string): Whole<never> =>
  whole(c.json<ErrorReply>({ error, message }, status))
