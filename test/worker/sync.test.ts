import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../shared/domain/entities.ts'
import type { PageReply } from '../../shared/sync/protocol.ts'
import { networkObject } from '../../worker/auth/one-time-codes.ts'
import { asBrowser, asDevice, makeNetwork, proposal, requestOf, sync, type TestMember } from './network.ts'

let members: Record<Role, TestMember>
beforeAll(async () => {
  members = await makeNetwork('sync')
})

const ideaCount = async (): Promise<number> => {
  const object = (await networkObject(env.DIRECTORY, 'sync')) ?? ''
  return runInDurableObject(env.NETWORKS.get(env.NETWORKS.idFromName(object)), (_, state) =>
    Number(state.storage.sql.exec("SELECT count(*) AS n FROM entity WHERE kind = 'idea'").one()['n']),
  )
}

test('[M1] the same batch sent twice changes nothing the second time, and both replies carry the same acknowledgements', async () => {
  const before = await ideaCount()
  const request = requestOf(crypto.randomUUID(), [proposal(1), proposal(2)])
  const first = (await sync(members.contributor, request)) as PageReply
  const second = (await sync(members.contributor, request)) as PageReply
  expect(first.acks.map((ack) => [ack.id, ack.status])).toEqual(request.mutations.map((asked) => [asked.id, 'ok']))
  expect(second.acks).toEqual(first.acks)
  expect(await ideaCount()).toBe(before + 2)
})

test('[M1] the same batch from two tabs at once is run once', async () => {
  const before = await ideaCount()
  const request = requestOf(crypto.randomUUID(), [proposal(1), proposal(2), proposal(3)])
  const replies = (await Promise.all([sync(members.contributor, request), sync(members.contributor, request)])) as PageReply[]
  expect(replies[0]?.acks).toEqual(replies[1]?.acks)
  expect(await ideaCount()).toBe(before + 3)
})

test('[S1] an impossible mutation is refused with a reason, and the others of its batch run', async () => {
  const bad = { ...proposal(2), args: { idea: 'not an id', change: '' } }
  const unknown = { ...proposal(3), name: 'constructor' }
  const reply = (await sync(members.contributor, requestOf(crypto.randomUUID(), [proposal(1), bad, unknown, proposal(4)]))) as PageReply
  expect(reply.acks.map((ack) => [ack.status, ack.code])).toEqual([
    ['ok', undefined],
    ['refused', 'invalid'],
    ['refused', 'unknown'],
    ['ok', undefined],
  ])
  expect(reply.acks.every((ack) => ack.status === 'ok' || ack.message)).toBe(true)
})

test('[S2] a page never acknowledges what it does not contain: following the cursor gives every row and every acknowledgement once', async () => {
  const replica = crypto.randomUUID()
  const mutations = Array.from({ length: 7 }, (_, index) => proposal(index + 1))
  let reply = (await sync(members.contributor, { ...requestOf(replica, mutations), limit: 3 })) as PageReply
  const [rows, acks] = [new Set(reply.rows.map((row) => row.id)), reply.acks.map((ack) => ack.id)]
  while (reply.more) {
    reply = (await sync(members.contributor, { ...requestOf(replica, [], reply.cursor), limit: 3 })) as PageReply
    for (const row of reply.rows) rows.add(row.id)
    acks.push(...reply.acks.map((ack) => ack.id))
  }
  for (const asked of mutations) expect(rows.has((asked.args as { idea: string }).idea)).toBe(true)
  expect(acks.toSorted()).toEqual(mutations.map((asked) => asked.id).toSorted())
})

test('[S3] a gap and a fork in a replica’s order are reported, not guessed away', async () => {
  const replica = crypto.randomUUID()
  expect(await sync(members.contributor, requestOf(replica, [proposal(5)]))).toMatchObject({ control: 'gap', you: { cseq: 0 } })
  await sync(members.contributor, requestOf(replica, [proposal(1)]))
  expect(await sync(members.contributor, requestOf(replica, [proposal(1)]))).toMatchObject({ control: 'forked', you: { cseq: 1 } })
})

test('[S4] a cursor of another history has to resync', async () => {
  const reply = (await sync(members.contributor, requestOf(crypto.randomUUID(), [proposal(1)]))) as PageReply
  const sealed = reply.cursor
  const other = `${sealed.slice(0, 20)}${sealed[20] === 'A' ? 'B' : 'A'}${sealed.slice(21)}`
  for (const cursor of ['2.2.0000000000000000', '900.900.ffff', '1.0.-', 'nonsense', 's', other])
    expect(await sync(members.contributor, requestOf(crypto.randomUUID(), [], cursor))).toMatchObject({ control: 'diverged' })
})

