import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { DigestReply, NewsReply } from '../../shared/api/answers.ts'
import type { HistoryEntry, IdeaPage, IdeasReply, Matrix } from '../../shared/api/bank.ts'
import { undoWithin } from '../../shared/domain/undo.ts'
import type { MutationName } from '../../shared/mutations/index.ts'
import { mailDecisions } from '../../worker/jobs/decision-mail.ts'
import { mailbox } from '../../worker/mail/mail.ts'
import { asBrowser, makeNetwork, type TestMember } from './network.ts'

const day = 24 * 60 * 60 * 1000
const get = async <Reply>(member: TestMember, path: string): Promise<Reply> =>
  (await asBrowser(member, `/v1/networks/${member.slug}${path}`)).json<Reply>()

interface Result {
  id: string
  status: string
  message?: string
}
const attempt = async (member: TestMember, name: MutationName, args: object): Promise<Result> => {
  const id = crypto.randomUUID()
  const body = JSON.stringify({ mutations: [{ id, name, args }] })
  const response = await asBrowser(member, `/v1/networks/${member.slug}/mutations`, { method: 'POST', body })
  const { results } = await response.json<{ results: Result[] }>()
  return { ...results[0], id, status: results[0]?.status ?? 'none' }
}
/** Does it, and answers the id that it is undone by. */
const ask = async (member: TestMember, name: MutationName, args: object): Promise<string> => {
  const { id, status, message } = await attempt(member, name, args)
  if (status !== 'ok') throw new Error(`${name}: ${message}`)
  return id
}

/** Two ideas with a clip between them and a site's word, in a network of their own. */
const bank = async (slug: string) => {
  const members = await makeNetwork(slug)
  const { contributor, coordinator, admin, 'site-lead': lead } = members
  const [idea, other, evidence] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  await ask(admin, 'configureFramework', { set: { sites: [{ key: 'site-1', label: 'One' }] } })
  await ask(contributor, 'proposeIdea', { idea, change: 'Weigh at noon', problem: 'They differ.' })
  await ask(lead, 'proposeIdea', { idea: other, change: 'Weigh at one', problem: 'They differ.' })
  await ask(contributor, 'clipEvidence', {
    evidence,
    citation: { type: 'article-journal', title: 'On weights' },
    kind: 'before-after',
    ideas: [idea],
  })
  await ask(coordinator, 'classifyIdea', { idea: other, pathway: 'network-wide', override: 'Agreed.' })
  return { ...members, idea, other, evidence }
}
type Bank = Awaited<ReturnType<typeof bank>>

/** All that members can read of it, without the history and what depends on the clock. */
const readBy = async (member: TestMember, { idea, other }: Bank) => {
  const page = async (id: string) => {
    const { history: _, ...rest } = await get<IdeaPage>(member, `/ideas/${id}`)
    return rest
  }
  const { happenings } = await get<DigestReply>(member, '/digest')
  const { cells, ...counts } = await get<Matrix>(member, '/matrix')
  // A cell in which an idea was for a moment is there, and empty.
  const matrix = { ...counts, cells: cells.filter(({ count, trend }) => count > 0 || trend.some((one) => one > 0)) }
  const listed = await get<IdeasReply>(member, '/ideas?disposition=all')
  const { items } = await get<NewsReply>(member, '/news')
  return { pages: [await page(idea), await page(other)], happenings, matrix, listed, items }
}
const readers = ['contributor', 'site-lead', 'coordinator', 'steering'] as const
const readByAll = async (the: Bank) => Promise.all(readers.map((role) => readBy(the[role], the)))
const historyOf = async (the: Bank, id: string): Promise<HistoryEntry[]> => (await get<IdeaPage>(the.coordinator, `/ideas/${id}`)).history

/** Each kind of thing that can be undone, by whom. */
const kinds: [MutationName, keyof Pick<Bank, 'coordinator' | 'steering' | 'contributor' | 'site-lead'>, (the: Bank) => object][] = [
  ['classifyIdea', 'coordinator', ({ idea }) => ({ idea, pathway: 'single-site', override: 'Agreed.' })],
  ['moveIdea', 'coordinator', ({ other }) => ({ idea: other, to: 'design', override: true, reason: 'Agreed.' })],
  ['returnToTriage', 'coordinator', ({ other }) => ({ idea: other, reason: 'Too early.' })],
  ['endIdea', 'coordinator', ({ idea }) => ({ idea, as: 'declined', reason: 'already-done', sentence: 'Three sites do it.' })],
  [
    'endIdea',
    'steering',
    ({ other }) => ({ idea: other, as: 'parked', reason: 'not-now', sentence: 'Later.', lookAgain: Date.now() + 30 * day }),
  ],
  ['mergeIdeas', 'coordinator', ({ idea, other }) => ({ idea, into: other, reason: 'same-idea', sentence: 'It lives on there.' })],
  ['expressStance', 'site-lead', ({ idea }) => ({ idea, site: 'site-1', stance: 'tested', result: 'improved' })],
  ['detachEvidence', 'coordinator', ({ idea, evidence }) => ({ evidence, idea })],
  ['attachEvidence', 'coordinator', ({ other, evidence }) => ({ evidence, idea: other })],
  ['assessEvidence', 'coordinator', ({ idea, evidence }) => ({ evidence, idea, set: { kind: 'guideline' } })],
  ['withdrawEvidence', 'coordinator', ({ evidence }) => ({ evidence })],
  ['withdrawIdea', 'contributor', ({ idea }) => ({ idea })],
  ['takeIdea', 'coordinator', ({ idea }) => ({ idea, take: true })],
  ['watchIdea', 'steering', ({ idea }) => ({ idea, watch: true })],
  [
    'requestApproval',
    'coordinator',
    ({ other }) => ({ approval: crypto.randomUUID(), idea: other, to: 'design', due: Date.now() + day, says: 'Ready.' }),
  ],
]

