import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { type TokenScope, tokenScopes } from '../../../shared/api/tokens.ts'
import { roles } from '../../../shared/domain/entities.ts'
import { addMembers, networkObject } from '../../../worker/auth/one-time-codes.ts'
import { makeToken } from '../../../worker/auth/access-tokens.ts'
import { openApiDocument } from '../../../worker/open-api/document.ts'
import { type OpenAsker, fuzzOpen } from '../../fuzz/open/run.ts'
import type { Described } from '../../fuzz/open/schema.ts'
import { Random } from '../../fuzz/random.ts'
import { call, makeNetwork } from '../network.ts'
import { newToken, readsAs } from './program.ts'

const [slug, other] = ['open-fuzz', 'open-fuzz-other']
const random = new Random(9)
const some = (count: number): string[] => Array.from({ length: count }, () => random.uuid())

const tablesOf = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'"
/** All that directory and bank hold, as text. */
const stored = async (): Promise<string> => {
  const { results } = await env.DIRECTORY.prepare(tablesOf).all<{ name: string }>()
  const directory = await Promise.all(results.map(({ name }) => env.DIRECTORY.prepare(`SELECT * FROM ${name}`).all()))
  const stub = env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, slug)) ?? ''))
  const bank = await runInDurableObject(stub, (_, { storage: { sql } }) =>
    sql
      .exec<{ name: string }>(tablesOf)
      .toArray()
      .map(({ name }) => JSON.stringify(sql.exec(`SELECT * FROM ${name}`).toArray())),
  )
  return [...directory.map((table) => JSON.stringify(table.results)), ...bank].join('\n')
}

interface TokenAsker extends OpenAsker {
  secret: string
}

/** Members of each role, each with a token of other rights. */
const askersOf = async (): Promise<TokenAsker[]> => {
  const rights: readonly (readonly TokenScope[])[] = [tokenScopes, tokenScopes, ['read'], ['propose'], ['decide', 'read']]
  const all: TokenAsker[] = []
  for (const role of roles)
    for (const [index, scopes] of rights.entries()) {
      const id = `${slug}-${role}-${index}`
      await addMembers(
        env.DIRECTORY,
        slug,
        [{ id, name: `The ${role} ${'ABCDE'[index]}`, role, site: index % 2 ? 'north' : '' }],
        Date.now(),
      )
      const asked = { label: 'Fuzz', scopes: [...scopes], days: 1 }
      const made = await makeToken(env.DIRECTORY, { kind: 'person', person: id, network: slug, by: id, source: '' }, asked, Date.now())
      all.push({
        name: `${role} for ${scopes.join(' ')}`,
        seesNames: role === 'coordinator' || role === 'admin',
        scopes,
        secret: made?.secret ?? '',
      })
    }
  return [...all, { name: 'nobody', seesNames: false, scopes: [], secret: 'glnr_pat_0' }]
}

test('[O6] [O10] [O13] 600 requests made of the document, right and wrong, by every role and right: each answer is as documented, tells nothing that it must not, and nothing refused is kept', async () => {
  const [here, there] = [await makeNetwork(slug), await makeNetwork(other)]
  const admin = await newToken(here.admin)
  const set = { sites: ['north', 'south'].map((key) => ({ key, label: key })), topics: [{ key: 'feeding', label: 'Feeding' }] }
  const settings = { mutations: [{ id: crypto.randomUUID(), name: 'configureFramework', args: { set } }] }
  await readsAs(admin.secret, '/mutations', { body: settings })
  const foreign = await readsAs<{ id: string }>((await newToken(there.contributor)).secret, '/ideas', {
    body: { change: 'Zqforeign words.' },
  })
  const hidden = { id: `${slug}-hidden`, name: 'Without a name', role: 'site-lead', site: 'north' } as const
  await addMembers(env.DIRECTORY, slug, [hidden], Date.now())
  const theirs = { kind: 'person', person: hidden.id, network: slug, by: hidden.id, source: '' } as const
  const token = await makeToken(env.DIRECTORY, theirs, { label: 'x', scopes: ['propose'], days: 1 }, Date.now())
  const ideas = some(6)
  for (const idea of ideas.slice(0, 3))
    await readsAs(token?.secret ?? '', '/ideas', { body: { idea, change: 'Nobody says whose it is.', nameHidden: true } })

  const askers = await askersOf()
  const { faults, refused, statuses, routes } = await fuzzOpen({
    document: openApiDocument('http://localhost') as unknown as Described,
    things: { ideas, clips: some(6), people: [`${slug}-contributor-0`], sites: ['north', 'south'] },
    seed: 9,
    count: 600,
    askers,
    foreign: [foreign.id, 'Zqforeign', other],
    hidden: hidden.id,
    ask: ({ method, path, headers, body }, asker) => {
      const { secret } = askers.find((one) => one === asker) ?? { secret: '' }
      return call(`/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${secret}`, ...headers },
        ...(body === undefined ? {} : { body }),
      })
    },
  })
  expect(faults).toEqual([])
  const text = await stored()
  expect(refused.filter((marker) => text.includes(marker.text))).toEqual([])
  // Where nothing got in and nothing was refused, nothing would have been seen.
  expect(statuses[200]).toBeGreaterThan(100)
  expect(statuses[201]).toBeGreaterThan(10)
  expect(refused.length).toBeGreaterThan(50)
  expect(Object.keys(routes).length).toBeGreaterThan(35)
}, 300_000)
