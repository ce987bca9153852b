import type { Context } from 'hono'
import * as v from 'valibot'

/** The body is larger than a request may be, or not what its encoding says. */
export class BodyProblem extends Error {
  readonly status: 400 | 413 | 415
  constructor(status: 400 | 413 | 415, message: string) {
    super(message)
    this.status = status
  }
}

const inflated = (c: Context, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> => {
  const encoding = c.req.header('content-encoding') ?? 'identity'
  if (encoding === 'identity') return body
  if (encoding !== 'gzip') throw new BodyProblem(415, 'A body may be gzipped or plain, nothing else.')
  return body.pipeThrough(new DecompressionStream('gzip'))
}

/** The request’s text, inflated, at most `most` bytes: reading stops there, so a small body cannot unfold into a huge one. */
export const requestText = async (c: Context, most: number): Promise<string> => {
  if (!c.req.raw.body) return ''
  const reader = inflated(c, c.req.raw.body).getReader({ mode: 'byob' })
  try {
    // One read to the end: chunk by chunk took as long as storing what is in them.
    const { value } = await reader.readAtLeast(most + 1, new Uint8Array(most + 1))
    if (value && value.byteLength > most) throw new BodyProblem(413, `A request may hold ${Math.floor(most / 1024)} KB at most.`)
    return new TextDecoder().decode(value)
  } catch (error) {
    if (error instanceof BodyProblem) throw error
    throw new BodyProblem(400, 'The body is not what its encoding says.')
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}

const smallBody = 4096

/** The request’s JSON as the schema has it, or why not. A missing or broken body is `undefined` to the schema. */
export const requestJson = async <S extends v.GenericSchema>(c: Context, schema: S, most = smallBody): Promise<v.SafeParseResult<S>> => {
  const text = await requestText(c, most)
  const body: unknown = await new Response(text || 'null').json().catch(() => undefined)
  return v.safeParse(schema, body ?? undefined)
}
