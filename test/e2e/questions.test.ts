import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { countActions, focused, press, send, tabTo } from './keys.ts'
import { shot } from './pictures.ts'
import { connectExtension, openArticle, sees, textOf, writeOver } from './steps.ts'
import { givenBrowser } from './given.ts'

const { world, browser } = givenBrowser('questions')
let panel: Page
let article: Page
const [scales, calls, late, approved] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
const day = 24 * 60 * 60 * 1000

const synchronise = (): Promise<unknown> => panel.evaluate('chrome.runtime.sendMessage({ ask: "sync" })')
const titleHas = (words: string): Promise<unknown> =>
  panel.waitForFunction(`chrome.action.getTitle({}).then((title) => title.includes(${JSON.stringify(words)}))`, { polling: 200 })

beforeAll(async () => {
  await world.happens(
    ['clinician', 'proposeIdea', { idea: scales, change: 'Lend every family a home scale', site: 'north', topic: 'feeding' }],
    ['other-clinician', 'proposeIdea', { idea: calls, change: 'Ring every family after a week', site: 'south' }],
  )
  await connectExtension(browser, await world.pairingLink('clinician'))
  article = await openArticle(browser)
  panel = await browser.press(article)
  await panel.setViewport({ width: 360, height: 740 })
  // The panel stays beside the next tab, which has no draft.
  await browser.open()
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
  await expect.poll(async () => (await world.idea(scales)).comments[0]?.readAt, { timeout: 60_000 }).toBeTypeOf('number')
  const actions = await countActions(panel)
  await panel.click('h2#questions ~ ul textarea')
  await panel.keyboard.type('Families wait three weeks for a weight.')
  await panel.locator('h2#questions ~ ul form button.main').click()
  await panel.waitForFunction(() => !document.body.innerText.includes('question for you'))
  expect(await actions()).toBe(2)
  await expect.poll(async () => (await world.idea(scales)).comments.length, { timeout: 60_000 }).toBe(2)
  await panel.waitForFunction("chrome.action.getTitle({}).then((title) => !title.includes('question'))", { polling: 200 })
})

test('[V7] “my site would test this” is one press on the row of the bank, and another takes it back', async () => {
  await panel.focus('[role="tab"][aria-selected="true"]')
  for (let moves = 0; moves < 4 && !(await focused(panel)).startsWith('Bank'); moves += 1) await press(panel, 'ArrowRight')
  await sees(panel, 'Ring every family after a week')
  await tabTo(panel, 'My site too: “Ring every family after a week”')
  await shot(panel, 'site-too')
  const actions = await countActions(panel)
  await press(panel, 'Enter')
  await expect.poll(async () => (await world.idea(calls)).stances.map(({ site }) => site), { timeout: 60_000 }).toContain('north')
  await panel.waitForSelector('button[aria-pressed="true"]')
  expect(await actions()).toBe(1)
  expect(await violations(panel)).toEqual([])
  expect(await textOf(panel)).not.toContain('Something went wrong')
  await shot(panel, 'site-too-said')
  await press(panel, 'Enter')
  await expect.poll(async () => (await world.idea(calls)).stances.map(({ site }) => site), { timeout: 60_000 }).not.toContain('north')
})

const showTab = async (name: string): Promise<void> => {
  await panel.click(`#tab-${name}`)
  await panel.waitForSelector(`#tab-${name}[aria-selected="true"]`)
}

test('[V8] an answer that is late says so to its sender under Mine', async () => {
  // Answers are due within 14 days.
  await world.happens(['clinician', 'proposeIdea', { idea: late, change: 'Turn the lights down at night' }, Date.now() - 17 * day])
  await synchronise()
  await showTab('mine')
  await sees(panel, 'answer is 3 days late; the coordinator sees this')
  expect(await violations(panel)).toEqual([])
  await shot(panel, 'answer-late')
})

test('[G18] the panel says what steering decided on an idea, with its conditions', async () => {
  const approval = crypto.randomUUID()
  await world.happens(
    ['other-clinician', 'proposeIdea', { idea: approved, change: 'Feed every infant within six hours', problem: 'Sites differ.' }],
    ['coordinator', 'classifyIdea', { idea: approved, pathway: 'network-wide', override: 'Agreed.' }],
    ['coordinator', 'requestApproval', { approval, idea: approved, to: 'design', due: Date.now() + day, says: 'Four sites do so.' }],
    ['steering', 'decideApproval', { idea: approved, approval, decision: 'conditions', says: 'Report every month.' }],
  )
  await synchronise()
  await showTab('bank')
  await sees(panel, 'Feed every infant within six hours')
  await panel.evaluate(() => {
    const lines = [...document.querySelectorAll<HTMLElement>('.open-line')]
    lines.find(({ textContent }) => textContent?.includes('within six hours'))?.click()
  })
  for (const text of ['Approved by steering, with conditions', 'Four sites do so.', 'Stefan Steering', 'Report every month.'])
    await sees(panel, text)
  expect(await violations(panel)).toEqual([])
  await shot(panel, 'approval-panel')
})

test('[N11] with a clip in front a question is the first card too, and neither takes the place of the other', async () => {
  await article.bringToFront()
  await writeOver(panel, '#change', 'Send a photograph of the scale')
  await panel.focus('#change')
  const ask = { idea: late, text: 'At night only?', question: true }
  await world.happens(
    ['coordinator', 'commentIdea', { ...ask, comment: crypto.randomUUID() }, Date.now() - 1000],
    ['coordinator', 'commentIdea', { ...ask, idea: scales, comment: crypto.randomUUID(), text: 'Whose scales?' }],
  )
  await synchronise()
  await sees(panel, '2 questions for you')
  await sees(panel, '1 more, under Mine')
  const order = await panel.$$eval('#questions, #change', (all) => all.map(({ id }) => id))
  expect(order).toEqual(['questions', 'change'])
  // Nothing is taken from whoever writes: neither the words nor the focus.
  expect(await panel.evaluate(() => document.activeElement?.id)).toBe('change')
  expect(await violations(panel)).toEqual([])
  await shot(panel, 'question-beside-draft')
  // The one that was asked first comes first.
  expect(await panel.$eval('#questions ~ ul blockquote', (text) => text.textContent)).toBe('At night only?')
  const actions = await countActions(panel)
  await panel.click('#questions ~ ul button')
  await panel.waitForFunction(() => document.activeElement?.matches('#questions ~ ul textarea'))
  await panel.keyboard.type('Yes, after nine.')
  await send(panel)
  await sees(panel, '1 question for you')
  expect(await actions()).toBe(2)
  expect(await panel.$eval('#change', (field) => (field as HTMLTextAreaElement).value)).toBe('Send a photograph of the scale')
  await expect.poll(async () => (await world.idea(late)).comments.at(-1)?.text, { timeout: 60_000 }).toBe('Yes, after nine.')
})
