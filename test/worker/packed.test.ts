import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packed } from '../../worker/http/pack.ts'
import { asDevice, makeNetwork, proposal, requestOf } from './network.ts'

const unpacked = async (response: Response): Promise<string> => {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const encoding = response.headers.get('content-encoding')
  if (encoding === null) return new TextDecoder().decode(bytes)
  return (encoding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)).toString()
}
const text = JSON.stringify(Array.from({ length: 200 }, (_, index) => ({ index, says: 'Wägen um zwölf – 护理' })))

test.each([
  ['br, gzip', 'br'],
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['gzip;q=0.5, identity', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=0', null],
  ['brotli, zgzip', null],
  ['', null],
  [undefined, null],
])('[S33] to whoever accepts %j a text goes as %j', async (accepted, encoding) => {
  const response = packed(text, { accepted, headers: { 'content-type': 'application/json' }, status: 200 })
  expect([response.headers.get('content-encoding'), response.headers.get('content-type')]).toEqual([encoding, 'application/json'])
  expect(response.headers.get('vary')).toBe('accept-encoding')
  if (encoding !== null) expect((await response.clone().arrayBuffer()).byteLength).toBeLessThan(text.length / 4)
  expect(await unpacked(response)).toBe(text)
})

test('[S33] a short text goes as it is', () => {
  expect(packed('{}', { accepted: 'br, gzip', headers: {} }).headers.get('content-encoding')).toBeNull()
})

test('[S33] the reply to a sync says the same packed and not', async () => {
  const { contributor } = await makeNetwork('packed')
  const ask = (cursor: string | null, encoding: string) =>
    asDevice(contributor, '/v1/networks/packed/sync', {
      method: 'POST',
      headers: { 'accept-encoding': encoding },
      body: JSON.stringify({ ...requestOf(crypto.randomUUID(), [], cursor), rid: '00000000-0000-4000-8000-000000000000' }),
    })
  const sent = await asDevice(contributor, '/v1/networks/packed/sync', {
    method: 'POST',
    body: JSON.stringify(
      requestOf(
        crypto.randomUUID(),
        Array.from({ length: 20 }, (_, index) => proposal(index + 1)),
      ),
    ),
  })
  expect(sent.status).toBe(200)
  const [plain, gzip] = [await ask(null, 'identity'), await ask(null, 'gzip')]
  expect(gzip.headers.get('content-encoding')).toBe('gzip')
  // Between Workers the body is unpacked by whoever reads it.
  expect(await gzip.text()).toBe(await plain.text())
})
