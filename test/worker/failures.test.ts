import { env } from 'cloudflare:workers'
import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import type { ReportsReply } from '../../shared/api/reports.ts'
import type { DeadLettersReply, IdeaPage, Matrix } from '../../shared/api/bank.ts'
import type { Role } from '../../shared/domain/entities.ts'
import type { QueuedMutation, PageReply } from '../../shared/sync/protocol.ts'
import { networkObject } from '../../worker/auth/one-time-codes.ts'
import { markerDays } from '../../worker/bank/storage/retention.ts'
import { asBrowser, asDevice, makeNetwork, proposal, requestOf, sync, type TestMember } from './network.ts'
import { ringOnce } from './ring.ts'

let slug: string
let members: Record<Role, TestMember>
let made = 0
beforeEach(async () => {
  slug = `failures-${(made += 1)}`
  members = await makeNetwork(slug)
})

const stub = async () => env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, slug)) ?? ''))
const inBank = async <Result>(work: (sql: SqlStorage, state: DurableObjectState) => Result): Promise<Result> =>
  runInDurableObject(await stub(), (_, state) => work(state.storage.sql, state))
const ideaOf = (asked: QueuedMutation): string => (asked.args as { idea: string }).idea
const page = async (member: TestMember, replica: string, mutations: QueuedMutation[], cursor: string | null = null): Promise<PageReply> =>
  (await sync(member, requestOf(replica, mutations, cursor))) as PageReply
const asked = (cseq: number, name: string, args: unknown): QueuedMutation => ({ id: crypto.randomUUID(), cseq, name, at: 0, args })

test('[S16] class 4: an object that dies before it commits wrote nothing, and accepts the same request again', async () => {
  const request = requestOf(crypto.randomUUID(), [proposal(1), proposal(2)])
  await sync(members.contributor, requestOf(crypto.randomUUID(), []))
  const dying = inBank((sql, state) => {
    sql.exec("INSERT INTO entity (kind, id, seq, body) VALUES ('idea', 'half-done', 1000, '{}')")
    state.abort('power cut')
  })
  await expect(dying).rejects.toThrow()
  expect(await inBank((sql) => sql.exec("SELECT count(*) AS n FROM entity WHERE id = 'half-done'").one()['n'])).toBe(0)
  expect(((await sync(members.contributor, request)) as PageReply).acks).toHaveLength(2)
})

test('[S17] class 6: mutations of a device whose clock is decades off get the server’s time and order', async () => {
  const [late, early] = [
    { ...proposal(1), at: Date.UTC(2099, 0, 1) },
    { ...proposal(2), at: 0 },
  ]
  const { rows, acks } = await page(members.contributor, crypto.randomUUID(), [late, early])
  expect(acks.map(({ id }) => id)).toEqual([late.id, early.id])
  const times = rows.filter(({ kind }) => kind === 'idea').map(({ value }) => (value as { proposedAt: number }).proposedAt)
  for (const time of times) expect(Math.abs(time - Date.now())).toBeLessThan(60_000)
})

test('[S18] class 14: a cursor older than the purged tombstones has to resync, and what was deleted does not come back', async () => {
  const replica = crypto.randomUUID()
  const kept = await page(members.contributor, replica, [proposal(1)])
  const gone = proposal(2)
  await page(members.contributor, replica, [gone, asked(3, 'withdrawIdea', { idea: ideaOf(gone) })], kept.cursor)
  await inBank((sql) => sql.exec('UPDATE log SET at = ?', Date.now() - (markerDays + 1) * 24 * 60 * 60 * 1000))
  await ringOnce(await stub())
  const again = await sync(members.contributor, requestOf(replica, [], kept.cursor))
  expect(again).toMatchObject({ control: 'too-old' })
  const anew = await page(members.contributor, replica, [])
  expect(anew.rows.every(({ value }) => value !== null)).toBe(true)
})

test('[S19] class 21: when two people change one field, the later wins, is told what it replaced, and the history keeps both', async () => {
  const idea = proposal(1, 'First words')
  await page(members.contributor, crypto.randomUUID(), [idea])
  const edit = (cseq: number, change: string) =>
    asked(cseq, 'editIdea', { idea: ideaOf(idea), set: { change }, base: { change: 'First words' } })
  const [one, other] = [edit(1, 'Words of the steering'), edit(1, 'Words of the coordinator')]
  const first = await page(members.steering, crypto.randomUUID(), [one])
  expect(first.acks[0]).not.toHaveProperty('overwrote')
  const second = await page(members.coordinator, crypto.randomUUID(), [other])
  expect(second.acks[0]).toMatchObject({ status: 'ok', overwrote: [{ field: 'change', was: 'Words of the steering' }] })
  const { history, idea: now }: IdeaPage = await (await asBrowser(members.contributor, `/v1/networks/${slug}/ideas/${ideaOf(idea)}`)).json()
  expect(now.change).toBe('Words of the coordinator')
  expect(history[0]).toMatchObject({ by: members.coordinator.person, overwrote: [{ field: 'change', was: 'Words of the steering' }] })
  expect(history[1]).toMatchObject({ by: members.steering.person, args: { set: { change: 'Words of the steering' } } })
})

