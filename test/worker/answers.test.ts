import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { DigestReply, NewsReply, PersonalReply } from '../../shared/api/answers.ts'
import { undoWithin } from '../../shared/domain/undo.ts'
import { mailDecisions } from '../../worker/jobs/decision-mail.ts'
import { mailbox } from '../../worker/mail/mail.ts'
import { asBrowser, makeNetwork, type TestMember } from './network.ts'

const get = async <Reply>(member: TestMember, path: string): Promise<Reply> =>
  (await asBrowser(member, `/v1/networks/${member.slug}${path}`)).json<Reply>()
const post = (member: TestMember, path: string, body: unknown): Promise<Response> =>
  asBrowser(member, `/v1/networks/${member.slug}${path}`, { method: 'POST', body: JSON.stringify(body) })
const ask = async (member: TestMember, name: string, args: object): Promise<void> => {
  const response = await post(member, '/mutations', { mutations: [{ id: crypto.randomUUID(), name, args }] })
  const { results } = await response.json<{ results: { status: string; message?: string }[] }>()
  if (results[0]?.status !== 'ok') throw new Error(`${name}: ${results[0]?.message}`)
}

const declined = { as: 'declined', reason: 'already-done', sentence: 'Three sites do it since spring.' }

test('[N1] a decision is in the notifications of the sender, with the sentence, and in nobody else’s', async () => {
  const { contributor, coordinator, steering } = await makeNetwork('news-decline')
  const idea = crypto.randomUUID()
  await ask(contributor, 'proposeIdea', { idea, change: 'Weigh at noon' })
  expect(await get<NewsReply>(contributor, '/news')).toMatchObject({ items: [{ kind: 'received', idea }], seen: 0, mail: 'on' })
  await ask(coordinator, 'endIdea', { idea, ...declined })
  const { items } = await get<NewsReply>(contributor, '/news')
  expect(items.map(({ kind, says }) => [kind, says])).toEqual([
    ['declined', 'Three sites do it since spring.'],
    ['received', ''],
  ])
  expect((await get<NewsReply>(steering, '/news')).items).toEqual([])
})

test('[N2] [N5] who is notified changes with evidence, merges and watching', async () => {
  const { contributor, 'site-lead': lead, coordinator, steering } = await makeNetwork('news-ties')
  const [first, other, evidence] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  await ask(contributor, 'proposeIdea', { idea: first, change: 'Weigh at noon' })
  await ask(coordinator, 'proposeIdea', { idea: other, change: 'Weigh at one hour', problem: 'They differ.' })
  await ask(lead, 'clipEvidence', {
    evidence,
    citation: { type: 'article-journal', title: 'On weights' },
    kind: 'before-after',
    ideas: [other],
  })
  await ask(steering, 'watchIdea', { idea: other, watch: true })
  await ask(coordinator, 'mergeIdeas', { idea: first, into: other, reason: 'same-idea', sentence: 'It lives on there.' })
  await ask(coordinator, 'classifyIdea', { idea: other, pathway: 'single-site', override: 'Agreed.' })
  const kinds = async (member: TestMember): Promise<string[]> => (await get<NewsReply>(member, '/news')).items.map(({ kind }) => kind)
  expect(await kinds(contributor)).toEqual(['classified', 'merged', 'received'])
  expect(await kinds(lead)).toEqual(['classified'])
  // The sender's site came along with the merge.
  expect(await kinds(steering)).toEqual(['classified', 'interested'])
  await ask(steering, 'watchIdea', { idea: other, watch: false })
  await ask(lead, 'detachEvidence', { evidence, idea: other })
  expect([await kinds(lead), await kinds(steering)]).toEqual([[], []])
  await ask(coordinator, 'reopenIdea', { idea: first, reason: 'They differ after all.' })
  expect(await kinds(contributor)).toEqual(['reopened', 'received'])
})

test('[N7] personal values are readable by their owner only, and an empty value deletes one', async () => {
  const { contributor, coordinator } = await makeNetwork('personal')
  expect((await post(contributor, '/personal', { name: 'seen', value: '17' })).status).toBe(200)
  expect(await get<PersonalReply>(contributor, '/personal')).toMatchObject({ kept: [{ name: 'seen', value: '17' }] })
  expect(await get<PersonalReply>(coordinator, '/personal')).toEqual({ kept: [] })
  expect((await get<NewsReply>(contributor, '/news')).seen).toBe(17)
  expect((await post(contributor, '/personal', { name: 'No name', value: '1' })).status).toBe(400)
  expect((await post(contributor, '/personal', { name: 'x', value: 'x'.repeat(4001) })).status).toBe(400)
  for (let index = 0; index < 199; index += 1) await post(contributor, '/personal', { name: `view:${index}`, value: 'x' })
  expect((await post(contributor, '/personal', { name: 'view:more', value: 'x' })).status).toBe(409)
  expect((await post(contributor, '/personal', { name: 'seen', value: '' })).status).toBe(200)
  expect((await get<PersonalReply>(contributor, '/personal')).kept).toHaveLength(199)
})

