import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../../shared/domain/entities.ts'
import { makeNetwork } from '../network.ts'
import { asProgram, newToken, problemOf, readsAs } from './program.ts'

const tokens = {} as Record<Role, string>
beforeAll(async () => {
  const here = await makeNetwork('open-once')
  for (const [role, member] of Object.entries(here)) tokens[role as Role] = (await newToken(member)).secret
})

const propose = async (change: string): Promise<{ id: string }> => readsAs(tokens.contributor, '/ideas', { body: { change } })

test('[O8] a read has an ETag, and is answered with 304 to whoever has it; a change by If-Match only as it was read', async () => {
  const { id } = await propose('Warm the milk first.')
  const first = await asProgram(tokens.contributor, `/ideas/${id}`)
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[\w-]{22}"$/)
  const again = await asProgram(tokens.contributor, `/ideas/${id}`, { headers: { 'if-none-match': `"other", W/${etag}` } })
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
  const edit = (problem: string, match: string): Promise<Response> =>
    asProgram(tokens.contributor, `/ideas/${id}`, { method: 'PATCH', body: { set: { problem } }, headers: { 'if-match': match } })
  expect((await edit('It is cold.', etag)).status).toBe(200)
  const late = await problemOf(await edit('It is too cold.', etag))
  expect([late.status, late.code]).toEqual([412, 'changed'])
  expect(await readsAs(tokens.contributor, `/ideas/${id}`)).toMatchObject({ problem: 'It is cold.' })
})

test('[O8] of two changes by the same ETag at the same time one is made', async () => {
  const { id } = await propose('Count the drops.')
  const etag = (await asProgram(tokens.contributor, `/ideas/${id}`)).headers.get('etag') ?? ''
  const answers = await Promise.all(
    ['one', 'two', 'three', 'four'].map((word) =>
      asProgram(tokens.contributor, `/ideas/${id}`, {
        method: 'PATCH',
        body: { set: { problem: `Problem ${word}.` } },
        headers: { 'if-match': etag },
      }),
    ),
  )
  expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412', '412', '412'])
})

test('[O9] the same Idempotency-Key and request is done once and answered the same, also at the same time; with another request it is refused', async () => {
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const send = (change: string): Promise<Response> => asProgram(tokens.contributor, '/ideas', { body: { change }, headers })
  // More of one member at once are asked to come again, as everybody is.
  const answers = await Promise.all([1, 2].map(() => send('Ask twice, write once.')))
  answers.push(await send('Ask twice, write once.'))
  const texts = await Promise.all(answers.map((answer) => answer.text()))
  expect([new Set(answers.map(({ status }) => status)), new Set(texts).size]).toEqual([new Set([201]), 1])
  const found = await readsAs<{ total: number }>(tokens.contributor, '/ideas?q=twice')
  expect(found.total).toBe(1)
  const other = await problemOf(await send('Ask twice, write twice.'))
  expect([other.status, other.code]).toEqual([422, 'key-reused'])
  // Another member's key of the same letters is their own.
  const theirs = await asProgram(tokens.coordinator, '/ideas', { body: { change: 'Ask twice, write once.' }, headers })
  expect((await theirs.json<{ id: string }>()).id).not.toBe((JSON.parse(texts[0] ?? '') as { id: string }).id)
  const none = await problemOf(
    await asProgram(tokens.contributor, '/ideas', { body: { change: 'x' }, headers: { 'idempotency-key': 'a b' } }),
  )
  expect(none.status).toBe(400)
})

test('[O9] a refusal is answered the same again too', async () => {
  const { id } = await propose('Name one lead a shift.')
  const send = () =>
    asProgram(tokens.contributor, `/ideas/${id}/moves`, { body: { to: 'design' }, headers: { 'idempotency-key': 'again-and-again' } })
  const [one, two] = [await problemOf(await send()), await problemOf(await send())]
  expect(one).toEqual(two)
  expect([403, 409]).toContain(one.status)
})

test('[O8] [O9] a change by If-Match that is sent again with its key is answered as it was, not with what it changed itself', async () => {
  const { id } = await propose('Label both bottles.')
  const etag = (await asProgram(tokens.contributor, `/ideas/${id}`)).headers.get('etag') ?? ''
  const edit = (problem: string, key: string, match = etag): Promise<Response> =>
    asProgram(tokens.contributor, `/ideas/${id}`, {
      method: 'PATCH',
      body: { set: { problem } },
      headers: { 'if-match': match, 'idempotency-key': key },
    })
  const first = await edit('They are mixed up.', 'label-once')
  const said = await first.text()
  expect(first.status).toBe(200)
  for (const match of [etag, `W/${etag}`, '"of another time"']) {
    const again = await edit('They are mixed up.', 'label-once', match)
    expect([again.status, await again.text()]).toEqual([200, said])
  }
  // What has not run is compared as ever, and once it may run, it runs by the same key.
  const late = await problemOf(await edit('They look alike.', 'label-twice'))
  expect([late.status, late.code]).toEqual([412, 'changed'])
  expect(await readsAs(tokens.contributor, `/ideas/${id}`)).toMatchObject({ problem: 'They are mixed up.' })
  const now = (await asProgram(tokens.contributor, `/ideas/${id}`)).headers.get('etag') ?? ''
  expect((await edit('They look alike.', 'label-twice', now)).status).toBe(200)
  expect(await readsAs(tokens.contributor, `/ideas/${id}`)).toMatchObject({ problem: 'They look alike.' })
})