test('[S19] class 21: the same text, or a field that nobody else touched, is no conflict; a repeated request gets the same answer', async () => {
  const idea = proposal(1, 'First words')
  await page(members.contributor, crypto.randomUUID(), [idea])
  const edit = (set: object, base: object) => asked(1, 'editIdea', { idea: ideaOf(idea), set, base })
  await page(members.steering, crypto.randomUUID(), [edit({ change: 'Better words' }, { change: 'First words' })])
  const same = await page(members.coordinator, crypto.randomUUID(), [edit({ change: 'Better words' }, { change: 'First words' })])
  expect(same.acks[0]).not.toHaveProperty('overwrote')
  const other = await page(members.admin, crypto.randomUUID(), [edit({ aim: 'By May' }, { aim: '' })])
  expect(other.acks[0]).not.toHaveProperty('overwrote')
  const [replica, last] = [crypto.randomUUID(), edit({ change: 'Worst words' }, { change: 'First words' })]
  const told = await page(members.coordinator, replica, [last])
  expect(told.acks[0]).toMatchObject({ overwrote: [{ field: 'change', was: 'Better words' }] })
  expect((await page(members.coordinator, replica, [last])).acks).toEqual(told.acks)
})

test('[S20] class 22: an edit of a withdrawn idea is refused with a reason and restores nothing', async () => {
  const [replica, idea] = [crypto.randomUUID(), proposal(1)]
  await page(members.contributor, replica, [idea, asked(2, 'withdrawIdea', { idea: ideaOf(idea) })])
  const before = await inBank((sql) => sql.exec('SELECT body FROM entity WHERE id = ?', ideaOf(idea)).one()['body'])
  const { acks } = await page(members.coordinator, crypto.randomUUID(), [
    asked(1, 'editIdea', { idea: ideaOf(idea), set: { change: 'Still here?' } }),
  ])
  expect(acks[0]?.status).toBe('refused')
  expect(acks[0]?.message).toMatch(/\w+ \w+/)
  expect(await inBank((sql) => sql.exec('SELECT body FROM entity WHERE id = ?', ideaOf(idea)).one()['body'])).toBe(before)
})

test('[S21] class 26: evicted from memory between two requests, the object continues where it was', async () => {
  const [replica, first, second] = [crypto.randomUUID(), proposal(1), proposal(2)]
  const before = await page(members.contributor, replica, [first])
  await evictDurableObject(await stub())
  const after = await page(members.contributor, replica, [first, second], before.cursor)
  expect(after.acks.map(({ id }) => id)).toContain(second.id)
  expect(after.rows.filter(({ kind }) => kind === 'idea').map(({ id }) => id)).toEqual([ideaOf(second)])
})

test('[S40] a bank with damaged tables says so, shows no old counts and accepts nothing', async () => {
  const ask = (path: string) => asBrowser(members.coordinator, `/v1/networks/${slug}/${path}`)
  const health = async (): Promise<unknown> => (await ask('health')).json()
  expect(await health()).toMatchObject({ state: 'well' })
  // A row that no line of the log has written.
  await inBank((sql) => sql.exec("INSERT INTO entity (kind, id, seq, body) VALUES ('comment', 'stray', 9999999, NULL)"))
  await evictDurableObject(await stub())
  expect(await health()).toEqual({ state: 'harmed' })
  const refused = [
    await ask('matrix'),
    await ask('ideas'),
    await asBrowser(members.coordinator, `/v1/networks/${slug}/mutations`, {
      method: 'POST',
      body: JSON.stringify({
        mutations: [{ id: crypto.randomUUID(), name: 'proposeIdea', args: { idea: crypto.randomUUID(), change: 'Weigh' } }],
      }),
    }),
    await asDevice(members.contributor, `/v1/networks/${slug}/sync`, {
      method: 'POST',
      body: JSON.stringify(requestOf(crypto.randomUUID(), [proposal(1)])),
    }),
  ]
  for (const answer of refused) {
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '600'])
    expect(await answer.json()).toMatchObject({ error: 'harmed' })
  }
})

