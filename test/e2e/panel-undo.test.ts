import { randomUUID } from 'node:crypto'
import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { shot } from './pictures.ts'
import { connectExtension, control, openArticle, sees, selectFinding, writeIdea } from './steps.ts'
import { givenBrowser } from './given.ts'

/** Second thoughts in the side panel: what is undone there within seconds leaves nothing in the bank. */
const { world, browser } = givenBrowser('undo')
let panel: Page
const calls = randomUUID()

beforeAll(async () => {
  await world.happens(['other-clinician', 'proposeIdea', { idea: calls, change: 'Ring every family after a week', site: 'south' }])
  await connectExtension(browser, await world.pairingLink('lead'))
})

test('[U5] a saved clip is undone after it arrived: idea and clip are gone, and what was typed stands in the form again', async () => {
  const tab = await openArticle(browser)
  await selectFinding(tab)
  panel = await browser.press(tab)
  await panel.waitForSelector('#change')
  await writeIdea(panel, 'Lend every family a home scale')
  await expect.poll(async () => (await world.ideas()).total, { timeout: 60_000 }).toBe(2)
  await panel.waitForSelector('.undo-part button')
  expect(await violations(panel)).toEqual([])
  await shot(panel, 'undo-part')
  await panel.focus('.undo-part button')
  await panel.keyboard.press('Enter')
  await sees(panel, 'Undone.')
  // The button is gone, the focus is not.
  expect(await panel.evaluate(() => document.activeElement !== document.body)).toBe(true)
  await panel.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#change')?.value === 'Lend every family a home scale')
  await expect.poll(async () => (await world.ideas()).total, { timeout: 60_000 }).toBe(1)
  expect((await world.evidence('')).total).toBe(0)
  expect(await panel.evaluate(() => document.body.innerText)).not.toContain('Needs your attention')
})

test('[U5] a site’s word is undone: the idea’s page says nothing of it but one struck line', async () => {
  await panel.locator('#tab-bank').click()
  await sees(panel, 'Ring every family after a week')
  await control(panel, 'My site too: “Ring every family after a week”').click()
  await expect.poll(async () => (await world.idea(calls)).stances.length, { timeout: 60_000 }).toBe(1)
  await panel.locator('.undo-part button').click()
  await sees(panel, 'Undone.')
  await expect.poll(async () => (await world.idea(calls)).stances.length, { timeout: 60_000 }).toBe(0)
  const { history } = await world.idea(calls)
  expect(history.map(({ name, takenBack }) => [name, takenBack !== undefined])).toEqual([
    ['expressStance', true],
    ['proposeIdea', false],
  ])
})
