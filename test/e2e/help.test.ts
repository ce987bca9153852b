import { randomUUID } from 'node:crypto'
import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { focused, press, tabTo } from './keys.ts'
import { picture } from './pictures.ts'
import { sees } from './steps.ts'
import { givenWindows } from './given.ts'

/** What a newcomer asks of a page: what are its keys, what do its words mean, why does the gate ask for that? */
const { world, windows } = givenWindows()
const idea = randomUUID()

beforeAll(async () => {
  await windows.did('clinician', 'proposeIdea', {
    idea,
    change: 'Lend every family a home scale.',
    problem: 'Weights at home are guessed.',
    topic: 'feeding',
    site: 'north',
  })
})

const bubble = '.term-bubble'

/** From now on the page says how many of its timers are still to come, as `data-timers`. */
const countTimers = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const [waiting, begin, end] = [new Set<number>(), globalThis.setTimeout.bind(globalThis), globalThis.clearTimeout.bind(globalThis)]
    const tell = (): void => void (document.documentElement.dataset['timers'] = String(waiting.size))
    const setTimer = (work: () => void, time?: number): number => {
      const timer = begin(() => {
        waiting.delete(timer)
        work()
        tell()
      }, time) as unknown as number
      waiting.add(timer)
      tell()
      return timer
    }
    const clearTimer = (timer?: number): void => {
      end(timer)
      waiting.delete(timer ?? 0)
      tell()
    }
    Object.assign(globalThis, { setTimeout: setTimer, clearTimeout: clearTimer })
    tell()
  })

test('[V20] the help of the page opens by key and by button, says its keys and words, and gives the focus back', async () => {
  const page = await windows.open('coordinator', '/triage', 'Lend every family')
  await press(page, '?')
  await page.waitForSelector('dialog.help .help-words')
  const said = await page.$eval('dialog.help', (dialog) => (dialog as HTMLElement).innerText)
  for (const text of ['Help: Triage', 'Next idea', 'Undo what you did last', 'Three to five sites', 'Why gates ask'])
    expect(said).toContain(text)
  expect(await violations(page)).toEqual([])
  await picture(page, 'help-triage')
  await press(page, 'Escape')
  await page.waitForFunction(() => !document.querySelector('dialog.help'))
  await windows.open('coordinator', '/', 'Answers overdue')
  await page.focus('.help-button')
  await press(page, 'Enter')
  await sees(page, 'Help: Bank')
  await press(page, 'Escape')
  await page.waitForFunction(() => !document.querySelector('dialog.help'))
  expect(await focused(page)).toBe('Help')
})

test('[V21] a word says what it means on focus, hover and touch; it stays while pointed at, and Escape takes it away alone', async () => {
  const page = await windows.open('coordinator', '/', 'Answers overdue')
  await tabTo(page, 'Evaluate')
  await page.waitForSelector(bubble)
  expect(await page.$eval(bubble, (one) => one.textContent)).toContain('results of the test sites')
  const word = await page.$eval('.term-word[aria-expanded=true]', (one) => [one.textContent, one.getAttribute('aria-describedby')])
  expect(word).toEqual(['Evaluate', await page.$eval(bubble, (one) => one.id)])
  expect(await violations(page)).toEqual([])
  await picture(page, 'term')
  await press(page, 'Escape')
  await page.waitForFunction((which) => !document.querySelector(which), {}, bubble)
  expect(await focused(page)).toBe('Evaluate')

  await countTimers(page)
  await page.hover('th .term-word')
  await page.waitForSelector(bubble)
  // Over to the explanation itself: it may be read and selected.
  const box = await (await page.$(bubble))?.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 10, { steps: 8 })
  await page.waitForFunction((which) => document.querySelector(which)?.matches(':hover'), {}, bubble)
  // What would take it away was called off or has run.
  await page.waitForFunction(() => document.documentElement.dataset['timers'] === '0')
  expect(await page.$(bubble)).not.toBe(null)
  await page.mouse.move(2, 2)
  await page.waitForFunction((which) => !document.querySelector(which), {}, bubble)

  await page.setViewport({ width: 768, height: 900, hasTouch: true })
  await page.waitForSelector('.decision-list .term-word')
  await page.tap('.decision-list .term-word')
  await page.waitForSelector(bubble)
  await page.tap('h1')
  await page.waitForFunction((which) => !document.querySelector(which), {}, bubble)
  await page.setViewport({ width: 1280, height: 900 })
})

test('[V21] each requirement of a gate says why it is asked for; Escape closes the explanation and not the gate', async () => {
  await windows.did('coordinator', 'classifyIdea', { idea, pathway: 'incubator' })
  const page = await windows.open('coordinator', `/ideas/${idea}`, 'Move to Design')
  await sees(page, 'Somebody has to answer for the work')
  await picture(page, 'gate-reasons')
  await page.goto(`${world.worker.url}/board?pathway=incubator`)
  await page.waitForSelector('.handle')
  await page.focus('.handle')
  await press(page, 'Enter', 'ArrowRight', 'Enter')
  await page.waitForSelector('dialog.gate .requirements .reason')
  await windows.did('coordinator', 'editIdea', { idea, set: { theory: 'What is measured is noticed.' }, base: { theory: '' } })
  await page.waitForSelector('dialog.gate .met .term-word')
  await page.focus('dialog.gate .met .term-word')
  await page.waitForSelector(bubble)
  await press(page, 'Escape')
  await page.waitForFunction((which) => !document.querySelector(which), {}, bubble)
  expect(await page.$('dialog.gate[open]')).not.toBe(null)
})

test('[V21] beside a field that asks for a word of the framework stands what it means; Escape leaves the form open', async () => {
  const page = await windows.open('coordinator', '/evidence', 'Evidence')
  await press(page, 'n')
  await page.waitForSelector('dialog.add .label-line .term-word')
  await tabTo(page, '?What “')
  await page.waitForSelector(bubble)
  expect(await violations(page)).toEqual([])
  await picture(page, 'field-word')
  await press(page, 'Escape')
  await page.waitForFunction((which) => !document.querySelector(which), {}, bubble)
  expect(await page.$('dialog.add[open]')).not.toBe(null)
})
