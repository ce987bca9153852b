import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { article } from './article.ts'
import { madeUpChart } from './chart.ts'
import { type GleanerBrowser, startChromium } from './chromium.ts'
import { connectExtension, openArticle, sees, selectFinding } from './steps.ts'
import { clipsHeld, held, until } from './sync-device.ts'
import { startWorld, type TestWorld } from './world.ts'

let world: TestWorld
let browser: GleanerBrowser
/** A page of the extension, to look into its database from. */
let page: Page
beforeAll(async () => {
  world = await startWorld()
  browser = await startChromium({ profile: world.profile('clinician') })
  await connectExtension(browser, await world.pairingLink('clinician'))
  page = await browser.options()
})
afterAll(async () => {
  await browser.close()
  await world.end()
})

const onButton = (): Promise<[text: string, title: string]> =>
  page.evaluate('Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})])') as Promise<[string, string]>

const says = async (mark: string, words: string): Promise<void> => {
  await page.waitForFunction(
    `Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})]).then(([mark, title]) => mark === ${JSON.stringify(mark)} && title.includes(${JSON.stringify(words)}))`,
    { timeout: 20_000, polling: 50 },
  )
}

/** The shortcut on a tab that was granted by a press; the form that the press began is thrown away, so that nothing but the shortcut acts. */
const quickClip = async (tab: Page): Promise<void> => {
  const panel = await browser.press(tab)
  await panel.waitForSelector('#change, .notice, .item')
  await tab.bringToFront()
  await browser.command('quick-clip')
}

describe('[C6] a quick clip in Chromium', () => {
  beforeEach(async () => {
    await page.evaluate('chrome.storage.session.remove("toast")')
  })

  test('is in the bank’s inbox with its citation and sentence, twice is once, and the button goes back to the count', async () => {
    const tab = await openArticle(browser)
    await selectFinding(tab)
    await quickClip(tab)
    await says('✓', 'It is on this computer')
    await until(page, ({ outbox, archive }) => outbox === 0 && archive === 1)
    expect(await clipsHeld(page)).toMatchObject([
      {
        citation: { title: article.title, DOI: article.doi },
        quote: { exact: article.sentence },
        site: 'north',
        ideas: [],
        clippedBy: 'clinician',
      },
    ])
    await browser.command('quick-clip')
    await says('✓', 'Clipped already')
    await page.waitForFunction('chrome.action.getBadgeText({}).then((text) => text === "")', { timeout: 20_000, polling: 200 })
    expect(await onButton()).toEqual(['', 'Clip this page'])
    expect(await held(page)).toMatchObject({ outbox: 0, archive: 1, refused: null })
    await tab.close()
  })

  test('with something in it that may be a patient’s is not sent: it stands in the panel as a draft, with what was found', async () => {
    const address = 'https://ward.example/notes'
    browser.serve(address, '<!doctype html><title>Notes</title><p id="finding">MRN: 4471920 gained weight with the home scale.</p>')
    const tab = await browser.open(address)
    await selectFinding(tab)
    await quickClip(tab)
    await says('!', 'Kept as a draft')
    expect(await held(page)).toMatchObject({ outbox: 0, archive: 1 })
    const panel = await browser.panel()
    await sees(panel, '4471920')
    await panel.waitForSelector('.finding.high')
    await tab.close()
  })

  test('of a patient’s page keeps nothing', async () => {
    browser.serve(madeUpChart.address, madeUpChart.html())
    const tab = await browser.open(madeUpChart.address)
    await quickClip(tab)
    await says('!', 'patient’s page')
    expect(await held(page)).toMatchObject({ outbox: 0, archive: 1 })
    await tab.close()
  })

  test('has its shortcut in the manifest, beside the other', async () => {
    const shortcuts = (await page.evaluate('chrome.commands.getAll()')) as { name: string; shortcut: string; description: string }[]
    expect(shortcuts.filter(({ name }) => !name.startsWith('_'))).toMatchObject([
      { name: 'clip', shortcut: 'Alt+Shift+G', description: 'Clip this page' },
      { name: 'quick-clip', shortcut: 'Alt+Shift+Q' },
    ])
  })
})
