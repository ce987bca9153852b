import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { article, signsOfSite } from './article.ts'
import { madeUpChart } from './chart.ts'
import { built } from './chromium.ts'
import { connectExtension, control, openArticle, sees, selectFinding } from './steps.ts'
import { clipsHeld, held, propose, until } from './sync-device.ts'
import { givenBrowser } from './given.ts'

const { world, browser } = givenBrowser('clinician')
/** A page of the extension, to look into its database from. */
let page: Page
beforeAll(async () => {
  await connectExtension(browser, await world.pairingLink('clinician'))
  page = await browser.options()
})

const onButton = (): Promise<[text: string, title: string]> =>
  page.evaluate('Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})])') as Promise<[string, string]>

const says = async (mark: string, words: string): Promise<void> => {
  await page.waitForFunction(
    `Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})]).then(([mark, title]) => mark === ${JSON.stringify(mark)} && title.includes(${JSON.stringify(words)}))`,
    { timeout: 60_000, polling: 50 },
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
  let tab: Page
  beforeEach(async () => {
    await page.evaluate('chrome.storage.session.remove("toast")')
  })

  test('is in the inbox with its citation and sentence, once even if pressed twice, and the button shows the count again', async () => {
    tab = await openArticle(browser)
    await selectFinding(tab)
    await quickClip(tab)
    await says('✓', `Clipped: “${article.title.slice(0, 60)}`)
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
    // Text and title are set one after the other.
    await says('', 'Clip this page')
    expect(await onButton()).toEqual(['', 'Clip this page'])
    expect(await held(page)).toMatchObject({ outbox: 0, archive: 1, refused: null })
  })

  test('[I41] [C40] scripts in a page cannot read Gleaner’s storage, and the clip is undone from the button’s menu', async () => {
    // As the extension itself puts a script into the page in front, which the press granted.
    const inPage = await browser.inWorker<string>(`(async () => {
      const [tab] = await chrome.tabs.query({ active: true, url: ${JSON.stringify(`${article.address}*`)} })
      const ask = async () => {
        const areas = [chrome.storage.local, chrome.storage.session]
        const ends = await Promise.allSettled(areas.map(async (area) => area.get()))
        return ends.map(({ status }) => status).join(' ')
      }
      return (await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: ask }))[0].result
    })()`)
    expect(inPage).toBe('rejected rejected')
    await tab.close()
    // Headless, nobody can open the button's menu: the browser is asked to hand over the choice as it does.
    await browser.inWorker(`chrome.contextMenus.onClicked.dispatch({ menuItemId: 'quick-undo' })`)
    await says('✓', 'Taken back')
    await until(page, ({ outbox, archive }) => outbox === 0 && archive === 2)
    expect(await clipsHeld(page)).toEqual([])
  })

  test('with possible PHI in it is not sent: it is in the panel as a draft, with the findings', async () => {
    const address = 'https://ward.example/notes'
    browser.serve(
      address,
      `<!doctype html><title>Notes</title>${signsOfSite}<p id="finding">MRN: 4471920 gained weight with the home scale.</p>`,
    )
    const tab = await browser.open(address)
    await selectFinding(tab)
    await quickClip(tab)
    await says('!', 'Kept as a draft')
    expect(await held(page)).toMatchObject({ outbox: 0, archive: 2 })
    const panel = await browser.panel()
    await sees(panel, '4471920')
    await panel.waitForSelector('.finding.high')
    await tab.close()
  })

  test('of a patient page keeps nothing', async () => {
    browser.serve(madeUpChart.address, madeUpChart.html())
    const tab = await browser.open(madeUpChart.address)
    await quickClip(tab)
    await says('!', 'patient’s page')
    expect(await held(page)).toMatchObject({ outbox: 0, archive: 2 })
    await tab.close()
  })
})

test('[C1] the installed extension has no host permission and injects nothing by itself', () => {
  const manifest = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')) as Record<string, unknown>
  for (const name of [
    'host_permissions',
    'optional_host_permissions',
    'content_scripts',
    'externally_connectable',
    'web_accessible_resources',
  ])
    expect([name, manifest[name]]).toEqual([name, undefined])
  expect(JSON.stringify(manifest['permissions'])).not.toMatch(/tabs|webRequest|cookies|history|:\/\/|<all_urls>/)
})

test('shortcuts are shown as they are set, and changed on the browser’s own page', async () => {
  await page.waitForFunction(() => document.querySelectorAll('.keys kbd').length === 2)
  expect(await page.$$eval('.keys kbd', (keys) => keys.map((key) => key.textContent))).toEqual(['Alt+Shift+G', 'Alt+Shift+Q'])
  await control(page, 'Change the keys', 'button').click()
  await (await browser.tabAt('chrome://extensions/shortcuts')).close()
})

test('[C7] the address bar suggests ideas of the bank, offline too, and opens the chosen one', async () => {
  expect(await propose(page, ['Lend every family a home scale & more', 'See families within ten days'])).toBe('saved')
  await until(page, ({ outbox, ideas }) => outbox === 0 && ideas === 2)
  await world.stop()
  const suggested = await browser.inWorker<{ content: string; description: string }[]>(
    `new Promise((resolve) => chrome.omnibox.onInputChanged.dispatch('home fam', resolve))`,
  )
  expect(suggested.map(({ description }) => description)).toEqual([
    'Lend every <match>family</match> a <match>home</match> scale &amp; more',
  ])
  await world.restart()
  await browser.inWorker(`chrome.omnibox.onInputEntered.dispatch(${JSON.stringify(suggested[0]?.content)}, 'newForegroundTab')`)
  expect((await browser.tabAt(`${world.worker.url}/ideas/`)).url()).toBe(suggested[0]?.content)
})
