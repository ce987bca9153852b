import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { article, articleHtml } from './article.ts'
import { violations } from './axe.ts'
import { focused, press, send, tabTo } from './keys.ts'
import { shot } from './pictures.ts'
import { connectExtension, openArticle, sees, selectFinding, textOf, writeOver } from './steps.ts'
import { tableHeld } from './sync-device.ts'
import { givenBrowser } from './given.ts'

const { world, browser } = givenBrowser('home')
let tab: Page
let panel: Page
const [scales, calls] = [crypto.randomUUID(), crypto.randomUUID()]

const synchronise = (): Promise<unknown> => panel.evaluate('chrome.runtime.sendMessage({ ask: "sync" })')

/** From wherever the focus is to a tab, with the keyboard. */
const goTo = async (name: 'Clip' | 'Mine' | 'Bank' | 'Inbox'): Promise<void> => {
  await panel.focus('[role="tab"][aria-selected="true"]')
  await press(panel, 'Home')
  for (let moves = 0; moves < 4 && !(await focused(panel)).startsWith(name); moves += 1) await press(panel, 'ArrowRight')
  expect(await focused(panel)).toMatch(new RegExp(`^${name}`))
}
const typeInto = async (label: string, text: string): Promise<void> => {
  await panel.waitForSelector(`[aria-label="${label}"]`)
  await tabTo(panel, label)
  await panel.keyboard.type(text)
}
const pressOn = async (name: string): Promise<void> => {
  await tabTo(panel, name)
  await press(panel, 'Enter')
}

/** The form has the focus a moment after it is there. */
const openStance = async (): Promise<void> => {
  await pressOn('My site …')
  await panel.waitForFunction(() => document.activeElement?.matches('input[name="stance"]'), { polling: 50 })
}

/** Looks for an idea in the bank, opens it, and opens what a site says of it. */
const findAndSay = async (): Promise<void> => {
  await goTo('Bank')
  await typeInto('Search the bank', 'ring fam')
  await sees(panel, '1 found')
  await pressOn('Ring every family after a week')
  await sees(panel, 'What sites say')
  await openStance()
}

beforeAll(async () => {
  await world.happens(
    ['other-clinician', 'proposeIdea', { idea: scales, change: 'Lend every family a home scale', site: 'south', topic: 'feeding' }],
    ['other-clinician', 'proposeIdea', { idea: calls, change: 'Ring every family after a week', site: 'south' }],
    ['lead', 'expressStance', { idea: scales, site: 'north', stance: 'tested', result: 'no-change' }],
    ['coordinator', 'endIdea', { idea: scales, as: 'abandoned', reason: 'no-improvement', sentence: 'Scales lay unused.' }],
  )
  await connectExtension(browser, await world.pairingLink('lead'))
})
afterEach(async () => {
  expect(await textOf(panel)).not.toContain('Something went wrong')
})

test('[V4] similar ideas show while a sentence is typed, abandoned ones marked; one press adds the clip to one instead', async () => {
  tab = await openArticle(browser)
  await selectFinding(tab)
  panel = await browser.press(tab)
  await panel.setViewport({ width: 360, height: 740 })
  await panel.waitForSelector('#change')
  await panel.focus('#change')
  await panel.keyboard.type('Lend home scales to families')
  await sees(panel, 'Similar ideas')
  await sees(panel, 'Abandoned: Scales lay unused.')
  await shot(panel, 'similar')
  expect(await violations(panel)).toEqual([])
  await pressOn('Add my clip to it instead: “Lend every family a home scale”')
  await sees(panel, 'Your clip is added to:')
  await shot(panel, 'added-to')
  await send(panel)
  await sees(panel, 'Saved on this computer')
  await expect.poll(async () => (await world.idea(scales)).evidence.length).toBe(1)
})

