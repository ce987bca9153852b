import 'fake-indexeddb/auto'
import '../fake-extension-api.ts'
import { describe, expect, test } from 'vitest'
import { archived } from '../../../extension/outbox/archive.ts'
import { databaseNamed, unconnectedName } from '../../../extension/store/databases.ts'
import { GleanerDatabase } from '../../../extension/store/db.ts'
import { startDraft } from '../../../extension/drafts/drafts.ts'
import { importUnsent } from '../../../extension/backup/import-unsent.ts'
import { unsentAsJson } from '../../../extension/backup/other-accounts.ts'
import { newId } from '../../../shared/web/new-id.ts'
import type { NewMutation } from '../../../extension/outbox/new-mutation.ts'
import { findingsIn } from '../../../extension/drafts/phi-findings.ts'
import { nothingKnown } from '../../../extension/patient-page/banner-memory.ts'
import { saveClip } from '../../../extension/drafts/save-clip.ts'
import { quotaOf } from '../../../extension/store/quota.ts'
import { addMutations, newDatabase, proposal } from '../network-under-test.ts'

const changes = async (database: GleanerDatabase): Promise<string[]> =>
  (await database.outbox.orderBy('cseq').toArray()).map(({ args }) => (args as { change: string }).change)

describe('[I6] a file of what is unsent', () => {
  const filled = async (): Promise<GleanerDatabase> => {
    const database = newDatabase()
    await addMutations(database, [proposal('One'), proposal('Two')])
    const [first] = await database.outbox.toArray()
    if (!first) throw new Error('Nothing was kept')
    await database.outbox.delete(first.cseq)
    await database.attention.put({ ...first, code: 'malformed' as never, message: 'No', since: 0 })
    await startDraft(database, { from: 'hand', tab: 7, address: '', name: '' }, 'run')
    return database
  }

  test('restores pending and refused clips and drafts into an empty browser, once', async () => {
    const database = await filled()
    const text = await unsentAsJson(database)
    await Promise.all([database.outbox.clear(), database.attention.clear(), database.drafts.clear()])
    expect(await importUnsent(database, text, nothingKnown)).toEqual({ is: 'done', clips: 2, drafts: 1, toLookAt: 0 })
    expect((await changes(database)).toSorted()).toEqual(['One', 'Two'])
    expect(await database.drafts.toArray()).toMatchObject([{ tab: null }])
    expect(await importUnsent(database, text, nothingKnown)).toEqual({ is: 'done', clips: 0, drafts: 0, toLookAt: 0 })
    expect(await database.outbox.count()).toBe(2)
  })

  test('is refused if it is somebody else’s, and accepted if it is nobody’s yet', async () => {
    const text = await unsentAsJson(await filled())
    const other = newDatabase()
    expect(await importUnsent(other, text, nothingKnown)).toMatchObject({ is: 'other-account' })
    expect(await other.outbox.count()).toBe(0)
    const before = databaseNamed(unconnectedName)
    await addMutations(before, [proposal('Before')])
    expect(await importUnsent(other, await unsentAsJson(before), nothingKnown)).toMatchObject({ is: 'done', clips: 1 })
  })

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['another file', '{"a":1}'],
    ['a list', '[]'],
    ['a cut file', '{"gleaner":1,"database":"x","outbox":['],
  ])('%s is refused and changes nothing', async (_name, text) => {
    const database = newDatabase()
    expect(await importUnsent(database, text, nothingKnown)).toEqual({ is: 'not-ours' })
    expect(await database.outbox.count()).toBe(0)
  })

  test('with one unreadable clip, nothing of it is imported', async () => {
    const database = await filled()
    const file = JSON.parse(await unsentAsJson(database)) as { outbox: { args: unknown }[] }
    file.outbox.push({ ...file.outbox[0], args: { idea: 'x' } })
    await database.outbox.clear()
    expect(await importUnsent(database, JSON.stringify(file), nothingKnown)).toEqual({ is: 'not-ours' })
    expect(await database.outbox.count()).toBe(0)
  })
})

