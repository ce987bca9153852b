import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import type { Endpoint } from '../../shared/api/endpoints.ts'
import { api } from '../../worker/api.ts'
import { roles } from '../../shared/domain/entities.ts'
import { addNetwork } from '../../worker/auth/one-time-codes.ts'
import { call, requestOf } from './network.ts'
import { all, askers, elsewhereGets, freshPerson, headersOf, members, type Row, signed, slug } from './route-table.ts'

beforeAll(async () => {
  await addNetwork(env.DIRECTORY, slug, 'The table', Date.now())
  await addNetwork(env.DIRECTORY, `${slug}-other`, 'Another', Date.now())
})

const staff = ['coordinator', 'admin'] as const
const somebody = async () => ({ person: await freshPerson() })
const unknownProvider = () => ({ provider: crypto.randomUUID() })
const id = () => ({ id: crypto.randomUUID() })

const noAnswer = (response: object) => ({ id: 'AA', rawId: 'AA', type: 'public-key', response: { clientDataJSON: 'AA', ...response } })

/** Every endpoint, and what each asker gets: one without a row does not compile, and neither does a row without an endpoint. */
const endpoints: Record<Endpoint, Row> = {
  'GET /health': { statuses: all(200) },
  // Where nothing is wrong: observing.test.ts has the rest.
  'GET /ready': { statuses: all(200) },
  'GET /metrics': { statuses: all(404) },
  'POST /v1/session': { statuses: all(401), body: () => ({ code: 'AAAA-BBBB-CCCC' }) },
  'POST /v1/devices': { statuses: all(401), body: () => ({ code: 'AAAA-BBBB-CCCC' }) },
  'DELETE /v1/session': { statuses: signed(200) },
  'GET /v1/me': { statuses: signed(200) },
  'GET /v1/my-networks': { statuses: signed(200, 403) },
  'GET /v1/sessions': { statuses: signed(200, 403) },
  'DELETE /v1/sessions': { statuses: signed(200, 403) },
  'DELETE /v1/sessions/:id': { statuses: signed(404, 403), fill: id },
  'POST /v1/session/network': { statuses: signed(404, 403), body: () => ({ network: 'nowhere' }) },
  'GET /v1/identities': { statuses: signed(200, 403) },
  'DELETE /v1/identities/:id': { statuses: signed(404, 403), fill: id },
  'GET /v1/my-data': { statuses: signed(200, 403) },
  'DELETE /v1/my-data': { statuses: signed(200, 403) },
  'POST /v1/pairings': { statuses: signed(200, 403) },
  'POST /v1/join': { statuses: all(401), body: () => ({ code: 'A'.repeat(43), name: 'Somebody' }) },
  'POST /v1/join/look': { statuses: all(401), body: () => ({ code: 'A'.repeat(43) }) },
  'POST /v1/email-codes': { statuses: all(200), body: () => ({ address: `${crypto.randomUUID()}@example.org` }) },
  'POST /v1/email-codes/redeem': { statuses: all(401), body: () => ({ code: '12345678' }) },
  'POST /v1/passkeys/challenge': { statuses: all(200) },
  'POST /v1/passkeys/sign-in': { statuses: all(401), body: () => ({ response: noAnswer({ authenticatorData: 'AA', signature: 'AA' }) }) },
  'GET /v1/passkeys': { statuses: signed(200, 403) },
  'POST /v1/passkeys/options': { statuses: signed(200, 403) },
  'POST /v1/passkeys': { statuses: signed(400, 403), body: () => ({ label: '', response: noAnswer({ attestationObject: 'AA' }) }) },
  'DELETE /v1/passkeys/:id': { statuses: signed(404, 403), fill: id },
  'GET /v1/providers/:provider': { statuses: all(404), fill: unknownProvider },
  'GET /v1/providers/:provider/start': { statuses: all(404), fill: unknownProvider },
  'GET /v1/providers/:provider/callback': { statuses: all(404), fill: unknownProvider },
  'POST /v1/providers/:provider/link': { statuses: signed(404, 403), fill: unknownProvider },
  'POST /v1/connections/token': { statuses: all(401), body: () => ({ code: 'A'.repeat(43), verifier: 'A'.repeat(43) }) },
  'POST /v1/device-codes': { statuses: all(200), body: () => ({}) },
  'POST /v1/device-codes/look': { statuses: signed(404, 403), body: () => ({ userCode: 'AAAA-BBBB' }) },
  'POST /v1/device-codes/token': { statuses: all(401), body: () => ({ deviceCode: 'A'.repeat(43) }) },
  'POST /v1/networks/:network/connections': { statuses: members(200, roles, 403), body: () => ({ challenge: 'A'.repeat(43), state: 'x' }) },
  'POST /v1/networks/:network/device-codes': { statuses: members(404, roles, 403), body: () => ({ userCode: 'AAAA-BBBB' }) },
  'GET /v1/networks/:network/members': { statuses: members(200, staff, 403) },
  'GET /v1/networks/:network/members/:person/pending': { statuses: members(200, ['admin'], 403), fill: somebody },
  'POST /v1/networks/:network/members/:person': {
    statuses: members(200, ['admin'], 403),
    fill: somebody,
    body: () => ({ role: 'steering' }),
  },
  'DELETE /v1/networks/:network/members/:person': { statuses: members(200, ['admin'], 403), fill: somebody },
  'GET /v1/networks/:network/tokens': { statuses: members(200, roles, 403) },
  'POST /v1/networks/:network/tokens': {
    statuses: members(200, roles, 403),
    body: () => ({ label: 'Monthly figures', scopes: ['read'], days: 30 }),
  },
  'DELETE /v1/networks/:network/tokens/:id': { statuses: members(404, roles, 403), fill: id },
  'GET /v1/networks/:network/services': { statuses: members(200, ['admin'], 403) },
  'POST /v1/networks/:network/services': {
    statuses: members(200, ['admin'], 403),
    body: () => ({ name: 'A registry', role: 'contributor', site: '', label: 'Nightly', scopes: ['propose'], days: 365 }),
  },
  'POST /v1/networks/:network/services/:person/tokens': {
    statuses: members(404, ['admin'], 403),
    fill: somebody,
    body: () => ({ label: 'Nightly', scopes: ['propose'], days: 365 }),
  },
  'GET /v1/networks/:network/lookups': { statuses: members(200, ['coordinator', 'admin'], 200) },
  'GET /v1/networks/:network/lookups/clips': { statuses: members(200, ['coordinator', 'admin'], 200) },
  'GET /v1/networks/:network/evidence/:id/lookups': { statuses: members(200), fill: () => ({ id: crypto.randomUUID() }) },
  'GET /v1/networks/:network/ideas/:id/new-evidence': { statuses: members(404), fill: () => ({ id: crypto.randomUUID() }) },
  'GET /v1/networks/:network/new-evidence': { statuses: members(200) },
  'POST /v1/networks/:network/searches': { statuses: members(409), body: () => ({ search: 'weighing AND noon' }) },
  'GET /v1/networks/:network/hooks': { statuses: members(200, ['admin'], 403) },
  'POST /v1/networks/:network/hooks': { statuses: members(400, ['admin'], 403), body: () => ({}) },
  'POST /v1/networks/:network/hooks/:id': { statuses: members(404, ['admin'], 403), fill: id, body: () => ({ name: 'A name' }) },
  'DELETE /v1/networks/:network/hooks/:id': { statuses: members(404, ['admin'], 403), fill: id },
  'POST /v1/networks/:network/hooks/:id/secret': { statuses: members(404, ['admin'], 403), fill: id },
  'POST /v1/networks/:network/hooks/:id/test': { statuses: members(404, ['admin'], 403), fill: id },
  'GET /v1/networks/:network/hooks/:id/deliveries': { statuses: members(404, ['admin'], 403), fill: id },
  'POST /v1/networks/:network/hooks/:id/deliveries/:number': {
    statuses: members(404, ['admin'], 403),
    fill: () => ({ ...id(), number: '1' }),
  },
  'GET /v1/networks/:network/audit': { statuses: members(200, ['admin'], 403) },
  'GET /v1/networks/:network/audit.csv': { statuses: members(200, ['admin'], 403) },
  'GET /v1/networks/:network/providers': { statuses: members(200, roles, 403) },
  'GET /v1/networks/:network/providers/:provider/groups': { statuses: members(404, ['admin'], 403), fill: unknownProvider },
  'POST /v1/networks/:network/providers/:provider/groups': {
    statuses: members(404, ['admin'], 403),
    fill: unknownProvider,
    body: () => ({ claim: '', groups: [] }),
  },
  'POST /v1/networks/:network/providers/:provider/trial': { statuses: members(404, ['admin'], 403), fill: unknownProvider },
  'GET /v1/networks/:network/invitations': { statuses: members(200, staff, 403) },
  'POST /v1/networks/:network/invitations': { statuses: members(200, staff, 403), body: () => ({ role: 'contributor' }) },
  'DELETE /v1/networks/:network/invitations/:id': { statuses: members(404, staff, 403), fill: id },
  'POST /v1/networks/:network/sync': { statuses: members(200), body: () => requestOf(crypto.randomUUID(), []) },
  'POST /v1/networks/:network/mutations': {
    statuses: members(200),
    body: () => ({ mutations: [{ id: crypto.randomUUID(), name: 'nothing', args: {} }] }),
  },
  'GET /v1/networks/:network/framework': { statuses: members(200) },
  'GET /v1/networks/:network/framework/history': { statuses: members(200, ['coordinator', 'steering', 'admin']) },
  'GET /v1/networks/:network/matrix': { statuses: members(200) },
  'GET /v1/networks/:network/board': { statuses: members(404) },
  'GET /v1/networks/:network/counts': { statuses: members(200) },
  'GET /v1/networks/:network/decisions': { statuses: members(200) },
  'GET /v1/networks/:network/ideas': { statuses: members(200) },
  'GET /v1/networks/:network/export/ideas/:format': { statuses: members(200), fill: () => ({ format: 'csv' }) },
  'GET /v1/networks/:network/export/references/:format': { statuses: members(200), fill: () => ({ format: 'ris' }) },
  'GET /v1/networks/:network/evidence': { statuses: members(200) },
  'GET /v1/networks/:network/evidence/map': { statuses: members(200) },
  'GET /v1/networks/:network/imports': { statuses: members(200, staff) },
  'GET /v1/networks/:network/imports/:run': { statuses: members(200, staff), fill: () => ({ run: crypto.randomUUID() }) },
  'POST /v1/networks/:network/imports/known': { statuses: members(200, staff), body: () => ({ ideas: [] }) },
  'POST /v1/networks/:network/imports/known-clips': { statuses: members(200, staff), body: () => ({ evidence: [], keys: [] }) },
  'GET /v1/networks/:network/facets': { statuses: members(200) },
  'GET /v1/networks/:network/ideas/:id': { statuses: members(404), fill: id },
  'GET /v1/networks/:network/ideas/:id/further': { statuses: members(400), fill: id },
  'GET /v1/networks/:network/archive': { statuses: members(200, ['admin'], 403) },
  'POST /v1/networks/:network/archive': { statuses: members(400, ['admin'], 403) },
  'GET /v1/networks/:network/news': { statuses: members(200) },
  'GET /v1/networks/:network/allowance': { statuses: members(200) },
  'GET /v1/networks/:network/digest': { statuses: members(200) },
  'GET /v1/networks/:network/reports': { statuses: members(200) },
  'GET /v1/networks/:network/lesson': { statuses: members(200) },
  'GET /v1/networks/:network/personal': { statuses: members(200) },
  'POST /v1/networks/:network/personal': { statuses: members(200), body: () => ({ name: 'seen', value: '1' }) },
  'GET /v1/networks/:network/health': { statuses: members(200, ['coordinator', 'steering', 'admin']) },
  'GET /v1/networks/:network/dead-letters': { statuses: members(200, ['coordinator', 'admin']) },
  'GET /v1/networks/:network/start': { statuses: members(200, roles, 403) },
  'GET /v1/networks/:network/setup': { statuses: members(200, ['coordinator', 'admin'], 403) },
  'GET /v1/networks/:network/watch': { statuses: members(426) },
  'GET /v1/human': { statuses: all(404) },
  'POST /v1/human': { statuses: all(404), headers: { 'sec-fetch-site': 'same-origin' } },
}

