import { randomUUID } from 'node:crypto'
import type { HookDeliveriesReply, HookLine, HookSecretReply } from '../../shared/api/webhooks.ts'
import { hookEventTypes } from '../../shared/webhooks/hook-events.ts'
import { callDevelopment, type LocalWorker } from '../../worker/local/local-worker.ts'
import { startReceiver } from '../receivers.ts'
import { type BenchNetwork, makeBenchNetwork, post, proposal } from './bank.ts'
import { median, ms, quantile, timed } from './statistics.ts'

const kinds = ['slow', 'dead', 'redirect', 'gone', 'error']
const hooks = 50
const [blocks, pairs] = [3, 100]

/** What a network's admin asks in a browser. */
const adminOf = async (worker: LocalWorker, { slug }: BenchNetwork) => {
  const { secrets } = await callDevelopment<{ secrets: string[] }>(worker, '/sessions', {
    kind: 'web',
    people: [`admin-${slug}`],
    network: slug,
  })
  return async <Reply>(method: string, path: string, body?: object): Promise<Reply> => {
    const response = await fetch(`${worker.url}/v1/networks/${slug}/hooks${path}`, {
      method,
      headers: { cookie: `gleaner=${secrets[0]}`, 'sec-fetch-site': 'same-origin' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as Reply
  }
}
type Admin = Awaited<ReturnType<typeof adminOf>>

/** Has every receiver told something now, as if what waits for it had just become due. */
const tellAll = async (admin: Admin, all: readonly HookLine[]): Promise<void> => {
  for (const { id } of all) {
    const { deliveries } = await admin<HookDeliveriesReply>('GET', `/${id}/deliveries`)
    await admin('POST', `/${id}`, { state: 'on' })
    if (deliveries[0]) await admin('POST', `/${id}/deliveries/${deliveries[0].number}`)
  }
}

/** One mutation at a time, with and without 50 receivers that are told something and do not take it, in pairs of one run. */
export const benchWebhooks = async (worker: LocalWorker): Promise<void> => {
  const [receiver, gone] = [await startReceiver(), await startReceiver()]
  gone.stop()
  const networks = [await makeBenchNetwork(worker, 'without-hooks'), await makeBenchNetwork(worker, 'with-hooks')] as const
  const admin = await adminOf(worker, networks[1])
  const all: HookLine[] = []
  for (let number = 0; number < hooks; number += 1) {
    const kind = kinds[number % kinds.length] ?? ''
    const address = kind === 'dead' ? `${gone.address}/dead` : `${receiver.address}/${kind}/bench-${number}`
    const setting = { name: kind, address, format: 'standard', events: hookEventTypes, words: false, language: 'en' }
    all.push((await admin<HookSecretReply>('POST', '', setting)).hook)
  }
  await Promise.all(all.map(({ id }) => admin('POST', `/${id}/test`)))
  const taken: [number[], number[]] = [[], []]
  let cseq = [0, 0]
  const replicas = [randomUUID(), randomUUID()]
  const once = async (which: 0 | 1): Promise<void> => {
    cseq = cseq.with(which, (cseq[which] ?? 0) + 1)
    const [at, network] = [cseq[which] ?? 0, networks[which]]
    taken[which].push(await timed(() => post(worker, network, replicas[which] ?? '', [proposal(at, at)], null, 1)))
  }
  for (let warm = 0; warm < 50; warm += 1) for (const which of [0, 1] as const) await once(which)
  for (const list of taken) list.length = 0
  for (let block = 0; block < blocks; block += 1) {
    await tellAll(admin, all)
    for (let pair = 0; pair < pairs; pair += 1)
      for (const which of pair % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) await once(which)
  }
  const ratios = taken[0].map((without, index) => (taken[1][index] ?? 0) / without)
  const waiting = (await admin<{ hooks: HookLine[] }>('GET', '')).hooks.filter((hook) => hook.waiting > 0).length
  console.log(`  a mutation without webhooks: median ${ms(median(taken[0]))}, p95 ${ms(quantile(taken[0], 0.95))}`)
  console.log(
    `  with ${hooks} that are ${kinds.join(', ')}: median ${ms(median(taken[1]))}, p95 ${ms(quantile(taken[1], 0.95))}; ${waiting} still wait`,
  )
  console.log(
    `  ratio of the medians ${(median(taken[1]) / median(taken[0])).toFixed(3)}, median of ${ratios.length} ratios ${median(ratios).toFixed(3)}`,
  )
  receiver.stop()
}
