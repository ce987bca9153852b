import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { DigestReply, NewsReply } from '../../shared/api/answers.ts'
import type { HistoryEntry, IdeaPage, IdeasReply, Matrix } from '../../shared/api/bank.ts'
import { undoWithin } from '../../shared/domain/undo.ts'
import type { MutationName } from '../../shared/mutations/index.ts'
import { mailDecisions } from '../../worker/jobs/decision-mail.ts'
import { mailbox } from '../../worker/mail/mail.ts'
import type { QueuedMutation } from '../../shared/sync/protocol.ts'
import { asBrowser, makeNetwork, requestOf, sync, type TestMember } from './network.ts'

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
  await ask(lead, 'expressStance', { idea: other, site: 'site-1', stance: 'interested' })
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
  ['editIdea', 'coordinator', ({ idea }) => ({ idea, set: { tags: ['scales'] }, base: { tags: [] } })],
  ['withdrawStance', 'site-lead', ({ other }) => ({ idea: other, site: 'site-1' })],
  ['proposeIdea', 'contributor', () => ({ idea: crypto.randomUUID(), change: 'Weigh at two', problem: 'They differ.' })],
  [
    'clipEvidence',
    'contributor',
    ({ other }) => ({ evidence: crypto.randomUUID(), citation: { type: 'article-journal', title: 'On scales' }, ideas: [other] }),
  ],
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
    // Of an idea that is not there any more there is no history either.
    expect(new Set(struck.map((entry) => entry.name))).toEqual(new Set(name === 'proposeIdea' ? [] : [name]))
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

/** What the extension asks for and may undo. */
const fromDevices = new Set<MutationName>([
  'assessEvidence',
  'attachEvidence',
  'clipEvidence',
  'detachEvidence',
  'editIdea',
  'expressStance',
  'proposeIdea',
  'withdrawEvidence',
  'withdrawIdea',
  'withdrawStance',
])
const onDevices = kinds.filter(([name]) => fromDevices.has(name))

test.for(onDevices.map(([name, role, args], index) => ({ name, role, args, index })))(
  '[U5] $name by the device of a $role is undone as if it had not been, sent together with its undo or after it',
  async ({ name, role, args, index }) => {
    const the = await bank(`undo-device-${index}`)
    const before = await readByAll(the)
    let cseq = 0
    const asked = (what: string, given: object): QueuedMutation => ({
      id: crypto.randomUUID(),
      cseq: (cseq += 1),
      name: what,
      args: given,
      at: 1,
    })
    const replica = crypto.randomUUID()
    const send = async (...mutations: QueuedMutation[]): Promise<string[]> => {
      const reply = await sync(the[role], requestOf(replica, mutations))
      return ('acks' in reply ? reply.acks : []).map(({ status, message }) => message ?? status).slice(-mutations.length)
    }
    // Offline: both wait in the outbox.
    const together = asked(name, args(the))
    expect(await send(together, asked('takeBack', { mutation: together.id }))).toEqual(['ok', 'ok'])
    expect(await readByAll(the)).toEqual(before)
    const first = asked(name, args(the))
    expect(await send(first)).toEqual(['ok'])
    expect(await readByAll(the)).not.toEqual(before)
    expect(await send(asked('takeBack', { mutation: first.id }))).toEqual(['ok'])
    expect(await readByAll(the)).toEqual(before)
  },
)

test('[U1] an idea and its clip are taken back the last first; not once others have put something beside the idea', async () => {
  const the = await bank('undo-save')
  const { contributor, coordinator, 'site-lead': lead } = the
  const before = await readByAll(the)
  const [idea, evidence] = [crypto.randomUUID(), crypto.randomUUID()]
  const proposed = await ask(contributor, 'proposeIdea', { idea, change: 'Weigh at two', problem: 'They differ.' })
  const citation = { type: 'article-journal', title: 'On scales' }
  const clipped = await ask(contributor, 'clipEvidence', { evidence, citation, ideas: [idea, the.other] })
  expect(await attempt(contributor, 'takeBack', { mutation: proposed })).toMatchObject({ status: 'refused', code: 'gone' })
  await ask(contributor, 'takeBack', { mutation: clipped })
  const stance = await ask(lead, 'expressStance', { idea, site: 'site-1', stance: 'interested' })
  expect(await attempt(contributor, 'takeBack', { mutation: proposed })).toMatchObject({ status: 'refused', code: 'gone' })
  await ask(lead, 'takeBack', { mutation: stance })
  await ask(contributor, 'takeBack', { mutation: proposed })
  expect(await readByAll(the)).toEqual(before)
  expect((await asBrowser(coordinator, `/v1/networks/undo-save/ideas/${idea}`)).status).toBe(404)
})

test('[U4] an action on many ideas is taken back part by part; a part that somebody has changed since stays, and says so', async () => {
  const the = await bank('undo-many')
  const { coordinator, steering, idea, other } = the
  const tag = (of: string) => ask(coordinator, 'editIdea', { idea: of, set: { tags: ['scales'] }, base: { tags: [] } })
  const parts = [await tag(idea), await tag(other)]
  await ask(steering, 'watchIdea', { idea: other, watch: true })
  const ends = []
  for (const mutation of parts.toReversed()) ends.push(await attempt(coordinator, 'takeBack', { mutation }))
  expect(ends.map(({ status }) => status)).toEqual(['refused', 'ok'])
  expect((await get<IdeaPage>(coordinator, `/ideas/${idea}`)).idea.tags).toEqual([])
  expect((await get<IdeaPage>(coordinator, `/ideas/${other}`)).idea.tags).toEqual(['scales'])
})
