import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import type { IdeasReply, Matrix } from '../../shared/api/bank.ts'
import type { BoardReply, DecisionsReply } from '../../shared/api/board.ts'
import { networkObject } from '../../worker/auth/one-time-codes.ts'
import { defaultFramework } from '../../shared/domain/framework.ts'
import { asBrowser, makeNetwork, type TestMember } from './network.ts'
import { ringOnce, ringUntil } from './ring.ts'

const slug = 'board'
let members: Awaited<ReturnType<typeof makeNetwork>>
const get = async <Reply>(path: string): Promise<Reply> => (await asBrowser(members.coordinator, `/v1/networks/${slug}/${path}`)).json()
const ask = async (by: TestMember, name: string, args: object): Promise<void> => {
  const body = JSON.stringify({ mutations: [{ id: crypto.randomUUID(), name, args }] })
  const answer = await asBrowser(by, `/v1/networks/${slug}/mutations`, { method: 'POST', body })
  const { results } = (await answer.json()) as { results: { status: string; message?: string }[] }
  if (results[0]?.status !== 'ok') throw new Error(`${name}: ${results[0]?.message}`)
}
const idea = async (change: string, pathway?: string): Promise<string> => {
  const id = crypto.randomUUID()
  await ask(members.contributor, 'proposeIdea', { idea: id, change, problem: 'P', topic: 'feeding', site: 'site-1' })
  if (pathway) await ask(members.coordinator, 'classifyIdea', { idea: id, pathway })
  return id
}
const sites = ['site-1', 'site-2', 'site-3'].map((key) => ({ key, label: key }))
const leads = (most: number) =>
  defaultFramework.gates.map((gate) =>
    gate.pathway === 'incubator' && gate.to === 'design' ? { ...gate, needs: [{ need: 'leads' as const, least: most, most: 4 }] } : gate,
  )

beforeAll(async () => {
  members = await makeNetwork(slug)
  await ask(members.admin, 'configureFramework', {
    set: { ...defaultFramework, sites, topics: [{ key: 'feeding', label: 'Feeding' }], gates: leads(1) },
  })
})

test('[B9] a pathway’s columns have its counts and first ideas, and the pages after them', async () => {
  const ids: string[] = []
  for (let number = 0; number < 27; number += 1) ids.push(await idea(`Change ${number}`, 'incubator'))
  const { columns } = await get<BoardReply>('board?pathway=incubator')
  expect(columns.map(({ phase, count, rows }) => [phase, count, rows.length])).toEqual([
    ['idea', 27, 25],
    ['design', 0, 0],
    ['test', 0, 0],
    ['evaluate', 0, 0],
  ])
  const rest = await get<IdeasReply>(`ideas?pathway=incubator&phase=idea&sort=waiting&after=${columns[0]?.next}`)
  expect([...(columns[0]?.rows ?? []), ...rest.rows].map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  expect((await asBrowser(members.coordinator, `/v1/networks/${slug}/board?pathway=none`)).status).toBe(404)
})

test('[B9] decisions of the day: an idea is short by one, then ready, then moved and no longer listed', async () => {
  const { short, counts } = await get<DecisionsReply>('decisions')
  expect(counts).toEqual({ due: 0, again: 0, ready: 0, short: 27, asked: 0, shaken: 0 })
  const id = short[0]?.id ?? ''
  expect(short[0]?.step).toMatchObject({ phase: 'design', lacks: [{ message: { code: 'gate-leads-none' } }] })
  await ask(members.coordinator, 'editIdea', { idea: id, set: { leads: ['lee'] } })
  expect((await get<DecisionsReply>('decisions')).ready.map((row) => row.id)).toEqual([id])
  await ask(members.coordinator, 'moveIdea', { idea: id, to: 'design' })
  expect((await get<DecisionsReply>('decisions')).counts).toMatchObject({ ready: 0, short: 26 })
  const { cells } = await get<Matrix>('matrix')
  expect(cells.find((cell) => cell.pathway === 'incubator' && cell.phase === 'design')).toMatchObject({ count: 1, age: 0 })
  expect(cells.find((cell) => cell.pathway === 'incubator' && cell.phase === 'design')?.trend.slice(-2)).toEqual([0, 1])
})

test('[B2] an idea that was asked about leaves the queue until its sender answers', async () => {
  const id = await idea('Ask me')
  const queue = async (): Promise<string[]> => (await get<IdeasReply>('ideas?pathway=none&sort=due&asked=no')).rows.map((row) => row.id)
  expect(await queue()).toContain(id)
  await ask(members.coordinator, 'commentIdea', { comment: crypto.randomUUID(), idea: id, text: 'Where?', question: true })
  expect(await queue()).not.toContain(id)
  expect((await get<DecisionsReply>('decisions')).counts.asked).toBe(1)
  await ask(members.contributor, 'commentIdea', { comment: crypto.randomUUID(), idea: id, text: 'In the ward.' })
  expect(await queue()).toContain(id)
})

test('[B9] after a change of the framework rows are updated in the background, and counts stay correct', async () => {
  const before = await get<Matrix>('matrix')
  await ask(members.admin, 'configureFramework', { set: { gates: leads(3) } })
  const stub = env.NETWORKS.get(env.NETWORKS.idFromName(await objectName()))
  const left = () =>
    runInDurableObject(stub, (_, state) => state.storage.sql.exec("SELECT * FROM meta WHERE name = 'reindex'").toArray().length)
  await ringUntil(stub, async () => (await left()) === 0)
  expect((await get<DecisionsReply>('decisions')).counts).toMatchObject({ ready: 0, short: 0 })
  expect((await get<Matrix>('matrix')).cells).toEqual(before.cells)
})

const objectName = async (): Promise<string> => {
  const row = await env.DIRECTORY.prepare('SELECT object FROM network WHERE slug = ?').bind(slug).first<{ object: string }>()
  return row?.object ?? ''
}

test('[G8] an idea whose gate is open does not move by itself, neither on reads nor on alarms', async () => {
  const id = await idea('Ready to go on', 'incubator')
  await ask(members.coordinator, 'editIdea', { idea: id, set: { leads: ['lee', 'sam', 'coco'] } })
  expect((await get<DecisionsReply>('decisions')).ready.map((row) => row.id)).toContain(id)
  const object = (await networkObject(env.DIRECTORY, slug)) ?? ''
  const stub = env.NETWORKS.get(env.NETWORKS.idFromName(object))
  const kept = () =>
    runInDurableObject(stub, (_, { storage: { sql } }) => [
      sql.exec('SELECT body FROM entity WHERE id = ?', id).one(),
      sql.exec('SELECT max(seq) AS head FROM log').one(),
    ])
  const before = await kept()
  for (const path of ['decisions', 'board?pathway=incubator', 'matrix', 'reports', `ideas/${id}`, 'news']) await get(path)
  await ringOnce(stub)
  await ringOnce(stub)
  expect(await kept()).toEqual(before)
})
