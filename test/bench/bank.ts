import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { QueuedMutation, SyncReply } from '../../shared/sync/protocol.ts'
import { protocol } from '../../shared/sync/protocol.ts'
import { callDevelopment, type LocalWorker } from '../../worker/local/local-worker.ts'

/** A network made for measuring: its name and one member's token. */
export interface BenchNetwork {
  slug: string
  token: string
}

const words =
  'ward infant weight oximeter discharge family clinic feeding line handover checklist alarm sepsis antibiotic bundle nurse night rounding transfer home growth'.split(
    ' ',
  )
const topics = ['feeding', 'safety', 'flow', 'home']

/** Sentences that differ but weigh the same, without dice: the same bank every time. */
const sentence = (number: number, length: number): string =>
  Array.from({ length }, (_, index) => words[(number * 7 + index * (1 + (number % 11))) % words.length]).join(' ')

export const proposal = (number: number, cseq: number): QueuedMutation => ({
  id: randomUUID(),
  cseq,
  name: 'proposeIdea',
  at: 0,
  args: {
    idea: randomUUID(),
    change: `${sentence(number, 12)} ${number}`,
    problem: sentence(number + 3, 14),
    topic: topics[number % 4],
    site: `site-${number % 300}`,
  },
})

const named = (what: string, count: number): { key: string; label: string }[] =>
  Array.from({ length: count }, (_, number) => ({ key: `${what}-${number}`, label: `${what} ${number}` }))

export const makeBenchNetwork = async (worker: LocalWorker, slug: string): Promise<BenchNetwork> => {
  const person = { id: `bench-${slug}`, name: 'Bench', role: 'coordinator', site: '' }
  const admin = { id: `admin-${slug}`, name: 'Admin', role: 'admin', site: '' }
  const people = [person, admin]
  await callDevelopment(worker, '/networks', { slug, name: slug, people })
  const args = { set: { sites: named('site', 300), topics: topics.map((key) => ({ key, label: key })) } }
  const asked = { id: randomUUID(), cseq: 0, at: 0, name: 'configureFramework', args }
  const context = { person: admin.id, role: admin.role, site: '', at: Date.now() }
  await callDevelopment(worker, `/networks/${slug}/story`, { steps: [{ asked, context }], people })
  const { code } = await callDevelopment<{ code: string }>(worker, '/codes', { kind: 'device', person: person.id, network: slug })
  const response = await fetch(`${worker.url}/v1/devices`, { method: 'POST', body: JSON.stringify({ code, name: 'bench' }) })
  const { token } = (await response.json()) as { token: string }
  return { slug, token }
}

/** One gzipped sync request; answers the reply and its sizes on the wire, in bytes. */
export const post = async (
  worker: LocalWorker,
  network: BenchNetwork,
  replica: string,
  mutations: QueuedMutation[],
  cursor: string | null,
  limit: number,
): Promise<{ reply: SyncReply; up: number; down: number }> => {
  const body = gzipSync(JSON.stringify({ p: protocol, rid: randomUUID(), replica, gen: 0, cursor, limit, mutations }))
  const response = await fetch(`${worker.url}/v1/networks/${network.slug}/sync`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${network.token}`, 'content-encoding': 'gzip' },
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`sync answered ${response.status}: ${text}`)
  return { reply: JSON.parse(text) as SyncReply, up: body.length, down: gzipSync(text).length }
}

export const take = async (worker: LocalWorker, network: BenchNetwork, path: string): Promise<string> => {
  const response = await fetch(`${worker.url}/v1/networks/${network.slug}/${path}`, {
    headers: { authorization: `Bearer ${network.token}` },
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.text()
}

export const get = async (worker: LocalWorker, network: BenchNetwork, path: string): Promise<unknown> =>
  JSON.parse(await take(worker, network, path)) as unknown

/** Fills a network by pushing proposals as a device does; answers the seconds that it took and the bytes sent. */
export const fill = async (worker: LocalWorker, network: BenchNetwork, ideas: number): Promise<{ seconds: number; up: number }> => {
  const [replica, from] = [randomUUID(), performance.now()]
  let up = 0
  // Each page answers the device's own rows; a page of one row keeps the answer small, the cursor being of no use here.
  for (let cseq = 1; cseq <= ideas; cseq += 500) {
    const mutations = Array.from({ length: Math.min(500, ideas - cseq + 1) }, (_, index) => proposal(cseq + index, cseq + index))
    up += (await post(worker, network, replica, mutations, null, 1)).up
  }
  return { seconds: (performance.now() - from) / 1000, up }
}
