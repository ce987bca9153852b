import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import type { LessonReply, ReportsReply } from '../../shared/api/reports.ts'
import { networkObject } from '../../worker/auth/one-time-codes.ts'
import { flagDoubted } from '../../worker/bank/indexes/flag-doubted.ts'
import { asBrowser, makeNetwork, type TestMember } from './network.ts'

const get = async <Reply>(member: TestMember, path: string): Promise<Reply> =>
  (await asBrowser(member, `/v1/networks/${member.slug}${path}`)).json<Reply>()
const ask = async (member: TestMember, name: string, args: object): Promise<void> => {
  const body = JSON.stringify({ mutations: [{ id: crypto.randomUUID(), name, args }] })
  const response = await asBrowser(member, `/v1/networks/${member.slug}/mutations`, { method: 'POST', body })
  const { results } = await response.json<{ results: { status: string; message?: string }[] }>()
  if (results[0]?.status !== 'ok') throw new Error(`${name}: ${results[0]?.message}`)
}

test('[R1] [R2] [R3] the reports count the events of the period and the bank as it is', async () => {
  const { contributor, coordinator, admin, 'site-lead': lead } = await makeNetwork('reports')
  const [one, two, three] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const sites = ['site-1', 'site-2'].map((key) => ({ key, label: key }))
  await ask(admin, 'configureFramework', { set: { sites, topics: [{ key: 'feeding', label: 'Feeding' }] } })
  for (const idea of [one, two, three])
    await ask(contributor, 'proposeIdea', { idea, change: `Weigh ${idea.slice(0, 4)}`, problem: 'P', topic: 'feeding' })
  await ask(lead, 'clipEvidence', {
    evidence: crypto.randomUUID(),
    citation: { type: 'article-journal', title: 'RETRACTED: On weights' },
    kind: 'randomised-trial',
    ideas: [one],
  })
  await ask(coordinator, 'editIdea', { idea: one, set: { leads: ['lee'] } })
  await ask(coordinator, 'classifyIdea', { idea: one, pathway: 'single-site' })
  await ask(lead, 'expressStance', { idea: one, site: 'site-1', stance: 'tested', result: 'improved' })
  await ask(lead, 'expressStance', { idea: two, site: 'site-1', stance: 'tested', result: 'no-change' })
  await ask(coordinator, 'endIdea', { idea: two, as: 'abandoned', reason: 'no-improvement', sentence: 'It changed nothing.' })
  const reply = await get<ReportsReply>(coordinator, '/reports')
  expect(reply.topics).toEqual([
    { pathway: null, phase: 'idea', topic: 'feeding', count: 1 },
    { pathway: 'single-site', phase: 'idea', topic: 'feeding', count: 1 },
  ])
  expect(reply.answers).toMatchObject({ arrived: 3, onTime: 2, late: 0, waiting: 1, overdue: 0 })
  expect(reply.sites).toMatchObject([
    { site: 'site-1', ideas: 3, clips: 1, results: 2, stances: 0, inBank: 3 },
    { site: 'site-2', ideas: 0, clips: 0, lastAt: 0, inBank: 0 },
  ])
  expect(reply.leads).toMatchObject([{ person: 'lee', ideas: [{ id: one }] }])
  expect(reply.funnel).toMatchObject({
    arrived: 3,
    classified: 1,
    tested: 2,
    improved: 1,
    spread: 0,
    endings: [{ disposition: 'abandoned', reason: 'no-improvement', count: 1 }],
  })
  expect(reply.withdrawn).toMatchObject([{ title: 'RETRACTED: On weights', ideas: [{ id: one }] }])
  expect((await get<LessonReply>(coordinator, '/lesson')).lesson).toMatchObject({ id: two, ending: { sentence: 'It changed nothing.' } })
})

test('[R3] retracted items are listed however large the bank is, papers separately from notices; a withdrawn clip disappears', async () => {
  const { contributor, coordinator } = await makeNetwork('flags')
  const titled = (title: string, more: object = {}) => ({
    evidence: crypto.randomUUID(),
    citation: { type: 'article-journal', title, ...more },
    kind: 'randomised-trial',
  })
  const many = Array.from({ length: 500 }, (_, index) => {
    const [idea, clip] = [crypto.randomUUID(), titled(`Early catheter removal ${index}`)]
    return [
      { id: crypto.randomUUID(), name: 'proposeIdea', args: { idea, change: `Remove catheters ${index}` } },
      { id: crypto.randomUUID(), name: 'clipEvidence', args: { ...clip, ideas: [idea] } },
    ]
  }).flat()
  for (let from = 0; from < many.length; from += 100) {
    const body = JSON.stringify({ mutations: many.slice(from, from + 100) })
    expect((await asBrowser(contributor, `/v1/networks/${contributor.slug}/mutations`, { method: 'POST', body })).status).toBe(200)
  }
  const idea = crypto.randomUUID()
  await ask(contributor, 'proposeIdea', { idea, change: 'Give zinc' })
  const [paper, notice, loose] = [
    titled('RETRACTED: Zinc'),
    titled('Retraction Note: Zinc'),
    titled('Honey', { standing: 'doubted', standingSeen: 'banner' }),
  ]
  for (const clip of [paper, notice]) await ask(contributor, 'clipEvidence', { ...clip, ideas: [idea] })
  await ask(contributor, 'clipEvidence', loose)
  const before = await get<ReportsReply>(coordinator, '/reports')
  expect(before.withdrawn.map(({ evidence, standing, ideas }) => [evidence, standing, ideas.map(({ id }) => id)])).toEqual([
    [paper.evidence, 'retracted', [idea]],
    [loose.evidence, 'doubted', []],
  ])
  expect(before.notices.map(({ evidence }) => evidence)).toEqual([notice.evidence])
  await ask(contributor, 'withdrawEvidence', { evidence: loose.evidence })
  expect((await get<ReportsReply>(coordinator, '/reports')).withdrawn).toHaveLength(1)
  const stub = env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, 'flags')) ?? ''))
  await runInDurableObject(stub, (_, { storage: { sql } }) => {
    sql.exec('DELETE FROM doubted')
    flagDoubted(sql)
  })
  const again = await get<ReportsReply>(coordinator, '/reports')
  expect([again.withdrawn.length, again.notices.length]).toEqual([1, 1])
})
