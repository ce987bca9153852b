import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { changesInBank, connectThrough, held, numbered, propose, stopWorker, until, wake } from './sync-device.ts'
import { type Proxy, startProxy } from './sync-proxy.ts'
import { givenBrowser } from './given.ts'

const { world, browser } = givenBrowser('weather')
let proxy: Proxy
let page: Page
let expected: string[] = []

beforeAll(async () => {
  proxy = await startProxy(world.worker.url)
  await connectThrough(browser, world, proxy, 'clinician')
})
afterAll(async () => {
  await proxy.close()
})
beforeEach(async () => {
  page = await browser.options()
  await until(page, ({ cursor }) => cursor !== null)
})
/** Whatever happened: in the end everything is in the bank once, and nothing waits. */
afterEach(async () => {
  proxy.weather = () => ({ is: 'fine' })
  const end = await until(page, ({ outbox }) => outbox === 0)
  expect(end).toMatchObject({ refused: null, ideas: expected.length })
  expect(await changesInBank(world)).toEqual(expected.toSorted((one, other) => (one < other ? -1 : 1)))
  await page.close()
})

const save = async (what: string, count: number): Promise<void> => {
  const changes = numbered(what, count)
  expect(await propose(page, changes)).toBe('saved')
  expected = [...expected, ...changes]
}

test('[S24] class 1 and 2: a service worker stopped at twenty random points loses nothing, doubles nothing and leaves nothing half done', async () => {
  proxy.weather = () => ({ is: 'hold', ms: 60 })
  let saved = (await held(page)).archive
  for (let kill = 0; kill < 20; kill += 1) {
    await save(`kill ${String(kill).padStart(2, '0')}`, 5)
    saved += 5
    await wake(page)
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 250))
    await stopWorker(page)
    const now = await held(page)
    expect(now.outbox + now.archive).toBe(saved)
  }
}, 300_000)

test('[S24] class 3: after replies lost behind the commit, mutations are sent again and run once', async () => {
  proxy.weather = (request) => (request % 3 === 0 ? { is: 'fine' } : { is: 'lose' })
  await save('lost reply', 12)
  await until(page, ({ outbox }) => outbox === 0)
})

test('[S24] class 24: a hospital’s sign-in page instead of a reply changes nothing', async () => {
  proxy.weather = () => ({ is: 'portal' })
  await save('portal', 4)
  const before = await held(page)
  await until(page, ({ problem }) => problem === 'offline')
  expect(await held(page)).toEqual({ ...before, problem: 'offline' })
})

test('[S24] class 17: a token that expires during a sync pauses it and keeps the outbox; it continues after connecting again', async () => {
  const from = proxy.requests
  proxy.weather = (request) => (request <= from + 1 ? { is: 'fine' } : { is: 'signed-out' })
  await save('paused', 600)
  const paused = await until(page, ({ problem }) => problem === 'connect-again')
  expect(paused.outbox).toBeGreaterThan(0)
  proxy.weather = () => ({ is: 'fine' })
}, 300_000)

test('[S24] class 1: a reply that is held for minutes times out; the next try finds everything there', async () => {
  const from = proxy.requests
  proxy.weather = (request) => (request === from + 1 ? { is: 'hold', ms: 300_000 } : { is: 'fine' })
  await save('held', 50)
  await wake(page)
  // That it was "offline" meanwhile may be gone by the next look: a try that was asked for follows at once.
  await until(page, ({ outbox }) => outbox === 0, 90_000)
  expect(proxy.requests).toBeGreaterThan(from + 1)
}, 300_000)
