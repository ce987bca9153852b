import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GleanerBrowser, startChromium } from './chromium.ts'
import { control, endDevices, openArticle, openDashboard, sees, writeIdea } from './steps.ts'
import { held } from './sync-device.ts'
import { startWorld, type TestWorld } from './world.ts'

interface ExtensionPage {
  chrome: { storage: Record<'local' | 'sync', { get: () => Promise<Record<string, unknown>> }> }
}

const stored = (page: Page, area: 'local' | 'sync'): Promise<Record<string, unknown>> =>
  page.evaluate((name) => (globalThis as unknown as ExtensionPage).chrome.storage[name].get(), area)

describe('[I1] an extension is connected', () => {
  let world: TestWorld
  let browser: GleanerBrowser
  let dashboard: Page
  beforeAll(async () => {
    world = await startWorld()
    browser = await startChromium({ profile: world.profile('connect') })
    dashboard = await openDashboard(browser, await world.signInLink('clinician'))
  })
  afterAll(async () => {
    await browser.close()
    await world.end()
  })

  test('by a tab: the person agrees there and presses the button, with the service worker ended in between', async () => {
    const options = await browser.options()
    await control(options, 'Server').fill(world.worker.url)
    await control(options, 'Connect', 'button').click()
    await sees(options, 'Finish in the tab that opened')
    const tab = await browser.tabAt(`${world.worker.url}/connect?challenge=`)
    await browser.stopWorker()
    await control(tab, 'Connect', 'button').click()
    await sees(tab, 'One press to finish')
    await browser.stopWorker()
    await options.close()
    await browser.pressOnly(tab)
    const settings = await browser.tabAt(`chrome-extension://${browser.id}/options.html`)
    await sees(settings, 'Clara Clinician')
    expect(settings.url()).not.toContain('code')
    expect(await stored(settings, 'local')).toHaveProperty('connection.token')
    expect(await stored(settings, 'sync')).toEqual({})
    await settings.close()
  })

  test('[I2] after its access was revoked it keeps what is clipped and asks to connect again; after connecting by a code everything arrives once', async () => {
    expect(await endDevices(dashboard)).toBe(1)
    const panel = await browser.press(await openArticle(browser))
    await panel.waitForSelector('#change')
    await writeIdea(panel, 'Lend every family a home scale')
    await sees(panel, 'The server no longer knows this browser')
    expect(await held(panel)).toMatchObject({ outbox: 2, problem: 'connect-again' })

    const options = await browser.options()
    await control(options, 'Connect with a code instead').click()
    await options.waitForSelector('.user-code')
    const code = await options.$eval('.user-code', (shown) => shown.textContent ?? '')
    // Nobody looks any more, and the background is ended: what is needed outlives both.
    await options.close()
    await browser.stopWorker()
    await dashboard.bringToFront()
    await dashboard.goto(`${world.worker.url}/connect`)
    await control(dashboard, 'Code').fill(code)
    await control(dashboard, 'Continue', 'button').click()
    await control(dashboard, 'Connect', 'button').click()
    await sees(dashboard, 'Connected.')

    const again = await browser.options()
    await sees(again, 'Everything is sent')
    expect((await world.ideas('pathway=none')).rows.map(({ change }) => change)).toEqual(['Lend every family a home scale'])
    expect(await held(again)).toMatchObject({ outbox: 0, attention: 0, problem: null })
    await again.close()
  })

  test('an answer to another request, of another server or of none is not used', async () => {
    const forged = new URLSearchParams({ code: 'x'.repeat(43), state: 'y'.repeat(43), iss: world.worker.url })
    const options = await browser.options(`#connected=${encodeURIComponent(`${world.worker.url}/connected#${forged.toString()}`)}`)
    await sees(options, 'Clara Clinician')
    const before = (await stored(options, 'local'))['connection']
    expect(before).toBeDefined()
    await options.close()
  })
})
