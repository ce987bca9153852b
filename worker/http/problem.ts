import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ErrorReply } from '../../shared/api/bank.ts'
import { type Whole, whole } from './route.ts'
import type { Message } from '../../shared/i18n/message.ts'
import { english } from '../../shared/i18n/english.ts'

/** Every answer that is not what was asked for: a stable word for programs, a message for people, never what was sent. */
export const problem = (c: Context, status: ContentfulStatusCode, error: string, reason: Message): Whole<never> =>
  whole(c.json<ErrorReply>(errorReply(error, reason), status))

/** With the reason in English too, for extensions that know no messages. */
export const errorReply = (error: string, reason: Message): ErrorReply => ({ error, message: english(reason), reason })
