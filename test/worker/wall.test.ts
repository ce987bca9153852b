import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Role, roles } from '../../shared/domain/entities.ts'
import { networkObject } from '../../worker/auth/one-time-codes.ts'
import { makeInvitation } from '../../worker/people/invitations.ts'
import { createSession } from '../../worker/auth/sessions.ts'
import { asBrowser, call, makeNetwork, proposal, requestOf, sync } from './network.ts'

/** Every row of network n says so: slug, names of people, an idea, an invitation. */
const networks = ['wall-a', 'wall-b', 'wall-c', 'wall-d'] as const
const marks = /wall-[a-d]/g
const strangers = ['stranger-1', 'stranger-2', 'stranger-3']
const ideas: Record<string, string> = {}
const invitations: Record<string, string> = {}
const objects: Record<string, string> = {}

beforeAll(async () => {
  for (const slug of networks) {
    const made = await makeNetwork(slug)
    const asked = proposal(1, `An idea of ${slug}`)
    ideas[slug] = (asked.args as { idea: string }).idea
    await sync(made.contributor, requestOf(crypto.randomUUID(), [asked]))
    const offer = { network: slug, role: 'contributor', site: '', label: `label of ${slug}`, uses: 5, expiresAt: Date.now() + 1e9 } as const
    invitations[slug] = (await makeInvitation(env.DIRECTORY, offer, made.admin.person, '', Date.now())).id
    objects[slug] = (await networkObject(env.DIRECTORY, slug)) ?? ''
    await asBrowser(made.coordinator, '/v1/me')
  }
  for (const id of strangers) await env.DIRECTORY.prepare('INSERT INTO person (id, name, created_at) VALUES (?, ?, 0)').bind(id, id).run()
})

interface Membership {
  network: string
  role: Role
  status: 'active' | 'suspended' | 'removed'
}
const membership: fc.Arbitrary<Membership> = fc.record({
  network: fc.constantFrom(...networks),
  role: fc.constantFrom(...roles),
  status: fc.constantFrom('active', 'active', 'suspended', 'removed'),
})
const memberships = fc.uniqueArray(membership, { maxLength: 4, selector: ({ network }) => network })

const paths = [
  'framework',
  'matrix',
  'ideas?q=idea',
  'ideas/:idea',
  'members',
  'audit',
  'audit.csv',
  'providers',
  'members/:person/pending',
  'invitations',
  'dead-letters',
  'members/:person',
  'invitations/:invitation',
  'sync',
  'mutations',
] as const
const own = ['/v1/me', '/v1/my-networks', '/v1/sessions'] as const
const asked = fc.record({
  stranger: fc.nat(2),
  kind: fc.constantFrom('web', 'device'),
  home: fc.constantFrom(...networks),
  network: fc.constantFrom(...networks),
  /** Whose rows are named in the path: often another network's. */
  of: fc.constantFrom(...networks),
  path: fc.constantFrom(...paths, ...own),
  write: fc.boolean(),
})
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never

const bodyOf = (path: string, of: string): string => {
  if (path === 'sync') return JSON.stringify(requestOf(crypto.randomUUID(), []))
  if (path === 'mutations')
    return JSON.stringify({
      mutations: [{ id: crypto.randomUUID(), name: 'addComment', args: { comment: crypto.randomUUID(), idea: ideas[of], text: 'Hello' } }],
    })
  return JSON.stringify({ role: 'contributor', status: 'suspended' })
}

const ask = async ({
  stranger,
  kind,
  home,
  network,
  of,
  path,
  write,
}: Asked): Promise<{ text: string; status: number; inPath: boolean }> => {
  const opening = { kind, person: strangers[stranger] ?? '', network: home, label: '', how: 'test', source: '' } as const
  // Also for who is no member: a session row that was left over must not open anything.
  const made = await createSession(env.DIRECTORY, opening, Date.now())
  const secret = made?.secret ?? 'A'.repeat(43)
  // A token that says where its network is, or lies about it.
  const token = `${env.NETWORKS.idFromName(objects[of] ?? '').toString()}.${secret}`
  const headers: Record<string, string> =
    kind === 'web' ? { cookie: `gleaner=${secret}`, 'sec-fetch-site': 'same-origin' } : { authorization: `Bearer ${token}` }
  const inPath = !path.startsWith('/')
  const full = inPath
    ? `/v1/networks/${network}/${path
        .replace(':idea', ideas[of] ?? '')
        .replace(':person', `${of}-contributor`)
        .replace(':invitation', invitations[of] ?? '')}`
    : path
  const posts = path === 'sync' || path === 'mutations' || (path === 'members/:person' && write)
  const method = posts ? 'POST' : path.startsWith('invitations/') ? 'DELETE' : 'GET'
  const send = () => call(full, { method, headers, ...(posts ? { body: bodyOf(path, of) } : {}) })
  // The second time the network's object may take its own word for the token.
  if (path === 'sync') await (await send()).body?.cancel()
  const answer = await send()
  return { text: await answer.text(), status: answer.status, inPath }
}

test('[A17] property: random people with random memberships see nothing of a network that they are not in', async () => {
  let seen = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(memberships, { minLength: 3, maxLength: 3 }),
      fc.array(asked, { minLength: 12, maxLength: 12 }),
      async (who, requests) => {
        await env.DIRECTORY.batch([
          env.DIRECTORY.prepare("DELETE FROM membership WHERE person LIKE 'stranger-%'"),
          ...who.flatMap((list, index) =>
            list.map(({ network, role, status }) =>
              env.DIRECTORY.prepare(
                "INSERT INTO membership (person, network, role, site, created_at, status) VALUES (?, ?, ?, '', 0, ?)",
              ).bind(strangers[index], network, role, status),
            ),
          ),
        ])
        for (const request of requests) {
          const mine = (who[request.stranger] ?? []).filter(({ status }) => status === 'active').map(({ network }) => network)
          const { text, status, inPath } = await ask(request)
          if (mine.some((network) => text.includes(network))) seen += 1
          // Of the network in the path only; elsewhere only of one's own.
          const may = inPath ? mine.filter((network) => network === request.network) : mine
          expect([...new Set(text.match(marks) ?? [])].filter((mark) => !may.some((network) => network === mark))).toEqual([])
          if (may.length === 0 && inPath) expect([401, 404]).toContain(status)
        }
      },
    ),
    { numRuns: 20, interruptAfterTimeLimit: 60_000 },
  )
  // Else everything was refused, and nothing was tested.
  expect(seen).toBeGreaterThan(0)
}, 300_000)
