import 'fake-indexeddb/auto'
import { fakeBrowser } from '../fake-extension-api.ts'
import { Dexie } from 'dexie'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { GleanerDatabase } from '../../../extension/store/db.ts'
import { blankForm, type Draft } from '../../../extension/store/draft.ts'
import { newDraft } from '../../../extension/drafts/drafts.ts'
import { forgetCopies, keepCopies } from '../../../extension/backup/keep-copies.ts'
import { elsewhere } from '../../../extension/backup/other-accounts.ts'
import { heldBefore } from '../../../extension/store/queued.ts'
import { sync } from '../../../extension/sync/sync.ts'
import { dismissLoss, readLoss } from '../../../extension/backup/unsent-tally.ts'
import { addMutations, partsFor, proposal, Server } from '../network-under-test.ts'

const name = 'gleaner:server.example:net:ann'
let database: GleanerDatabase
beforeEach(async () => {
  fakeBrowser.reset()
  database?.close()
  await Dexie.delete(name)
  database = new GleanerDatabase(name)
})

/** As after damage: the browser makes an empty store, and says nothing. */
const lose = async (): Promise<void> => {
  database.close()
  await Dexie.delete(name)
  database = new GleanerDatabase(name)
}
const changes = async (): Promise<string[]> =>
  (await database.outbox.orderBy('cseq').toArray()).map(({ args }) => (args as { change: string }).change)
const typed = (change: string, more: Partial<Draft> = {}): Draft => ({
  ...newDraft('page', 1, 'run'),
  form: { ...blankForm, change },
  ...more,
})
const always = (): boolean => true

describe('[I11] what is unsent', () => {
  test('comes back under its own ids, in its order, when the database is empty all at once', async () => {
    const saved = await addMutations(database, [proposal('One'), proposal('Two')])
    await keepCopies(database)
    await lose()
    await keepCopies(database)
    expect(await changes()).toEqual(['One', 'Two'])
    expect((await database.outbox.toArray()).map(({ id }) => id)).toEqual(saved.map(({ id }) => id))
    expect(await readLoss(name)).toMatchObject({ clips: 2, drafts: 0, lost: [] })
    await keepCopies(database)
    expect(await readLoss(name)).toMatchObject({ clips: 2, drafts: 0 })
    await dismissLoss(name)
    expect(await readLoss(name)).toBeUndefined()
  })

  test('and was sent after it was copied arrives once', async () => {
    const server = new Server()
    await addMutations(database, [proposal('Sent already'), proposal('Refused by nobody')])
    await keepCopies(database)
    await sync(partsFor(database, server.post), true)
    await lose()
    await keepCopies(database)
    expect(await changes()).toHaveLength(2)
    await sync(partsFor(database, server.post), true)
    expect([await database.outbox.count(), server.store.all('idea').length]).toEqual([0, 2])
  })

  test('is not restored if it left the database in the ordinary way', async () => {
    await addMutations(database, [proposal('Sent')])
    await keepCopies(database)
    await sync(partsFor(database, new Server().post), true)
    await keepCopies(database)
    await lose()
    await keepCopies(database)
    expect([await database.outbox.count(), await readLoss(name)]).toEqual([0, undefined])
  })

  test('saved into the emptied database before the loss was noticed is kept beside what is restored', async () => {
    await addMutations(database, [proposal('Before')])
    await keepCopies(database)
    await lose()
    await addMutations(database, [proposal('After')])
    await keepCopies(database)
    expect(await changes()).toEqual(['After', 'Before'])
    expect(new Set((await database.outbox.toArray()).map(({ cseq }) => cseq)).size).toBe(2)
  })

  test('lost at the end of the database, as in a truncated file, comes back too', async () => {
    await addMutations(database, [proposal('Early')])
    await keepCopies(database)
    const [outbox, meta] = [await database.outbox.toArray(), await database.meta.toArray()]
    await addMutations(database, [proposal('Late')])
    await keepCopies(database)
    await Promise.all([database.outbox.clear(), database.meta.clear()])
    await database.outbox.bulkAdd(outbox)
    await database.meta.bulkAdd(meta)
    await keepCopies(database)
    expect(await changes()).toEqual(['Early', 'Late'])
    await keepCopies(database)
    expect(await readLoss(name)).toMatchObject({ clips: 1 })
  })

  test('is listed where there is no copy: beyond the quota, or a damaged copy', async () => {
    const large = Array.from({ length: 80 }, (_, index) => ({
      id: crypto.randomUUID(),
      cseq: index + 1,
      name: 'proposeIdea',
      at: 1,
      args: { idea: crypto.randomUUID(), change: `Large ${index}`, details: 'x'.repeat(60_000) },
    }))
    await database.outbox.bulkAdd(heldBefore('kept-twice', large))
    await keepCopies(database)
    await fakeBrowser.storage.local.set({ [`copy ${name} ${large[0]?.id}`]: 'damaged' })
    await lose()
    await keepCopies(database)
    const [back, lost] = [await changes(), (await readLoss(name))?.lost ?? []]
    expect(lost).toContain('Large 0')
    expect(lost.length).toBeLessThan(40)
    expect([...back, ...lost].toSorted()).toEqual(large.map(({ args }) => args.change).toSorted())
  })

  test('refused clips come back as refused', async () => {
    const [one] = await addMutations(database, [proposal('No')])
    if (!one) throw new Error('Nothing was saved')
    await database.outbox.clear()
    await database.attention.add({ ...one, code: 'gone', message: 'It is gone', since: 1 })
    await keepCopies(database)
    await lose()
    await keepCopies(database)
    expect(await database.attention.toArray()).toMatchObject([{ id: one.id, code: 'gone', message: 'It is gone' }])
  })
})

