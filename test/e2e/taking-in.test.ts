import { randomUUID } from 'node:crypto'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { focused, openForm, send } from './keys.ts'
import { sees } from './steps.ts'
import { openWindows, type Windows } from './windows.ts'
import { startWorld, type TestWorld } from './world.ts'

/** What a coordinator takes in and puts in order, told with the keyboard; the keys are counted. */
let world: TestWorld
let windows: Windows

beforeAll(async () => {
  world = await startWorld()
  windows = await openWindows(world)
})
afterAll(async () => {
  await windows.close()
  await world.end()
})

const proposed = async (change: string): Promise<string> => {
  const idea = randomUUID()
  await windows.did('clinician', 'proposeIdea', { idea, change, topic: 'feeding', site: 'north' })
  return idea
}

/** The idea that triage shows now. */
const turnOf = (page: Page, change: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.querySelector('#triage-idea')?.textContent === wanted, { timeout: 20_000 }, change)

test('[S19] an idea without its problem is classified in two keys and a sentence, or asked about in two keys', async () => {
  const bare = 'Ring the bell before the round.'
  const other = 'Turn the cots to the window.'
  const [first, second] = [await proposed(bare), await proposed(other)]
  const page = await windows.open('coordinator', `/triage?idea=${first}`, bare)
  await sees(page, 'Problem: nobody has said it yet.')
  await openForm(page, 'c')
  expect(await focused(page)).toBe('Problem')
  await page.keyboard.type('Nurses are not there when the round begins.')
  await send(page)
  await turnOf(page, other)
  expect((await world.idea(first)).idea).toMatchObject({ pathway: 'single-site', problem: 'Nurses are not there when the round begins.' })

  await openForm(page, 'a')
  await send(page)
  await sees(page, 'Question sent.')
  expect((await world.idea(second)).comments).toMatchObject([{ text: 'What goes wrong today, and for whom?', question: true }])
})
