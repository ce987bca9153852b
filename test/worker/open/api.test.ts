import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../../shared/domain/entities.ts'
import { api } from '../../../worker/api.ts'
import { requestLimit } from '../../../worker/auth/api-callers.ts'
import { openApiDocument } from '../../../worker/open-api/document.ts'
import { asBrowser, call, makeNetwork, type TestMember } from '../network.ts'
import { asProgram, newToken, problemOf, readsAs } from './program.ts'

let here: Record<Role, TestMember>
const tokens = {} as Record<Role, string>
beforeAll(async () => {
  here = await makeNetwork('open')
  for (const [role, member] of Object.entries(here)) tokens[role as Role] = (await newToken(member)).secret
  const sites = ['site-1', 'site-2'].map((key) => ({ key, label: `Hospital ${key}` }))
  const set = { sites, topics: [{ key: 'feeding', label: 'Feeding' }] }
  const answer = await asProgram(tokens.admin, '/mutations', {
    body: { mutations: [{ id: crypto.randomUUID(), name: 'configureFramework', args: { set } }] },
  })
  expect(await answer.json()).toMatchObject({ results: [{ status: 'ok' }] })
})

const propose = async (change: string, headers: Record<string, string> = {}): Promise<{ id: string; mutation: string }> =>
  readsAs(tokens.contributor, '/ideas', { body: { change }, headers })

type Paths = Record<string, Record<string, { responses: Record<string, unknown> }>>

test('[O6] every route of /api/v1 is in the document, and nothing else is', () => {
  const { paths } = openApiDocument('http://localhost') as { paths: Paths }
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  )
  const served = new Set(
    api.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/')).map(({ method, path }) => `${method} ${path}`),
  )
  expect(described.toSorted()).toEqual([...served].toSorted())
})

test('[O6] document and page of reference need no token, and the page has no script and nothing from elsewhere', async () => {
  const document = await call('/api/v1/openapi.json')
  expect((await document.json<{ openapi: string }>()).openapi).toBe('3.1.1')
  const page = await call('/api/v1/docs')
  const text = await page.text()
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(text).not.toMatch(/<script|\sstyle=|\son\w+=|src=|href="(?!docs\.css|openapi\.json|#)/)
  expect(text).toContain('POST /ideas')
  expect((await call('/api/v1/docs.css')).headers.get('content-type')).toContain('text/css')
})

test('[O7] a list goes on where it was, whatever comes in meanwhile; a cursor belongs to its list and filters', async () => {
  const made: string[] = []
  for (let count = 0; count < 7; count += 1) made.push((await propose(`Paged idea number ${'abcdefg'[count]}.`)).id)
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: { items: { id: string }[]; next: string | null } = await readsAs(
      tokens.contributor,
      `/ideas?q=paged&limit=2${cursor && `&cursor=${cursor}`}`,
    )
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next
    if (cursor) await propose('Paged idea that came later.')
  }
  expect(seen).toEqual(made.toReversed())
  const { next } = await readsAs<{ next: string }>(tokens.contributor, '/ideas?q=paged&limit=2')
  for (const path of [
    `/ideas?limit=2&cursor=${next}`,
    `/evidence?cursor=${next}`,
    '/ideas?cursor=nonsense',
    '/ideas?limit=0',
    '/ideas?colour=red',
  ]) {
    const said = await problemOf(await asProgram(tokens.contributor, path))
    expect([said.status, said.code]).toEqual([400, 'malformed'])
    expect(said.detail).not.toMatch(/nonsense|colour|red/)
  }
})

test('[O10] what is not as asked for is a problem by RFC 9457 that repeats nothing', async () => {
  const secret = tokens.contributor
  const json = { 'content-type': 'application/json' }
  const asked: [Promise<Response>, number, string][] = [
    [call('/api/v1/ideas'), 401, 'no-token'],
    [asProgram(secret, '/nowhere'), 404, 'not-found'],
    [asProgram(secret, '/ideas/zebra'), 404, 'not-found'],
    [asProgram(secret, `/ideas/${crypto.randomUUID()}`), 404, 'not-found'],
    [asProgram(secret, '/ideas', { body: '{"change": zebra' }), 400, 'malformed'],
    [asProgram(secret, '/ideas', { method: 'POST', headers: json }), 400, 'malformed'],
    [asProgram(secret, '/ideas', { body: 'zebra', headers: { 'content-type': 'text/plain' } }), 415, 'not-json'],
    [asProgram(secret, '/ideas', { body: { change: ['zebra'] } }), 422, 'invalid'],
    [asProgram(secret, '/ideas', { body: { change: 'zebra', topic: 'zebra' } }), 422, 'invalid'],
    [asProgram(secret, '/ideas', { body: { change: 'zebra '.repeat(20_000) } }), 413, 'too-large'],
    [asProgram(secret, '/ideas', { body: { change: 'Jon Testperson, MRN 00000000, DOB 01/02/2019, zebra' } }), 422, 'patient-information'],
    [asProgram(secret, `/ideas/${crypto.randomUUID()}/comments`, { body: { text: 'zebra' } }), 404, 'not-found'],
  ]
  for (const [answer, status, code] of asked) {
    const said = await problemOf(await answer)
    expect([said.status, said.code]).toEqual([status, code])
    expect(JSON.stringify(said)).not.toContain('zebra')
  }
  expect((await call('/api/v1/ideas')).headers.get('www-authenticate')).toMatch(/^Bearer/)
})