/** What there is on a developer's machine only. */
const development: Record<string, Row> = {
  'POST /development/networks': { statuses: all(404) },
  'POST /development/networks/:network/story': { statuses: all(404) },
  'POST /development/providers': { statuses: all(404) },
  'GET /development/mailbox': { statuses: all(404) },
  'POST /development/codes': { statuses: all(404) },
  'POST /development/sessions': { statuses: all(404) },
}

const table: Record<string, Row> = { ...endpoints, ...development }

/** Those of /api/v1 are another table's (`open/api.test.ts`, and the fuzzer of the document), public pages have a test of their own. */
const routes = api.routes
  .filter(({ method, path }) => method !== 'ALL' && !/^\/(?:api|p)\//.test(path))
  .map(({ method, path }) => `${method} ${path}`)

test('[A8] the table of routes and askers has every route, and nothing else', () => {
  expect(Object.keys(table).toSorted()).toEqual([...new Set(routes)].toSorted())
})

test.each(Object.entries(table))('[A8] %s answers each asker as the table says', async (route, { statuses, fill, body, headers }) => {
  const [method = '', pattern = ''] = route.split(' ')
  const seen: Record<string, number> = {}
  for (const asker of askers) {
    const filled = { network: slug, ...(await fill?.()) }
    const path = pattern.replaceAll(/:(\w+)/g, (_, key: string) => filled[key as keyof typeof filled] ?? '')
    const answer = await call(path, {
      method,
      redirect: 'manual',
      headers: { ...headers, ...(await headersOf(asker)) },
      ...(body ? { body: JSON.stringify(body(filled)) } : {}),
    })
    seen[asker] = answer.status
    await answer.body?.cancel()
  }
  expect(seen).toEqual({ ...statuses, elsewhere: elsewhereGets(method, pattern, statuses) })
})

test('[V8] an extension may read the server’s time', async () => {
  const { headers } = await call('/v1/me')
  expect(Math.abs(Date.parse(headers.get('date') ?? '') - Date.now())).toBeLessThan(60_000)
  expect(headers.get('access-control-expose-headers')?.toLowerCase()).toBe('date,x-request-id')
})

test('[A8] every answer has the security headers', async () => {
  for (const path of ['/v1/me', '/nowhere']) {
    const { headers } = await call(path)
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  }
})
