import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../shared/domain/entities.ts'
import { asBrowser, call, makeNetwork, type TestMember } from './network.ts'

let here: Record<Role, TestMember>
let other: Record<Role, TestMember>
const idea = crypto.randomUUID()

const ask = async (member: TestMember, ...asked: [name: string, args: object][]): Promise<string[]> => {
  const mutations = asked.map(([name, args]) => ({ id: crypto.randomUUID(), name, args }))
  const answer = await asBrowser(member, `/v1/networks/${member.slug}/mutations`, { method: 'POST', body: JSON.stringify({ mutations }) })
  return (await answer.json<{ results: { status: string; code?: string }[] }>()).results.map(({ status, code }) => code ?? status)
}
const page = (path: string, headers: Record<string, string> = {}) => call(`/p/${path}`, { headers })

beforeAll(async () => {
  here = await makeNetwork('shows')
  other = await makeNetwork('shows-not')
  const clip = (citation: object, more: object = {}) =>
    ['clipEvidence', { evidence: crypto.randomUUID(), ideas: [idea], citation, kind: 'guideline', ...more }] as const
  await ask(here.admin, [
    'configureFramework',
    { set: { sites: ['1', '2', '3'].map((at) => ({ key: `site-${at}`, label: `House ${at}` })) } },
  ])
  const done = [
    ...(await ask(
      here.contributor,
      ['proposeIdea', { idea, change: 'Weigh <b>at home</b>', problem: 'Weights come late.', site: 'site-1' }],
      [...clip({ type: 'article-journal', title: 'Weighing at home', DOI: '10.1000/weigh' }, { note: 'INTERNAL note' })],
      [...clip({ type: 'webpage', title: 'INTRANET page', URL: 'https://intranet.example.org/x' })],
      ['commentIdea', { comment: crypto.randomUUID(), idea, text: 'INTERNAL comment' }],
    )),
    ...(await ask(here.coordinator, ['classifyIdea', { idea, pathway: 'single-site', override: 'INTERNAL reason' }])),
    ...(await ask(
      here.coordinator,
      ...['site-1', 'site-2', 'site-3'].map((site, index): [string, object] => [
        'recordMeasurements',
        { idea, site, measure: 'outcome', points: Array.from({ length: 12 }, (_, at) => [20_000 + at * 7, 10 + at + index]) },
      ]),
    )),
  ]
  expect(new Set(done)).toEqual(new Set(['ok']))
})

const nothing = async (path: string): Promise<string> => {
  const answer = await page(path)
  expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 404, 'no-cache'])
  return answer.text()
}

test('[O92] what has no page is answered the same, whether it is there or not', async () => {
  const all = await Promise.all(
    [`shows/${idea}`, `shows-not/${idea}`, `nowhere/${idea}`, `shows/${crypto.randomUUID()}`, 'shows/x', 'shows', `shows/${idea}/more`].map(
      nothing,
    ),
  )
  expect(new Set(all).size).toBe(1)
})

test('[O92] [O93] [O94] steering publishes: everybody reads what is meant for them, and nothing else', async () => {
  expect(await ask(here.coordinator, ['publishIdea', { idea }])).toEqual(['forbidden'])
  expect(await ask(here.steering, ['publishIdea', { idea }])).toEqual(['ok'])
  const answer = await page(`shows/${idea}`)
  const text = await answer.text()
  expect(answer.status).toBe(200)
  expect(text).toContain('Weigh &lt;b&gt;at home&lt;/b&gt;')
  expect(text).toContain('Weights come late.')
  expect(text).toContain('https://doi.org/10.1000/weigh')
  expect(text).toContain(`http://localhost/p/shows/${idea}`)
  for (const kept of ['INTERNAL', 'INTRANET', 'The contributor of', 'The steering of', 'House 1', 'shows-contributor'])
    expect(text).not.toContain(kept)
  // The mean of three sites, 11 on the first day; no single site's 10 and 12.
  expect(text.match(/<svg/g)).toHaveLength(1)
  expect(text).toMatch(/<td>11<\/td>/)
  expect(text).not.toMatch(/<td>10<\/td>/)
  // No script that runs; the linked data are whole, and their text ends no element.
  const scripts = [...text.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)]
  expect(scripts.map(([, attributes]) => attributes?.trim())).toEqual(['type="application/ld+json"'])
  expect(JSON.parse(scripts[0]?.[2] ?? '')).toMatchObject({
    '@type': ['CreativeWork', 'HowTo'],
    name: 'Weigh <b>at home</b>',
    publisher: { name: 'Network shows' },
  })
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(answer.headers.get('set-cookie')).toBeNull()
  // Asked again it costs nothing, in another language it is another page.
  const etag = answer.headers.get('etag') ?? ''
  expect((await page(`shows/${idea}`, { 'if-none-match': etag })).status).toBe(304)
  const spanish = await page(`shows/${idea}?lang=es`, { 'if-none-match': etag })
  expect([spanish.status, spanish.headers.get('content-language')]).toEqual([200, 'es'])
  expect(await spanish.text()).toContain('Qué falla hoy')
  await nothing(`shows-not/${idea}`)
  expect(await ask(other.steering, ['publishIdea', { idea }])).toEqual(['not-found'])
})

