import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signsOfSite } from './article.ts'
import { type GleanerBrowser, startChromium } from './chromium.ts'
import { sees, textOf } from './steps.ts'

/** Of nobody yet: drafts need no server. */
const profile = mkdtempSync(join(tmpdir(), 'gleaner-drafts-'))
let browser: GleanerBrowser
let panel: Page

const addressOf = (name: string): string => `https://journal.example/${name}`
const page = (name: string): string =>
  `<!doctype html><title>Paper ${name}</title>${signsOfSite}<main><h1>Paper ${name}</h1><p>${'Words of it. '.repeat(80)}</p></main>`

const open = async (name: string): Promise<Page> => {
  browser.serve(addressOf(name), page(name))
  return browser.open(addressOf(name))
}
const fieldSays = async (field: string, wanted: string): Promise<void> => {
  await expect
    .poll(
      () => panel.evaluate((selector) => document.querySelector<HTMLTextAreaElement>(selector)?.value ?? document.body.innerText, field),
      { timeout: 60_000 },
    )
    .toBe(wanted)
}
/** Presses the button on a new tab, and waits until its page was read. */
const clip = async (name: string): Promise<Page> => {
  const tab = await open(name)
  panel = await browser.press(tab)
  await fieldSays('#title', `Paper ${name}`)
  return tab
}
const type = async (text: string): Promise<void> => {
  await panel.waitForSelector('#change')
  await panel.focus('#change')
  await panel.keyboard.type(text)
}
/** The drafts that the panel lists, each as one line. */
const listed = (): Promise<string[]> =>
  panel.$$eval('section[aria-labelledby="unfinished"] li', (lines) => lines.map((line) => line.textContent ?? ''))
const lists = async (...wanted: string[]): Promise<void> => {
  await expect.poll(async () => (await listed()).map((line) => wanted.find((text) => line.includes(text)) ?? line)).toEqual(wanted)
}
const clickOn = (name: string): Promise<void> => panel.locator(`::-p-aria([name="${name}"][role="button"])`).click()
/** With the keyboard: the answer has the focus a moment after the question is there. */
const confirm = async (question: string): Promise<void> => {
  await sees(panel, question)
  await panel.waitForFunction(() => document.activeElement?.matches('.actions .button:first-of-type'), { polling: 50 })
  await panel.keyboard.press('Enter')
}
const inFront = (): Promise<string> =>
  browser.inWorker('chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => String(tab.id))')
const shot = async (name: string): Promise<void> => {
  const folder = process.env['GLEANER_PICTURES']
  if (folder) await panel.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

beforeAll(async () => {
  browser = await startChromium({ profile })
})
afterAll(() => browser.close())

test('[C20] the moment its tab is closed a typed draft is unfinished, with age, source and Discard; an untouched one is gone', async () => {
  const typed = await clip('one')
  await type('Lock the sluice')
  await clip('two')
  const other = await open('other')
  await sees(panel, 'Clip what you read')
  await lists('Lock the sluice')
  expect((await listed())[0]).toContain('Paper one · journal.example · just now · in another tab')
  await typed.close()
  await expect.poll(async () => (await listed())[0]).toBe('Lock the sluicePaper one · journal.example · just nowDiscard')
  await shot('drafts')
  await clickOn('Lock the sluice')
  await sees(panel, 'What would we change?')
  await fieldSays('#change', 'Lock the sluice')
  await other.close()
})

test('[C20] choosing a draft of another open tab opens that tab', async () => {
  const tab = await clip('three')
  await type('Close every door')
  const there = await inFront()
  await open('elsewhere')
  await lists('Close every door', 'Lock the sluice')
  await clickOn('Close every door')
  await expect.poll(inFront).toBe(there)
  await fieldSays('#change', 'Close every door')
  await tab.close()
})

test('[C20] an untouched draft is deleted when another page loads in its tab, and stays through pushState and a reload', async () => {
  const tab = await clip('four')
  await tab.evaluate(() => history.pushState(null, '', '/four#part'))
  await tab.reload()
  await open('somewhere')
  await tab.bringToFront()
  await fieldSays('#title', 'Paper four')
  browser.serve(addressOf('five'), page('five'))
  await tab.goto(addressOf('five'))
  await sees(panel, 'Clip what you read')
  await lists('Close every door', 'Lock the sluice')
  await tab.close()
})

test('[C20] after the browser ended, typed drafts are listed, with their age, and untouched ones are gone', async () => {
  await clip('six')
  await browser.close()
  browser = await startChromium({ profile })
  const tab = await open('seven')
  panel = await browser.press(tab)
  await lists('Close every door', 'Lock the sluice')
  await shot('drafts-below-form')
  await clickOn('Discard: Lock the sluice')
  await confirm('Discard this draft?')
  await lists('Close every door')
  await type('A third')
  await open('eight')
  await lists('A third', 'Close every door')
  await clickOn('Discard all')
  await confirm('Discard all 2 drafts?')
  await lists()
  expect(await textOf(panel)).toContain('Clip what you read')
})

test('[I10] a practice clip says that it was saved, and what comes next', async () => {
  const welcome = await browser.options('#welcome')
  await sees(welcome, 'A practice clip')
  panel = await browser.press(welcome)
  await sees(panel, 'Practice: nothing of this is kept or sent.')
  await type('Lend every family a home scale')
  await panel.keyboard.down('Control')
  await panel.keyboard.press('Enter')
  await panel.keyboard.up('Control')
  await sees(panel, 'Saved, as practice')
  await sees(panel, 'Next: open a paper')
  await shot('practice-saved')
  expect(await textOf(panel)).not.toContain('Unfinished')
})
