import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { api } from '../../worker/api.ts'
import { addNetwork, networkObject } from '../../worker/auth/one-time-codes.ts'
import { Random } from '../fuzz/random.ts'
import type { FuzzRequest, World } from '../fuzz/requests.ts'
import { fuzz } from '../fuzz/run.ts'
import { call } from './network.ts'
import { type Asker, askers, freshPerson, headersOf, slug } from './route-table.ts'

const random = new Random(4)
const some = (count: number): string[] => Array.from({ length: count }, () => random.uuid())
const world: World = {
  network: slug,
  otherNetwork: `${slug}-other`,
  routes: api.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/api/'))
    .map(({ method, path }) => ({ method, path })),
  ideas: some(6),
  clips: some(6),
  people: [],
  sites: ['north'],
}

const sessions = new Map<string, Record<string, string>>()

const ask = async ({ route, path, headers, body }: FuzzRequest, asker: string): Promise<Response> => {
  const known = sessions.get(asker) ?? (await headersOf(asker as Asker))
  sessions.set(asker, known)
  const answer = await call(path, { method: route.method, redirect: 'manual', headers: { ...known, ...headers }, body: body ?? null })
  if (/DELETE|session/.test(`${route.method} ${route.path}`)) sessions.delete(asker)
  return answer
}

const textOfTables = (tables: readonly string[], rows: (table: string) => unknown[]): string =>
  tables.map((table) => JSON.stringify(rows(table))).join('\n')

const listed = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'"

/** All that the directory and both networks hold, as text. */
const stored = async (): Promise<string> => {
  const { results } = await env.DIRECTORY.prepare(listed).all<{ name: string }>()
  const directory = await Promise.all(results.map(({ name }) => env.DIRECTORY.prepare(`SELECT * FROM ${name}`).all()))
  const objects = await Promise.all(
    [slug, `${slug}-other`].map(async (one) => {
      const stub = env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, one)) ?? ''))
      return runInDurableObject(stub, (_, { storage: { sql } }) => {
        const tables = sql.exec<{ name: string }>(listed).toArray()
        return textOfTables(
          tables.map(({ name }) => name),
          (table) => sql.exec(`SELECT * FROM ${table}`).toArray(),
        )
      })
    }),
  )
  return [...directory.map((table) => JSON.stringify(table.results)), ...objects].join('\n')
}

test('[A7] [A8] [S26] 400 random requests by everybody: each answer is documented and repeats nothing, and nothing refused is kept', async () => {
  for (const one of [slug, `${slug}-other`]) await addNetwork(env.DIRECTORY, one, `Network ${one}`, Date.now())
  const people = await Promise.all(Array.from({ length: 4 }, () => freshPerson()))
  const { faults, refused, statuses } = await fuzz({ world: { ...world, people }, seed: 4, count: 400, ask, askers })
  expect(faults).toEqual([])
  const text = await stored()
  expect(refused.filter((marker) => text.includes(marker.text))).toEqual([])
  // Where nothing got in and nothing was refused, nothing would have been seen.
  expect(statuses[200]).toBeGreaterThan(40)
  expect(refused.length).toBeGreaterThan(100)
})