describe('[I12] drafts', () => {
  test('come back if their text was checked; unchecked ones and those beside a patient page are only counted', async () => {
    const drafts = [typed('Looked over'), typed('Not looked at'), typed('Of a patient', { patients: 1 }), typed('', {})]
    await database.drafts.bulkAdd(drafts)
    await keepCopies(database, ({ form }) => form.change === 'Looked over')
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toMatch(/Not looked at|Of a patient/)
    await lose()
    await keepCopies(database)
    expect((await database.drafts.toArray()).map(({ form, tab }) => [form.change, tab])).toEqual([['Looked over', null]])
    expect(await readLoss(name)).toMatchObject({ clips: 0, drafts: 1, lost: ['', ''] })
  })

  test('come back in the version that was copied last', async () => {
    const draft = typed('Half a sent')
    await database.drafts.add(draft)
    await keepCopies(database, always)
    await database.drafts.update(draft.id, { form: { ...blankForm, change: 'Half a sentence about X' }, changedAt: Date.now() + 1 })
    await keepCopies(database, () => false)
    await lose()
    await keepCopies(database)
    expect((await database.drafts.toArray()).map(({ form }) => form.change)).toEqual(['Half a sent'])
  })

  test('that were discarded leave nothing behind', async () => {
    await database.drafts.add(typed('Thrown away'))
    await keepCopies(database, always)
    await database.drafts.clear()
    await keepCopies(database)
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('Thrown away')
  })
})

describe('[I11] damage on either side', () => {
  test.each([
    ['cleared', async () => fakeBrowser.storage.local.clear()],
    ['of another shape', async () => fakeBrowser.storage.local.set({ [`unsent ${name}`]: { mark: 7 }, [`loss ${name}`]: 'x' })],
    ['unreadable', async () => void vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('IO error'))],
    ['full', async () => void vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('Quota exceeded'))],
  ])('storage.local %s breaks nothing: the database keeps everything, and is told anew', async (_, damage) => {
    await addMutations(database, [proposal('One')])
    await keepCopies(database)
    await damage()
    const said = vi.spyOn(console, 'error').mockReturnValue()
    await addMutations(database, [proposal('Two')])
    await keepCopies(database)
    expect([await changes(), await readLoss(name)]).toEqual([['One', 'Two'], undefined])
    vi.restoreAllMocks()
    said.mockRestore()
    await keepCopies(database)
    await lose()
    await keepCopies(database)
    expect(await changes()).toEqual(['One', 'Two'])
  })

  test('without room for copies, what is lost is at least listed', async () => {
    // A full disk takes the short list of what waits, not the texts.
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('Quota exceeded'))
    const said = vi.spyOn(console, 'error').mockReturnValue()
    await addMutations(database, [proposal('One')])
    await database.drafts.add(typed('Half a sentence'))
    await keepCopies(database, always)
    vi.restoreAllMocks()
    said.mockRestore()
    await lose()
    await keepCopies(database, always)
    expect(await readLoss(name)).toMatchObject({ clips: 0, drafts: 0, lost: ['One', 'Half a sentence'] })
  })

  test('what another account had unsent is shown, and deleted with its sign-out', async () => {
    await addMutations(database, [proposal('One')])
    await keepCopies(database)
    await lose()
    await Dexie.delete(name)
    expect(await elsewhere('gleaner:server.example:net:ben')).toMatchObject([{ database: name, unsent: 1 }])
    await forgetCopies(name, () => Promise.resolve())
    expect(await fakeBrowser.storage.local.get()).toEqual({})
    expect(await elsewhere('gleaner:server.example:net:ben')).toEqual([])
  })
})