test('[O11] every answer says what is left of a minute’s requests; beyond them 429 says when to go on', async () => {
  const other = await makeNetwork('open-limits')
  const [one, two] = [await newToken(other.contributor), await newToken(other.contributor)]
  const first = await asProgram(one.secret, '/network')
  expect(first.headers.get('ratelimit-policy')).toBe(`"requests";q=${requestLimit.most};w=60`)
  expect(first.headers.get('ratelimit')).toMatch(new RegExp(`^"requests";r=${requestLimit.most - 1};t=\\d{1,2}$`))
  // The same member's other token counts too; in the next minute as well, which may begin meanwhile.
  const minute = Math.floor(Date.now() / requestLimit.window)
  for (const stretch of [minute, minute + 1])
    await env.DIRECTORY.prepare('INSERT OR REPLACE INTO brake (name, stretch, count, until) VALUES (?, ?, ?, ?)')
      .bind(`api:open-limits:${other.contributor.person}`, stretch, requestLimit.most, (stretch + 1) * requestLimit.window)
      .run()
  const answer = await asProgram(two.secret, '/network')
  const left = answer.headers.get('ratelimit')
  expect([(await problemOf(answer)).status, left?.slice(0, 14)]).toEqual([429, '"requests";r=0'])
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await asProgram(tokens.contributor, '/network')).status).toBe(200)
})

test('[O12] what is written is a mutation with the same roles, gates and holds, and stands in the history', async () => {
  const { id } = await propose('Weigh at noon.')
  const of = (role: Role, path: string, body: unknown, method = 'POST') => asProgram(tokens[role], `/ideas/${id}${path}`, { method, body })
  expect((await of('contributor', '/classification', { pathway: 'single-site' })).status).toBe(403)
  expect(
    (
      await of('coordinator', '/classification', {
        pathway: 'single-site',
        topic: 'feeding',
        problem: 'Weights vary.',
        override: 'One site is enough.',
      })
    ).status,
  ).toBe(200)
  const gate = await problemOf(await of('coordinator', '/moves', { to: 'test' }))
  expect([gate.status, gate.code]).toEqual([409, 'gate'])
  expect((await of('site-lead', '/stances/site-1', { stance: 'interested' }, 'PUT')).status).toBe(200)
  expect((await of('site-lead', '/stances/site-2', { stance: 'interested' }, 'PUT')).status).toBe(403)
  expect((await of('contributor', '/comments', { text: 'At noon, then.' })).status).toBe(201)
  const clip = await readsAs<{ id: string }>(tokens.contributor, '/evidence', {
    body: { citation: { type: 'article-journal', title: 'Weighing at noon', DOI: '10.5555/open.1' }, kind: 'before-after' },
  })
  expect((await of('contributor', `/evidence/${clip.id}`, {}, 'PUT')).status).toBe(200)
  expect(
    (
      await of('site-lead', '/measures/outcome/site-1', {
        points: [
          [20_000, 12],
          [20_001, 14],
        ],
      })
    ).status,
  ).toBe(200)
  const part = (path: string) =>
    readsAs<{ items: { name: string; status: string; by: string }[] }>(tokens.contributor, `/ideas/${id}${path}`)
  expect(await part('/measures')).toMatchObject({
    items: [
      {
        site: 'site-1',
        measure: 'outcome',
        points: [
          [20_000, 12],
          [20_001, 14],
        ],
      },
    ],
  })
  expect(await part('/stances')).toMatchObject({ items: [{ site: 'site-1', stance: 'interested', by: here['site-lead'].person }] })
  expect(await part('/comments')).toMatchObject({ items: [{ text: 'At noon, then.' }] })
  expect(await part('/evidence')).toMatchObject({ items: [{ id: clip.id, ideas: [id] }] })
  expect(await readsAs(tokens.contributor, `/evidence/${clip.id}`)).toMatchObject({ citation: { title: 'Weighing at noon' } })
  expect(await readsAs(tokens.contributor, '/evidence?q=noon')).toMatchObject({ items: [{ count: 1, clips: [{ id: clip.id }] }] })
  const { items: history } = await part('/history')
  expect(history.map(({ name, status }) => `${name} ${status}`)).toEqual([
    'recordMeasurements ok',
    'attachEvidence ok',
    'commentIdea ok',
    'expressStance ok',
    'classifyIdea ok',
    'proposeIdea ok',
  ])
  expect(history.at(-1)?.by).toBe(here.contributor.person)
})

