import { env } from 'cloudflare:workers'
import { createScheduledController } from 'cloudflare:test'
import { beforeAll, expect, test, vi } from 'vitest'
import type { MembersReply } from '../../shared/api/access.ts'
import type { FrameworkReply } from '../../shared/api/bank.ts'
import type { Role } from '../../shared/domain/entities.ts'
import { addMembers, networkObject } from '../../worker/auth/one-time-codes.ts'
import { erase } from '../../worker/people/erasure.ts'
import worker from '../../worker/index.ts'
import { changeMember, memberOf } from '../../worker/people/members.ts'
import { asBrowser, asDevice, makeNetwork, proposal, requestOf, sync, type TestMember } from './network.ts'

let one: Record<Role, TestMember>
let two: Record<Role, TestMember>
beforeAll(async () => {
  ;[one, two] = [await makeNetwork('erase-one'), await makeNetwork('erase-two')]
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

const former = 'A former member'
const nameIn = async (reader: TestMember, person: string): Promise<string | undefined> => {
  const reply = await asBrowser(reader, `/v1/networks/${reader.slug}/framework`)
  return (await reply.json<FrameworkReply>()).people.find(({ id }) => id === person)?.name
}
const statusIn = async (network: string, person: string) =>
  env.DIRECTORY.prepare('SELECT status FROM membership WHERE network = ? AND person = ?').bind(network, person).first<string>('status')
const waiting = async () => (await env.DIRECTORY.prepare('SELECT count(*) AS n FROM object_outbox').first<number>('n')) ?? -1
const join = (person: string, network: string, role: Role, name = '') =>
  addMembers(env.DIRECTORY, network, [{ id: person, name, role, site: '' }], Date.now())
const cron = (value: string) => worker.scheduled(createScheduledController({ scheduledTime: new Date(), cron: value }), env)

/** The Worker as it is, until its `after`-th word to an object: from then on none is reached, as when it is killed there. */
const killedAfter = (after: number): Env => {
  let words = 0
  const networks = new Proxy(env.NETWORKS, {
    get: (target, key: keyof DurableObjectNamespace) => {
      if (key !== 'get') return (target[key] as () => unknown).bind(target)
      return (id: DurableObjectId) => {
        if ((words += 1) > after) throw new Error('No object is reached any more')
        return target.get(id)
      }
    },
  })
  return { ...env, NETWORKS: networks }
}

test('[A20] [A11] the last admin of one of two networks is refused before anything of either is written', async () => {
  // 'erase-one' comes first and has another admin; 'erase-two' would be without one.
  await join(two.admin.person, 'erase-one', 'admin')
  await sync(two.admin, requestOf(crypto.randomUUID(), [proposal(1)]))
  const refused = await asBrowser(two.admin, '/v1/my-data', { method: 'DELETE' })
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('Network erase-two')])
  expect([await statusIn('erase-one', two.admin.person), await statusIn('erase-two', two.admin.person)]).toEqual(['active', 'active'])
  expect((await asBrowser(two.admin, '/v1/networks/erase-one/members')).status).toBe(200)
  expect(await nameIn(two.admin, two.admin.person)).toBe('The admin of erase-two')
  expect(await waiting()).toBe(0)
})

test('[A20] [A22] an erasure that is killed after any call to an object has changed nothing, or is completed by the cron', async () => {
  const seen = new Set<string>()
  for (let after = 0; after < 8; after += 1) {
    const person = `erased-${after}`
    await join(person, 'erase-one', 'contributor', 'Grace Hopper')
    await join(person, 'erase-two', 'contributor', 'Grace Hopper')
    for (const slug of ['erase-one', 'erase-two']) {
      const bank = env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, slug)) ?? ''))
      await bank.syncMember({ id: person, name: 'Grace Hopper', role: 'contributor', site: '' })
      await bank.keepPersonal(person, 'seen', '1')
    }
    const end = await erase(killedAfter(after), person, '', Date.now()).catch(() => 'rejected')
    if (end === 'rejected') {
      seen.add('nothing')
      expect([await statusIn('erase-one', person), await statusIn('erase-two', person)]).toEqual(['active', 'active'])
      continue
    }
    if ((await waiting()) > 0) seen.add('half')
    await cron('*/10 * * * *')
    expect([await statusIn('erase-one', person), await statusIn('erase-two', person)]).toEqual(['removed', 'removed'])
    expect([await nameIn(one.admin, person), await nameIn(two.admin, person)]).toEqual([former, former])
    const bank = env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, 'erase-two')) ?? ''))
    expect(await bank.personal(person)).toEqual([])
    expect(await waiting()).toBe(0)
  }
  expect([...seen].toSorted()).toEqual(['half', 'nothing'])
})

test('[A20] erasing an account also removes the name from banks of networks that the person left before', async () => {
  await join(one.steering.person, 'erase-two', 'contributor')
  await asBrowser(one.steering, `/v1/networks/erase-two/members/${one.steering.person}`, { method: 'DELETE' })
  expect(await nameIn(two.admin, one.steering.person)).toBe('The steering of erase-one')
  expect((await asBrowser(one.steering, '/v1/my-data', { method: 'DELETE' })).status).toBe(200)
  expect(await nameIn(two.admin, one.steering.person)).toBe(former)
})

test('[A11] [A4] [A22] a removal is committed in the directory before any object is told; the cron delivers what was not', async () => {
  const { contributor, admin } = one
  const before = await memberOf(env.DIRECTORY, 'erase-one', contributor.person)
  if (!before) throw new Error('No member')
  const after = { role: before.role, site: before.site, label: '', status: 'removed' } as const
  const changing = { network: 'erase-one', before, after, name: former, by: admin.person, source: '' }
  // Killed here: nobody told the object.
  expect(await changeMember(env.DIRECTORY, changing, Date.now())).toEqual(expect.any(String))
  expect(await (await asDevice(contributor, '/v1/networks/erase-one/sync', { method: 'POST', body: '{}' })).json()).toMatchObject({
    error: 'not-member',
  })
  const { members } = await (await asBrowser(admin, '/v1/networks/erase-one/members')).json<MembersReply>()
  expect(members.find(({ person }) => person === contributor.person)?.status).toBe('removed')
  await cron('*/10 * * * *')
  expect(await nameIn(admin, contributor.person)).toBe(former)
  expect(await waiting()).toBe(0)
})