test('[O92] a page’s mark may come weak, in a list or as a star, as proxies send it', async () => {
  const etag = (await page(`shows/${idea}`)).headers.get('etag') ?? ''
  for (const sent of [`W/${etag}`, `"other", ${etag}`, `"other" , W/${etag}`, '*'])
    expect([sent, (await page(`shows/${idea}`, { 'if-none-match': sent })).status]).toEqual([sent, 304])
  for (const sent of ['"other"', 'W/"other"', etag.slice(1, -1), ''])
    expect([sent, (await page(`shows/${idea}`, { 'if-none-match': sent })).status]).toEqual([sent, 200])
})

test('[O92] of very many readers at once those that would wait long are told when to come again, and members go on', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => page(`shows/${idea}`)))
  const away = answers.filter(({ status }) => status !== 200)
  expect(answers.length - away.length).toBeGreaterThan(0)
  for (const answer of away) {
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-cache'])
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await answer.text()).toContain('This page cannot be shown just now')
  }
  expect(away.length).toBeGreaterThan(0)
  const [asMember] = await Promise.all([
    asBrowser(here.contributor, '/v1/networks/shows/ideas'),
    ...Array.from({ length: 30 }, () => page(`shows/${idea}`)),
  ])
  expect(asMember.status).toBe(200)
})

test('[O93] [O94] names come with each person’s word, sites with steering’s, and go with them', async () => {
  const read = async (): Promise<string> => (await page(`shows/${idea}`)).text()
  expect(await ask(here.steering, ['agreeToBeNamed', { idea, agree: true }])).toEqual(['forbidden'])
  expect(await ask(here.contributor, ['agreeToBeNamed', { idea, agree: true }])).toEqual(['ok'])
  expect(await read()).toContain('The contributor of shows')
  expect(await ask(here.contributor, ['agreeToBeNamed', { idea, agree: false }])).toEqual(['ok'])
  expect(await read()).not.toContain('The contributor of shows')
  expect(await ask(here.steering, ['publishIdea', { idea, sites: true }])).toEqual(['ok'])
  const withSites = await read()
  expect(withSites).toContain('House 2')
  expect(withSites.match(/<svg/g)).toHaveLength(3)
})

test('[O93] a hold, an ending or its withdrawal takes the page away at once', async () => {
  expect(await ask(here.contributor, ['holdIdea', { idea, why: 'Two infants fell.' }])).toEqual(['ok'])
  await nothing(`shows/${idea}`)
  expect(await ask(here.steering, ['liftHold', { idea, reason: 'Clarified' }])).toEqual(['ok'])
  expect((await page(`shows/${idea}`)).status).toBe(200)
  expect(await ask(here.admin, ['unpublishIdea', { idea }])).toEqual(['ok'])
  await nothing(`shows/${idea}`)
  expect(await ask(here.steering, ['publishIdea', { idea }])).toEqual(['ok'])
  expect(await ask(here.steering, ['endIdea', { idea, as: 'declined', reason: 'out-of-scope', sentence: 'Not here.' }])).toEqual(['ok'])
  await nothing(`shows/${idea}`)
})