test('[S40] a bank that a newer build wrote is not touched by an older one; a clip waits', async () => {
  await sync(members.contributor, requestOf(crypto.randomUUID(), [proposal(1)]))
  await inBank((sql) => sql.exec('INSERT INTO step (number) SELECT max(number) + 1 FROM step'))
  await evictDurableObject(await stub())
  const answer = await asDevice(members.contributor, `/v1/networks/${slug}/sync`, {
    method: 'POST',
    body: JSON.stringify(requestOf(crypto.randomUUID(), [proposal(2)])),
  })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '600'])
  expect(await answer.text()).toContain('problem-bank-ahead')
})

test('[S40] counts that do not match their rows are rebuilt', async () => {
  await sync(members.contributor, requestOf(crypto.randomUUID(), [proposal(1), proposal(2)]))
  await inBank((sql) => sql.exec('UPDATE cell SET count = count + 40; UPDATE answer_count SET count = count + 40'))
  await evictDurableObject(await stub())
  const matrix = (await (await asBrowser(members.coordinator, `/v1/networks/${slug}/matrix`)).json()) as Matrix
  expect([matrix.dispositions.active, matrix.cells.reduce((sum, { count }) => sum + count, 0)]).toEqual([2, 2])
  const reports = (await (await asBrowser(members.coordinator, `/v1/networks/${slug}/reports`)).json()) as ReportsReply
  expect(reports.answers).toMatchObject({ arrived: 2, waiting: 2 })
  expect(await (await asBrowser(members.admin, `/v1/networks/${slug}/health`)).json()).toMatchObject({ state: 'well', ideas: 2 })
})

test('[S22] class 8: coordinators, and nobody else, see the dead-letter list with the arguments', async () => {
  const bad = proposal(1, 'The words that were asked for')
  await inBank((sql) =>
    sql.exec(`CREATE TRIGGER broken BEFORE INSERT ON entity WHEN new.id = '${ideaOf(bad)}' BEGIN SELECT raise(ABORT, 'disk on fire'); END`),
  )
  const request = requestOf(crypto.randomUUID(), [bad, proposal(2)])
  for (let times = 0; times < 3; times += 1)
    await asDevice(members.contributor, `/v1/networks/${slug}/sync`, { method: 'POST', body: JSON.stringify(request) })
  const letters = (role: Role) => asBrowser(members[role], `/v1/networks/${slug}/dead-letters`)
  const reply: DeadLettersReply = await (await letters('coordinator')).json()
  expect(reply.letters).toMatchObject([
    { mutation: bad.id, name: 'proposeIdea', by: members.contributor.person, args: { change: 'The words that were asked for' } },
  ])
  expect(reply.letters[0]?.why).toContain('disk on fire')
  for (const role of ['contributor', 'site-lead', 'steering'] as const) expect((await letters(role)).status).toBe(403)
  expect((await letters('admin')).status).toBe(200)
})

test('[S26] nothing of a refused mutation is kept: neither name nor arguments nor misplaced values', async () => {
  const secret = 'Zora Hallstead'
  const { acks } = await page(members.contributor, crypto.randomUUID(), [
    asked(1, secret, { note: secret }),
    asked(2, 'expressStance', { idea: crypto.randomUUID(), site: 'north', stance: secret }),
    asked(3, 'proposeIdea', { idea: crypto.randomUUID(), change: 'Sit beside the bed', topic: secret }),
    asked(4, 'clipEvidence', { evidence: crypto.randomUUID(), citation: { [secret]: 1 }, kind: secret }),
    asked(5, 'configureFramework', { [secret]: 1 }),
    asked(6, 'proposeIdea', { idea: crypto.randomUUID(), change: 'Sit beside the bed', checked: { replaced: { Zora: 1 } } }),
  ])
  expect(acks.map(({ code }) => code)).toEqual(['unknown', 'invalid', 'invalid', 'invalid', 'invalid', 'invalid'])
  expect(JSON.stringify(await inBank((sql) => sql.exec('SELECT * FROM log').toArray()))).not.toMatch(/Zora|Hallstead/)
})

test('[S23] class 16: a mutation of a newer extension is refused by name and blocks nothing; a request of another protocol version is not read', async () => {
  const { acks } = await page(members.contributor, crypto.randomUUID(), [asked(1, 'mutationOfTheFuture', { idea: 1 }), proposal(2)])
  expect(acks.map(({ code }) => code)).toEqual(['unknown', undefined])
  const newer = { ...requestOf(crypto.randomUUID(), [proposal(1)]), p: 'gleaner/2' }
  expect((await asDevice(members.contributor, `/v1/networks/${slug}/sync`, { method: 'POST', body: JSON.stringify(newer) })).status).toBe(
    400,
  )
  expect(await inBank((sql) => sql.exec("SELECT count(*) AS n FROM entity WHERE kind = 'idea'").one()['n'])).toBe(1)
})
