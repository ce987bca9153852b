import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { InvitationReply, SetupReply, StartReply } from '../../shared/api/access.ts'
import type { CountsReply } from '../../shared/api/board.ts'
import { asBrowser, makeNetwork, proposal, requestOf, sync, type TestMember } from './network.ts'

const get = async <Reply>(member: TestMember, path: string): Promise<Reply> =>
  (await asBrowser(member, `/v1/networks/${member.slug}${path}`)).json<Reply>()

test('[A40] one’s own extensions and when the last thing came from one, and nobody else’s', async () => {
  const { contributor, coordinator } = await makeNetwork('starting')
  const start = await get<StartReply>(contributor, '/start')
  expect(start.extensions.map(({ label }) => label)).toEqual(['test'])
  expect((await get<CountsReply>(contributor, '/counts')).sent).toBeNull()
  const before = Date.now()
  await sync(contributor, requestOf(crypto.randomUUID(), [proposal(1)]))
  const { sent } = await get<CountsReply>(contributor, '/counts')
  expect(sent).toBeGreaterThanOrEqual(before)
  expect((await get<CountsReply>(coordinator, '/counts')).sent).toBeNull()
  await env.DIRECTORY.prepare("UPDATE session SET expires_at = 1 WHERE person = ? AND kind = 'device'").bind(contributor.person).run()
  expect((await get<StartReply>(contributor, '/start')).extensions).toEqual([])
})

test('[A40] the operator’s addresses are told where they are addresses', async () => {
  const { contributor } = await makeNetwork('stores')
  expect((await get<StartReply>(contributor, '/start')).stores).toEqual({})
  const told = env as { EXTENSION_CHROME?: string; EXTENSION_FIREFOX?: string }
  told.EXTENSION_CHROME = 'https://store.example/gleaner'
  told.EXTENSION_FIREFOX = 'javascript:alert(1)'
  expect((await get<StartReply>(contributor, '/start')).stores).toEqual({ chrome: 'https://store.example/gleaner' })
  delete told.EXTENSION_CHROME
  delete told.EXTENSION_FIREFOX
})

test('[B40] how far a network is: members that are active, invitations that are open, extensions that are connected', async () => {
  const { admin, coordinator } = await makeNetwork('setup')
  const invite = async (role: string): Promise<InvitationReply> => {
    const body = JSON.stringify({ role })
    return (await asBrowser(admin, '/v1/networks/setup/invitations', { method: 'POST', body })).json<InvitationReply>()
  }
  const { id } = await invite('coordinator')
  await invite('steering')
  expect(await get<SetupReply>(admin, '/setup')).toEqual({
    coordinators: 1,
    steering: 1,
    coordinatorsInvited: 1,
    steeringInvited: 1,
    extensions: 5,
  })
  await asBrowser(admin, `/v1/networks/setup/invitations/${id}`, { method: 'DELETE' })
  await env.DIRECTORY.prepare("UPDATE membership SET status = 'suspended' WHERE person = ?").bind(coordinator.person).run()
  expect(await get<SetupReply>(admin, '/setup')).toMatchObject({ coordinators: 0, coordinatorsInvited: 0, steeringInvited: 1 })
})
