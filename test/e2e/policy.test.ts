import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GleanerBrowser, startChromium } from './chromium.ts'
import { findBrowser, findFirefox } from './find-browser.ts'
import { startFirefox } from './firefox.ts'
import { connectExtension, control, openArticle, sees, textOf, writeOver } from './steps.ts'
import { withPolicy } from './with-policy.ts'
import { startWorld, type TestWorld } from './world.ts'

const policyOf = (server: string) => ({
  server,
  network: 'test',
  site: 'north',
  signIn: 'link',
  strictPatientCheck: true,
  disabledContexts: ['link'],
  portalHosts: ['journal.example'],
  sharedWorkstation: true,
  idleMinutes: 30,
})

const isPossible = withPolicy(join(import.meta.dirname, '../../dist/policy-test'), 'true', {}) !== undefined
if (!isPossible) console.warn('SKIPPED: only root may give a browser a policy of its own here (unshare, overlay).')

interface ExtensionPage {
  chrome: { contextMenus: { update: (id: string, properties: object) => Promise<void> } }
}

describe.skipIf(!isPossible)('[I3] a policy of the computer is obeyed', () => {
  let world: TestWorld
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.end())
  const started = (name: string, executable: string): string => {
    const folder = join(world.folder, name)
    mkdirSync(folder)
    return withPolicy(folder, executable, policyOf(world.worker.url)) ?? ''
  }

  test('in Chromium', async () => {
    const start = (): Promise<GleanerBrowser> =>
      startChromium({ profile: world.profile('policy'), executable: started(`policy-${Date.now()}`, findBrowser()) })
    let browser = await start()
    const options = await browser.options()
    await sees(options, 'Set by your organisation.')
    await options.waitForFunction((url) => document.querySelector<HTMLInputElement>('#server')?.value === url, {}, world.worker.url)
    expect(await textOf(options)).not.toContain('Connect with a code instead')
    await control(options, 'Server').fill('https://other.example')
    await control(options, 'Connect', 'button').click()
    await sees(options, 'On this computer Gleaner connects only to')
    const menu = (id: string): Promise<boolean> =>
      options.evaluate(
        (asked) =>
          (globalThis as unknown as ExtensionPage).chrome.contextMenus.update(asked, {}).then(
            () => true,
            () => false,
          ),
        id,
      )
    expect([await menu('page'), await menu('quick-clip'), await menu('link')]).toEqual([true, true, false])

    const locked = await browser.press(await openArticle(browser))
    await sees(locked, 'Connect to go on')
    await connectExtension(browser, await world.pairingLink('clinician'))
    const panel = await browser.press(await openArticle(browser))
    await sees(panel, 'This is a patient’s page')
    await browser.command('quick-clip')
    await panel.waitForFunction("chrome.action.getTitle({}).then((title) => title.includes('patient’s page. Nothing was kept'))", {
      polling: 100,
    })
    await writeOver(panel, '#change', 'Those from Boston told us how they did it')
    await panel.waitForFunction(() => document.querySelector('.finding.high') && !document.querySelector('.finding.low'))
    await browser.close()

    browser = await start()
    const next = await browser.press(await openArticle(browser))
    await sees(next, 'Connect to go on')
    expect(await textOf(next)).not.toContain('Boston')
    await connectExtension(browser, await world.pairingLink('other-clinician'))
    await sees(next, 'Clip what you read')
    expect(await textOf(next)).not.toContain('Boston')
    await connectAgainAs(browser, await world.pairingLink('clinician'))
    await sees(next, 'Boston')
    await browser.close()
  })

  test.skipIf(!findFirefox())('in Firefox', async () => {
    const browser = await startFirefox({ profile: world.profile('policy-firefox'), executable: started('firefox', findFirefox() ?? '') })
    const options = await browser.extensionPage('/options.html')
    await sees(options, 'Set by your organisation.')
    expect(await options.$eval('#server', (field) => (field as HTMLInputElement).value)).toBe(world.worker.url)
    await browser.openArticle()
    const sidebar = await browser.press()
    await sidebar.sees('Connect to go on')
    await browser.close()
  })
})

const connectAgainAs = async (browser: GleanerBrowser, link: string): Promise<void> => {
  const options = await browser.options()
  await control(options, 'Sign out …', 'button').click()
  await control(options, 'Sign out and clear', 'button').click()
  await sees(options, 'You are signed out')
  await options.close()
  await connectExtension(browser, link)
}
