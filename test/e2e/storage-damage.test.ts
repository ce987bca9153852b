import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GleanerBrowser, startChromium } from './chromium.ts'
import { cutFiles } from './cut-files.ts'
import { findFirefox } from './find-browser.ts'
import { clickButton, type GleanerFirefox, startFirefox } from './firefox.ts'
import { connectExtension, openArticle, sees, textOf, writeIdea, writeOver } from './steps.ts'
import { startWorld, type TestWorld } from './world.ts'

describe('[I11] the files of a profile are damaged, in Chromium', () => {
  let world: TestWorld
  let browser: GleanerBrowser
  let panel: Page
  const profile = (): string => world.profile('damaged')
  const databaseFiles = (): string => join(profile(), `Default/IndexedDB/chrome-extension_${browser.id}_0.indexeddb.leveldb`)
  const settingsFiles = (): string => join(profile(), `Default/Local Extension Settings/${browser.id}`)
  const start = async (): Promise<Page> => {
    browser = await startChromium({ profile: profile() })
    return browser.options()
  }
  const restart = async (damage: () => void): Promise<Page> => {
    await browser.close()
    damage()
    return start()
  }
  const copied = async (text: string): Promise<void> => {
    await expect
      .poll(() => browser.inWorker<string>('chrome.storage.local.get().then((all) => JSON.stringify(all))'), { timeout: 60_000 })
      .toContain(text)
  }
  /** What stands beside a word in the options’ list of numbers. */
  const number = (options: Page, word: string): Promise<string | undefined> =>
    options.$$eval(
      '.numbers > div',
      (lines, wanted) => lines.find((line) => line.textContent?.includes(wanted))?.querySelector('dd')?.textContent ?? undefined,
      word,
    )
  const read = (options: Page): Promise<void> => options.locator('::-p-aria([name="I have read it"][role="button"])').click()

  beforeAll(async () => {
    world = await startWorld()
    await (await start()).close()
    await connectExtension(browser, await world.pairingLink('clinician'))
  })
  afterAll(async () => {
    await browser.close()
    await world.end()
  })

  test('the outbox and a typed draft come back after each damage, and the panel says so', async () => {
    await world.stop()
    panel = await browser.press(await openArticle(browser))
    await writeIdea(panel, 'Lock the sluice')
    const tab = await openArticle(browser)
    panel = await browser.press(tab)
    await writeOver(panel, '#change', 'Half a draft')
    await copied('Half a draft')
    await copied('Lock the sluice')

    for (const damage of [() => cutFiles(databaseFiles()), () => rmSync(databaseFiles(), { recursive: true })]) {
      expect(existsSync(databaseFiles())).toBe(true)
      const options = await restart(damage)
      await sees(options, '1 clip and 1 draft not sent yet could be brought back')
      await expect.poll(() => number(options, 'waiting')).toBe('1')
      expect(await textOf(options)).not.toContain('Everything is sent')
      await read(options)
      await options.waitForFunction(() => !document.body.innerText.includes('brought back'))
    }
  })

  test('[I8] the storage is exempt from eviction, and no button is offered that has no effect', async () => {
    const options = await browser.options()
    await sees(options, 'The browser keeps it even when the disk runs short.')
    expect(await textOf(options)).not.toContain('Ask the browser')
    await options.close()
  })

  test('the browser clears the database while Gleaner runs', async () => {
    const options = await browser.options()
    const session = await options.createCDPSession()
    await session.send('Storage.clearDataForOrigin', { origin: `chrome-extension://${browser.id}`, storageTypes: 'indexeddb' })
    await options.evaluate('chrome.runtime.sendMessage({ ask: "sync" })')
    await sees(options, '1 clip and 1 draft not sent yet could be brought back')
    await options.close()
  })

  test('a page that IndexedDB does not answer says so; loaded again, it has what was typed', async () => {
    panel = await browser.press(await openArticle(browser))
    await panel.locator('#change').fill('Before the')
    await panel.evaluate(() => {
      // As Chromium 156 leaves a page now and then once its storage was cleared: nothing is written, and its transaction never ends.
      const count = function (this: IDBObjectStore): IDBRequest {
        const again = (): void => this.count().addEventListener('success', again)
        again()
        return this.count()
      }
      Object.defineProperty(IDBObjectStore.prototype, 'put', { value: count })
      Object.defineProperty(IDBTransaction.prototype, 'commit', { value: () => undefined })
    })
    await panel.locator('#change').fill('Before the silence and in it')
    await sees(panel, 'storage has not answered yet')
    await Promise.all([panel.waitForNavigation(), panel.locator('::-p-aria([name="Load again"][role="button"])').click()])
    await panel.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#change')?.value === 'Before the silence and in it', {
      polling: 50,
    })
    expect(await textOf(panel)).not.toContain('storage has not answered yet')
    await panel.locator('#change').fill('Half a draft')
    await copied('Half a draft')
  })

  test('what was lost arrives once, and later clips work', async () => {
    await world.restart()
    const options = await restart(() => undefined)
    await read(options)
    await options.evaluate('chrome.runtime.sendMessage({ ask: "sync" })')
    await sees(options, 'Everything is sent')
    panel = await browser.press(await openArticle(browser))
    await panel.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#change')?.value === 'Half a draft', { polling: 50 })
    await writeIdea(panel, 'Close every door')
    await sees(options, 'Everything is sent')
    const changes = async (): Promise<string[]> => (await world.ideas()).rows.map(({ change }) => change).toSorted()
    await expect.poll(changes, { timeout: 60_000 }).toEqual(['Close every door', 'Lock the sluice'])
  })

  test('damaged settings lose only the connection; with both damaged, nothing is called sent', async () => {
    await world.stop()
    panel = await browser.press(await openArticle(browser))
    await writeIdea(panel, 'Label each drip')
    await copied('Label each drip')
    const options = await restart(() => rmSync(settingsFiles(), { recursive: true }))
    await sees(options, 'Not connected')
    await sees(options, 'test · clinician: ')
    await world.restart()
    await connectExtension(browser, await world.pairingLink('clinician'))
    await expect.poll(async () => (await world.ideas()).rows.length, { timeout: 60_000 }).toBe(3)
    const after = await restart(() => {
      cutFiles(settingsFiles())
      cutFiles(databaseFiles())
    })
    await sees(after, 'Not connected')
    expect(await textOf(after)).not.toContain('Everything is sent')
  })
})