/** As another program, or a hand, may write such a file: everything in it unread. */
const fileOf = (database: GleanerDatabase, outbox: NewMutation[], attention: (NewMutation & { code: string })[] = []): string => {
  const whole = (list: NewMutation[]): object[] => list.map((one, cseq) => ({ id: newId(), at: 1, cseq, ...one }))
  return JSON.stringify({ gleaner: 1, database: database.name, outbox: whole(outbox), attention: whole(attention), drafts: [] })
}
const told = 'Call Jon Testperson, MRN 00000000, DOB 01/02/2019, earlier'
const clipOf = (note: string, ideas: string[] = [], title = 'On calls'): NewMutation => ({
  name: 'clipEvidence',
  args: {
    evidence: newId(),
    citation: { type: 'article-journal', title },
    quote: null,
    link: '',
    kind: 'guideline',
    note,
    site: '',
    ideas,
  },
})

describe('[P5] [I6] an imported file passes the same PHI check as a save', () => {
  test('clips with findings become drafts that show them and are not sent; the rest is sent', async () => {
    const database = newDatabase()
    const text = fileOf(database, [proposal(told), proposal('Weigh daily')], [{ ...proposal(told), code: 'patient-information' }])
    expect(await importUnsent(database, text, nothingKnown)).toEqual({ is: 'done', clips: 1, drafts: 2, toLookAt: 2 })
    expect(await changes(database)).toEqual(['Weigh daily'])
    const drafts = await database.drafts.toArray()
    expect(drafts.map(({ form }) => form.change)).toEqual([told, told])
    for (const draft of drafts) {
      expect(findingsIn(draft, draft.form, []).map(({ type }) => type)).toContain('MRN')
      const filled = { ...draft.form, topic: '', site: '' }
      expect(await saveClip(database, draft, filled, nothingKnown)).toMatchObject({ field: 'change', why: 'patient' })
    }
    expect(await importUnsent(database, text, nothingKnown)).toEqual({ is: 'done', clips: 0, drafts: 0, toLookAt: 0 })
  })

  test('an idea and its clips stay together, and none of them is lost', async () => {
    const database = newDatabase()
    const [bad, good] = [proposal('Call earlier'), proposal('Weigh daily')]
    const idOf = ({ args }: NewMutation): string => (args as { idea: string }).idea
    const clips = [clipOf(told, [idOf(bad)]), clipOf('Fine', [idOf(bad)], 'Second'), clipOf('Fine', [idOf(good)], 'Third')]
    expect(await importUnsent(database, fileOf(database, [bad, good, ...clips]), nothingKnown)).toMatchObject({ clips: 2, drafts: 2 })
    expect((await database.outbox.toArray()).map(({ args }) => (args as { idea?: string }).idea ?? 'clip')).toEqual([idOf(good), 'clip'])
    const drafts = (await database.drafts.toArray()).toSorted((one) => (one.form.withIdea ? -1 : 1))
    expect(drafts).toMatchObject([
      { form: { withIdea: true, change: 'Call earlier', note: told }, ideas: [], source: { citation: { title: 'On calls' } } },
      { form: { withIdea: false, note: 'Fine' }, ideas: [], source: { citation: { title: 'Second' } } },
    ])
  })

  test('what no clip form can show is listed among the refused ones', async () => {
    const database = newDatabase()
    const said: NewMutation = { name: 'commentIdea', args: { comment: newId(), idea: newId(), text: told, question: false } }
    expect(await importUnsent(database, fileOf(database, [said]), nothingKnown)).toMatchObject({ clips: 0, drafts: 0, toLookAt: 1 })
    expect(await database.attention.toArray()).toMatchObject([{ name: 'commentIdea', code: 'patient-information', args: { text: told } }])
    expect(await database.outbox.count()).toBe(0)
  })

  test('only what the schemas of mutations name is kept', async () => {
    const database = newDatabase()
    const one = proposal('Weigh daily')
    const text = fileOf(database, [{ ...one, args: Object.assign(one.args, { secret: told }) } as NewMutation])
    expect(await importUnsent(database, text, nothingKnown)).toMatchObject({ clips: 1 })
    expect(JSON.stringify(await database.outbox.toArray())).not.toContain('Testperson')
  })

  test('under a strict policy a person reviews uncertain findings too', async () => {
    const database = newDatabase()
    const uncertain = proposal('Ask Marisol about the scales on ward 4 after the fall of 3 March')
    const text = fileOf(database, [uncertain])
    expect(await importUnsent(database, text, { ...nothingKnown, strict: true })).toMatchObject({ clips: 0, toLookAt: 1 })
  })
})

