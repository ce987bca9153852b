import type { Page } from 'puppeteer-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { article, articleHtml } from './article.ts'
import { alarmSet, badgeShown, committed, requested, rulesCome, script, settingsRead, toastShown, written } from './halts.ts'
import { connectExtension, sees, selectFinding, writeIdea } from './steps.ts'
import { changesInBank, clipsHeld, held, numbered, propose, until, wake } from './sync-device.ts'
import { givenBrowser } from './given.ts'

const { world, browser } = givenBrowser('killed')
/** A page of the extension, to look into its database from and to end the worker from. */
let page: Page
/** Where the person clips: what the first press granted holds for all pages of this origin. */
let tab: Page
let panel: Page

type Steps = readonly (readonly [step: string, halt: string, kept: 0 | 1])[]

const quickSteps = [
  ['who clips is asked', settingsRead, 0],
  ['the page is looked at for patients', script('/portal.js', 'before'), 0],
  ['no patient was seen', script('/portal.js', 'after'), 0],
  ['the page is read', script('/capture.js', 'before'), 0],
  ['the page was read', script('/capture.js', 'after'), 0],
  ['the rules come', rulesCome, 0],
  ['the page is looked at once more', script('/portal.js', 'before', 2), 0],
  ['the clip is put into the outbox', written('outbox', 'add', 'before'), 0],
  ['the clip is in the outbox, and not committed', written('outbox', 'add', 'after'), 0],
  ['its number is written, and not committed', written('meta', 'put', 'after'), 0],
  ['the clip is on the disk', committed('outbox', 'add'), 1],
  ['the button says so', toastShown, 1],
  ['the end of what it says is set', alarmSet('toast'), 1],
] as const satisfies Steps

const formSteps = [
  ['the draft is begun', written('drafts', 'put', 'before'), 0],
  ['the draft is on the disk', committed('drafts', 'put'), 0],
  ['the page is looked at for patients', script('/portal.js', 'before'), 0],
  ['the page is read', script('/capture.js', 'before'), 0],
  ['the page was read', script('/capture.js', 'after'), 0],
  [
    'the form is filled, its link still to come',
    written('drafts', 'put', 'after', "({ state, source }) => state === 'reading' && source"),
    0,
  ],
  ['what was read is written, and not committed', written('drafts', 'put', 'after', "({ state }) => state === 'read'"), 0],
] as const satisfies Steps

const syncSteps = [
  ['the count is shown', badgeShown, 1],
  ['the request leaves', requested('before'), 1],
  ['the server has it, and the reply is here', requested('after'), 1],
  ['what is acknowledged is taken out, and not committed', written('outbox', 'delete', 'after'), 1],
  ['the bank’s rows are written, and not committed', written('blocks', 'add', 'after'), 1],
  ['the cursor is written, and not committed', written('meta', 'put', 'after', "({ key }) => key === 'client'"), 1],
  ['the reply is on the disk', committed('blocks', 'add'), 1],
] as const satisfies Steps

const letters = numbered('part', 40).map((name) => name.replace(' ', '-'))
const addressOf = (index: number): string => `https://journal.example/${letters[index]}`
const doiOf = (index: number): string => `${article.doi}.${letters[index]}`
const titleOf = (index: number): string => `Home scales after surgery, ${letters[index]}`

beforeAll(async () => {
  await connectExtension(browser, await world.pairingLink('clinician'))
  for (const index of letters.keys())
    browser.serve(
      addressOf(index),
      articleHtml
        .replaceAll(article.title, titleOf(index))
        .replaceAll(article.doi, doiOf(index))
        .replaceAll(article.address, addressOf(index)),
    )
  page = await browser.options()
  tab = await browser.open(addressOf(39))
  panel = await browser.press(tab)
})
beforeEach(async () => {
  await until(page, ({ outbox }) => outbox === 0)
})

const kept = async (): Promise<number> => {
  const { outbox, archive } = await held(page)
  return outbox + archive
}

/** Otherwise a step that is never come to would fail without its name. */
const within = (step: string, reached: Promise<void>): Promise<void> =>
  Promise.race([reached, new Promise<void>((_, reject) => setTimeout(reject, 60_000, new Error(`Never came to: ${step}`)))])

const front = async (index: number): Promise<void> => {
  await tab.goto(addressOf(index))
  await tab.bringToFront()
}

test('[S24] the service worker killed at each step of a quick clip: it is kept once it is on disk, else nothing is; pressed again, it is there once', async () => {
  for (const [index, [step, halt, wanted]] of quickSteps.entries()) {
    await front(index)
    const before = await kept()
    const asked = JSON.stringify(await browser.inWorker('chrome.tabs.query({ active: true, lastFocusedWindow: true })'))
    const { reached, kill } = await browser.haltAt(`${halt}; chrome.commands.onCommand.dispatch('quick-clip', ${asked}[0])`)
    await within(step, reached)
    await kill(page)
    expect([step, (await kept()) - before]).toEqual([step, wanted])
    await page.evaluate("chrome.storage.session.remove('toast')")
    await browser.command('quick-clip')
    // The last thing that it does, so that it is not taken for what the next press does. What is stored outlives its moment, unlike the alarm.
    await page.waitForFunction("chrome.storage.session.get('toast').then(({ toast }) => toast !== undefined)", { polling: 100 })
    await until(page, ({ outbox, archive }) => outbox === 0 && archive === before + 1)
  }
  const titles = (await clipsHeld(page)).map(({ citation }) => citation.title ?? '')
  expect(titles.toSorted()).toEqual(quickSteps.map((_, index) => titleOf(index)))
})

test('[S24] the service worker killed at each step of a sync: everything is in the bank once', async () => {
  const changes = numbered('sync', syncSteps.length)
  for (const [index, [step, halt, wanted]] of syncSteps.entries()) {
    const before = await kept()
    const { reached, kill } = await browser.haltAt(halt)
    await propose(page, changes.slice(index, index + 1))
    await wake(page)
    await within(step, reached)
    await kill(page)
    expect([step, (await kept()) - before]).toEqual([step, wanted])
    await until(page, ({ outbox, archive }) => outbox === 0 && archive === before + 1)
  }
  expect(await changesInBank(world)).toEqual(changes)
})

test('[S24] the service worker killed at each step of a clip by the form: pressed again, the form has what was read, and what is saved is in the bank once', async () => {
  const changes = numbered('form', formSteps.length)
  const before = await changesInBank(world)
  for (const [index, [step, halt, wanted]] of formSteps.entries()) {
    await front(quickSteps.length + index)
    await selectFinding(tab)
    const count = await kept()
    const { reached, kill } = await browser.haltAt(halt)
    await browser.pressOnly(tab)
    await within(step, reached)
    await kill(page)
    expect([step, (await kept()) - count]).toEqual([step, wanted])
    await browser.pressOnly(tab)
    await sees(panel, doiOf(quickSteps.length + index))
    await writeIdea(panel, changes[index] ?? '')
    await until(page, ({ outbox }) => outbox === 0)
  }
  expect((await changesInBank(world)).filter((change) => !before.includes(change))).toEqual(changes)
  expect(await held(page)).toMatchObject({ refused: null, attention: 0 })
})
