import 'fake-indexeddb/auto'
import { fakeBrowser } from '../fake-extension-api.ts'
import { Dexie } from 'dexie'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { clipTab } from '../../../extension/capture/capture.ts'
import { keepConnection } from '../../../extension/account/connect.ts'
import { databaseName, databaseNamed, databaseOf, unconnectedName } from '../../../extension/store/databases.ts'
import { startDraft } from '../../../extension/drafts/drafts.ts'
import { lockIfIdle } from '../../../extension/account/lock.ts'
import { recordActivity } from '../../../extension/browser/activity.ts'
import { putRows } from '../../../extension/store/rows.ts'
import { readConnection, readSender } from '../../../extension/connection/connection.ts'
import { readRemembered, writeRemembered } from '../../../extension/connection/remembered.ts'
import { GleanerDatabase } from '../../../extension/store/db.ts'
import { keepCopies } from '../../../extension/backup/keep-copies.ts'
import { signOut } from '../../../extension/account/sign-out.ts'
import { idea } from '../../sample-network.ts'
import { addMutations, proposal } from '../network-under-test.ts'

// Nothing listens there: signing out must not wait for a server.
const server = 'http://127.0.0.1:9'
const reply = (person: string) => ({
  token: person.repeat(20),
  me: { person, name: person, role: 'contributor', site: '', network: { slug: 'demo', name: 'Demo' } },
})
const connectAs = async (person: string) => {
  const end = await keepConnection(server, reply(person))
  if (end.is !== 'connected') throw new Error('Not connected')
  return end.connection
}
const minutesPass = async (minutes: number): Promise<void> => {
  const { usedAt } = await fakeBrowser.storage.session.get('usedAt')
  await fakeBrowser.storage.session.set({ usedAt: Number(usedAt) - minutes * 60_000 })
}

beforeEach(async () => {
  fakeBrowser.reset()
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name)
  await fakeBrowser.storage.managed.set({ sharedWorkstation: true, idleMinutes: 5 })
  await recordActivity()
})

describe('[I4] a shared workstation', () => {
  test('in use it stays unlocked; after the idle minutes it locks: the outbox is still sent, and nothing is shown', async () => {
    const connection = await connectAs('ann')
    await addMutations(databaseOf(connection), [proposal('Unsent')])
    await minutesPass(4)
    await lockIfIdle()
    expect(await readConnection()).toBeDefined()
    await minutesPass(1)
    await lockIfIdle()
    expect(await readConnection()).toBeUndefined()
    expect(await readSender()).toMatchObject({ token: connection.token })
    expect(await databaseOf(connection).outbox.count()).toBe(1)
  })

  test('if nothing would be lost, locking signs out and leaves nothing', async () => {
    const connection = await connectAs('ann')
    await putRows(databaseOf(connection), [{ kind: 'idea', id: 'i', value: idea() }], 0)
    await minutesPass(5)
    await lockIfIdle()
    expect(await readSender()).toBeUndefined()
    expect(await Dexie.exists(databaseName(connection))).toBe(false)
  })

  test('locked with unsent clips, it signs out once they are sent', async () => {
    const connection = await connectAs('ann')
    await addMutations(databaseOf(connection), [proposal('Unsent')])
    await minutesPass(5)
    await lockIfIdle()
    await databaseOf(connection).outbox.clear()
    await recordActivity()
    await lockIfIdle()
    expect(await readSender()).toBeUndefined()
  })

  test('a browser that was closed is locked, even before its policy has arrived', async () => {
    await addMutations(databaseOf(await connectAs('ann')), [proposal('Unsent')])
    await fakeBrowser.storage.session.clear()
    await fakeBrowser.storage.managed.clear()
    await recordActivity()
    expect(await readConnection()).toBeUndefined()
    await clipTab({ from: 'page', tab: null, address: 'https://a.example', name: 'A' })
    expect(await databaseNamed(unconnectedName).drafts.count()).toBe(0)
    await lockIfIdle()
    expect(await readConnection()).toBeUndefined()
  })

  test('unlocked by connecting again, everything is there', async () => {
    const connection = await connectAs('ann')
    await addMutations(databaseOf(connection), [proposal('Unsent')])
    await minutesPass(5)
    await lockIfIdle()
    await connectAs('ann')
    expect(await readConnection()).toMatchObject({ locked: false })
    expect(await databaseOf(await readConnection()).outbox.count()).toBe(1)
  })

  test('the next person sees nothing of the one before: no drafts, no clips, no choices', async () => {
    const ann = databaseOf(await connectAs('ann'))
    await startDraft(ann, { from: 'hand', tab: null, address: '', name: '' }, 'run')
    await writeRemembered({ site: 'north' })
    await minutesPass(5)
    await lockIfIdle()
    const ben = databaseOf(await connectAs('ben'))
    expect(ben.name).not.toBe(ann.name)
    expect([await ben.drafts.count(), await ben.outbox.count()]).toEqual([0, 0])
    expect(await ann.drafts.count()).toBe(1)
  })

  test('nothing is clipped before somebody is connected, and unconnected clips go to nobody', async () => {
    await clipTab({ from: 'page', tab: null, address: 'https://a.example', name: 'A' })
    expect(await databaseNamed(unconnectedName).drafts.count()).toBe(0)
    await addMutations(databaseNamed(unconnectedName), [proposal('Whose?')])
    expect(await databaseOf(await connectAs('ben')).outbox.count()).toBe(0)
  })

  test('without that policy nothing locks', async () => {
    await fakeBrowser.storage.managed.clear()
    await connectAs('ann')
    await fakeBrowser.storage.session.clear()
    await lockIfIdle()
    expect(await readConnection()).toBeDefined()
  })
})

