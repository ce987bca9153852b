import { parseArgs } from 'node:util'
import type { Page } from 'puppeteer-core'
import { buildAll } from '../worker/local/build.ts'
import { type GleanerBrowser, startChromium } from './e2e/chromium.ts'
import { changesInBank, connectThrough, propose, stopWorker, until, wake } from './e2e/sync-device.ts'
import { startProxy, type Weather } from './e2e/sync-proxy.ts'
import { startWorld } from './e2e/world.ts'

/** `npm run chaos -- --minutes 10`: four extensions, a Worker and the way between them, all of them failing at random; then peace, and a count. */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } })
const people = ['clinician', 'other-clinician', 'lead', 'coordinator']
const weathers: Weather[] = [
  { is: 'fine' },
  { is: 'fine' },
  { is: 'fine' },
  { is: 'hold', ms: 300 },
  { is: 'lose' },
  { is: 'cut' },
  { is: 'portal' },
]

interface Client {
  browser: GleanerBrowser
  page: Page
}

/** Letters only: rows of digits are taken for a patient's number, and refused. */
const nameOf = (number: number): string => `chaos ${String(number).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`
const any = <One>(list: readonly One[]): One => list[Math.floor(Math.random() * list.length)] as One
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

await buildAll((line) => console.log(line))
const world = await startWorld()
const proxy = await startProxy(world.worker.url)
const clients: Client[] = []
for (const person of people) {
  const browser = await startChromium({ profile: world.profile(person) })
  await connectThrough(browser, world, proxy, person)
  const page = await browser.options()
  await until(page, ({ cursor }) => cursor !== null)
  clients.push({ browser, page })
}

const saved: string[] = []
const counts = { saved: 0, workersStopped: 0, serversKilled: 0, requests: 0 }
const save = async ({ page }: Client): Promise<void> => {
  const changes = Array.from({ length: 1 + Math.floor(Math.random() * 8) }, (_, index) => nameOf(saved.length + index))
  // Named before it is waited for: two clients never use one name.
  saved.push(...changes)
  if ((await propose(page, changes)) !== 'saved') throw new Error('A clip could not be saved')
  counts.saved += changes.length
}

proxy.weather = () => any(weathers)
const acts: [number, () => Promise<void>][] = [
  [0.45, () => save(any(clients))],
  [0.35, () => wake(any(clients).page)],
  [0.18, async () => ((counts.workersStopped += 1), stopWorker(any(clients).page))],
  [0.02, async () => ((counts.serversKilled += 1), await world.kill(), world.restart())],
]
for (const end = Date.now() + Number(values.minutes) * 60_000; Date.now() < end; await pause(Math.random() * 120)) {
  let dice = Math.random()
  await (acts.find(([weight]) => (dice -= weight) < 0) ?? acts[0])?.[1]()
}

proxy.weather = () => ({ is: 'fine' })
for (const { page } of clients) {
  const end = await until(page, ({ outbox }) => outbox === 0, 120_000)
  if (end.attention > 0) throw new Error(`Refused: ${end.refused}`)
}
const seen = await Promise.all(clients.map(({ page }) => until(page, ({ ideas }) => ideas === saved.length, 60_000)))
const inBank = await changesInBank(world)
counts.requests = proxy.requests
const twice = inBank.length - new Set(inBank).size
const missing = saved.filter((change) => !inBank.includes(change))
console.log(
  `${values.minutes} minutes: ${JSON.stringify(counts)}; missing ${missing.length}, twice ${twice}, seen by all ${seen.every(({ ideas }) => ideas === saved.length)}`,
)
for (const { browser } of clients) await browser.close()
await proxy.close()
await world.end()
process.exit(missing.length + twice === 0 ? 0 : 1)