const firefox = findFirefox()

describe.skipIf(!firefox)('[I11] in Firefox', () => {
  const profile = mkdtempSync(join(tmpdir(), 'gleaner-damaged-firefox-'))
  let browser: GleanerFirefox
  const stores = (): string[] =>
    readdirSync(join(profile, 'storage/default'))
      .filter((name) => name.startsWith('moz-extension+++') && !name.includes('userContextId'))
      .map((name) => join(profile, 'storage/default', name, 'idb'))

  beforeAll(async () => {
    browser = await startFirefox({ profile })
  })
  afterAll(() => browser.close())

  test('[C20] [C21] the moment its tab is closed a typed draft is listed, and an untouched one is gone', async () => {
    const [typed, untouched] = [await browser.openArticle(), await browser.openArticle()]
    await browser.press()
    await typed.bringToFront()
    const sidebar = await browser.press()
    await sidebar.sees('What would we change?')
    await sidebar.fill('#change', 'Close every door')
    await untouched.close()
    await typed.close()
    await sidebar.sees('Unfinished')
    await sidebar.sees('Close every door')
    await sidebar.sees('just now')
    expect((await sidebar.text()).match(/Discard/g)).toHaveLength(1)
    await sidebar.click('section[aria-labelledby="unfinished"] .link-button')
    await sidebar.click('section[aria-labelledby="unfinished"] .actions .button')
    await sidebar.sees('Clip what you read')
  })

  test('what was saved and typed comes back after the files were cut in half, and after they are gone', async () => {
    await browser.openArticle()
    let sidebar = await browser.press()
    await sidebar.fill('#change', 'Lock the sluice')
    await sidebar.save()
    await sidebar.sees('Saved on this computer')
    await sidebar.click('.home > .button')
    await sidebar.fill('#change', 'Half a draft')
    let options = await browser.extensionPage('/options.html')
    const all = 'browser.storage.local.get().then((all) => JSON.stringify(all))'
    await expect
      .poll(() => options.evaluate(all), { timeout: 60_000 })
      .toMatch(/Lock the sluice[^]*Half a draft|Half a draft[^]*Lock the sluice/)
    await sees(options, 'The browser keeps it even when the disk runs short.')
    expect(await options.evaluate('navigator.storage.persisted()')).toBe(true)
    for (const damage of [cutFiles, (folder: string) => rmSync(folder, { recursive: true })]) {
      await browser.close()
      expect(stores()).not.toEqual([])
      stores().forEach(damage)
      browser = await startFirefox({ profile })
      options = await browser.extensionPage('/options.html')
      await sees(options, '1 clip and 1 draft not sent yet could be brought back')
      await clickButton(options, 'I have read it')
    }
    await browser.openArticle()
    sidebar = await browser.press()
    await sidebar.sees('Half a draft')
  })
})
