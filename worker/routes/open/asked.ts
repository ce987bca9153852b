import type { Context } from 'hono'
import * as v from 'valibot'
import { message } from '../../../shared/i18n/message.ts'
import { isOversized } from '../../../shared/sync/argument-size.ts'
import { caps } from '../../../shared/sync/protocol.ts'
import { issueMessage } from '../../../shared/values/issue-message.ts'
import { problem } from '../../http/problem.ts'
import { requestText } from '../../http/request-body.ts'
import type { Whole } from '../../http/route.ts'
import type { Operation } from '../../open-api/operation.ts'

/** The parts of the address and the filters, as the operation's schemas have them; 404 for an id that none can be, 400 for a filter that none is. */
export const readAddress = (
  c: Context,
  { params = {}, query = {} }: Operation,
): { params: Record<string, unknown>; query: Record<string, unknown> } | Whole<never> => {
  const asked = v.safeParse(v.object({ ...params }), c.req.param(), { abortEarly: true })
  if (!asked.success) return problem(c, 404, 'not-found', message('problem-no-address'))
  const filters = v.safeParse(v.strictObject({ ...query }), c.req.query(), { abortEarly: true })
  if (!filters.success) return problem(c, 400, 'malformed', message('problem-api-parameter', { problem: issueMessage(filters.issues[0]) }))
  return { params: asked.output, query: filters.output }
}

/** The body's text and its JSON. 400 for what is no JSON, 413 for too much, 415 for another type. Nothing of it is repeated. */
export const readBody = async (c: Context, { body, mutation }: Operation): Promise<{ text: string; value: unknown } | Whole<never>> => {
  const type = c.req.header('content-type')
  if (body && type !== undefined && !/^application\/json *(?:;|$)/i.test(type))
    return problem(c, 415, 'not-json', message('problem-api-json'))
  const text = await requestText(c, mutation ? caps.mutationBytes : caps.requestBytes)
  if (!body) return { text, value: {} }
  try {
    const value: unknown = JSON.parse(text)
    if (mutation && isOversized(value)) return problem(c, 413, 'too-large', message('entry-too-large'))
    return { text, value }
  } catch {
    return problem(c, 400, 'malformed', message('problem-api-json'))
  }
}
