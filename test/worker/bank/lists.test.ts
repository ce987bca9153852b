import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import type { IdeasReply } from '../../../shared/api/bank.ts'
import type { BoardReply } from '../../../shared/api/board.ts'
import type { NewsReply } from '../../../shared/api/answers.ts'
import { networkObject } from '../../../worker/auth/one-time-codes.ts'
import { isUnmerged } from '../../../worker/bank/indexes/merge-words.ts'
import { asBrowser, makeNetwork, type TestMember } from '../network.ts'
import { ringUntil } from '../ring.ts'

const slug = 'lists'
const count = 60
let coordinator: TestMember
const get = async <Reply>(path: string): Promise<Reply> => (await asBrowser(coordinator, `/v1/networks/${slug}/${path}`)).json<Reply>()

beforeAll(async () => {
  const members = await makeNetwork(slug)
  coordinator = members.coordinator
  const ask = async (mutations: object[], by = coordinator): Promise<void> => {
    const body = JSON.stringify({ mutations })
    const answer = await asBrowser(by, `/v1/networks/${slug}/mutations`, { method: 'POST', body })
    const { results } = await answer.json<{ results: { status: string }[] }>()
    if (results.some(({ status }) => status !== 'ok')) throw new Error('The bank was not filled')
  }
  // Several requests, so that not all have one time.
  for (let from = 0; from < count; from += 10)
    await ask(
      Array.from({ length: 10 }, (_, index) => ({
        id: crypto.randomUUID(),
        name: 'proposeIdea',
        args: {
          idea: crypto.randomUUID(),
          change: `Weigh infants ${(from + index) % 3 === 0 ? 'at noon' : 'daily'}`,
          topic: ['feeding', 'lines'][(from + index) % 2],
          site: ['ash', 'elm', 'oak'][index % 3],
        },
      })),
    )
  const { rows } = await get<IdeasReply>('ideas?limit=1')
  const comment = { comment: crypto.randomUUID(), idea: rows[0]?.id, text: 'Why at noon?' }
  await ask([{ id: crypto.randomUUID(), name: 'commentIdea', args: comment }], members.contributor)
  const led = rows[0]?.id
  await ask([
    { id: crypto.randomUUID(), name: 'classifyIdea', args: { idea: led, pathway: 'incubator', override: 'Agreed.' } },
    { id: crypto.randomUUID(), name: 'editIdea', args: { idea: led, set: { leads: [coordinator.person] } } },
  ])
})

const inPages = async (query: string, limit: number): Promise<string[]> => {
  const ids: string[] = []
  let after: string | null = null
  do {
    const { rows, next }: IdeasReply = await get(`ideas?${query}&limit=${limit}${after ? `&after=${after}` : ''}`)
    ids.push(...rows.map(({ id }) => id))
    after = next
  } while (after !== null)
  return ids
}

test.each(['newest', 'oldest', 'due', 'moved', 'waiting'])(
  '[R6] a list in the order %s is the same in pages of any length, whichever way it is read',
  async (sort) => {
    for (const narrowed of [
      '',
      'topic=feeding',
      'site=elm',
      'topic=lines&site=oak',
      'pathway=none&topic=feeding',
      'q=noon',
      'q=noon&topic=feeding',
      'phase=idea',
    ]) {
      const query = `${narrowed}&sort=${sort}`
      const { rows, total } = await get<IdeasReply>(`ideas?${query}&limit=200`)
      expect(rows.length).toBeGreaterThan(5)
      // A short page of many is read along the order; one of all of them sorts what matches.
      expect([query, await inPages(query, 2), total]).toEqual([query, rows.map(({ id }) => id), rows.length])
      const keys = rows.map(({ decisionDue, movedAt }) => (sort === 'due' ? decisionDue : movedAt))
      const ordered = keys.toSorted((one, other) => (sort === 'newest' || sort === 'moved' ? other - one : one - other))
      expect(keys).toEqual(ordered)
    }
  },
)

const inBank = async <Result>(work: (sql: SqlStorage) => Result): Promise<Result> => {
  const stub = env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, slug)) ?? ''))
  return runInDurableObject(stub, (_, { storage }) => work(storage.sql))
}

test('[S32] words are merged in the background, and the same is found', async () => {
  const before = await inPages('q=weig noo', 50)
  expect(before).toHaveLength(count / 3)
  await inBank((sql) => sql.exec("INSERT INTO meta (name, value) VALUES ('merge-words', 0)"))
  const stub = env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, slug)) ?? ''))
  await ringUntil(stub, () => inBank(isUnmerged).then((unmerged) => !unmerged), 50)
  expect(await inPages('q=weig noo', 50)).toEqual(before)
})

test('[R6] whoever is tied to most of a bank is told the same news as somebody with few ties', async () => {
  const { items } = await get<NewsReply>('news')
  expect(items).not.toEqual([])
  const board = await get<BoardReply>('board?pathway=incubator')
  expect(board.leading).not.toEqual([])
  await inBank((sql) =>
    sql.exec(
      `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 4100) INSERT INTO tie SELECT '${coordinator.person}', 'nowhere-' || i FROM n`,
    ),
  )
  expect((await get<NewsReply>('news')).items).toEqual(items)
  expect(await get<BoardReply>('board?pathway=incubator')).toEqual(board)
})