test('[W4] a cursor reveals nothing and does not change without news; an old-format cursor is accepted once, at the head', async () => {
  const [replica, device] = [crypto.randomUUID(), members.contributor]
  await sync(device, requestOf(replica, [proposal(1)]))
  const [one, again] = [await sync(device, requestOf(replica, [])), await sync(device, requestOf(replica, []))] as PageReply[]
  expect(one?.cursor).toMatch(/^s[\w-]{60,199}$/)
  expect(again?.cursor).toBe(one?.cursor)
  const object = (await networkObject(env.DIRECTORY, 'sync')) ?? ''
  const { seq, witness } = await runInDurableObject(env.NETWORKS.get(env.NETWORKS.idFromName(object)), (_, state) =>
    state.storage.sql.exec<{ seq: number; witness: string }>('SELECT seq, witness FROM log ORDER BY seq DESC LIMIT 1').one(),
  )
  expect(await sync(device, requestOf(replica, [], `${seq}.${seq}.${witness}..own`))).toMatchObject({
    rows: [],
    base: `${seq}.${seq}.${witness}..own`,
    cursor: one?.cursor,
  })
  // From the middle of a resync a plain one would let its holder read from any number.
  expect(await sync(device, requestOf(replica, [], `${seq - 1}.${seq}.${witness}.${seq}.own`))).toMatchObject({ control: 'too-old' })
})

test('[S5] a mutation on which our own code fails is tried twice more, then becomes a dead letter, and the queue goes on', async () => {
  const object = (await networkObject(env.DIRECTORY, 'sync')) ?? ''
  const asked = proposal(1)
  await runInDurableObject(env.NETWORKS.get(env.NETWORKS.idFromName(object)), (_, state) => {
    // A trigger is a fault that no check of ours foresees.
    state.storage.sql.exec(
      `CREATE TRIGGER broken BEFORE INSERT ON entity WHEN new.id = '${(asked.args as { idea: string }).idea}' BEGIN SELECT raise(ABORT, 'disk on fire'); END`,
    )
  })
  const request = requestOf(crypto.randomUUID(), [asked, proposal(2)])
  const post = () => asDevice(members.contributor, '/v1/networks/sync/sync', { method: 'POST', body: JSON.stringify(request) })
  expect((await post()).status).toBe(503)
  expect((await post()).status).toBe(503)
  const reply: PageReply = await (await post()).json()
  expect(reply.acks.map((ack) => [ack.status, ack.code])).toEqual([
    ['refused', 'internal'],
    ['ok', undefined],
  ])
})

test('[M2] who acts comes from the session: a message cannot name another person, role or time', async () => {
  const asked = proposal(1)
  const args = { ...(asked.args as object), proposedBy: 'somebody-else', proposedAt: 1, role: 'admin' }
  const reply = (await sync(members.contributor, requestOf(crypto.randomUUID(), [{ ...asked, args }]))) as PageReply
  const idea = reply.rows.find((row) => row.kind === 'idea' && row.id === (asked.args as { idea: string }).idea)?.value
  expect(idea).toMatchObject({ proposedBy: 'sync-contributor' })
  expect((idea as { proposedAt: number }).proposedAt).toBeGreaterThan(1e12)
})

test('[S6] another member’s dashboard shows a change in the matrix, the list and the search; search terms are never query syntax', async () => {
  const word = 'Zebrafinch'
  await sync(members.contributor, requestOf(crypto.randomUUID(), [proposal(1, `Send a ${word} to every ward`)]))
  const list = async (q: string) =>
    (await (await asBrowser(members.coordinator, `/v1/networks/sync/ideas?pathway=none&q=${encodeURIComponent(q)}`)).json()) as {
      rows: { change: string }[]
      total: number
    }
  expect((await list('zebraf ward')).rows[0]?.change).toContain(word)
  expect((await list(`"every ward" ${word}`)).total).toBe(1)
  expect((await list('"ward every"')).total).toBe(0)
  expect((await asBrowser(members.coordinator, `/v1/networks/sync/ideas?q=${encodeURIComponent('a"b ( NEAR OR * ^')}`)).status).toBe(200)
  const matrix = (await (await asBrowser(members.coordinator, '/v1/networks/sync/matrix')).json()) as {
    cells: { pathway: string | null; phase: string; count: number }[]
  }
  expect(matrix.cells.find((cell) => cell.pathway === null && cell.phase === 'idea')?.count).toBe(await ideaCount())
})