/** The stores and rows of the first released version, written without Dexie as it left them on disk. */
const firstVersion = (name: string, rows: Record<string, object[]>): Promise<void> =>
  new Promise((resolve, reject) => {
    // Dexie's version 1 is IndexedDB's 10.
    const asked = indexedDB.open(name, 10)
    asked.addEventListener('error', () => reject(new Error(String(asked.error))))
    asked.addEventListener('upgradeneeded', () => {
      const made = asked.result
      made.createObjectStore('rows', { keyPath: ['kind', 'id'] })
      for (const [store, order] of [
        ['outbox', { keyPath: 'cseq' }],
        ['archive', { keyPath: 'order', autoIncrement: true }],
      ] as const)
        made.createObjectStore(store, order).createIndex('id', 'id', { unique: true })
      for (const [store, keyPath] of [
        ['attention', 'id'],
        ['drafts', 'id'],
        ['meta', 'key'],
      ] as const)
        made.createObjectStore(store, { keyPath })
    })
    asked.addEventListener('success', () => {
      const transaction = asked.result.transaction(Object.keys(rows), 'readwrite')
      for (const [store, list] of Object.entries(rows)) for (const row of list) transaction.objectStore(store).add(row)
      transaction.addEventListener('complete', () => {
        asked.result.close()
        resolve()
      })
      transaction.addEventListener('abort', () => reject(new Error(String(transaction.error))))
    })
  })

describe('[I7] an update', () => {
  test('from the first version keeps drafts, outbox, refusals, the replica id and the order', async () => {
    const name = `gleaner:upgrade:${crypto.randomUUID()}`
    const { args } = proposal('Before the update')
    const waiting = { id: crypto.randomUUID(), cseq: 4, name: 'proposeIdea', args, at: 1 }
    const refused = { id: crypto.randomUUID(), cseq: 3, name: 'proposeIdea', args, at: 1, code: 'malformed', message: 'No', since: 2 }
    const draft = { id: 'd', from: 'hand', tab: null, run: 'r', address: '', name: '', state: 'read', source: null, selection: '' }
    const form = { withIdea: true, change: 'Half typed', problem: '', title: null, address: null, quote: null, kind: null, topic: null }
    const client = { replica: 'device', nextCseq: 5, cursor: 'c', gen: 2, resync: false, resets: [] }
    await firstVersion(name, {
      outbox: [waiting],
      attention: [refused],
      archive: [1, 2].map((cseq) => ({ id: `done-${cseq}`, cseq, name: 'proposeIdea', args, at: 1, ackedAt: 5 })),
      drafts: [{ ...draft, form: { ...form, site: null, note: '' }, ideas: [], replaces: [], changedAt: 1 }],
      meta: [{ key: 'client', value: client }],
      rows: [{ kind: 'idea', id: 'i', g: 2, value: { id: 'i' } }],
    })
    const database = new GleanerDatabase(name)
    expect(await database.outbox.toArray()).toMatchObject([waiting])
    expect(await database.attention.toArray()).toMatchObject([refused])
    expect((await archived(database)).map(({ id }) => id)).toEqual(['done-1', 'done-2'])
    expect(await database.drafts.get('d')).toMatchObject({ form: { change: 'Half typed' } })
    const [added] = await addMutations(database, [proposal('After it')])
    expect(added?.cseq).toBe(5)
    expect(await database.meta.get('client')).toMatchObject({ value: { replica: 'device' } })
    database.close()
  })
})

test.each([
  [0, 0, false],
  [1e6, 1e10, false],
  [9.5e9, 1e10, true],
  [90e6, 100e6, true],
  [0, 10e6, true],
])('[I8] %d of %d bytes is nearly full: %s', (used, quota, full) => {
  expect(quotaOf(used, quota, true).isNearlyFull).toBe(full)
})
