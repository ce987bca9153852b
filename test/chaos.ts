import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'puppeteer-core'
import { buildAll } from '../worker/local/build.ts'
import { type GleanerBrowser, startChromium } from './e2e/chromium.ts'
import { cutFiles } from './e2e/cut-files.ts'
import { changesInBank, connectThrough, type Held, propose, stopWorker, tableHeld, until, wake } from './e2e/sync-device.ts'
import { startProxy, type Weather } from './e2e/sync-proxy.ts'
import { startWorld } from './e2e/world.ts'

/**
 * `npm run chaos -- --minutes 10`: four extensions, a Worker and the way between them, all of them failing at random, and the
 * files and databases of the profiles too; then peace, and a count. Whatever was saved is in the bank, or was named as lost.
 * `--clears 0.1`: how many of all acts clear a database, in place of saving.
 */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, clears: { type: 'string', default: '0.012' } } })
const clears = Number(values.clears)
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

interface Window {
  chrome: { storage: { local: { get: () => Promise<object>; remove: (keys: string | string[]) => Promise<void> } } }
}

interface Client {
  person: string
  browser: GleanerBrowser
  page: Page
  /** What was named as lost before it was read. */
  lost: string[]
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
  clients.push({ person, browser, page, lost: [] })
}

const saved: string[] = []
const counts = { saved: 0, workersStopped: 0, serversKilled: 0, cleared: 0, cut: 0, copiesLost: 0, back: 0, workersSilent: 0, requests: 0 }

/**
 * Waits for what a client holds. Once its storage was cleared while it was in use, a service worker may get no answer from IndexedDB any more
 * (docs/reliability.md); the browser ends it when it is idle for half a minute, which one that is woken four times a second never is.
 */
const waitFor = async (client: Client, wanted: (held: Held) => boolean, patience: number): Promise<Held> => {
  try {
    return await until(client.page, wanted, patience)
  } catch (error) {
    const answers = 'Promise.race([indexedDB.databases().then(() => true), new Promise((resolve) => setTimeout(resolve, 10_000, false))])'
    if (await client.browser.inWorker<boolean>(answers)) throw error
    counts.workersSilent += 1
    await stopWorker(client.page)
    return until(client.page, wanted, patience)
  }
}

/** Reads the word of what was lost as a person does, and takes it away. */
const readLosses = async ({ page, lost }: Client): Promise<void> => {
  const said = await page.evaluate(async () => {
    const { storage } = (globalThis as unknown as Window).chrome
    const losses = Object.entries(await storage.local.get()).filter(([key]) => key.startsWith('loss '))
    for (const [key] of losses) await storage.local.remove(key)
    return losses.map(([, loss]) => loss as { clips: number; lost: string[] })
  })
  for (const loss of said) {
    counts.back += loss.clips
    lost.push(...loss.lost)
  }
}

/** The browser makes room: the database goes while Gleaner runs. What was saved in this very moment is told to nobody yet. */
const clear = async (client: Client): Promise<void> => {
  await told(client)
  const session = await client.page.createCDPSession()
  const origin = `chrome-extension://${client.browser.id}`
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
  await session.detach()
  counts.cleared += 1
  await wake(client.page)
  await waitFor(client, ({ replica }) => replica !== '', 60_000)
  await readLosses(client)
}

/** Waits until `storage.local` knows of everything that waits: it is told right after the database, not in the same moment. */
const told = async ({ page }: Client): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const [ids, names] = await Promise.all([tableHeld<{ id: string }>(page, 'outbox'), page.evaluate('chrome.storage.local.get()')])
    const text = JSON.stringify(names)
    if (ids.every(({ id }) => text.includes(id))) return
    await wake(page)
    await pause(50)
  }
  throw new Error('What waits was never told to storage.local')
}

/** A disk that fails: the browser ends, its files are cut in half, sometimes some of the copies are gone too, and it begins again. */
const cut = async (client: Client): Promise<void> => {
  await told(client)
  const { browser, person } = client
  if (Math.random() < 0.3) {
    await client.page.evaluate(async () => {
      const { storage } = (globalThis as unknown as Window).chrome
      const copies = Object.keys(await storage.local.get()).filter((key) => key.startsWith('copy '))
      await storage.local.remove(copies.filter((_, index) => index % 2 === 0))
    })
    counts.copiesLost += 1
  }
  await browser.close()
  cutFiles(join(world.profile(person), `Default/IndexedDB/chrome-extension_${browser.id}_0.indexeddb.leveldb`))
  counts.cut += 1
  client.browser = await startChromium({ profile: world.profile(person) })
  client.page = await client.browser.options()
  await waitFor(client, ({ replica }) => replica !== '', 60_000)
  await readLosses(client)
}
const save = async ({ page }: Client): Promise<void> => {
  const changes = Array.from({ length: 1 + Math.floor(Math.random() * 8) }, (_, index) => nameOf(saved.length + index))
  // Named before it is waited for: two clients never use one name.
  saved.push(...changes)
  if ((await propose(page, changes)) !== 'saved') throw new Error('A clip could not be saved')
  counts.saved += changes.length
}

proxy.weather = () => any(weathers)
const acts: [number, () => Promise<void>][] = [
  [0.452 - clears, () => save(any(clients))],
  [0.34, () => wake(any(clients).page)],
  [0.18, async () => ((counts.workersStopped += 1), stopWorker(any(clients).page))],
  [clears, () => clear(any(clients))],
  [0.008, () => cut(any(clients))],
  [0.02, async () => ((counts.serversKilled += 1), await world.kill(), world.restart())],
]
for (const end = Date.now() + Number(values.minutes) * 60_000; Date.now() < end; await pause(Math.random() * 120)) {
  let dice = Math.random()
  await (acts.find(([weight]) => (dice -= weight) < 0) ?? acts[0])?.[1]()
}

proxy.weather = () => ({ is: 'fine' })
for (const client of clients) {
  const end = await waitFor(client, ({ outbox }) => outbox === 0, 120_000)
  if (end.attention > 0) throw new Error(`Refused: ${end.refused}`)
  await readLosses(client)
}
const inBank = await changesInBank(world)
const seen = await Promise.all(clients.map((client) => waitFor(client, ({ ideas }) => ideas === inBank.length, 60_000)))
const lost = new Set(clients.flatMap((client) => client.lost))
counts.requests = proxy.requests
const twice = inBank.length - new Set(inBank).size
const gone = saved.filter((change) => !inBank.includes(change))
const missing = gone.filter((change) => !lost.has(change))
console.log(
  `${values.minutes} minutes: ${JSON.stringify(counts)}; named as lost ${gone.length - missing.length}, missing unsaid ${missing.length}, twice ${twice}, seen by all ${seen.every(({ ideas }) => ideas === inBank.length)}`,
)
for (const { browser } of clients) await browser.close()
await proxy.close()
await world.end()
process.exit(missing.length + twice === 0 ? 0 : 1)
