import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { caps } from '../../shared/sync/protocol.ts'
import { built, type GleanerBrowser, startChromium } from './chromium.ts'
import { changesInBank, connectThrough, held, numbered, propose, stopWorker, until, wake } from './sync-device.ts'
import { type Proxy, startProxy } from './sync-proxy.ts'
import { startWorld, type TestWorld } from './world.ts'

let world: TestWorld
let proxy: Proxy
const open: GleanerBrowser[] = []

beforeAll(async () => {
  world = await startWorld()
  proxy = await startProxy(world.worker.url)
})
afterAll(async () => {
  await proxy.close()
  await world.end()
})
afterEach(async () => {
  for (const browser of open.splice(0)) await browser.close()
})

const start = async (profile: string, extension = built): Promise<GleanerBrowser> => {
  const browser = await startChromium({ profile: world.profile(profile), extension })
  open.push(browser)
  return browser
}
const inOrder = (changes: string[]): string[] => changes.toSorted((one, other) => (one < other ? -1 : 1))
const ideasOf = async (what: string): Promise<string[]> => (await changesInBank(world)).filter((change) => change.startsWith(what))

/** What only the browser can do to a page's storage. The session stays open: a quota holds as long as whoever set it. */
const storageOf = async (page: Page) => {
  const session = await page.createCDPSession()
  // Node's URL knows no origin of an extension.
  const origin = page.url().split('/').slice(0, 3).join('/')
  return {
    clear: () => session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' }),
    limit: (quotaSize?: number) =>
      session.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize === undefined ? {} : { quotaSize }) }),
  }
}

test('[S25] class 13: two copies of one profile each send their own clips, and none is mistaken for the other’s', async () => {
  const first = await start('cloned')
  await connectThrough(first, world, proxy, 'clinician')
  const page = await first.options()
  await propose(page, numbered('before the copy', 3))
  await until(page, ({ outbox, archive }) => outbox === 0 && archive === 3)
  await first.close()
  open.length = 0
  cpSync(world.profile('cloned'), world.profile('clone'), { recursive: true, filter: (path) => !path.includes('Singleton') })
  for (const [profile, what] of [
    ['cloned', 'copy one'],
    ['clone', 'copy two'],
  ] as const) {
    const browser = await start(profile)
    const options = await browser.options()
    await propose(options, numbered(what, 4))
    expect(await until(options, ({ outbox }) => outbox === 0)).toMatchObject({ refused: null })
  }
  expect(await ideasOf('copy')).toEqual([...numbered('copy one', 4), ...numbered('copy two', 4)])
})

test('[S25] class 11 and 12: after the browser clears the storage while the extension runs, it takes a new replica id, resyncs and doubles nothing', async () => {
  const browser = await start('wiped')
  await connectThrough(browser, world, proxy, 'other-clinician')
  const page = await browser.options()
  await propose(page, numbered('before the wipe', 3))
  const before = await until(page, ({ outbox, archive }) => outbox === 0 && archive === 3)
  await (await storageOf(page)).clear()
  await wake(page)
  const after = await until(page, ({ ideas }) => ideas === before.ideas)
  expect(after).toMatchObject({ archive: 0, outbox: 0 })
  expect(after.replica).not.toBe(before.replica)
  await propose(page, ['after the wipe'])
  await until(page, ({ outbox, archive }) => outbox === 0 && archive === 1)
  expect(await ideasOf('after the wipe')).toHaveLength(1)
  expect(await ideasOf('before the wipe')).toEqual(numbered('before the wipe', 3))
})

/** The extension as if it had no `unlimitedStorage`, which makes Chromium take no notice of any quota: only a disk could be full then. */
const limited = (): string => {
  const folder = join(world.folder, 'limited')
  cpSync(built, folder, { recursive: true })
  const manifest = join(folder, 'manifest.json')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"unlimitedStorage",', ''))
  return folder
}

test('[S25] class 9: on a full disk nothing is called saved that is not, and what was saved is still sent', async () => {
  const browser = await start('full', limited())
  const page = await browser.options()
  const storage = await storageOf(page)
  // Before anything is stored: Chromium remembers for half a minute how much room there was.
  await storage.limit(2_000_000)
  await connectThrough(browser, world, proxy, 'lead')
  await until(page, ({ cursor }) => cursor !== null)
  await propose(page, numbered('small', 3))
  const before = await held(page)
  expect(await propose(page, numbered('much too large', 60), 1_000_000)).toBe('QuotaExceededError')
  expect(await held(page)).toMatchObject({ outbox: before.outbox, archive: before.archive })
  await storage.limit()
  await until(page, ({ outbox }) => outbox === 0)
  expect(await ideasOf('small')).toEqual(numbered('small', 3))
})

/** `LARGE_BANK=50000 npx vitest run --project browser test/e2e/sync-profiles.test.ts -t 'class 20'` for a release; it takes minutes. */
const largeBank = Number(process.env['LARGE_BANK'] ?? 1500)

test(
  '[S25] class 20: a first sync of a large bank, its service worker killed three times, goes on from page to page',
  async () => {
    const seeder = await start('seeder')
    await connectThrough(seeder, world, proxy, 'coordinator')
    const seeding = await seeder.options()
    await propose(seeding, numbered('large bank', largeBank))
    const { ideas } = await until(seeding, ({ outbox, ideas }) => outbox === 0 && ideas >= largeBank, 100_000 + largeBank * 10)
    await seeder.close()
    open.length = 0
    const browser = await start('new')
    const from = proxy.requests
    // Longer than between two looks at what is there: the few pages of a small bank must not all come before the third kill.
    proxy.weather = () => ({ is: 'hold', ms: 1000 })
    await connectThrough(browser, world, proxy, 'steering')
    const page = await browser.options()
    let reached = 0
    for (let kill = 0; kill < 3; kill += 1) {
      const { ideas: now } = await until(page, ({ ideas: now }) => now > reached, 100_000)
      await stopWorker(page)
      reached = now
      expect((await held(page)).ideas).toBeGreaterThanOrEqual(reached)
    }
    proxy.weather = () => ({ is: 'fine' })
    expect(await until(page, ({ ideas: now }) => now === ideas, 100_000 + largeBank * 5)).toMatchObject({ refused: null })
    // Each page once, and once more for each kill and each start of a reading that found nothing new.
    expect(proxy.requests - from).toBeLessThan(37 + Math.ceil(largeBank / caps.page))
  },
  240_000 + largeBank * 20,
)

test('[S25] class 27: after the Worker dies by SIGKILL during a sync and comes back, every clip is there once', async () => {
  const browser = await start('killed')
  await connectThrough(browser, world, proxy, 'admin')
  const page = await browser.options()
  await until(page, ({ cursor }) => cursor !== null)
  await propose(page, numbered('power cut', 300))
  await wake(page)
  await world.kill()
  await world.restart()
  expect(await until(page, ({ outbox }) => outbox === 0, 60_000)).toMatchObject({ refused: null })
  expect(await ideasOf('power cut')).toEqual(inOrder(numbered('power cut', 300)))
}, 300_000)
