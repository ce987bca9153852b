import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { archived } from '../../../extension/outbox/archive.ts'
import { GleanerDatabase } from '../../../extension/store/db.ts'
import { myEvidence, myIdeas, ofIdea } from '../../../extension/store/index-keys.ts'
import { readRows, rowsWith } from '../../../extension/store/rows.ts'
import { newMeta } from '../../../shared/sync/client-engine.ts'
import { comment, evidence, idea } from '../../sample-network.ts'

const first = { rows: '[kind+id]', outbox: 'cseq, &id', archive: '++order, &id', attention: 'id', drafts: 'id', meta: 'key' }
const mutation = (id: string, cseq: number) => ({ id, cseq, name: 'proposeIdea', at: 1, args: { idea: id } })

/** A database as the first version left it, with something in every table that must not be lost. */
const madeBefore = async (name: string): Promise<Dexie> => {
  const old = new Dexie(name)
  old.version(1).stores(first)
  await old.open()
  await old.table('outbox').bulkAdd([mutation('d', 4), mutation('e', 5)])
  await old.table('archive').bulkAdd([
    { ...mutation('a', 1), ackedAt: 10 },
    { ...mutation('b', 2), ackedAt: 10 },
    { ...mutation('c', 3), ackedAt: 20 },
  ])
  await old.table('rows').add({ kind: 'idea', id: 'a', g: 0, value: { id: 'a' } })
  await old.table('meta').put({ key: 'client', value: { ...newMeta('me'), nextCseq: 6 } })
  return old
}

const expectEverything = async (name: string): Promise<void> => {
  const database = new GleanerDatabase(name)
  expect((await archived(database)).map(({ id, cseq, ackedAt }) => [id, cseq, ackedAt])).toEqual([
    ['a', 1, 10],
    ['b', 2, 10],
    ['c', 3, 20],
  ])
  expect((await database.outbox.orderBy('cseq').toArray()).map(({ id }) => id)).toEqual(['d', 'e'])
  expect([await database.blocks.where('names').startsWith('idea ').count(), (await database.meta.get('client'))?.value]).toEqual([
    1,
    { ...newMeta('me'), nextCseq: 6 },
  ])
  database.close()
}

test('[S28] class 10: an open page of the old version closes its connection, and the new version finds everything that was kept', async () => {
  const old = await madeBefore('gleaner:upgrade')
  await expectEverything('gleaner:upgrade')
  expect(old.isOpen()).toBe(false)
})

test('[S28] class 10: a connection that stays open blocks the new version until it closes; nothing is lost', async () => {
  const old = await madeBefore('gleaner:blocked')
  old.close()
  const stubborn = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('gleaner:blocked')
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(new Error(String(opening.error))))
  })
  const database = new GleanerDatabase('gleaner:blocked')
  const blocked = new Promise<string>((resolve) => database.on('blocked', () => resolve('blocked')))
  const opened = database.open().then(() => 'opened')
  expect(await Promise.race([blocked, opened])).toBe('blocked')
  stubborn.close()
  expect(await opened).toBe('opened')
  database.close()
  await expectEverything('gleaner:blocked')
})

test('[S28] class 10: rows of the old version are found by the keys of the new one', async () => {
  const name = 'gleaner:before:keys:ann'
  const old = new Dexie(name)
  old
    .version(3)
    .stores({ rows: '[kind+id], *keys', outbox: 'cseq', archive: '++order, ackedAt', attention: 'id', drafts: 'id', meta: 'key' })
  await old.open()
  await old.table('rows').bulkAdd([
    { kind: 'idea', id: 'mine', g: 0, value: idea({ id: 'mine', proposedBy: 'ann' }) },
    { kind: 'idea', id: 'theirs', g: 0, value: idea({ id: 'theirs' }) },
    { kind: 'evidence', id: 'clip', g: 0, value: evidence({ id: 'clip', clippedBy: 'ann', ideas: ['theirs'] }), keys: [] },
    { kind: 'comment', id: 'said', g: 0, value: comment({ id: 'said', idea: 'theirs' }) },
  ])
  old.close()
  const database = new GleanerDatabase(name)
  const found = async (key: string): Promise<string[]> => (await rowsWith(database, [key])).map(({ id }) => id)
  expect([await found(myIdeas), await found(myEvidence), await found(ofIdea('theirs'))]).toEqual([['mine'], ['clip'], ['said', 'clip']])
  expect(
    (
      await readRows(database, [
        ['evidence', 'clip'],
        ['idea', 'theirs'],
      ])
    ).map(({ id }) => id),
  ).toEqual(['clip', 'theirs'])
  expect((await database.blocks.toArray()).flatMap(({ rows }) => rows)).toHaveLength(4)
})

test('[S28] class 10: clips in row blocks are found by the keys of the new version', async () => {
  const name = 'gleaner:before:paper-keys:ann'
  const old = new Dexie(name)
  old.version(5).stores({
    blocks: '++order, &*names, *keys, [kind+order], [kind+size], g',
    outbox: 'cseq',
    archive: '++order, ackedAt',
    attention: 'id',
    drafts: 'id',
    meta: 'key',
  })
  await old.open()
  const value = evidence({ id: 'clip', clippedBy: 'ann', citation: { type: 'article', DOI: '10.21203/rs.3.rs-123456/v1' } })
  const row = { kind: 'evidence', id: 'clip', value, keys: ['doi:10.21203/rs.3.rs-123456/v1', myEvidence] }
  await old.table('blocks').add({ kind: 'evidence', g: 3, rows: [row], size: 1, names: ['evidence clip'], keys: row.keys })
  old.close()
  const database = new GleanerDatabase(name)
  for (const key of ['doi:10.21203/rs.3.rs-123456', myEvidence])
    expect((await rowsWith(database, [key])).map(({ id }) => id)).toEqual(['clip'])
  expect(await database.blocks.toArray()).toMatchObject([{ order: 1, g: 3, size: 1, names: ['evidence clip'] }])
  database.close()
})
