import { randomUUID } from 'node:crypto'
import type { IdeasReply } from '../../shared/api/bank.ts'
import type { LocalWorker } from '../../worker/local/local-worker.ts'
import { type BenchNetwork, fill, get, makeBenchNetwork, post, proposal, take } from './bank.ts'
import { benchFirstView } from './first-view.ts'
import { median, ms, timed } from './statistics.ts'

/** One mutation, the matrix, a list and a search at banks of three sizes, in turns, so that noise meets all alike. */
const sizes = [1_000, 10_000, 100_000]
const rounds = 40

const firstIdeas = new Map<string, string>()
const classified = { share: 0.2, atOnce: 200 }

/** Every fifth idea goes into a pathway, so that board and decisions have something to show. */
const classify = async (worker: LocalWorker, network: BenchNetwork, ideas: number): Promise<void> => {
  const [replica, wanted] = [randomUUID(), ideas * classified.share]
  let after: string | null = null
  for (let done = 0; done < wanted;) {
    const path: string = `ideas?pathway=none&limit=${classified.atOnce}${after ? `&after=${after}` : ''}`
    const { rows, next } = (await get(worker, network, path)) as IdeasReply
    firstIdeas.set(network.slug, rows[0]?.id ?? '')
    const mutations = rows.map(({ id }, index) => ({
      id: randomUUID(),
      cseq: done + index + 1,
      name: 'classifyIdea',
      at: 0,
      args: { idea: id, pathway: 'incubator' },
    }))
    await post(worker, network, replica, mutations, null, 1)
    done += rows.length
    after = next
    if (!next) return
  }
}

const questions: Record<string, (worker: LocalWorker, network: BenchNetwork) => Promise<unknown>> = {
  'one mutation': (worker, network) => post(worker, network, randomUUID(), [proposal(performance.now() | 0, 1)], null, 1),
  matrix: (worker, network) => get(worker, network, 'matrix'),
  'list, 50 newest': (worker, network) => get(worker, network, 'ideas'),
  board: (worker, network) => get(worker, network, 'board?pathway=incubator'),
  'decisions of today': (worker, network) => get(worker, network, 'decisions'),
  'one idea': async (worker, network) => get(worker, network, `ideas/${firstIdeas.get(network.slug) ?? ''}`),
  'list of one topic': (worker, network) => get(worker, network, 'ideas?topic=feeding&sort=due'),
  'search, two words': (worker, network) => get(worker, network, 'ideas?q=sepsis%20hand'),
  'search, frequent': (worker, network) => get(worker, network, 'ideas?q=infant'),
  facets: (worker, network) => get(worker, network, 'facets'),
  'facets of a topic': (worker, network) => get(worker, network, 'facets?topic=feeding'),
  'facets of a search': (worker, network) => get(worker, network, 'facets?q=infant'),
  news: (worker, network) => get(worker, network, 'news'),
  reports: (worker, network) => get(worker, network, 'reports'),
}

export const benchBankSize = async (worker: LocalWorker): Promise<void> => {
  const networks: BenchNetwork[] = []
  for (const size of sizes) {
    const network = await makeBenchNetwork(worker, `size-${size}`)
    const { seconds, up } = await fill(worker, network, size)
    console.log(
      `  pushed ${size} ideas in ${seconds.toFixed(1)} s (${Math.round(size / seconds)}/s), ${Math.round(up / size)} B each on the wire`,
    )
    await classify(worker, network, size)
    networks.push(network)
  }
  console.log(`\n  median of ${rounds}       ${sizes.map((size) => String(size).padStart(10)).join('')}   ratio largest : smallest`)
  for (const [name, question] of Object.entries(questions)) {
    const times = networks.map((): number[] => [])
    for (let round = 0; round < rounds; round += 1)
      for (const [index, network] of networks.entries()) times[index]?.push(await timed(() => question(worker, network)))
    const medians = times.map(median)
    console.log(
      `  ${name.padEnd(20)} ${medians.map((value) => ms(value).padStart(10)).join('')}   ${((medians.at(-1) ?? 0) / (medians[0] ?? 1)).toFixed(2)}`,
    )
  }
  for (const [index, network] of networks.entries()) {
    const [from, text] = [performance.now(), await take(worker, network, 'export/ideas/csv?disposition=all')]
    const seconds = (performance.now() - from) / 1000
    console.log(
      `  ${sizes[index]} ideas as CSV: ${seconds.toFixed(1)} s, ${(text.length / 1e6).toFixed(1)} MB, ${text.split('\r\n').length - 2} records`,
    )
  }
  await benchFirstView(worker, networks.at(-1))
}
