import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GleanerBrowser, startChromium } from './chromium.ts'
import { connectExtension, openArticle, selectFinding } from './steps.ts'
import { startWorld, type TestWorld } from './world.ts'

let world: TestWorld
let browser: GleanerBrowser
beforeAll(async () => {
  world = await startWorld()
  browser = await startChromium({ profile: world.profile('clinician') })
  await connectExtension(browser, await world.pairingLink('clinician'))
})
afterAll(async () => {
  await browser.close()
  await world.end()
})

test('quick', async () => {
  const tab = await openArticle(browser)
  await selectFinding(tab)
  await browser.press(tab)
  await browser.command('quick-clip')
  for (let i = 0; i < 20; i++) {
    console.log(await browser.inWorker('Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})])'))
    await new Promise((r) => setTimeout(r, 500))
  }
  expect(1).toBe(1)
})