test.for(kinds.map(([name, role, args], index) => ({ name, role, args, index })))(
  '[U1] [U2] $name by a $role is undone as if it had not been: pages, lists, news, digest and counts',
  async ({ name, role, args, index }) => {
    const the = await bank(`undo-${index}`)
    const before = await readByAll(the)
    const mutation = await ask(the[role], name, args(the))
    expect(await readByAll(the)).not.toEqual(before)
    await ask(the[role], 'takeBack', { mutation })
    expect(await readByAll(the)).toEqual(before)
    // Asked again, it is done already.
    await ask(the[role], 'takeBack', { mutation })
    expect(await readByAll(the)).toEqual(before)
    const struck = [...(await historyOf(the, the.idea)), ...(await historyOf(the, the.other))].filter(({ takenBack }) => takenBack)
    expect(new Set(struck.map((entry) => entry.name))).toEqual(new Set([name]))
    expect((await historyOf(the, the.idea)).map((entry) => entry.name)).not.toContain('takeBack')
  },
)

test('[U1] only its author takes it back, only while nothing of it has changed, and not during a hold', async () => {
  const the = await bank('undo-not')
  const { coordinator, steering, contributor, idea, other } = the
  const decline = { idea, as: 'declined', reason: 'already-done', sentence: 'Three sites do it.' }
  const declined = await ask(coordinator, 'endIdea', decline)
  expect(await attempt(steering, 'takeBack', { mutation: declined })).toMatchObject({ status: 'refused', code: 'forbidden' })
  await ask(steering, 'watchIdea', { idea, watch: true })
  expect(await attempt(coordinator, 'takeBack', { mutation: declined })).toMatchObject({ status: 'refused', code: 'gone' })
  expect(await attempt(coordinator, 'takeBack', { mutation: crypto.randomUUID() })).toMatchObject({ status: 'refused', code: 'gone' })
  const stance = await ask(the['site-lead'], 'expressStance', { idea: other, site: 'site-1', stance: 'tested', result: 'worse' })
  await ask(contributor, 'holdIdea', { idea: other, why: 'Two fell.' })
  expect(await attempt(the['site-lead'], 'takeBack', { mutation: stance })).toMatchObject({ status: 'refused', code: 'held' })
  const hold = await ask(contributor, 'holdIdea', { idea: other, why: 'Two fell.' })
  expect(await attempt(contributor, 'takeBack', { mutation: hold })).toMatchObject({ status: 'refused' })
})

test('[U2] a mail waits until what it tells cannot be taken back any more', async () => {
  const the = await bank('undo-mail')
  const { contributor, coordinator, idea } = the
  await env.DIRECTORY.prepare("INSERT INTO identity (issuer, subject, person, created_at) VALUES ('email', 'undo@example.org', ?, 0)")
    .bind(contributor.person)
    .run()
  const mutation = await ask(coordinator, 'endIdea', { idea, as: 'declined', reason: 'already-done', sentence: 'Three sites do it.' })
  const mailed = async (): Promise<string[]> =>
    (await mailbox(env.DIRECTORY)).filter(({ address }) => address === 'undo@example.org').map(({ text }) => text)
  await mailDecisions(env, Date.now())
  expect(await mailed()).toEqual([])
  await ask(coordinator, 'takeBack', { mutation })
  await mailDecisions(env, Date.now() + undoWithin + 1)
  const [text] = await mailed()
  expect(text).toContain('“Weigh at noon” arrived')
  expect(text).not.toContain('declined')
})

test('[U3] who undoes what they did without their name stays unnamed', async () => {
  const the = await bank('undo-unnamed')
  const idea = crypto.randomUUID()
  await ask(the.contributor, 'proposeIdea', { idea, change: 'Weigh twice', nameHidden: true })
  const mutation = await ask(the.contributor, 'withdrawIdea', { idea })
  await ask(the.contributor, 'takeBack', { mutation })
  const { history } = await get<IdeaPage>(the.steering, `/ideas/${idea}`)
  expect(history.map(({ name, by, takenBack }) => [name, by, takenBack !== undefined])).toEqual([
    ['withdrawIdea', '', true],
    ['proposeIdea', '', false],
  ])
})
