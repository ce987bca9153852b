import type { Context } from 'hono'
import * as v from 'valibot'
import type { Operation } from '../../open-api/operation.ts'

/** The mark of a representation: 132 bits of its SHA-256. */
export const etagOf = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `"${new Uint8Array(digest).toBase64({ alphabet: 'base64url', omitPadding: true }).slice(0, 22)}"`
}

/** Whether a list of marks (RFC 9110, 13.1) has this one. Weak marks count too: what stands in front of us may make them weak. */
export const names = (header: string, etag: string): boolean =>
  header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)

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
  const known = c.req.header('if-none-match')
  if (known !== undefined && names(known, etag)) return c.body(null, 304)
  return c.body(text, 200, { 'content-type': 'application/json' })
}
