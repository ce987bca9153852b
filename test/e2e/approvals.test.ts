import { randomUUID } from 'node:crypto'
import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { press, send, tabTo } from './keys.ts'
import { picture } from './pictures.ts'
import { sees } from './steps.ts'
import { givenWindows } from './given.ts'

/** Steering approves before design and after it, two of them together, told with the keyboard only. */
const { world, windows } = givenWindows()
const [wide, incubator] = [randomUUID(), randomUUID()]

beforeAll(async () => {
  const { did } = windows
  await did('admin', 'configureFramework', { set: { approvalQuorum: 2 } })
  for (const [idea, change, pathway] of [
    [wide, 'Feed within six hours.', 'network-wide'],
    [incubator, 'Lend every family a home scale.', 'incubator'],
  ] as const) {
    await did('clinician', 'proposeIdea', { idea, change, problem: 'Sites differ.', topic: 'feeding', site: 'north' })
    await did('coordinator', 'classifyIdea', { idea, pathway, override: 'Agreed on the call.' })
    await did('coordinator', 'editIdea', { idea, set: { leads: ['lead'], registryGap: 'Sites differ.' } })
  }
  await did('clinician', 'clipEvidence', {
    evidence: randomUUID(),
    citation: { type: 'article-journal', title: 'Feeding early' },
    kind: 'randomised-trial',
    ideas: [wide],
  })
  await did('coordinator', 'editIdea', { idea: wide, set: { experts: ['e1', 'e2', 'e3', 'e4', 'e5', 'e6'] } })
  const measures = { outcome: 'Weight', process: 'Scales lent', balancing: 'Calls' }
  const set = { aim: 'A gain of 20 g a day by June.', theory: 'What is weighed is seen.', driverDiagram: 'https://example.org/d', measures }
  await did('coordinator', 'editIdea', { idea: incubator, set })
  for (const site of ['north', 'south', 'east'])
    await did('coordinator', 'expressStance', {
      idea: incubator,
      site,
      stance: 'testing',
      measure: 'Grams a day',
      expectedEnd: Date.now() + 90 * 24 * 60 * 60 * 1000,
    })
  await did('coordinator', 'moveIdea', { idea: incubator, to: 'design' })
})

const phaseOf = async (idea: string): Promise<string> => (await world.idea(idea)).idea.phase

const askSteering = async (idea: string, words: string): Promise<void> => {
  const page = await windows.open('coordinator', `/ideas/${idea}`, 'no approval by steering')
  await tabTo(page, 'Ask steering to approve')
  await press(page, 'Enter')
  await page.waitForFunction(() => document.activeElement?.matches('textarea'))
  await page.keyboard.type(words)
  await picture(page, 'approval-ask')
  await send(page)
  await sees(page, 'waits for steering: 0 of 2 for it')
}

const decide = async (person: string, page: Page, answer: number, words: string): Promise<void> => {
  await tabTo(page, 'Approve')
  await press(page, ...Array.from({ length: answer }, () => 'ArrowDown' as const))
  if (words) {
    await press(page, 'Tab')
    await page.keyboard.type(words)
  }
  await picture(page, `approval-decide-${person}`)
  await send(page)
}

test('[G15] [G16] [G17] before design: two of steering approve, one with conditions, and the coordinator makes the move', async () => {
  await askSteering(wide, 'Four sites feed early already.')
  const first = await windows.open('steering', '/', 'Waiting for your approval')
  await sees(first, 'Feed within six hours.')
  expect(await violations(first)).toEqual([])
  await picture(first, 'approval-home')
  await windows.open('steering', '/approvals', 'Four sites feed early already.')
  expect(await violations(first)).toEqual([])
  await decide('steering', first, 0, '')
  await sees(first, '1 of 2 for it')
  expect(await phaseOf(wide)).toBe('idea')

  const second = await windows.open('other-steering', `/ideas/${wide}`, 'Four sites feed early already.')
  await decide('other-steering', second, 1, 'Report every month.')
  await sees(second, 'Approved by steering, with conditions')
  expect(await violations(second)).toEqual([])
  expect(await phaseOf(wide)).toBe('idea')

  const page = await windows.open('coordinator', '/approvals', 'Approved, not moved yet')
  await sees(page, 'Report every month.')
  await picture(page, 'approvals-approved')
  await windows.open('coordinator', `/ideas/${wide}`, 'Move to Design')
  await tabTo(page, 'Move to Design')
  await press(page, 'Enter')
  await sees(page, 'Moved to Design.')
  expect(await phaseOf(wide)).toBe('design')
  await sees(page, 'Report every month.')
  await windows.open('coordinator', '/approvals', 'Nothing waits for steering')
  await windows.open('coordinator', `/ideas/${wide}/brief`, 'Approved by steering, with conditions')
  await sees(page, 'Report every month.')
  expect(await violations(page)).toEqual([])
  await picture(page, 'approval-brief')
})

test('[G16] after design: one for it and one against decide nothing, a member thinks again', async () => {
  await askSteering(incubator, 'Three sites are ready.')
  const first = await windows.open('steering', `/ideas/${incubator}`, 'Three sites are ready.')
  await decide('steering', first, 0, '')
  await sees(first, '1 of 2 for it')
  const second = await windows.open('other-steering', '/approvals', 'Three sites are ready.')
  await decide('other-steering', second, 2, 'Who pays for the scales?')
  await sees(second, 'Change my decision')
  expect(await phaseOf(incubator)).toBe('design')
  await tabTo(second, 'Change my decision')
  await press(second, 'Enter')
  await second.waitForFunction(() => document.activeElement?.matches('[type=radio]:checked'))
  await press(second, 'ArrowUp', 'ArrowUp')
  await send(second)
  await sees(second, 'Approved, not moved yet')
  const page = await windows.open('coordinator', `/ideas/${incubator}`, 'Move to Test')
  await tabTo(page, 'Move to Test')
  await press(page, 'Enter')
  await sees(page, 'Moved to Test.')
  expect(await phaseOf(incubator)).toBe('test')
})
