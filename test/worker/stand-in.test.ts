import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { Me } from '../../shared/api/bank.ts'
import type { MemberStatus } from '../../shared/api/access.ts'
import { asBrowser, makeNetwork, type TestMember } from './network.ts'
import { asProgram, newToken } from './open/program.ts'

const ask = async (member: TestMember, name: string, args: object): Promise<string> => {
  const body = JSON.stringify({ mutations: [{ id: crypto.randomUUID(), name, args }] })
  const response = await asBrowser(member, `/v1/networks/${member.slug}/mutations`, { method: 'POST', body })
  const { results } = await response.json<{ results: { status: string; code?: string }[] }>()
  return results[0]?.code ?? results[0]?.status ?? ''
}
const standsIn = async (member: TestMember): Promise<boolean> => (await (await asBrowser(member, '/v1/me')).json<Me>()).standsIn === true

const coordinatorIs = (member: TestMember, status: MemberStatus) =>
  env.DIRECTORY.prepare('UPDATE membership SET status = ? WHERE person = ?').bind(status, member.person).run()

test('[M31] an admin triages while no coordinator is an active member, by the directory at each request', async () => {
  const { admin, contributor, coordinator, steering } = await makeNetwork('stand-in')
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
  for (const idea of [one, other]) await ask(contributor, 'proposeIdea', { idea, change: 'Weigh at noon', problem: 'They differ.' })
  const classify = { pathway: 'incubator', override: 'Agreed.' }
  expect(await standsIn(admin)).toBe(false)
  expect(await ask(admin, 'classifyIdea', { idea: one, ...classify })).toBe('forbidden')

  await coordinatorIs(coordinator, 'suspended')
  expect(await standsIn(admin)).toBe(true)
  expect(await ask(admin, 'takeIdea', { idea: one, take: true })).toBe('ok')
  expect(await ask(admin, 'classifyIdea', { idea: one, ...classify })).toBe('ok')
  expect([await standsIn(steering), await standsIn(contributor)]).toEqual([false, false])
  expect(await ask(steering, 'classifyIdea', { idea: other, ...classify })).toBe('forbidden')

  await coordinatorIs(coordinator, 'active')
  expect(await standsIn(admin)).toBe(false)
  expect(await ask(admin, 'classifyIdea', { idea: other, ...classify })).toBe('forbidden')
})

test('[M31] [M2] nobody makes themselves one who stands in by saying so', async () => {
  const { admin, contributor } = await makeNetwork('stand-in-said')
  const idea = crypto.randomUUID()
  await ask(contributor, 'proposeIdea', { idea, change: 'Weigh at noon', problem: 'They differ.' })
  const args = { idea, pathway: 'incubator', override: 'Agreed.', standsIn: true, context: { standsIn: true } }
  expect(await ask(admin, 'classifyIdea', args)).toBe('forbidden')
})

test('[M31] [O5] a service that coordinates is nobody: the admin stands in, on screens and by token, and no service does', async () => {
  const { admin, contributor, coordinator } = await makeNetwork('stand-in-service')
  const [mine, other] = [crypto.randomUUID(), crypto.randomUUID()]
  for (const idea of [mine, other]) await ask(contributor, 'proposeIdea', { idea, change: 'Weigh at noon', problem: 'They differ.' })
  const service = async (name: string, role: string): Promise<string> => {
    const body = JSON.stringify({ name, role, site: '', label: 'Test', scopes: ['read', 'decide'], days: 30 })
    const answer = await asBrowser(admin, `/v1/networks/${admin.slug}/services`, { method: 'POST', body })
    return (await answer.json<{ secret: string }>()).secret
  }
  const classify = (secret: string, idea: string) =>
    asProgram(secret, `/ideas/${idea}/classification`, { body: { pathway: 'incubator', override: 'Agreed.' } })
  const coordinating = await service('Sorting machine', 'coordinator')
  const { secret } = await newToken(admin)
  expect([await standsIn(admin), (await classify(secret, mine)).status]).toEqual([false, 403])

  await coordinatorIs(coordinator, 'suspended')
  expect(await standsIn(admin)).toBe(true)
  expect((await classify(secret, mine)).status).toBe(200)
  expect((await classify(await service('Admin machine', 'admin'), other)).status).toBe(403)
  expect((await classify(coordinating, other)).status).toBe(200)
})
