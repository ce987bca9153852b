import { randomUUID } from 'node:crypto'
import type { LocalWorker } from '../../worker/local/local-worker.ts'
import { type BenchNetwork, fill, get, makeBenchNetwork, post, proposal, take } from './bank.ts'
import { median, ms, timed } from './statistics.ts'

/** One mutation, the matrix, a list and a search at banks of three sizes, in turns, so that noise meets all alike. */
const sizes = [1_000, 10_000, 100_000]
const rounds = 40

const questions: Record<string, (worker: LocalWorker, network: BenchNetwork) => Promise<unknown>> = {
  'one mutation': (worker, network) => post(worker, network, randomUUID(), [proposal(performance.now() | 0, 1)], null, 1),
  matrix: (worker, network) => get(worker, network, 'matrix'),
  'list, 50 newest': (worker, network) => get(worker, network, 'ideas'),
  'search, two words': (worker, network) => get(worker, network, 'ideas?q=sepsis%20hand'),
}

export const benchBankSize = async (worker: LocalWorker): Promise<void> => {
  const networks: BenchNetwork[] = []
  for (const size of sizes) {
    const network = await makeBenchNetwork(worker, `size-${size}`)
    const { seconds, up } = await fill(worker, network, size)
    console.log(
      `  pushed ${size} ideas in ${seconds.toFixed(1)} s (${Math.round(size / seconds)}/s), ${Math.round(up / size)} B each on the wire`,
    )
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
}
