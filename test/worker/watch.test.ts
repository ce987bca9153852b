import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../shared/domain/entities.ts'
import type { Hint } from '../../shared/sync/protocol.ts'
import { stubOf } from './large-bank.ts'
import { asBrowser, makeNetwork, proposal, requestOf, sync, type TestMember } from './network.ts'

let members: Record<Role, TestMember>
beforeAll(async () => {
  members = await makeNetwork('watched')
})

const open = async (member: TestMember, origin = 'http://localhost'): Promise<Response> => {
  const answer = await asBrowser(member, '/v1/networks/watched/watch', { headers: { upgrade: 'websocket', ...(origin ? { origin } : {}) } })
  answer.webSocket?.accept()
  return answer
}

test.each(['https://evil.example', 'null', 'http://localhost:81', ''])(
  '[A28] a page of another origin opens no socket: %j',
  async (origin) => {
    const answer = await open(members.steering, origin)
    expect([answer.status, answer.webSocket]).toEqual([403, null])
  },
)

test('[A28] a session has at most 20 sockets, each session its own; a silent socket makes room', async () => {
  const answers = []
  for (let count = 0; count < 22; count += 1) answers.push(await open(members.coordinator))
  expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 20 }, () => 101), 429, 429])
  expect(answers.at(-1)?.headers.get('retry-after')).toBe('60')
  expect((await open(members.admin)).status).toBe(101)
  await runInDurableObject(await stubOf('watched'), (_, state) => {
    const [socket] = state.getWebSockets(`person:${members.coordinator.person}`)
    socket?.serializeAttachment({ since: Date.now() - 10 * 60 * 1000, until: Date.now() + 1000 })
  })
  expect((await open(members.coordinator)).status).toBe(101)
  expect((await open(members.coordinator)).status).toBe(429)
})

test('[B10] a change hint says how many pages receive it', async () => {
  const { webSocket } = await open(members['site-lead'])
  const heard = new Promise<Hint>((resolve) =>
    webSocket?.addEventListener('message', ({ data }) => resolve(JSON.parse(String(data)) as Hint)),
  )
  await sync(members.contributor, requestOf(crypto.randomUUID(), [proposal(1)]))
  expect((await heard).watching).toBeGreaterThan(1)
})
