import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { DigestReply, NewsReply } from '../../shared/api/answers.ts'
import type { IdeaPage } from '../../shared/api/bank.ts'
import type { DecisionsReply } from '../../shared/api/board.ts'
import type { MutationName } from '../../shared/mutations/index.ts'
import { undoWithin } from '../../shared/domain/undo.ts'
import { digestOf } from '../../shared/notifications/digest.ts'
import { mailDecisions } from '../../worker/jobs/decision-mail.ts'
import { mailbox } from '../../worker/mail/mail.ts'
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

const says = 'Three sites are ready.'
/** An idea that steering is asked about, in a network of its own. */
const asked = async (slug: string) => {
  const members = await makeNetwork(slug)
  const [idea, approval] = [crypto.randomUUID(), crypto.randomUUID()]
  await ask(members.contributor, 'proposeIdea', { idea, change: 'Weigh at noon', problem: 'They differ.' })
  await ask(members.coordinator, 'classifyIdea', { idea, pathway: 'network-wide', override: 'Agreed.' })
  await ask(members.coordinator, 'requestApproval', { approval, idea, to: 'design', due: Date.now() + 14 * day, says })
  return { ...members, idea, approval }
}
const kinds = async (member: TestMember): Promise<string[]> => (await get<NewsReply>(member, '/news')).items.map(({ kind }) => kind)

test('[N10] what waits for steering is in its lists, notifications and mail, and what it decides in those of whoever asked', async () => {
  const { contributor, coordinator, steering, idea, approval } = await asked('approvals')
  await env.DIRECTORY.prepare("INSERT INTO identity (issuer, subject, person, created_at) VALUES ('email', 's@example.org', ?, 0)")
    .bind(steering.person)
    .run()
  const waiting = (await get<DecisionsReply>(steering, '/decisions')).approvals
  expect(waiting).toMatchObject([
    { row: { id: idea, approval: { state: 'asked', to: 'design' } }, approval: { says, by: coordinator.person } },
  ])
  expect(await kinds(steering)).toEqual(['approval-asked'])
  await mailDecisions(env, Date.now() + undoWithin)
  const mails = (await mailbox(env.DIRECTORY)).filter(({ address }) => address === 's@example.org')
  expect(mails.map(({ text }) => text.includes('“Weigh at noon” waits for steering’s approval'))).toEqual([true])
  expect(mails[0]?.text).not.toContain(says)

  await ask(steering, 'decideApproval', { idea, approval, decision: 'conditions', says: 'Report each month.' })
  expect(await kinds(steering)).toEqual([])
  expect((await kinds(coordinator))[0]).toBe('approved-conditions')
  expect((await kinds(contributor))[0]).toBe('approved-conditions')
  expect((await get<DecisionsReply>(coordinator, '/decisions')).approvals).toMatchObject([{ row: { approval: { state: 'conditions' } } }])
  const { happenings } = await get<DigestReply>(coordinator, '/digest')
  expect(digestOf(happenings, []).approvals.map(({ name, idea: { approval: state } }) => [name, state?.state])).toEqual([
    ['decideApproval', 'conditions'],
  ])
  const page = await get<IdeaPage>(coordinator, `/ideas/${idea}`)
  expect(page.history.slice(0, 2).map(({ name }) => name)).toEqual(['decideApproval', 'requestApproval'])
  expect(page.moves[0]?.findings.at(-1)).toMatchObject({ requirement: { need: 'approval' }, met: true })
})

test('[G18] [N10] a request that was taken back, or whose idea went elsewhere, waits for nobody and is not told', async () => {
  const { coordinator, steering, idea, approval } = await asked('approvals-back')
  await ask(coordinator, 'withdrawApproval', { idea, approval })
  expect(await kinds(steering)).toEqual([])
  expect((await get<DecisionsReply>(steering, '/decisions')).approvals).toEqual([])
  expect(digestOf((await get<DigestReply>(coordinator, '/digest')).happenings, []).approvals).toEqual([])
  const again = { approval: crypto.randomUUID(), idea, to: 'design', due: Date.now() + day, says }
  await ask(coordinator, 'requestApproval', again)
  await ask(coordinator, 'returnToTriage', { idea, reason: 'Too early.' })
  expect((await get<DecisionsReply>(steering, '/decisions')).approvals).toEqual([])
  expect(await kinds(steering)).toEqual([])
})
