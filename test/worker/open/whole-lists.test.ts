import { env } from 'cloudflare:workers'
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../../shared/domain/entities.ts'
import { api } from '../../../worker/api.ts'
import { makeNetwork } from '../network.ts'
import { asProgram, newToken, problemOf, readsAs } from './program.ts'

/** More than a megabyte of values, and of what sites say: more than one page of either. */
const sites = Array.from({ length: 110 }, (_, at) => `site-${String(at).padStart(3, '0')}`)
const days = Array.from({ length: 500 }, (_, at) => 18_000 + at)
const tokens = {} as Record<Role, string>
let idea: string

const run = async (mutations: { name: string; args: object }[]): Promise<void> => {
  const body = { mutations: mutations.map((one) => ({ id: crypto.randomUUID(), ...one })) }
  const { results } = await readsAs<{ results: { status: string }[] }>(tokens.admin, '/mutations', { body })
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['ok']))
}
const inTens = async (names: readonly string[], of: (site: string, at: number) => { name: string; args: object }): Promise<void> => {
  for (let from = 0; from < names.length; from += 10) await run(names.slice(from, from + 10).map((site, at) => of(site, from + at)))
}

beforeAll(async () => {
  const here = await makeNetwork('whole-lists')
  for (const role of ['admin', 'contributor'] as const) tokens[role] = (await newToken(here[role])).secret
  await run([{ name: 'configureFramework', args: { set: { sites: sites.map((key) => ({ key, label: `Hospital ${key}` })) } } }])
  idea = (await readsAs<{ id: string }>(tokens.contributor, '/ideas', { body: { change: 'Weigh at noon.' } })).id
  await inTens(sites, (site, at) => {
    const points = days.map((day): [number, number] => [day, 1000.001 + at + day / 7])
    return { name: 'recordMeasurements', args: { idea, site, measure: 'outcome', points } }
  })
  await inTens(sites, (site) => ({ name: 'expressStance', args: { idea, site, stance: 'interested', note: '护理改进'.repeat(900) } }))
}, 300_000)

interface Page {
  items: { site: string }[]
  next: string | null
}
const all = async (path: string): Promise<{ found: string[]; pages: number }> => {
  const found: string[] = []
  let [cursor, pages]: [string | null, number] = ['', 0]
  while (cursor !== null) {
    const page: Page = await readsAs(tokens.contributor, `${path}${cursor && `?cursor=${cursor}`}`)
    found.push(...page.items.map(({ site }) => site))
    ;[cursor, pages] = [page.next, pages + 1]
  }
  return { found, pages }
}

test('[O7] values and stances of very many sites come whole, in pages', async () => {
  for (const path of [`/ideas/${idea}/measures`, `/ideas/${idea}/stances`]) {
    const { found, pages } = await all(path)
    expect([path, found.toSorted()]).toEqual([path, sites])
    expect([path, pages]).toEqual([path, expect.toSatisfy((count: number) => count > 1 && count < 20)])
  }
  const { next } = await readsAs<Page>(tokens.contributor, `/ideas/${idea}/measures`)
  expect((await problemOf(await asProgram(tokens.contributor, `/ideas/${idea}/stances?cursor=${next}`))).status).toBe(400)
})

test('[O80] reports of the last site are there, and the total counts all', async () => {
  const reports = (query: string) =>
    readsAs<{ total: number; entry: { resource: { period: { start: string } } }[] }>(
      tokens.contributor,
      `/fhir/MeasureReport?measure=${idea}.outcome${query}`,
    )
  expect(await reports(`&location=${sites.at(-1)}`)).toMatchObject({ total: days.length, entry: { length: days.length } })
  expect((await reports('')).total).toBe(sites.length * days.length)
})

test('[O80] ideas are read for their unit only where a report says one', async () => {
  let read = 0
  const counted = <Stub extends object>(stub: Stub): Stub =>
    new Proxy(stub, {
      get: (target, key) => {
        if (key === 'part') read += 1
        return Reflect.get(target, key) as unknown
      },
    })
  const networks = new Proxy(env.NETWORKS, {
    get: (target, key: keyof DurableObjectNamespace) =>
      key === 'get'
        ? (id: DurableObjectId) => counted(target.get(id) as unknown as object)
        : (target[key] as (...args: unknown[]) => unknown).bind(target),
  })
  const send = async (measureScore: object): Promise<{ status: number; read: number }> => {
    read = 0
    const context = createExecutionContext()
    const report = {
      resourceType: 'MeasureReport',
      status: 'complete',
      type: 'summary',
      measure: `http://localhost/api/v1/fhir/Measure/${idea}.process`,
      reporter: { identifier: { value: sites[0] } },
      period: { start: '2026-03-01' },
      group: [{ measureScore }],
    }
    const headers = { authorization: `Bearer ${tokens.admin}`, 'content-type': 'application/fhir+json' }
    const request = new Request('http://localhost/api/v1/fhir/MeasureReport', { method: 'POST', headers, body: JSON.stringify(report) })
    const answer = await api.fetch(request, { ...env, NETWORKS: networks }, context)
    await waitOnExecutionContext(context)
    return { status: answer.status, read }
  }
  expect(await send({ value: 3 })).toEqual({ status: 200, read: 0 })
  expect(await send({ value: 3, unit: 'days' })).toEqual({ status: 200, read: 1 })
})