test('[V2] a pending idea shows under Mine and can be edited before it is sent; the PHI check reads the edit first', async () => {
  await world.stop()
  await pressOn('Write without a page')
  await panel.waitForSelector('#change')
  await panel.focus('#change')
  await panel.keyboard.type('See families within ten days')
  await send(panel)
  await sees(panel, 'Saved on this computer')
  await goTo('Mine')
  await sees(panel, 'Saved on this computer')
  await pressOn('See families within ten days')
  await panel.waitForSelector('[data-opens="edit"]')
  await pressOn('Edit')
  await panel.waitForSelector('#edit-problem')
  await tabTo(panel, 'Problem')
  await panel.keyboard.type('John Smith, MRN 12345678, waited six weeks')
  await send(panel)
  await sees(panel, 'may identify a patient')
  await shot(panel, 'edit-stopped')
  await writeOver(panel, '#edit-problem', 'Some wait six weeks')
  await panel.focus('#edit-problem')
  await send(panel)
  await panel.waitForSelector('[data-opens="edit"]')
  expect(await focused(panel)).toBe('Edit')
  await shot(panel, 'mine')
  expect(await violations(panel)).toEqual([])
})

test('[V3] the bank is searched and read offline; a stance taken there arrives later, as does the outbox', async () => {
  await findAndSay()
  await press(panel, 'ArrowDown')
  await panel.waitForSelector('#stance-measure')
  await tabTo(panel, 'What is measured?')
  await panel.keyboard.type('Readmissions in 30 days')
  await shot(panel, 'stance')
  expect(await violations(panel)).toEqual([])
  await send(panel)
  await sees(panel, 'North Hospital is testing this · Readmissions in 30 days')
  await shot(panel, 'bank')
  await world.restart()
  await synchronise()
  await expect.poll(async () => (await world.idea(calls)).stances.map(({ site, stance }) => [site, stance])).toEqual([['north', 'testing']])
  const [row] = (await world.ideas('q=ten')).rows
  expect([row?.change, row?.problem]).toEqual(['See families within ten days', 'Some wait six weeks'])
  await goTo('Mine')
  await sees(panel, 'In the bank · to be answered by')
})

test('[V5] text typed into a form survives closing the panel, and is deleted when it is discarded', async () => {
  const openAgain = async (): Promise<void> => {
    await panel.reload()
    await panel.waitForSelector('[role="tab"][aria-selected="true"]')
    await findAndSay()
  }
  const note = (): Promise<string> => panel.$eval('#stance-note', (field) => (field as HTMLTextAreaElement).value)
  await openAgain()
  await press(panel, 'ArrowDown')
  await tabTo(panel, 'Note')
  await panel.keyboard.type('From May on, two wards')
  // Typed by a machine, all of it at once; it is on the disk a moment later.
  await expect.poll(async () => JSON.stringify(await tableHeld(panel, 'meta'))).toContain('two wards')
  await openAgain()
  await expect.poll(note).toBe('From May on, two wards')
  expect(await panel.$eval('input[name="stance"]:checked', (chosen) => chosen.labels?.[0]?.textContent)).toMatch(/testing/)
  await press(panel, 'Escape')
  await expect.poll(async () => JSON.stringify(await tableHeld(panel, 'meta'))).not.toContain('two wards')
  await openStance()
  expect(await note()).toBe('')
  await press(panel, 'Escape')
})

test('[V2] a coordinator’s decision shows as a notification, once', async () => {
  const [row] = (await world.ideas('q=ten')).rows
  await world.happens(['coordinator', 'classifyIdea', { idea: row?.id, pathway: 'single-site', topic: 'feeding' }])
  await synchronise()
  await goTo('Clip')
  await sees(panel, '1 of your ideas moved')
  await pressOn('Show')
  await sees(panel, 'was classified as Single-site.')
  await shot(panel, 'news')
  expect(await violations(panel)).toEqual([])
  await goTo('Mine')
  await sees(panel, 'Single-site · Idea')
  await sees(panel, 'Show the news')
  expect(await textOf(panel)).not.toContain('1 of your ideas moved')
  const sentence = 'Two sites see families within a week already.'
  await world.happens(['coordinator', 'endIdea', { idea: row?.id, as: 'declined', reason: 'already-done', sentence }])
  await synchronise()
  await goTo('Clip')
  await sees(panel, '1 of your ideas moved')
  await pressOn('Show')
  await sees(panel, 'was declined.')
  await sees(panel, sentence)
  await goTo('Mine')
  await sees(panel, 'Declined')
})