test('[O12] every read answers each role', async () => {
  for (const role of Object.keys(here) as Role[])
    for (const path of [
      '/network',
      '/framework',
      '/topics',
      '/sites',
      '/members',
      '/matrix',
      '/reports?from=2026-01-01&to=2026-03-31',
      '/news',
      '/ideas',
      '/evidence',
      '/approvals',
    ])
      expect([role, path, (await asProgram(tokens[role], path)).status]).toEqual([role, path, 200])
  expect((await asProgram(tokens.coordinator, '/audit')).status).toBe(403)
  const { items } = await readsAs<{ items: { action: string }[] }>(tokens.admin, '/audit?action=token-made')
  expect(items.length).toBeGreaterThan(0)
  const csv = await asProgram(tokens.coordinator, '/exports/ideas/csv')
  expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  expect((await asProgram(tokens.coordinator, '/exports/references/ris?of=network')).status).toBe(200)
  const decisions = await readsAs<{ items: unknown[] }>(tokens.steering, '/approvals')
  expect(decisions.items).toEqual([])
})

test('[O12] a batch needs the right of each mutation in it; a refusal in it stops nothing', async () => {
  const { secret } = await newToken(here.coordinator, ['read', 'propose'])
  const { id } = await propose('Take turns.')
  const one = (name: string, args: object) => ({ id: crypto.randomUUID(), name, args })
  const run = (...mutations: object[]) => asProgram(secret, '/mutations', { body: { mutations } })
  const ending = { idea: id, as: 'declined', reason: 'out-of-scope', sentence: 'Not ours.' }
  const comment = () => one('commentIdea', { comment: crypto.randomUUID(), idea: id, text: 'In turns.' })
  expect((await run(comment(), one('endIdea', ending))).status).toBe(403)
  const answer = await run(comment(), one('nothing', {}), one('commentIdea', { comment: 'x' }), comment())
  const { results } = (await answer.json()) as { results: { status: string; code?: string; seq?: number }[] }
  expect(results.map(({ status, code }) => code ?? status)).toEqual(['ok', 'unknown', 'invalid', 'ok'])
  expect(results[0]?.seq).toBeUndefined()
  const { items } = await readsAs<{ items: unknown[] }>(secret, `/ideas/${id}/comments`)
  expect(items).toHaveLength(2)
})

test('[O13] another network’s ideas are not there, and a hidden name is hidden', async () => {
  const other = await makeNetwork('open-other')
  const { secret } = await newToken(other.admin)
  const { id } = await propose('Only here.')
  for (const path of [`/ideas/${id}`, `/ideas/${id}/history`, `/ideas/${id}/comments`])
    expect((await asProgram(secret, path)).status).toBe(404)
  expect(await readsAs(secret, '/ideas?q=only')).toMatchObject({ items: [] })
  const hidden = await readsAs<{ id: string }>(tokens['site-lead'], '/ideas', { body: { change: 'Without a name.', nameHidden: true } })
  for (const path of [`/ideas/${hidden.id}`, '/ideas?q=without', `/ideas/${hidden.id}/history`]) {
    expect(JSON.stringify(await readsAs(tokens.contributor, path))).not.toContain(here['site-lead'].person)
    expect(JSON.stringify(await readsAs(tokens.coordinator, path))).toContain(here['site-lead'].person)
  }
})

test('[O14] no page of another site may ask: no CORS header, whatever the origin', async () => {
  for (const init of [{ method: 'OPTIONS' }, {}] as const) {
    const answer = await call('/api/v1/ideas', {
      ...init,
      headers: { origin: 'https://other.example', 'access-control-request-method': 'GET' },
    })
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(answer.status).toBeGreaterThanOrEqual(400)
  }
  expect((await asBrowser(here.admin, '/api/v1/ideas')).status).toBe(401)
})
