import { randomUUID } from 'node:crypto'
import { protocol } from '../../shared/sync/protocol.ts'
import type { LocalWorker } from '../../worker/local/local-worker.ts'
import { makeBenchNetwork } from './bank.ts'
import { median } from './statistics.ts'

const rounds = 40

/** How often the directory is asked, and what that costs: other requests, and a sync that the network's object answers by itself. */
export const benchTrips = async (worker: LocalWorker): Promise<void> => {
  const { slug, token } = await makeBenchNetwork(worker, `trips-${randomUUID().slice(0, 8)}`)
  const ask = async (path: string, shown: string, body?: string): Promise<{ trips: number; took: number }> => {
    const before = performance.now()
    const init = { headers: { authorization: `Bearer ${shown}` }, ...(body ? { method: 'POST', body } : {}) }
    const answer = await fetch(`${worker.url}/v1/networks/${slug}/${path}`, init)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    const trips = Number(/desc="(\d+)"/.exec(answer.headers.get('server-timing') ?? '')?.[1])
    return { trips, took: performance.now() - before }
  }
  const sync = () =>
    JSON.stringify({ p: protocol, rid: randomUUID(), replica: randomUUID(), gen: 0, cursor: null, limit: 1, mutations: [] })
  const say = async (what: string, one: () => Promise<{ trips: number; took: number }>): Promise<void> => {
    const all: { trips: number; took: number }[] = []
    for (let round = 0; round < rounds; round += 1) all.push(await one())
    const took = median(all.map((each) => each.took)).toFixed(1)
    console.log(
      `${what.padEnd(44)} first ${all[0]?.trips}, then at most ${Math.max(...all.slice(1).map((each) => each.trips))} trips; median ${took} ms`,
    )
  }
  await say('sync, token says where its network is', () => ask('sync', token, sync()))
  // The secret alone is what tokens were before: the directory is asked each time.
  await say('sync, token without that', () => ask('sync', token.split('.').at(-1) ?? '', sync()))
  await say('the matrix', () => ask('matrix', token))
}
