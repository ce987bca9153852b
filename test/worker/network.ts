import { env, exports } from 'cloudflare:workers'
import type { Role } from '../../shared/domain/entities.ts'
import type { QueuedMutation, SyncReply, SyncRequest } from '../../shared/sync/protocol.ts'
import { caps, protocol } from '../../shared/sync/protocol.ts'
import { addMembers, addNetwork, makeCode, redeemCode } from '../../worker/auth/one-time-codes.ts'

/** Real networks with real members for the Worker's tests, by way of the directory as it is. */
export interface TestMember {
  person: string
  slug: string
  token: string
  cookie: string
}

const hour = 60 * 60 * 1000
const roles: Role[] = ['contributor', 'site-lead', 'coordinator', 'steering', 'admin']

export const makeNetwork = async (slug: string): Promise<Record<Role, TestMember>> => {
  const people = roles.map((role) => ({
    id: `${slug}-${role}`,
    name: `The ${role} of ${slug}`,
    role,
    site: role === 'contributor' || role === 'site-lead' ? 'site-1' : '',
  }))
  await addNetwork(env.DIRECTORY, slug, `Network ${slug}`, Date.now())
  await addMembers(env.DIRECTORY, slug, people, Date.now())
  const members = await Promise.all(
    people.map(async ({ id, role }) => {
      const [device, web] = await Promise.all((['device', 'web'] as const).map((kind) => secretFor(kind, id, slug)))
      return [role, { person: id, slug, token: device, cookie: `gleaner=${web}` }] as const
    }),
  )
  return Object.fromEntries(members) as Record<Role, TestMember>
}

const secretFor = async (kind: 'web' | 'device', person: string, slug: string): Promise<string> => {
  const code = (await makeCode(env.DIRECTORY, kind, person, slug, Date.now() + hour)) ?? ''
  const made = await redeemCode(env.DIRECTORY, code, kind, 'test', Date.now())
  if (!made) throw new Error('A fresh code was refused')
  return made.secret
}

type Init = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }

export const call = (path: string, init: Init = {}): Promise<Response> => exports.default.fetch(`http://localhost${path}`, init)

export const asDevice = (member: Pick<TestMember, 'token'>, path: string, init: Init = {}): Promise<Response> =>
  call(path, { ...init, headers: { authorization: `Bearer ${member.token}`, ...init.headers } })

export const asBrowser = (member: TestMember, path: string, init: Init = {}): Promise<Response> =>
  call(path, { ...init, headers: { cookie: member.cookie, 'sec-fetch-site': 'same-origin', ...init.headers } })

export const requestOf = (replica: string, mutations: QueuedMutation[], cursor: string | null = null): SyncRequest => ({
  p: protocol,
  rid: crypto.randomUUID(),
  replica,
  gen: 0,
  cursor,
  limit: caps.page,
  mutations,
})

export const sync = async (member: TestMember, request: SyncRequest): Promise<SyncReply> => {
  const response = await asDevice(member, `/v1/networks/${member.slug}/sync`, { method: 'POST', body: JSON.stringify(request) })
  if (response.status !== 200) throw new Error(`sync answered ${response.status}: ${await response.text()}`)
  return response.json()
}

export const proposal = (cseq: number, change = `Change number ${cseq}`): QueuedMutation => ({
  id: crypto.randomUUID(),
  cseq,
  name: 'proposeIdea',
  at: 0,
  args: { idea: crypto.randomUUID(), change },
})
