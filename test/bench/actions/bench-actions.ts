import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { callDevelopment } from '../../../worker/local/local-worker.ts'
import { caps } from '../../../shared/sync/protocol.ts'
import { makeBenchNetwork, post, proposal } from '../bank.ts'
import { startMeasured, type Used } from './measured-worker.ts'

const rounds = 100

export type Costs = Record<string, Omit<Used, 'bytes'>>

/** What each action costs the server: rows, calls and processor time, the mean of a hundred, in a bank of so many ideas. */
const costsIn = async (ideas: number): Promise<{ costs: Costs; bytesOfIdea: number }> => {
  const measured = await startMeasured()
  try {
    return await measure(measured, ideas)
  } finally {
    await measured.stop()
  }
}

const measure = async (
  measured: Awaited<ReturnType<typeof startMeasured>>,
  ideas: number,
): Promise<{ costs: Costs; bytesOfIdea: number }> => {
  const { worker } = measured
  const network = await makeBenchNetwork(worker, 'actions')
  const { secrets } = await callDevelopment<{ secrets: string[] }>(worker, '/sessions', {
    kind: 'web',
    people: ['bench-actions'],
    network: 'actions',
  })
  const headers = { cookie: `gleaner=${secrets[0]}`, 'sec-fetch-site': 'same-origin' }
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${worker.url}/v1/${path}`, init)
    const said = await answer.text()
    if (!answer.ok || said.includes('"refused"')) throw new Error(`${path} answered ${answer.status}: ${said.slice(0, 500)}`)
    return JSON.parse(said) as unknown
  }
  const replica = randomUUID()
  const { bytes: before } = await measured.used()
  for (let from = 1; from <= ideas; from += 100)
    await post(
      worker,
      network,
      replica,
      Array.from({ length: 100 }, (_, index) => proposal(from + index, from + index)),
      null,
      1,
    )
  const bytesOfIdea = Math.round(((await measured.used()).bytes - before) / ideas)
  let [cursor, cseq]: [string | null, number] = [null, ideas]
  const sync = async (mutations: Parameters<typeof post>[3]): Promise<boolean> => {
    const { reply } = await post(worker, network, replica, mutations, cursor, caps.page)
    if (!('cursor' in reply)) throw new Error('No page')
    cursor = reply.cursor
    return reply.more
  }
  while (await sync([]));
  await measured.settle()
  const list = (await ask('networks/actions/ideas')) as { rows: { id: string }[] }
  const [first] = list.rows
  if (!first) throw new Error('No idea')
  const clip = () => ({
    id: randomUUID(),
    cseq: (cseq += 1),
    at: 0,
    name: 'clipEvidence',
    args: {
      evidence: randomUUID(),
      ideas: [first.id],
      citation: { id: randomUUID(), type: 'article-journal', title: 'A trial of feeding on demand' },
      quote: { exact: 'Infants fed on demand gained weight sooner.', prefix: '', suffix: '' },
    },
  })
  const comment = () => ({
    mutations: [
      { id: randomUUID(), name: 'commentIdea', args: { comment: randomUUID(), idea: first.id, text: 'We could try this on our ward.' } },
    ],
  })
  const unrefused = async (mutations: Parameters<typeof post>[3]): Promise<void> => {
    const { reply } = await post(worker, network, replica, mutations, cursor, caps.page)
    if (!('cursor' in reply) || reply.acks.some(({ status }) => status === 'refused'))
      throw new Error(`Refused: ${JSON.stringify(reply).slice(0, 500)}`)
    cursor = reply.cursor
  }
  const actions: Record<string, () => Promise<unknown>> = {
    'sync, nothing new': () => sync([]),
    'sync, the directory is asked': () =>
      post(worker, { ...network, token: network.token.split('.').at(-1) ?? '' }, replica, [], cursor, caps.page),
    'sync with an idea': () => unrefused([proposal((cseq += 1), cseq)]),
    'sync with a clip': () => unrefused([clip()]),
    'a comment in the dashboard': () => ask('networks/actions/mutations', comment()),
    'who am I': () => ask('me'),
    'the matrix': () => ask('networks/actions/matrix'),
    counts: () => ask('networks/actions/counts'),
    'decisions of today': () => ask('networks/actions/decisions'),
    'a list of 50': () => ask('networks/actions/ideas?limit=50'),
    'a search': () => ask('networks/actions/ideas?q=oximeter%20discharge'),
    'one idea': () => ask(`networks/actions/ideas/${first.id}`),
    news: () => ask('networks/actions/news'),
    reports: () => ask('networks/actions/reports'),
  }
  const found: Costs = {}
  for (const [name, one] of Object.entries(actions)) {
    await one()
    await measured.used()
    for (let round = 0; round < rounds; round += 1) await one()
    const used = await measured.used()
    const mean = (key: keyof Used): number => Math.round((used[key] / rounds) * 10) / 10
    found[name] = {
      calls: mean('calls'),
      objectRead: mean('objectRead'),
      objectWritten: mean('objectWritten'),
      directoryRead: mean('directoryRead'),
      directoryWritten: mean('directoryWritten'),
      cpu: mean('cpu'),
    }
  }
  return { costs: found, bytesOfIdea }
}

const kept = join(import.meta.dirname, 'measured.json')

/** Prints them for a small and a usual bank, and keeps those of the usual one for `npm run day`. */
export const benchActions = async (): Promise<void> => {
  for (const ideas of [500, 2000]) {
    const { costs, bytesOfIdea } = await costsIn(ideas)
    console.log(`\nin a bank of ${ideas} ideas; an idea on the disk, with everything derived, ${bytesOfIdea} bytes`)
    console.table(costs)
    if (ideas === 2000) writeFileSync(kept, `${JSON.stringify({ bytesOfIdea, costs }, null, 2)}\n`)
  }
}