test('[N8] a digest lists what happened in a period, oldest first', async () => {
  const { contributor, coordinator } = await makeNetwork('digest')
  const idea = crypto.randomUUID()
  const before = Date.now()
  await ask(contributor, 'proposeIdea', { idea, change: 'Weigh at noon' })
  await ask(coordinator, 'expressStance', { idea, site: 'site-1', stance: 'interested' }).catch(() => undefined)
  await ask(coordinator, 'endIdea', { idea, ...declined })
  const after = Date.now() + 1
  const reply = await get<DigestReply>(coordinator, `/digest?from=${before}&to=${after}`)
  expect(reply.happenings.map(({ name, to, says }) => [name, to, says])).toEqual([
    ['proposeIdea', '', ''],
    ['endIdea', 'declined', declined.sentence],
  ])
  expect(reply.happenings[1]?.idea).toMatchObject({ id: idea, change: 'Weigh at noon', disposition: 'declined' })
  expect((await get<DigestReply>(coordinator, `/digest?from=0&to=${before}`)).happenings).toEqual([])
  // A merge ends one of its two ideas.
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
  for (const each of [one, other]) await ask(contributor, 'proposeIdea', { idea: each, change: 'Weigh at one' })
  await ask(coordinator, 'mergeIdeas', { idea: one, into: other, reason: 'same-idea', sentence: 'It lives on there.' })
  const merges = (await get<DigestReply>(coordinator, `/digest?from=${before}&to=${Date.now() + 1}`)).happenings.filter(
    ({ name }) => name === 'mergeIdeas',
  )
  expect(merges.map(({ idea: { id } }) => id)).toEqual([one])
  expect((await get<DigestReply>(coordinator, `/digest?from=${after}&to=${after + 1}`)).happenings).toEqual([])
  expect((await asBrowser(coordinator, '/v1/networks/digest/digest?from=yesterday')).status).toBe(400)
})

test('[N9] [L2] decisions are mailed once, in the person’s language, with the idea’s sentence and nothing else, unless switched off', async () => {
  const { contributor, 'site-lead': lead, coordinator } = await makeNetwork('mailed')
  for (const [member, address] of [
    [contributor, 'c@example.org'],
    [lead, 'l@example.org'],
  ] as const)
    await env.DIRECTORY.prepare("INSERT INTO identity (issuer, subject, person, created_at) VALUES ('email', ?, ?, 0)")
      .bind(address, member.person)
      .run()
  const [idea, other] = [crypto.randomUUID(), crypto.randomUUID()]
  await ask(contributor, 'proposeIdea', { idea, change: 'Weigh at noon' })
  await ask(lead, 'proposeIdea', { idea: other, change: 'Weigh at one' })
  await post(lead, '/personal', { name: 'mail', value: 'off' })
  await ask(coordinator, 'endIdea', { idea, ...declined })
  await ask(coordinator, 'endIdea', { idea: other, ...declined })
  expect(await mailDecisions(env, Date.now() + undoWithin)).toBe(0)
  const sent = async (): Promise<{ address: string; text: string }[]> =>
    (await mailbox(env.DIRECTORY)).filter(({ subject }) => subject.includes('mailed'))
  expect((await sent()).map(({ address }) => address)).toEqual(['c@example.org'])
  const [mail] = await sent()
  expect(mail?.text).toContain('“Weigh at noon” was declined')
  expect(mail?.text).not.toContain(declined.sentence)
  await mailDecisions(env, Date.now() + undoWithin)
  expect(await sent()).toHaveLength(1)
  await ask(coordinator, 'reopenIdea', { idea, reason: 'New evidence.' })
  await post(contributor, '/personal', { name: 'language', value: 'es' })
  await mailDecisions(env, Date.now() + undoWithin)
  expect((await sent()).map(({ text }) => text.includes('«Weigh at noon» se ha reabierto'))).toEqual([true, false])
})