describe('[I5] signing out', () => {
  test('clears token, choices and database, and tells the server', async () => {
    const asked = vi.spyOn(globalThis, 'fetch')
    const connection = await connectAs('ann')
    await addMutations(databaseOf(connection), [proposal('Unsent')])
    await writeRemembered({ site: 'north' })
    await signOut(connection)
    expect(await fakeBrowser.storage.local.get()).toEqual({})
    expect(await Dexie.exists(databaseName(connection))).toBe(false)
    expect((await readRemembered()).site).toBe('')
    expect(asked).toHaveBeenCalledWith(`${server}/v1/session`, expect.objectContaining({ method: 'DELETE' }))
    asked.mockRestore()
  })

  test('waits for a running sync, so that it restores nothing', async () => {
    const connection = await connectAs('ann')
    const database = databaseOf(connection)
    let done = (): void => undefined
    const running = navigator.locks.request(`sync:${database.name}`, () => new Promise<void>((resolve) => (done = resolve)))
    const leaving = signOut(connection)
    await putRows(database, [{ kind: 'idea', id: 'i', value: idea() }], 0)
    done()
    await Promise.all([running, leaving])
    expect(await Dexie.exists(database.name)).toBe(false)
  })

  test('restores nothing when copies are compared at the same moment', async () => {
    const connection = await connectAs('ann')
    const database = databaseOf(connection)
    await addMutations(database, [proposal('Unsent')])
    await keepCopies(database)
    const another = new GleanerDatabase(database.name)
    const remove = Dexie.delete.bind(Dexie)
    let comparing: Promise<void> | undefined
    vi.spyOn(Dexie, 'delete').mockImplementationOnce((name) =>
      remove(name).then(() => {
        // Another page of ours, which had not opened it yet.
        comparing = keepCopies(another)
        // A lock that nobody holds is granted before the next task.
        return new Dexie.Promise<void>((resolve) => setTimeout(resolve, 50))
      }),
    )
    await signOut(connection)
    await comparing
    expect([await another.outbox.count(), await fakeBrowser.storage.local.get()]).toEqual([0, {}])
    another.close()
    await remove(database.name)
  })
})
