import { cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SyncReply } from '../../shared/sync/protocol.ts'
import { type QueuedMutation, protocol } from '../../shared/sync/protocol.ts'
import { startWorker } from '../../worker/local/local-worker.ts'
import { StateInUse } from '../../worker/local/state-lock.ts'
import { slug, startWorld, type TestWorld } from './world.ts'

let world: TestWorld
let token: string
beforeAll(async () => {
  // What `wrangler dev` keeps, which is killed first, the server of one's own goes on with.
  world = await startWorld({ runtime: 'wrangler' })
  const link = await world.pairingLink('clinician')
  const answer = await fetch(`${world.worker.url}/v1/devices`, {
    method: 'POST',
    body: JSON.stringify({ code: link.split('#')[1], name: 'test' }),
  })
  ;({ token } = (await answer.json()) as { token: string })
})
afterAll(() => world.end())

const batchSize = 40

/** One request; nothing where the Worker was killed before it answered. */
const push = async (replica: string, mutations: QueuedMutation[]): Promise<SyncReply | undefined> => {
  const body = JSON.stringify({ p: protocol, rid: 'r', replica, gen: 0, cursor: null, limit: 500, mutations })
  const response = await fetch(`${world.worker.url}/v1/networks/${slug}/sync`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined)
  return response?.ok ? ((await response.json().catch(() => undefined)) as SyncReply | undefined) : undefined
}

test('[S14] killed by SIGKILL during pushes and started again, on either runtime, the Worker has every acknowledged mutation, each once', async () => {
  const replicas = Array.from({ length: 4 }, () => crypto.randomUUID())
  // Nothing random in the texts: the guard takes one of 250 random ids for a telephone number, and refuses it.
  const batches = replicas.map((_, replica) =>
    Array.from({ length: 6 }, (_, batch) =>
      Array.from({ length: batchSize }, (_, index): QueuedMutation => ({
        id: crypto.randomUUID(),
        cseq: batch * batchSize + index + 1,
        name: 'proposeIdea',
        at: 0,
        args: { idea: crypto.randomUUID(), change: `Of replica ${replica}, batch ${batch}: ${index}` },
      })),
    ),
  )
  const acknowledged = new Set<string>()
  const pushAll = async (replica: string, own: QueuedMutation[][]): Promise<void> => {
    for (const mutations of own) {
      const reply = await push(replica, mutations)
      if (!reply) return
      if (!('acks' in reply)) continue
      expect(reply.acks.filter(({ status }) => status !== 'ok')).toEqual([])
      for (const ack of reply.acks) acknowledged.add(ack.id)
    }
  }
  for (let round = 0; round < 4; round += 1) {
    const pushing = Promise.all(replicas.map((replica, index) => pushAll(replica, batches[index] ?? [])))
    await new Promise((resolve) => setTimeout(resolve, 100 + 100 * round))
    await world.kill()
    await pushing
    const before = new Set(acknowledged)
    // Otherwise nothing was interrupted, and this round tested nothing.
    if (round === 0) expect(before.size).toBeLessThan(batches.flat(2).length)
    await world.restart('workerd')
    expect(await missing(before, batches.flat(2))).toEqual([])
  }
  await Promise.all(replicas.map((replica, index) => pushAll(replica, batches[index] ?? [])))
  const changes = await allChanges()
  const wanted = batches.flat(2).map((asked) => (asked.args as { change: string }).change)
  expect(changes.toSorted()).toEqual(wanted.toSorted())
}, 300_000)

const allChanges = async (): Promise<string[]> => {
  const changes: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const { rows, next } = await world.ideas(`limit=200${after ? `&after=${after}` : ''}`)
    changes.push(...rows.map((row) => row.change))
    after = next
  }
  return changes
}

const missing = async (acknowledged: Set<string>, all: QueuedMutation[]): Promise<string[]> => {
  const present = new Set(await allChanges())
  return all
    .filter((asked) => acknowledged.has(asked.id) && !present.has((asked.args as { change: string }).change))
    .map((asked) => asked.id)
}

test('[D40] a second Worker on the same data is refused, and one whose log cannot be written on a full disk goes on', async () => {
  const state = join(world.folder, 'state')
  await expect(startWorker({ state })).rejects.toThrow(StateInUse)
  await world.stop()
  if (existsSync('/dev/full')) {
    rmSync(join(state, 'worker.log'), { force: true })
    symlinkSync('/dev/full', join(state, 'worker.log'))
  }
  await world.restart('workerd')
  const asked = { id: crypto.randomUUID(), name: 'proposeIdea', args: { idea: crypto.randomUUID(), change: 'Weigh at noon' } }
  const answer = await fetch(`${world.worker.url}/v1/networks/${slug}/mutations`, {
    method: 'POST',
    body: JSON.stringify({ mutations: [asked] }),
    headers: { authorization: `Bearer ${token}` },
  })
  expect(await answer.json()).toMatchObject({ results: [{ status: 'ok' }] })
})

test('[S40] a bank file damaged on disk is noticed at the start: nothing old is shown, nothing is accepted, and the restored file is the bank again', async () => {
  const ideas = (await world.matrix()).dispositions.active
  await world.stop()
  const folder = join(world.folder, 'state/v3/do/gleaner-NetworkObject')
  const file = readdirSync(folder)
    .filter((name) => /^[\da-f]{64}\.sqlite$/.test(name))
    .map((name) => join(folder, name))[0]
  if (!file) throw new Error('The bank has no file')
  const copy = join(world.folder, 'copy')
  cpSync(folder, copy, { recursive: true })
  const broken = readFileSync(file)
  broken.fill(0xaa, broken.length >> 1, broken.length - 4096)
  writeFileSync(file, broken)
  await world.restart('workerd')
  const headers = { authorization: `Bearer ${token}` }
  for (const path of ['matrix', 'ideas']) {
    const answer = await fetch(`${world.worker.url}/v1/networks/${slug}/${path}`, { headers })
    expect([path, answer.status, (await answer.json()) as unknown]).toMatchObject([path, 503, { error: 'harmed' }])
  }
  await world.stop()
  rmSync(folder, { recursive: true })
  cpSync(copy, folder, { recursive: true })
  await world.restart('workerd')
  expect((await world.matrix()).dispositions.active).toBe(ideas)
})
