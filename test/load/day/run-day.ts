import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Costs } from '../../bench/actions/bench-actions.ts'
import { pushed } from './decision.ts'
import { outage } from './herd.ts'
import { ordinaryDay } from './ordinary-day.ts'
import { diceOf, networksOf } from './population.ts'
import { monthly } from './prices.ts'

/**
 * `npm run day`: a working day of many networks in virtual time and without a network, what it costs at Cloudflare, an outage’s herd and a decision that
 * many pages hear of. The same seed prints the same figures; what an action costs was measured by `npm run bench actions`.
 */
const { values } = parseArgs({ options: { seed: { type: 'string', default: '7' } } })
const seed = Number(values.seed)
const { bytesOfIdea, costs } = JSON.parse(readFileSync(new URL('../../bench/actions/measured.json', import.meta.url), 'utf8')) as {
  bytesOfIdea: number
  costs: Costs
}
const round = (value: number): number => Number(value.toPrecision(3))
const rounded = (record: object): object => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, round(Number(value))]))

for (const count of [1, 100, 10_000]) {
  const dice = diceOf(seed)
  const networks = networksOf(count, dice)
  const devices = networks.reduce((sum, one) => sum + one.devices, 0)
  const { bill, peak, sockets, directory } = ordinaryDay(networks, costs, bytesOfIdea, dice)
  const largest = Math.max(...networks.map((one) => one.devices))
  console.log(
    `\n${count} networks, ${devices} devices (the largest network has ${largest}), ${sockets} live pages, at most ${directory} questions to the directory in a second`,
  )
  console.log('a day', rounded(bill))
  console.log('busiest second', rounded(peak), `at ${new Date(peak.at * 1000).toISOString().slice(11, 16)}`)
  console.log('dollars a month', rounded(monthly(bill)))
}
const pace = costs['sync with a clip']?.cpu ?? Number.NaN
for (const [devices, minutes] of [
  [60, 30],
  [2000, 30],
  [2000, 480],
] as const)
  console.log(
    `\nan outage of ${minutes} minutes, ${devices} devices of one network with something to send`,
    rounded(outage(devices, minutes * 60_000, pace, diceOf(seed))),
  )
const reads = ['the matrix', 'counts', 'decisions of today', 'a list of 50']
const read = reads.reduce((sum, name) => sum + (costs[name]?.cpu ?? Number.NaN), 0) / reads.length
for (const pages of [20, 200, 1000])
  console.log(
    `\na decision told to ${pages} pages, each reading ${reads.length} times`,
    rounded(pushed(pages, reads.length, read, diceOf(seed))),
  )
