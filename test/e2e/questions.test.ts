import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { type GleanerBrowser, startChromium } from './chromium.ts'
import { focused, press, tabTo } from './keys.ts'
import { shot } from './pictures.ts'
import { connectExtension, openArticle, sees, textOf } from './steps.ts'
import { startWorld, type TestWorld } from './world.ts'

let world: TestWorld
let browser: GleanerBrowser
let panel: Page
const [scales, calls] = [crypto.randomUUID(), crypto.randomUUID()]

const synchronise = (): Promise<unknown> => panel.evaluate('chrome.runtime.sendMessage({ ask: "sync" })')
const titleHas = (words: string): Promise<unknown> =>
  panel.waitForFunction(`chrome.action.getTitle({}).then((title) => title.includes(${JSON.stringify(words)}))`, { polling: 200 })

beforeAll(async () => {
  world = await startWorld()
  await world.happens(
    ['clinician', 'proposeIdea', { idea: scales, change: 'Lend every family a home scale', site: 'north', topic: 'feeding' }],
    ['other-clinician', 'proposeIdea', { idea: calls, change: 'Ring every family after a week', site: 'south' }],
  )
  browser = await startChromium({ profile: world.profile('questions') })
  await connectExtension(browser, await world.pairingLink('clinician'))
  panel = await browser.press(await openArticle(browser))
  await panel.setViewport({ width: 360, height: 740 })
  // The panel stays beside the next tab, which has no draft.
  await browser.open()
})
afterAll(async () => {
  await browser.close()
  await world.end()
})

test('[N11] a question reaches its sender on the button and as the first card of the panel, and is answered there: two presses and the words', async () => {
  const question = crypto.randomUUID()
  await world.happens([
    'coordinator',
    'commentIdea',
    { comment: question, idea: scales, text: 'What goes wrong today, and for whom?', question: true },
  ])
  await synchronise()
  await titleHas('1 question for you')
  await sees(panel, 'What goes wrong today, and for whom?')
  expect(await textOf(panel)).not.toContain('Something went wrong')
  await shot(panel, 'question-asked')
  expect(await violations(panel)).toEqual([])
  // Whoever asked sees that it was read, before it is answered.
  await expect.poll(async () => (await world.idea(scales)).comments[0]?.readAt, { timeout: 15_000 }).toBeTypeOf('number')
  await panel.focus('h2#questions ~ ul textarea')
  await panel.keyboard.type('Families wait three weeks for a weight.')
  await tabTo(panel, 'Answer')
  await press(panel, 'Enter')
  await panel.waitForFunction(() => !document.body.innerText.includes('question for you'))
  await expect.poll(async () => (await world.idea(scales)).comments.length, { timeout: 15_000 }).toBe(2)
  await panel.waitForFunction("chrome.action.getTitle({}).then((title) => !title.includes('question'))", { polling: 200 })
})

test('[V7] “my site would test this” is one press on the row of the bank, and another takes it back', async () => {
  await panel.focus('[role="tab"][aria-selected="true"]')
  for (let moves = 0; moves < 4 && !(await focused(panel)).startsWith('Bank'); moves += 1) await press(panel, 'ArrowRight')
  await sees(panel, 'Ring every family after a week')
  await tabTo(panel, 'My site too: “Ring every family after a week”')
  await shot(panel, 'site-too')
  await press(panel, 'Enter')
  await expect.poll(async () => (await world.idea(calls)).stances.map(({ site }) => site), { timeout: 15_000 }).toContain('north')
  await panel.waitForSelector('button[aria-pressed="true"]')
  expect(await violations(panel)).toEqual([])
  expect(await textOf(panel)).not.toContain('Something went wrong')
  await shot(panel, 'site-too-said')
  await press(panel, 'Enter')
  await expect.poll(async () => (await world.idea(calls)).stances.map(({ site }) => site), { timeout: 15_000 }).not.toContain('north')
})
