import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { BodyProblem, requestText } from '../../worker/http/request-body.ts'

const most = 100_000
const app = new Hono()
  .post('/', async (c) => c.text(String((await requestText(c, most)).length)))
  .onError((error, c) => c.text('', error instanceof BodyProblem ? error.status : 500))

const gzipped = (text: string): Promise<ArrayBuffer> =>
  new Response(new Response(text).body?.pipeThrough(new CompressionStream('gzip'))).arrayBuffer()

const sent = async (body: BodyInit, headers: Record<string, string>): Promise<string> => {
  const answer = await app.request('/', { method: 'POST', body, headers })
  return answer.ok ? answer.text() : String(answer.status)
}

type Said = Record<string, string>
const sizes = [1, 4095, 4096, 4097, 4098, 50_000, most - 1, most]

test('[S36] a text is read whole, whatever length its sender says, up to the largest', async () => {
  for (const size of sizes) {
    const text = 'a'.repeat(size)
    const packed = await gzipped(text)
    const lengths: Said[] = [{}, { 'content-length': String(size) }, { 'content-length': '1' }, { 'content-length': 'much' }]
    for (const said of lengths) expect([size, said, await sent(text, said)]).toEqual([size, said, String(size)])
    // All of one letter: it unfolds a thousandfold.
    const packedLengths: Said[] = [{}, { 'content-length': String(packed.byteLength) }]
    for (const said of packedLengths)
      expect([size, await sent(packed, { ...said, 'content-encoding': 'gzip' })]).toEqual([size, String(size)])
  }
})

test('[S36] a text that is one byte too long is refused, packed or not', async () => {
  const text = 'a'.repeat(most + 1)
  const packed = await gzipped(text)
  const length = { 'content-length': String(packed.byteLength) }
  const answers = [
    await sent(text, {}),
    await sent(text, { 'content-length': String(text.length) }),
    await sent(text, { 'content-length': '1' }),
    await sent(packed, { ...length, 'content-encoding': 'gzip' }),
    await sent(await gzipped('a'.repeat(most * 50)), { 'content-length': '5', 'content-encoding': 'gzip' }),
  ]
  expect(answers).toEqual(answers.map(() => '413'))
})

test('[S36] what is no gzip, or half of one, is refused', async () => {
  const packed = await gzipped('a sentence '.repeat(500))
  expect(await sent('plain', { 'content-encoding': 'gzip', 'content-length': '5' })).toBe('400')
  expect(await sent(packed.slice(0, packed.byteLength / 2), { 'content-encoding': 'gzip' })).toBe('400')
})
