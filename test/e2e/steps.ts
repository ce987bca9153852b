import { setTimeout } from 'node:timers/promises'
import type { Locator, Page } from 'puppeteer-core'
import type { SessionsReply } from '../../shared/api/access.ts'
import { article, articleHtml } from './article.ts'
import type { GleanerBrowser } from './chromium.ts'

/** What a person does, in their words; every story is made of these. */
const patience = 60_000

export const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText)

/** What stands in the fields of a page, which is no part of its text. */
const typedIn = (page: Page): Promise<string> =>
  page.$$eval('textarea, input:not([type="radio"], [type="checkbox"])', (fields) =>
    fields.map((field) => `#${field.id}: ${(field as HTMLInputElement).value}`).join('\n'),
  )

/**
 * Waits until a page shows a text; where it does not, says what is shown instead. It asks anew each time:
 * one wait inside the page can be left behind when a press leads to another page.
 */
export const sees = async (page: Page, text: string): Promise<void> => {
  const until = Date.now() + patience
  for (;;) {
    const shown = await textOf(page).catch(() => '')
    if (shown.includes(text)) return
    if (Date.now() > until)
      throw new Error(`"${text}" is not seen at ${page.url()}, but: ${shown.slice(0, 600)}\n${await typedIn(page).catch(() => '')}`)
    await setTimeout(100)
  }
}

/** The control with that accessible name. */
export const control = (page: Page, name: string, role = ''): Locator<Element> =>
  page.locator<string>(`::-p-aria([name="${name}"]${role ? `[role="${role}"]` : ''})`)

const valueOf = (page: Page, field: string): Promise<string> => page.$eval(field, (element) => (element as HTMLInputElement).value)

/**
 * Writes over what stands in a field, as a person does: all of it is selected, and typed over. `fill` of a locator empties the field
 * without a word to the page; where the page draws it anew before the first key, as a form does that is still being filled from what
 * is read, the text comes back and the new one is typed behind it. What is read only now may do the same here: then it is done again.
 */
export const writeOver = async (page: Page, field: string, text: string): Promise<void> => {
  await page.waitForSelector(field)
  for (const until = Date.now() + patience; Date.now() < until;) {
    await page.focus(field)
    await page.keyboard.down('Control')
    await page.keyboard.press('a')
    await page.keyboard.up('Control')
    await page.keyboard.type(text)
    if ((await valueOf(page, field)) === text) return
  }
  throw new Error(`${field} does not take “${text}”, but has “${await valueOf(page, field)}”`)
}

export const connectExtension = async (browser: GleanerBrowser, link: string): Promise<void> => {
  const options = await browser.options()
  await writeOver(options, '#server', link)
  await control(options, 'Connect', 'button').click()
  await sees(options, 'Connected')
  await options.close()
}

export const openArticle = async (browser: GleanerBrowser): Promise<Page> => {
  browser.serve(article.address, articleHtml)
  return browser.open(article.address)
}

/** Selects the sentence that matters, as with the mouse. */
export const selectFinding = (tab: Page): Promise<void> =>
  tab.evaluate(() => {
    const finding = document.querySelector('#finding')
    const selection = getSelection()
    if (!finding || !selection) throw new Error('This page has no such sentence')
    selection.selectAllChildren(finding)
  })

/** Writes the idea and saves it with the keyboard; the panel then says that it is on this computer. */
export const writeIdea = async (panel: Page, change: string, why = ''): Promise<void> => {
  await writeOver(panel, '#change', change)
  if (why) await writeOver(panel, '#problem', why)
  await panel.focus('#change')
  await panel.keyboard.down('Control')
  await panel.keyboard.press('Enter')
  await panel.keyboard.up('Control')
  await sees(panel, 'Saved on this computer')
}

/** Opens the dashboard by a sign-in link and waits until the bank shows. */
export const openDashboard = async (browser: GleanerBrowser, link: string): Promise<Page> => {
  const page = await browser.open()
  await page.goto(link)
  await page.waitForSelector('table', { timeout: patience })
  return page
}

/** Ends every device of whoever is signed in there, as their account page does. */
export const endDevices = (dashboard: Page): Promise<number> =>
  dashboard.evaluate(async () => {
    const { sessions } = (await (await fetch('/v1/sessions')).json()) as SessionsReply
    const devices = sessions.filter(({ kind }) => kind === 'device')
    for (const { id } of devices) await fetch(`/v1/sessions/${id}`, { method: 'DELETE' })
    return devices.length
  })
