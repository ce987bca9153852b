import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import type { IdeaPage, IdeasReply } from '../../shared/api/bank.ts'
import type { Evidence } from '../../shared/domain/entities.ts'
import type { Ack, MutateReply, PageReply } from '../../shared/sync/protocol.ts'
import { networkObject } from '../../worker/auth/one-time-codes.ts'
import { forgetNextSteps } from '../../worker/bank/storage/forget-next-steps.ts'
import { isStale, markStale } from '../../worker/bank/storage/reindex.ts'
import { unsayKinds } from '../../worker/bank/storage/unsay-kinds.ts'
import { asBrowser, makeNetwork, requestOf, sync, type TestMember } from './network.ts'
import { ringUntil } from './ring.ts'

const slug = 'upgraded'
let members: Awaited<ReturnType<typeof makeNetwork>>
const get = async <Reply>(path: string): Promise<Reply> => (await asBrowser(members.coordinator, `/v1/networks/${slug}/${path}`)).json()
const ask = async (by: TestMember, name: string, args: object): Promise<void> => {
  const body = JSON.stringify({ mutations: [{ id: crypto.randomUUID(), name, args }] })
  const answer = await asBrowser(by, `/v1/networks/${slug}/mutations`, { method: 'POST', body })
  const { results } = (await answer.json()) as { results: { status: string; message?: string }[] }
  if (results[0]?.status !== 'ok') throw new Error(`${name}: ${results[0]?.message}`)
}

const synced = async (cursor: string | null): Promise<PageReply> =>
  (await sync(members.contributor, requestOf(crypto.randomUUID(), [], cursor))) as PageReply

const recomputed = (stub: DurableObjectStub): Promise<void> =>
  ringUntil(stub, () => runInDurableObject(stub, (_, { storage }) => !isStale(storage.sql)))

beforeAll(async () => {
  members = await makeNetwork(slug)
})

/** As the version before left it: untouched kinds are opinion. */
const asBefore = async (): Promise<{ idea: string; clips: string[] }> => {
  const [idea, untouched, loose, trial] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  await ask(members.contributor, 'proposeIdea', { idea, change: 'Weigh at one hour' })
  const citation = { type: 'article-journal', title: 'Weighing: a cohort study' }
  const said = { kindSaid: true, citation }
  await ask(members.contributor, 'clipEvidence', { ...said, evidence: untouched, kind: 'opinion', ideas: [idea] })
  await ask(members.contributor, 'clipEvidence', { ...said, evidence: loose, kind: 'opinion', citation: { type: 'webpage' } })
  await ask(members.contributor, 'clipEvidence', { ...said, evidence: trial, kind: 'before-after', ideas: [idea] })
  return { idea, clips: [untouched, loose, trial] }
}

test('[M24] [S28] class 10: an update changes default kinds to “not said”, in the history and on every device', async () => {
  const { idea, clips } = await asBefore()
  const stub = env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, slug)) ?? ''))
  const before = await synced(null)
  await runInDurableObject(stub, (_, state) => {
    unsayKinds(state.storage.sql)
    unsayKinds(state.storage.sql)
    markStale(state.storage.sql)
  })
  await recomputed(stub)
  const page = await get<IdeaPage>(`ideas/${idea}`)
  const kinds = new Map(page.evidence.map((item) => [item.id, [item.kind, item.suggested]]))
  expect([kinds.get(clips[0] ?? ''), kinds.get(clips[2] ?? '')]).toEqual([
    [null, 'compared-groups'],
    ['before-after', undefined],
  ])
  expect(page.history.filter(({ name }) => name === 'unsayKind').map(({ by, args }) => [by, args])).toEqual([
    ['', { evidence: clips[0], was: 'opinion' }],
  ])
  const { rows } = await get<IdeasReply>('ideas?level=unsaid')
  expect(rows.map(({ id, unsaid, bestLevel }) => [id, unsaid, bestLevel])).toEqual([[idea, 1, 4]])
  const later = await synced(before.cursor)
  const brought = new Map(later.rows.filter(({ kind }) => kind === 'evidence').map(({ id, value }) => [id, (value as Evidence).kind]))
  expect([brought.get(clips[0] ?? ''), brought.get(clips[1] ?? ''), brought.size]).toEqual([null, null, 2])
})

test('[L1] after an update a next step’s shortfalls are messages by code, and older refusals keep their English', async () => {
  const idea = crypto.randomUUID()
  await ask(members.contributor, 'proposeIdea', { idea, change: 'Warm the room', problem: 'Infants cool' })
  await ask(members.coordinator, 'classifyIdea', { idea, pathway: 'incubator', override: 'It may' })
  const moving = { id: crypto.randomUUID(), name: 'moveIdea', args: { idea, to: 'design' } }
  const body = JSON.stringify({ mutations: [moving] })
  const move = async (): Promise<Ack | undefined> => {
    const answer = await asBrowser(members.coordinator, `/v1/networks/${slug}/mutations`, { method: 'POST', body })
    return (await answer.json<MutateReply>()).results[0]
  }
  expect((await move())?.reason?.code).toBe('move-lacks')
  const stub = env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, slug)) ?? ''))
  const stepOf = async () => (await get<IdeasReply>('ideas')).rows.find(({ id }) => id === idea)?.step
  const before = await stepOf()
  expect(before?.lacks.map(({ message }) => message.code)).toContain('gate-leads-none')
  const kept = await runInDurableObject(stub, (_, { storage: { sql } }) => {
    sql.exec(
      `UPDATE idea_row SET body = json_set(body, '$.step.lacks', json('[{"need":"leads","says":"no lead","lack":1}]')) WHERE id = ?`,
      idea,
    )
    sql.exec('UPDATE log SET reason = NULL')
    forgetNextSteps(sql)
    return sql.exec<{ step: string | null }>("SELECT json_extract(body, '$.step') AS step FROM idea_row WHERE id = ?", idea).one()
  })
  expect(kept).toEqual({ step: null })
  await recomputed(stub)
  expect(await stepOf()).toEqual(before)
  const again = await move()
  expect([again?.reason, again?.message]).toEqual([undefined, expect.stringMatching(/^Before this move: /)])
})
