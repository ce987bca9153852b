import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import type { IdeasReply } from '../../shared/api/bank.ts'
import type { FacetsReply } from '../../shared/api/facets.ts'
import { networkObject } from '../../worker/auth/one-time-codes.ts'
import { searchSamples } from '../search-samples.ts'
import { asBrowser, makeNetwork, type TestMember } from './network.ts'

let coordinator: TestMember
beforeAll(async () => {
  ;({ coordinator } = await makeNetwork('search'))
  const mutations = searchSamples.map(({ text }) => ({
    id: crypto.randomUUID(),
    name: 'proposeIdea',
    args: { idea: crypto.randomUUID(), change: text },
  }))
  const answer = await asBrowser(coordinator, '/v1/networks/search/mutations', { method: 'POST', body: JSON.stringify({ mutations }) })
  expect(answer.status).toBe(200)
})

const get = async <Reply>(path: string): Promise<Reply> => (await asBrowser(coordinator, `/v1/networks/search/${path}`)).json()
const found = async (typed: string): Promise<string[]> =>
  (await get<IdeasReply>(`ideas?q=${encodeURIComponent(typed)}`)).rows.map(({ change }) => change)

test.each(searchSamples.map((one) => [one.id, one] as const))('[R9] the bank’s list: %s', async (_, { text, finds, not }) => {
  for (const typed of finds) expect([typed, await found(typed)]).toEqual([typed, expect.arrayContaining([text])])
  for (const typed of not) expect([typed, await found(typed)]).toEqual([typed, expect.not.arrayContaining([text])])
})

test('[R9] words in quotes match as a phrase, in any spelling', async () => {
  expect(await found('"within 48 h"')).toHaveLength(1)
  expect(await found('"48 within"')).toEqual([])
  expect(await found('"haemoglobin in"')).toHaveLength(1)
})

test('[R9] counts of a search with a typing slip match its list', async () => {
  const { facets } = await get<FacetsReply>('facets?q=wieght')
  expect(facets.disposition['active']).toBe((await found('wieght')).length)
})

test('[R9] the index stores words in the form in which they are searched', async () => {
  const object = (await networkObject(env.DIRECTORY, 'search')) ?? ''
  const terms = await runInDurableObject(env.NETWORKS.get(env.NETWORKS.idFromName(object)), (_, { storage: { sql } }) =>
    sql.exec<{ term: string }>('SELECT term FROM idea_term').toArray(),
  )
  expect(terms.map(({ term }) => term)).toEqual(expect.arrayContaining(['vo2', 'hemoglobin', 'followup']))
})
