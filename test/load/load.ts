import { parseArgs } from 'node:util'
import { buildAll } from '../../worker/local/build.ts'
import { ms, quantile } from '../bench/statistics.ts'
import { readLargest } from './largest.ts'
import { runLoad } from './run-load.ts'

/** `npm run load`: 2,000 devices with three ideas each at once, then 200 live pages; what was acknowledged is looked for in the end. */
const { values } = parseArgs({
  options: {
    devices: { type: 'string', default: '2000' },
    sockets: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '30' },
    largest: { type: 'string', default: '5000' },
  },
})
const most = { devices: 5000, sockets: 1000, seconds: 600, largest: 10_000 }
const bounded = (name: keyof typeof most): number => Math.min(most[name], Math.max(1, Math.floor(Number(values[name])) || 1))

const times = (list: readonly number[]): string =>
  `p50 ${ms(quantile(list, 0.5))}, p95 ${ms(quantile(list, 0.95))}, max ${ms(Math.max(...list))} (${list.length})`

await buildAll((line) => console.log(line))
const size = { devices: bounded('devices'), sockets: bounded('sockets'), seconds: bounded('seconds'), mostSeconds: 600 }
const { herd, live, asked, wrong, leaks } = await runLoad(size, (line) => console.log(line))
const acks = [...herd.acks.values()]
const told = (status: 'ok' | 'refused'): number => acks.filter((ack) => ack.status === status).length
console.log(`
herd: a request          ${times(herd.requests)}
herd: a device, in all   ${times(herd.devices)}
herd: sent away and come again ${herd.refused}, lost ${herd.lost}, devices without an answer ${herd.unanswered}
mutations: asked ${asked}, done ${told('ok')}, refused ${told('refused')}
live pages: ${live.opened} open, ${live.hints} hints, ${live.reads.length} readings, ${live.failed} failed
live pages: a change     ${times(live.changes)}
live pages: a reading    ${times(live.reads)}
acknowledged but not there once: ${wrong.length}; files with a word of a refused mutation: ${leaks.length}`)

const largest = await readLargest(bounded('largest'))
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(2)} MB`
console.log(`a new device and ${largest.rows} clips as large as can be: ${megabytes(largest.bytes)} in ${largest.pages.length} pages, the largest ${megabytes(Math.max(...largest.pages))}
a page                   ${times(largest.times)}`)
process.exit(wrong.length + leaks.length + herd.unanswered === 0 ? 0 : 1)
