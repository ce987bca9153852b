import type { Context } from 'hono'
import * as v from 'valibot'
import { etagOf, namesETag } from '../../http/etag.ts'
import type { Operation } from '../../open-api/operation.ts'

/** What is answered, as text: made by the operation's schema, so that nothing is answered that the document does not tell. */
export const replyText = ({ reply }: Operation, value: unknown): string =>
  JSON.stringify(reply ? v.parse(reply, value, { abortEarly: true }) : value)

/** 200 with its mark, or 304 for whoever has it already. */
export const readReply = async (c: Context, operation: Operation, value: unknown): Promise<Response> => {
  const text = replyText(operation, value)
  const etag = await etagOf(text)
  c.header('etag', etag)
  c.header('cache-control', 'private, no-cache')
  c.header('vary', 'authorization')
  if (namesETag(c.req.header('if-none-match'), etag)) return c.body(null, 304)
  return c.body(text, 200, { 'content-type': 'application/json' })
}
