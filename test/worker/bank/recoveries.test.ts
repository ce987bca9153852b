import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { endHarmed, recoverBanks } from '../../../worker/bank/recoveries.ts'
import type { NetworkObject } from '../../../worker/bank/network-object.ts'
import { asDevice, makeNetwork, requestOf } from '../network.ts'

const bankOf = async (slug: string): Promise<{ name: string; stub: DurableObjectStub }> => {
  const name = (await env.DIRECTORY.prepare('SELECT object FROM network WHERE slug = ?').bind(slug).first<string>('object')) ?? ''
  return { name, stub: env.NETWORKS.get(env.NETWORKS.idFromName(name)) }
}
const asked = async (network: string, moment: number | null = null, bookmark: string | null = null): Promise<void> => {
  await env.DIRECTORY.prepare('INSERT INTO recovery (network, moment, bookmark, asked_at) VALUES (?, ?, ?, 1)')
    .bind(network, moment, bookmark)
    .run()
}
const became = async (network: string): Promise<Record<string, unknown>[]> =>
  (await env.DIRECTORY.prepare('SELECT state, undo, said FROM recovery WHERE network = ? ORDER BY number').bind(network).all()).results
const closed = (slug: string): Env => ({ ...env, CLOSED_NETWORKS: slug })

/** workerd has no recovery: these three calls of the storage answer as Cloudflare's documentation says. */
const withRecovery = (storage: DurableObjectStorage) => {
  const set = vi.fn(async (bookmark: string) => `before ${bookmark}`)
  Object.defineProperties(storage, {
    getCurrentBookmark: { value: async () => 'now' },
    getBookmarkForTime: { value: async (time: number) => `at ${time}` },
    onNextSessionRestoreBookmark: { value: set },
  })
  return set
}

test('[D58] nothing is brought back while its network is open, and what the storage refuses is said in its words', async () => {
  await makeNetwork('back-open')
  await asked('back-open', 1000)
  await recoverBanks(env)
  await asked('back-open', 1000)
  await recoverBanks(closed('back-open'))
  await asked('back-open')
  await recoverBanks(env)
  expect(await became('back-open')).toEqual([
    { state: 'refused', undo: null, said: expect.stringContaining('is not closed') },
    { state: 'refused', undo: null, said: expect.stringContaining('point-in-time recovery') },
    { state: 'refused', undo: null, said: expect.stringContaining('keeps no bookmarks') },
  ])
})

test('[D58] the bookmark of now, a moment and a bookmark: set, started anew, without remembered tokens, and said what is there', async () => {
  const members = await makeNetwork('back')
  const idea = { id: crypto.randomUUID(), name: 'proposeIdea', args: { idea: crypto.randomUUID(), change: 'Warm the room' } }
  const synced = await asDevice(members.contributor, '/v1/networks/back/sync', {
    method: 'POST',
    body: JSON.stringify(requestOf(crypto.randomUUID(), [{ ...idea, cseq: 1, at: Date.now() }], null)),
  })
  expect(synced.status).toBe(200)
  const tokens = async () =>
    runInDurableObject((await bankOf('back')).stub, (_, { storage: { sql } }) =>
      Number(sql.exec('SELECT count(*) AS n FROM known_token').one()['n']),
    )
  expect(await tokens()).toBe(1)
  const set = await runInDurableObject((await bankOf('back')).stub, (_, { storage }) => withRecovery(storage))
  await asked('back')
  await recoverBanks(env)
  await asked('back', 1000)
  await recoverBanks(closed('back'))
  expect(set.mock.calls).toEqual([['at 1000']])
  expect(await tokens()).toBe(0)
  expect(await became('back')).toEqual([
    { state: 'done', undo: 'now', said: '' },
    { state: 'done', undo: 'before at 1000', said: expect.stringMatching(/^1 ideas, \d+ mutations$/) },
  ])
})

test('[D58] what was set is done only in the next run of the object, and never told as done or refused before', async () => {
  await makeNetwork('back-set')
  const { stub } = await bankOf('back-set')
  const { session } = await runInDurableObject(stub, async (bank, { storage }) => {
    withRecovery(storage)
    return (bank as unknown as NetworkObject).setRecovery({ moment: 1000, bookmark: null })
  })
  await asked('back-set', 1000)
  await env.DIRECTORY.prepare("UPDATE recovery SET state = 'set', undo = 'u', session = ? WHERE network = 'back-set'").bind(session).run()
  await recoverBanks(env)
  expect(await became('back-set')).toEqual([{ state: 'set', undo: 'u', said: expect.stringContaining('Close it again') }])
  const run = () => runInDurableObject(stub, (bank) => (bank as unknown as NetworkObject).settleRecovered(session))
  expect(await run()).toBeNull()
  await recoverBanks(closed('back-set'))
  expect(await became('back-set')).toEqual([{ state: 'done', undo: 'u', said: expect.stringMatching(/^0 ideas/) }])
})

test('[D58] a harmed bank is brought back while it fails to start, if that was asked of it and its network is closed', async () => {
  await makeNetwork('back-harmed')
  await makeNetwork('back-other')
  const { stub } = await bankOf('back-harmed')
  const end = async (setting: Env): Promise<unknown[][]> => {
    const set = vi.fn(async (bookmark: string) => `before ${bookmark}`)
    const storage = { getBookmarkForTime: async (time: number) => `at ${time}`, onNextSessionRestoreBookmark: set }
    const state = { id: stub.id, storage } as unknown as DurableObjectState
    await expect(endHarmed(setting, state, new Error('bank-harmed'))).rejects.toThrow('bank-harmed')
    return set.mock.calls
  }
  await asked('back-other', 1000)
  await asked('back-harmed')
  expect(await end(closed('*'))).toEqual([])
  await asked('back-harmed', null, 'b7')
  expect(await end(env)).toEqual([])
  expect(await end(closed('back-harmed'))).toEqual([['b7']])
  expect(await end(closed('back-harmed'))).toEqual([])
  expect((await became('back-harmed')).at(-1)).toEqual({ state: 'set', undo: 'before b7', said: '' })
  await env.DIRECTORY.prepare("UPDATE recovery SET state = 'refused' WHERE network = 'back-other'").run()
  await recoverBanks(closed('back-harmed'))
  expect((await became('back-harmed')).at(-1)).toMatchObject({ state: 'done', undo: 'before b7' })
})

test('[D58] without the directory a harmed bank says what is wrong with it', async () => {
  const broken = {
    ...env,
    DIRECTORY: { prepare: () => ({ all: () => Promise.reject(new Error('no directory')) }) } as unknown as D1Database,
  }
  const { stub } = await bankOf('back')
  await expect(endHarmed(broken, { id: stub.id } as unknown as DurableObjectState, new Error('bank-harmed'))).rejects.toThrow('bank-harmed')
})
