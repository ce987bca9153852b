import type { Context } from 'hono'
import * as v from 'valibot'
import type { BodyOf, QueryOf } from '../../shared/api/endpoints.ts'
import type { AskedOf } from './route.ts'
import { message, type Message } from '../../shared/i18n/message.ts'

/** The body is larger than a request may be, or not what its encoding says. */
export class BodyProblem extends Error {
  readonly status: 400 | 413 | 415
  readonly reason: Message
  constructor(status: 400 | 413 | 415, reason: Message) {
    super(reason.code)
    this.status = status
    this.reason = reason
  }
}

const inflated = (c: Context, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> => {
  const encoding = c.req.header('content-encoding') ?? 'identity'
  if (encoding === 'identity') return body
  if (encoding !== 'gzip') throw new BodyProblem(415, message('problem-encoding-unknown'))
  return body.pipeThrough(new DecompressionStream('gzip'))
}

/** How much longer than its gzip a text of ours may be expected to be: more is rare, and is read on. */
const unfolds = 12
/** Bytes; no room is worth less. */
const leastRoom = 4096

/** Bytes that a body will probably come to. Room for the largest, which is half a megabyte for each request, was a tenth of what a sync took. */
const roomFor = (c: Context, most: number): number => {
  const length = Number(c.req.header('content-length'))
  const [times, known] = [c.req.header('content-encoding') === undefined ? 1 : unfolds, Number.isSafeInteger(length) && length > 0]
  return known ? Math.min(most, Math.max(leastRoom, length * times)) : most
}

/** The body's bytes, up to one more than `most`; in one read where it has the room that was expected. */
const bytesUpTo = async (reader: ReadableStreamBYOBReader, most: number, room: number): Promise<Uint8Array> => {
  // One read to the end: chunk by chunk took as long as storing what is in them.
  const { value = new Uint8Array() } = await reader.readAtLeast(room + 1, new Uint8Array(room + 1))
  if (value.byteLength <= room || room >= most) return value
  const { value: rest = new Uint8Array() } = await reader.readAtLeast(most - room, new Uint8Array(most - room))
  const whole = new Uint8Array(value.byteLength + rest.byteLength)
  whole.set(value)
  whole.set(rest, value.byteLength)
  return whole
}

/** The request’s text, inflated, at most `most` bytes: reading stops there, so a small body cannot unfold into a huge one. */
export const requestText = async (c: Context, most: number): Promise<string> => {
  if (!c.req.raw.body) return ''
  const reader = inflated(c, c.req.raw.body).getReader({ mode: 'byob' })
  try {
    const bytes = await bytesUpTo(reader, most, roomFor(c, most))
    if (bytes.byteLength > most) throw new BodyProblem(413, message('problem-request-too-large', { most: Math.floor(most / 1024) }))
    return new TextDecoder().decode(bytes)
  } catch (error) {
    if (error instanceof BodyProblem) throw error
    throw new BodyProblem(400, message('problem-body-broken'))
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}

/** The request’s bytes as they came, at most `most`: reading stops there. */
export const requestBytes = async (c: Context, most: number): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of c.req.raw.body ?? []) {
    length += piece.byteLength
    if (length > most) throw new BodyProblem(413, message('problem-request-too-large', { most: Math.floor(most / 1024) }))
    pieces.push(piece)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.byteLength
  }
  return whole
}

/** Bytes. */
const smallBody = 4096

/** The schema, if it takes every body that the table of endpoints lets somebody send there. */
type Taking<C, S extends v.GenericSchema> = BodyOf<AskedOf<C>> extends v.InferInput<S> ? S : never

/** The request’s JSON as the schema has it, or why not. A missing or broken body is `undefined` to the schema. */
export const requestJson = async <C extends Context, S extends v.GenericSchema>(
  c: C,
  schema: S & Taking<C, S>,
  most = smallBody,
): Promise<v.SafeParseResult<S>> => {
  const text = await requestText(c, most)
  const body: unknown = await new Response(text || 'null').json().catch(() => undefined)
  return v.safeParse<S>(schema, body ?? undefined)
}

type Knowing<C, S extends v.GenericSchema> = keyof QueryOf<AskedOf<C>> extends keyof v.InferInput<S> ? S : never

/** The address’s query as the schema has it, or why not. The schema knows every name that the table of endpoints has. */
export const requestQuery = <C extends Context, S extends v.GenericSchema>(c: C, schema: S & Knowing<C, S>): v.SafeParseResult<S> =>
  v.safeParse<S>(schema, c.req.query())
