import { beforeAll, expect, test } from 'vitest'
import type { IdeaPage, IdeasReply } from '../../shared/api/bank.ts'
import type { Role } from '../../shared/domain/entities.ts'
import type { QueuedMutation, SyncReply } from '../../shared/sync/protocol.ts'
import { api } from '../../worker/api.ts'
import { asBrowser, makeNetwork, requestOf, sync, type TestMember } from './network.ts'

let here: Record<Role, TestMember>
const ids = { idea: crypto.randomUUID(), evidence: crypto.randomUUID(), comment: crypto.randomUUID() }
const asked = (cseq: number, name: string, args: object): QueuedMutation => ({ id: crypto.randomUUID(), cseq, at: 0, name, args })

beforeAll(async () => {
  here = await makeNetwork('names')
  const { idea, evidence, comment } = ids
  await sync(
    here.contributor,
    requestOf(crypto.randomUUID(), [
      asked(1, 'proposeIdea', { idea, change: 'Weigh in the evening', nameHidden: true }),
      asked(2, 'clipEvidence', { evidence, citation: { type: 'article', title: 'Weights' }, kind: 'opinion', ideas: [idea] }),
      asked(3, 'commentIdea', { comment, idea, text: 'I would add the scales' }),
    ]),
  )
})

const feedOf = async (member: TestMember, cursor: string | null = null): Promise<SyncReply> =>
  sync(member, requestOf(crypto.randomUUID(), [], cursor))
/** All but the member's own row in the list of people. */
const rowsOf = (reply: SyncReply): string =>
  'rows' in reply ? JSON.stringify(reply.rows.filter(({ kind }) => kind !== 'person')) : reply.control
const pages = async (member: TestMember) => {
  const list = await (await asBrowser(member, '/v1/networks/names/ideas')).json<IdeasReply>()
  const page = await (await asBrowser(member, `/v1/networks/names/ideas/${ids.idea}`)).json<IdeaPage>()
  return JSON.stringify([list, page])
}

test.each(['steering', 'site-lead'] as const)(
  '[W1] nothing that a %s can read shows who sent the hidden idea, its clip and its comment',
  async (role) => {
    const feed = rowsOf(await feedOf(here[role]))
    expect(feed).toContain('Weigh in the evening')
    expect(feed).toContain('I would add the scales')
    expect(feed).not.toContain(here.contributor.person)
    expect(await pages(here[role])).not.toContain(here.contributor.person)
  },
)

/** Every address of the bank that a member reads; the framework is left out, since the list of people is in it. */
const read = () =>
  api.routes
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/v1/networks/:network/') && !/framework|watch/.test(path))
    .map(({ path }) => path.replace(':network', 'names').replace(':id', ids.idea))
    .flatMap((path) => (path.includes(':format') ? ['csv', 'json', 'ris'].map((format) => path.replace(':format', format)) : [path]))

test.each(['steering', 'site-lead'] as const)('[W1] nothing else that a %s can read of the bank shows it either', async (role) => {
  let answered = 0
  for (const path of new Set(read())) {
    const answer = await asBrowser(here[role], `${path}${path.endsWith('/board') ? '?pathway=single-site' : ''}`)
    const text = await answer.text()
    expect([path, text.includes(here.contributor.person), text.includes('The contributor of names')]).toEqual([path, false, false])
    if (answer.status === 200) answered += 1
  }
  expect(answered).toBeGreaterThan(5)
})

test.each(['contributor', 'coordinator', 'admin'] as const)('[W1] the %s sees the name', async (role) => {
  const feed = rowsOf(await feedOf(here[role]))
  expect(feed.split(`"${here.contributor.person}"`)).toHaveLength(4)
  expect(await pages(here[role])).toContain(here.contributor.person)
})

test('[W8] who edits or deletes a comment that went without a name stays unnamed', async () => {
  const [idea, kept, gone] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  await sync(here['site-lead'], requestOf(crypto.randomUUID(), [asked(1, 'proposeIdea', { idea, change: 'Weigh at noon' })]))
  await sync(
    here.contributor,
    requestOf(crypto.randomUUID(), [
      asked(1, 'commentIdea', { comment: kept, idea, text: 'In the evening', nameHidden: true }),
      asked(2, 'commentIdea', { comment: gone, idea, text: 'Or never', nameHidden: true }),
      asked(3, 'editComment', { comment: kept, idea, text: 'In the morning' }),
      asked(4, 'deleteComment', { comment: gone, idea }),
    ]),
  )
  const page = await (await asBrowser(here.steering, `/v1/networks/names/ideas/${idea}`)).json<IdeaPage>()
  expect([page.comments.map(({ text }) => text), page.history.map(({ name }) => name)]).toEqual([
    ['In the morning'],
    ['deleteComment', 'editComment', 'commentIdea', 'commentIdea', 'proposeIdea'],
  ])
  expect(JSON.stringify(page)).not.toContain(here.contributor.person)
})

test('[W3] whoever becomes a coordinator resyncs, and resyncs again when they stop being one', async () => {
  const change = (role: Role) =>
    asBrowser(here.admin, `/v1/networks/names/members/${here.steering.person}`, { method: 'POST', body: JSON.stringify({ role }) })
  const before = await feedOf(here.steering)
  const cursor = 'cursor' in before ? before.cursor : null
  await change('coordinator')
  const told = await feedOf(here.steering, cursor)
  expect('control' in told && told.control).toBe('too-old')
  const again = await feedOf(here.steering)
  expect(rowsOf(again)).toContain(here.contributor.person)
  await change('steering')
  const after = await feedOf(here.steering, 'cursor' in again ? again.cursor : null)
  expect('control' in after && after.control).toBe('too-old')
  // Between two roles that are told the same, nothing has to be read again.
  await change('site-lead')
  expect('rows' in (await feedOf(here.steering, cursor))).toBe(true)
})
