import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GleanerBrowser, startChromium } from './chromium.ts'
import { sees, textOf, writeOver } from './steps.ts'
import { startWorld, type TestWorld } from './world.ts'

/** With the keyboard alone: Tab until that control has the focus. */
const tabTo = async (page: Awaited<ReturnType<GleanerBrowser['options']>>, name: string): Promise<void> => {
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Tab')
    const reached = await page.evaluate((wanted) => {
      const focused = document.activeElement as HTMLElement | null
      const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : focused?.textContent
      return label?.trim().startsWith(wanted) ?? false
    }, name)
    if (reached) return
  }
  throw new Error(`Tab never came to “${name}”`)
}

describe('the first run', () => {
  let world: TestWorld
  let browser: GleanerBrowser
  beforeAll(async () => {
    world = await startWorld()
    browser = await startChromium({ profile: world.profile('first-run') })
  })
  afterAll(async () => {
    await browser.close()
    await world.end()
  })

  test('[I10] opens by itself once, explains, and a practice clip is neither kept nor sent', async () => {
    const welcome = await browser.tabAt(`chrome-extension://${browser.id}/options.html#welcome`)
    await sees(welcome, 'Welcome to Gleaner')
    await welcome.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('.practice p') ?? document.body))
    const panel = await browser.press(welcome)
    await sees(panel, 'Practice: nothing of this is kept or sent.')
    await sees(welcome, 'The panel is open.')
    await writeOver(panel, '#change', 'Lend every family a home scale')
    await panel.focus('#change')
    await panel.keyboard.down('Control')
    await panel.keyboard.press('Enter')
    await panel.keyboard.up('Control')
    await sees(welcome, 'That is all there is to it.')
    const kept = await panel.evaluate(async () => {
      const asked = indexedDB.open('gleaner:unconnected')
      const database = await new Promise<IDBDatabase>((resolve) => asked.addEventListener('success', () => resolve(asked.result)))
      const count = (store: string): Promise<number> => {
        const counted = database.transaction(store).objectStore(store).count()
        return new Promise((resolve) => counted.addEventListener('success', () => resolve(counted.result)))
      }
      return [await count('outbox'), await count('drafts')]
    })
    expect(kept).toEqual([0, 0])
  })

  test('[I40] a wrong address shows an error beside the field, and opens no tab', async () => {
    const options = await browser.options('#welcome')
    await options.bringToFront()
    const tabs = (await options.evaluate('chrome.tabs.query({}).then((all) => all.length)')) as number
    await tabTo(options, 'Server')
    for (const [typed, said] of [
      ['ftp://bank.example', 'This is not an address'],
      ['gleaner', 'No Gleaner answers at this address'],
      ['https://nosuch.example', 'No Gleaner answers at this address'],
    ] as const) {
      await options.focus('#server')
      await options.evaluate('document.querySelector("#server").select()')
      await options.keyboard.type(typed)
      await options.keyboard.press('Enter')
      await sees(options, said)
      await options.locator('#server').fill('')
    }
    expect(await options.evaluate('chrome.tabs.query({}).then((all) => all.length)')).toBe(tabs)
    await options.close()
  })

  test('[I1] connected by keyboard alone with a coordinator’s link, in less than a minute', async () => {
    const begun = Date.now()
    const options = await browser.options('#welcome')
    await options.bringToFront()
    await tabTo(options, 'Server')
    await options.keyboard.type(await world.pairingLink('clinician'))
    await options.keyboard.press('Enter')
    await sees(options, 'Clara Clinician')
    expect(Date.now() - begun).toBeLessThan(60_000)
    await tabTo(options, 'Sign out')
    await options.keyboard.press('Enter')
    await sees(options, 'Everything is sent')
    await tabTo(options, 'Stay connected')
    await options.keyboard.press('Enter')
    expect(await textOf(options)).toContain('Clara Clinician')
    await options.close()
  })

  test('[I5] signing out shows what is unsent before it clears everything of the person', async () => {
    await world.stop()
    const options = await browser.options()
    const name = await options.evaluate(async () =>
      (await indexedDB.databases()).map((database) => database.name).find((one) => one?.includes('clinician')),
    )
    expect(name).toBeDefined()
    const panel = await browser.panel()
    await panel.evaluate(() =>
      document.querySelectorAll('button').forEach((button) => button.textContent?.includes('Write without a page') && button.click()),
    )
    await writeOver(panel, '#change', 'Never sent')
    await panel.focus('#change')
    await panel.keyboard.down('Control')
    await panel.keyboard.press('Enter')
    await panel.keyboard.up('Control')
    await sees(panel, 'Saved on this computer')
    await options.locator('::-p-text(Sign out …)').click()
    await sees(options, 'Not at your network yet: 1 clip waiting.')
    await options.locator('::-p-text(Delete unsent and sign out)').click()
    await sees(options, 'nothing of yours is left')
    expect(await options.evaluate(async () => (await indexedDB.databases()).map((database) => database.name))).not.toContain(name)
    await sees(panel, 'Not connected to a network yet')
    expect(await textOf(panel)).not.toContain('Never sent')
  })
})
