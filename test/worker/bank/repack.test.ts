import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { networkObject } from '../../../worker/auth/one-time-codes.ts'
import { beginRepacking, isRepacking, repackSome } from '../../../worker/bank/storage/repack.ts'
import type { MutateReply } from '../../../shared/sync/protocol.ts'
import { asBrowser, makeNetwork, type TestMember } from '../network.ts'
import { ringUntil } from '../ring.ts'

/** More than is done with at once, and more than two slices. */
const rows = 9000
const of = (index: number): string => `10000000-0000-4000-8000-${String(index).padStart(12, '0')}`

const stubOf = async (slug: string) => env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, slug)) ?? ''))

/** The bank as it was first kept, with so many ideas, as an object has it whose last start was before. */
const asBefore = (sql: SqlStorage, count: number): void => {
  sql.exec(`CREATE TABLE entity_old (kind TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID;
    INSERT INTO entity_old SELECT * FROM entity;
    DROP TABLE entity;
    ALTER TABLE entity_old RENAME TO entity;
    CREATE INDEX entity_seq ON entity (seq);`)
  const idea = sql.exec<{ id: string }>("SELECT id FROM entity WHERE kind = 'idea'").one().id
  sql.exec(
    `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})
     INSERT INTO entity SELECT 'idea', printf('10000000-0000-4000-8000-%012d', i), e.seq, json_set(e.body, '$.id', printf('10000000-0000-4000-8000-%012d', i))
     FROM n, entity e WHERE e.kind = 'idea' AND e.id = '${idea}'`,
  )
}

const all = (sql: SqlStorage) =>
  sql.exec<{ id: string; body: string | null }>('SELECT kind, id, seq, body FROM entity ORDER BY kind, id').toArray()

const ask = async (by: TestMember, name: string, args: object): Promise<string> => {
  const body = JSON.stringify({ mutations: [{ id: crypto.randomUUID(), name, args }] })
  const answer = await asBrowser(by, `/v1/networks/${by.slug}/mutations`, { method: 'POST', body })
  return (await answer.json<MutateReply>()).results[0]?.status ?? ''
}

test('[S32] a bank from before is kept anew slice by slice, cut off or written to meanwhile, and has every row', async () => {
  const { coordinator } = await makeNetwork('repacked')
  await ask(coordinator, 'proposeIdea', { idea: of(999_999), change: 'Weigh at noon', problem: 'a '.repeat(200) })
  const stub = await stubOf('repacked')
  const before = await runInDurableObject(stub, (_, { storage }) => {
    asBefore(storage.sql, rows)
    storage.transactionSync(() => beginRepacking(storage.sql))
    // The second slice is cut off: all of it is undone, and done again later.
    storage.transactionSync(() => repackSome(storage.sql))
    const cut = () =>
      storage.transactionSync(() => {
        repackSome(storage.sql)
        throw new Error('cut off')
      })
    expect(cut).toThrow('cut off')
    return all(storage.sql)
  })
  expect(before.length).toBeGreaterThan(rows)
  // Of what is copied already, of what is not, and something new on either side of the place.
  const edited = [of(1), of(rows - 1)]
  for (const idea of edited) expect(await ask(coordinator, 'editIdea', { idea, set: { problem: 'Said anew' } })).toBe('ok')
  expect(await ask(coordinator, 'proposeIdea', { idea: '00000000-0000-4000-8000-000000000000', change: 'Weigh at ten' })).toBe('ok')
  expect(await ask(coordinator, 'proposeIdea', { idea: 'f0000000-0000-4000-8000-000000000000', change: 'Weigh at two' })).toBe('ok')
  const written = await runInDurableObject(stub, (_, { storage }) => {
    storage.sql.exec("DELETE FROM entity WHERE kind = 'idea' AND id IN (?, ?)", of(2), of(rows - 2))
    return all(storage.sql)
  })
  const isUnderWay = () => runInDurableObject(stub, (_, { storage }) => isRepacking(storage.sql))
  expect(await isUnderWay()).toBe(true)
  await ringUntil(stub, async () => !(await isUnderWay()))
  const [after, made] = await runInDurableObject(stub, (_, { storage }) => [
    all(storage.sql),
    storage.sql.exec<{ sql: string }>("SELECT sql FROM sqlite_master WHERE name GLOB 'entity*' AND sql IS NOT NULL").toArray(),
  ])
  expect(after).toEqual(written)
  expect(after.length).toBe(before.length)
  expect(after.filter(({ body }) => body?.includes('Said anew')).map(({ id }) => id)).toEqual(edited)
  expect(made.map(({ sql }) => sql.replaceAll(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/^CREATE TABLE "entity" \((?!.*WITHOUT ROWID)/),
    expect.stringMatching(/^CREATE INDEX entity_feed ON "entity" \(seq, kind, id\)$/),
  ])
})

test('[S32] a new bank, and a small one from before, are kept so from the beginning', async () => {
  const { coordinator } = await makeNetwork('repacked-at-once')
  await ask(coordinator, 'proposeIdea', { idea: of(999_999), change: 'Weigh at noon' })
  await runInDurableObject(await stubOf('repacked-at-once'), (_, { storage }) => {
    expect(isRepacking(storage.sql)).toBe(false)
    asBefore(storage.sql, 100)
    const before = all(storage.sql)
    storage.transactionSync(() => beginRepacking(storage.sql))
    expect([isRepacking(storage.sql), all(storage.sql)]).toEqual([false, before])
  })
})
