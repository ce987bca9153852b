import { runInDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import type { NewsReply } from '../../shared/api/answers.ts'
import type { IdeasReply, Matrix } from '../../shared/api/bank.ts'
import type { CountsReply } from '../../shared/api/board.ts'
import type { MutationName } from '../../shared/mutations/index.ts'
import { counts as countsOf } from '../../worker/bank/queries/count-queries.ts'
import { newsOf } from '../../worker/bank/queries/news-queries.ts'
import { NetworkStore } from '../../worker/bank/storage/store.ts'
import { stubOf } from './large-bank.ts'
import { asBrowser, makeNetwork, type TestMember } from './network.ts'

const day = 24 * 60 * 60 * 1000
const get = async <Reply>(member: TestMember, path: string): Promise<Reply> =>
  (await asBrowser(member, `/v1/networks/${member.slug}${path}`)).json<Reply>()
const ask = async (member: TestMember, name: MutationName, args: object): Promise<void> => {
  const body = JSON.stringify({ mutations: [{ id: crypto.randomUUID(), name, args }] })
  const response = await asBrowser(member, `/v1/networks/${member.slug}/mutations`, { method: 'POST', body })
  const { results } = await response.json<{ results: { status: string; message?: string }[] }>()
  if (results[0]?.status !== 'ok') throw new Error(`${name}: ${results[0]?.message}`)
}
const counts = (member: TestMember): Promise<CountsReply> => get(member, '/counts')
const unread = async (member: TestMember): Promise<number> => {
  const { items, seen } = await get<NewsReply>(member, '/news')
  return items.filter(({ at }) => at > seen).length
}

test('[B21] triage, home and navigation count the same: four here, one waits for its sender, one is mine', async () => {
  const { contributor, coordinator, admin } = await makeNetwork('counted')
  const ideas = Array.from({ length: 5 }, () => crypto.randomUUID())
  for (const [index, idea] of ideas.entries()) await ask(contributor, 'proposeIdea', { idea, change: `Weigh at ${index} o’clock` })
  await ask(coordinator, 'commentIdea', { comment: crypto.randomUUID(), idea: ideas[0], text: 'For whom?', question: true })
  await ask(coordinator, 'takeIdea', { idea: ideas[1], take: true })
  expect((await counts(coordinator)).triage).toEqual({ here: 4, mine: 1, asked: 1 })
  expect((await counts(admin)).triage).toEqual({ here: 4, mine: 0, asked: 1 })
  const { cells, asked } = await get<Matrix>(coordinator, '/matrix')
  expect([cells.reduce((sum, { count }) => sum + count, 0) - asked, asked]).toEqual([4, 1])
  const queue = '/ideas?pathway=none&asked=no&sort=due'
  expect((await get<IdeasReply>(coordinator, queue)).total).toBe(4)
  const mine = await get<IdeasReply>(coordinator, `${queue}&taken=${coordinator.person}`)
  expect(mine.rows.map(({ id, taken }) => [id, taken])).toEqual([[ideas[1], coordinator.person]])
  expect((await get<IdeasReply>(coordinator, `${queue}&taken=none`)).total).toBe(3)
})

test('[B21] the navigation counts the notifications that are not seen, and the approvals that wait for the reader', async () => {
  const { contributor, coordinator, steering } = await makeNetwork('counted-news')
  const [idea, approval] = [crypto.randomUUID(), crypto.randomUUID()]
  await ask(contributor, 'proposeIdea', { idea, change: 'Weigh at noon', problem: 'They differ.' })
  await ask(coordinator, 'classifyIdea', { idea, pathway: 'network-wide', override: 'Agreed.' })
  await ask(coordinator, 'commentIdea', { comment: crypto.randomUUID(), idea, text: 'Good.' })
  for (const member of [contributor, coordinator, steering]) expect((await counts(member)).news).toBe(await unread(member))
  expect((await counts(contributor)).news).toBe(3)
  const newest = Math.max(...(await get<NewsReply>(contributor, '/news')).items.map(({ at }) => at))
  const kept = JSON.stringify({ name: 'seen', value: String(newest) })
  await asBrowser(contributor, `/v1/networks/counted-news/personal`, { method: 'POST', body: kept })
  expect((await counts(contributor)).news).toBe(0)
  await ask(coordinator, 'requestApproval', { approval, idea, to: 'design', due: Date.now() + day, says: 'Ready.' })
  expect([(await counts(steering)).approvals, (await counts(coordinator)).approvals]).toEqual([1, 0])
  expect((await counts(steering)).news).toBe(await unread(steering))
  await ask(steering, 'decideApproval', { idea, approval, decision: 'approved' })
  expect([(await counts(steering)).approvals, (await counts(coordinator)).approvals, (await counts(contributor)).approvals]).toEqual([
    0, 1, 0,
  ])
  expect((await counts(contributor)).news).toBe(1)
})

test('[B21] counts and notifications read what they tell, however large the bank is', async () => {
  const { contributor, coordinator } = await makeNetwork('counted-rows')
  const idea = crypto.randomUUID()
  await ask(contributor, 'proposeIdea', { idea, change: 'Weigh at noon' })
  await ask(coordinator, 'commentIdea', { comment: crypto.randomUUID(), idea, text: 'For whom?', question: true })
  const reader = { person: contributor.person, role: 'contributor' } as const
  const read = await runInDurableObject(await stubOf('counted-rows'), (_, { storage }) => {
    storage.sql.exec(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
       INSERT INTO entity (kind, id, seq, body) SELECT kind, printf('%s-%d', id, i), seq, body FROM n, entity WHERE kind IN ('idea', 'comment')`,
    )
    const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = []
    const exec = (...asked: Parameters<SqlStorage['exec']>) => {
      const cursor = storage.sql.exec(...asked)
      cursors.push(cursor)
      return cursor
    }
    const sql = { exec } as SqlStorage
    const store = new NetworkStore(storage)
    store.begin()
    expect(newsOf(sql, reader, 0).map(({ kind }) => kind)).toEqual(['question', 'received'])
    expect(countsOf(sql, store, reader).news).toBe(2)
    return cursors.reduce((sum, { rowsRead }) => sum + rowsRead, 0)
  })
  expect(read).toBeGreaterThan(5)
  expect(read).toBeLessThan(200)
})

test('[B21] who has seen the notifications just now reads what happened since, however many ideas are theirs', async () => {
  const { contributor, coordinator } = await makeNetwork('counted-ties')
  const idea = crypto.randomUUID()
  await ask(contributor, 'proposeIdea', { idea, change: 'Weigh at noon' })
  const seen = JSON.stringify({ name: 'seen', value: String(Date.now() - 1) })
  await asBrowser(contributor, '/v1/networks/counted-ties/personal', { method: 'POST', body: seen })
  await ask(coordinator, 'commentIdea', { comment: crypto.randomUUID(), idea, text: 'For whom?', question: true })
  const news = await unread(contributor)
  expect(news).toBeGreaterThan(0)
  const read = await runInDurableObject(await stubOf('counted-ties'), (_, { storage }) => {
    storage.sql.exec(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
       INSERT INTO tie (person, idea) SELECT person, printf('%s-%d', idea, i) FROM n, tie WHERE person = ?`,
      contributor.person,
    )
    const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = []
    const exec = (...asked: Parameters<SqlStorage['exec']>) => {
      const cursor = storage.sql.exec(...asked)
      cursors.push(cursor)
      return cursor
    }
    expect(
      countsOf({ exec } as SqlStorage, new NetworkStore(storage).begin(), { person: contributor.person, role: 'contributor' }).news,
    ).toBe(news)
    return cursors.reduce((sum, { rowsRead }) => sum + rowsRead, 0)
  })
  expect(read).toBeLessThan(200)
})

test('[N12] an answer that is due soon and that nobody took is in the notifications and the counts of coordinators, and of nobody else', async () => {
  const { contributor, coordinator, admin } = await makeNetwork('counted-due')
  const [free, asked] = [crypto.randomUUID(), crypto.randomUUID()]
  await ask(contributor, 'proposeIdea', { idea: free, change: 'Weigh at noon' })
  await ask(contributor, 'proposeIdea', { idea: asked, change: 'Weigh at night' })
  await ask(coordinator, 'commentIdea', { comment: crypto.randomUUID(), idea: asked, text: 'For whom?', question: true })
  const before = await unread(coordinator)
  await runInDurableObject(await stubOf('counted-due'), (_, { storage: { sql } }) => {
    const [due, then] = [Date.now() + day, Date.now() - 13 * day]
    sql.exec('UPDATE idea_row SET due = ?', due)
    sql.exec(
      "UPDATE entity SET body = json_set(body, '$.decisionDue', ?, '$.proposedAt', ?, '$.movedAt', ?) WHERE kind = 'idea'",
      due,
      then,
      then,
    )
  })
  const { items } = await get<NewsReply>(coordinator, '/news')
  expect(items.filter(({ kind }) => kind === 'due-soon-untaken').map(({ idea, tie }) => [idea, tie])).toEqual([[free, 'coordinator']])
  expect((await counts(coordinator)).news).toBe(before + 1)
  for (const other of [contributor, admin])
    expect((await get<NewsReply>(other, '/news')).items.map(({ kind }) => kind)).not.toContain('due-soon-untaken')
})