test('[V3] a clip without an idea waits in the inbox, and is added to an idea of the bank or becomes one', async () => {
  const clipAlone = async (address: string, title: string): Promise<void> => {
    browser.serve(
      address,
      articleHtml
        .replaceAll(article.address, address)
        .replaceAll(article.title, title)
        .replaceAll(article.doi, `10.5555/${title.length}.${address.length}`),
    )
    panel = await browser.press(await browser.open(address))
    await panel.waitForFunction((wanted) => document.querySelector<HTMLTextAreaElement>('#title')?.value === wanted, {}, title)
    await tabTo(panel, 'Idea')
    await press(panel, 'ArrowRight')
    await send(panel)
    await sees(panel, 'Saved on this computer')
  }
  await clipAlone('https://journal.example/calls', 'Telephone calls after discharge')
  await clipAlone('https://journal.example/visits', 'Early visits and feeding')
  await goTo('Inbox')
  await sees(panel, 'Telephone calls after discharge')
  await shot(panel, 'inbox')
  expect(await violations(panel)).toEqual([])
  await panel.waitForFunction(() => document.querySelectorAll('.clip-item').length === 2)
  await pressOn('Add to an idea …')
  await typeInto('Which idea does it support?', 'ring')
  await panel.waitForSelector('[aria-label="Add to “Ring every family after a week”"]')
  await shot(panel, 'pick')
  await pressOn('Add to “Ring every family after a week”')
  await sees(panel, 'Added to “Ring every family after a week”.')
  await panel.waitForFunction(() => document.querySelectorAll('.clip-item').length === 1)
  await pressOn('Make an idea of it')
  await panel.waitForSelector('#change')
  await panel.focus('#change')
  await panel.keyboard.type('Ask about nursery noise at every visit')
  await send(panel)
  await sees(panel, 'Saved on this computer')
  await expect.poll(async () => (await world.ideas('q=nursery')).rows.map(({ evidence }) => evidence)).toEqual([1])
  expect((await world.idea(calls)).evidence).toHaveLength(1)
  await goTo('Inbox')
  await sees(panel, 'None does.')
})

test('[V2] [M23] an idea is withdrawn while nobody has decided; its clip is back in the inbox and can be removed', async () => {
  await goTo('Mine')
  await sees(panel, 'Ask about nursery noise')
  await pressOn('Ask about nursery noise')
  await panel.waitForSelector('[data-opens="edit"]')
  await pressOn('Withdraw …')
  await pressOn('Withdraw it')
  await panel.waitForFunction(() => !document.body.innerText.includes('nursery'))
  expect(await focused(panel)).toBe('Mine')
  await goTo('Inbox')
  await sees(panel, 'Telephone calls after discharge')
  await pressOn('Remove …')
  await pressOn('Remove it')
  await sees(panel, 'None does.')
  await expect.poll(async () => (await world.ideas('q=nursery')).rows).toEqual([])
  await expect.poll(async () => (await world.matrix()).looseEvidence).toBe(0)
})

test('[I4] while locked, none of these views shows anything of anybody', async () => {
  await goTo('Bank')
  await sees(panel, 'Ring every family after a week')
  await panel.evaluate(
    `chrome.storage.local.get('connection').then(({ connection }) => chrome.storage.local.set({ connection: { ...connection, locked: true } }))`,
  )
  await sees(panel, 'Connect to go on')
  expect(await textOf(panel)).not.toMatch(/family|visit|scale|Bank|Mine/i)
})
