import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { focused, openForm, press, send, tabTo } from './keys.ts'
import { sees, textOf } from './steps.ts'
import { givenWindows } from './given.ts'

/** What is undone at once is told to nobody: with the keyboard, in triage and on an idea's page. */
const { world, windows } = givenWindows()
const [one, other] = [randomUUID(), randomUUID()]

beforeAll(async () => {
  for (const [idea, change] of [
    [one, 'Lend every family a home scale.'],
    [other, 'Give every family a home scale to keep.'],
  ] as const)
    await windows.did('clinician', 'proposeIdea', {
      idea,
      change,
      problem: 'Weights at home are guessed.',
      topic: 'feeding',
      site: 'north',
    })
})

test('[U2] [U4] a merge in triage is undone with u: nobody is told, and the history of both keeps one struck line', async () => {
  const page = await windows.open('coordinator', '/triage', 'Lend every family a home scale.')
  await openForm(page, 'm')
  await tabTo(page, 'Give every family')
  await press(page, 'Space')
  await tabTo(page, 'One sentence')
  await page.keyboard.type('Both lend scales.')
  await send(page)
  await page.waitForFunction(() => document.querySelector('#triage-idea')?.textContent.startsWith('Give every'))
  expect((await world.idea(one)).idea.mergedInto).toBe(other)
  await press(page, 'u')
  await sees(page, 'Undone: the idea is back.')
  expect((await world.idea(one)).idea).toMatchObject({ disposition: 'active', mergedInto: null })
  expect((await world.idea(other)).idea.joined).toBe(undefined)
  for (const id of [one, other])
    expect((await world.idea(id)).history.map(({ name, takenBack }) => [name, takenBack !== undefined])).toEqual([
      ['mergeIdeas', true],
      ['proposeIdea', false],
    ])
  const news = await windows.open('clinician', '/news', 'Lend every family a home scale.')
  const told = await textOf(news)
  expect([told.includes('joined'), told.includes('opened again')]).toEqual([false, false])
  await windows.open('coordinator', '/digest', 'Came in')
  expect(await textOf(page)).not.toContain('Ended')
})

test('[U4] a decision is undone by the button in its message, and by u; the page says what was undone', async () => {
  const page = await windows.open('coordinator', `/ideas/${one}`, 'Park')
  const park = async (): Promise<void> => {
    await tabTo(page, 'Park')
    await press(page, 'Enter')
    await page.waitForFunction(() => document.activeElement?.matches('select'))
    await page.keyboard.type('Good')
    await press(page, 'Tab')
    await page.keyboard.type('Next year.')
    await send(page)
    await page.waitForSelector('.toast.undoable button')
  }
  await park()
  expect(await violations(page)).toEqual([])
  expect((await world.idea(one)).idea.disposition).toBe('parked')
  await page.focus('.toast.undoable button')
  expect(await focused(page)).toContain('Undo')
  await press(page, 'Enter')
  await sees(page, 'Undone.')
  expect((await world.idea(one)).idea.disposition).toBe('active')
  await park()
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await press(page, 'u')
  await page.waitForFunction(() => document.querySelector('.toast')?.textContent === 'Undone.')
  await sees(page, 'undone')
  expect((await world.idea(one)).idea).toMatchObject({ disposition: 'active', ending: null })
  await press(page, 'u')
  await sees(page, 'There is nothing to undo.')
})
