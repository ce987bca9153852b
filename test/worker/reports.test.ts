import { expect, test } from 'vitest'
import type { LessonReply, ReportsReply } from '../../shared/reports.ts'
import { asBrowser, makeNetwork, type TestMember } from './network.ts'

const get = async <Reply>(member: TestMember, path: string): Promise<Reply> =>
  (await asBrowser(member, `/v1/networks/${member.slug}${path}`)).json<Reply>()
const ask = async (member: TestMember, name: string, args: object): Promise<void> => {
  const body = JSON.stringify({ mutations: [{ id: crypto.randomUUID(), name, args }] })
  const response = await asBrowser(member, `/v1/networks/${member.slug}/mutations`, { method: 'POST', body })
  const { results } = await response.json<{ results: { status: string; message?: string }[] }>()
  if (results[0]?.status !== 'ok') throw new Error(`${name}: ${results[0]?.message}`)
}

test('[R1] [R2] [R3] the reports count what happened and what is there', async () => {
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
