import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { settled, violations } from './axe.ts'
import { press, tabTo } from './keys.ts'
import { picture } from './pictures.ts'
import { sees, textOf } from './steps.ts'
import { givenWindows } from './given.ts'

/** Who takes care of an idea, and numbers that agree: with the keyboard. */
const { world, windows } = givenWindows()
const ideas = Array.from({ length: 3 }, () => randomUUID())
const changes = ['Lend every family a home scale.', 'See every family within ten days.', 'Feed within six hours.']

beforeAll(async () => {
  for (const [index, change] of changes.entries())
    await windows.did('clinician', 'proposeIdea', { idea: ideas[index], change, problem: 'Sites differ.', topic: 'feeding', site: 'north' })
  await windows.did('coordinator', 'commentIdea', { comment: randomUUID(), idea: ideas[2], text: 'For whom?', question: true })
})

test('[B20] [B21] an idea is taken with t, found among mine, and the numbers of home, triage, navigation and title agree', async () => {
  const page = await windows.open('coordinator', '/', '1 waits for its sender')
  await sees(page, '2 ideas to triage')
  await page.waitForFunction(() => document.querySelector('.tab[href="/triage"] .tab-count')?.textContent.startsWith('2'))
  expect(await page.title()).toMatch(/^\(\d+\) /)
  expect(await violations(page)).toEqual([])
  await windows.open('coordinator', '/triage', 'Idea 1 of 2 · 1 waits for its sender')
  await page.waitForSelector('.taken button')
  await settled(page)
  await press(page, 't')
  await sees(page, 'It is yours now.')
  await page.waitForFunction(() => document.querySelector('.taken .badge')?.textContent === 'Yours')
  expect(await violations(page)).toEqual([])
  await picture(page, 'triage-taken')
  await tabTo(page, 'Mine')
  await press(page, 'Enter')
  await sees(page, 'Idea 1 of 1')
  await tabTo(page, 'Nobody’s')
  await press(page, 'Enter')
  await sees(page, 'See every family within ten days.')
  const other = await windows.open('other-coordinator', `/triage?idea=${ideas[0]}`, 'Taken by Cora Coordinator')
  await tabTo(other, 'Take it over')
  await press(other, 'Enter')
  await sees(other, 'It is yours now.')
  await press(other, 'u')
  // The screen may still say so from before: what the bank has decides.
  const history = async () => (await world.idea(ideas[0] ?? '')).history.map(({ name, takenBack }) => [name, takenBack !== undefined])
  await expect.poll(history).toEqual([
    ['takeIdea', true],
    ['takeIdea', false],
    ['proposeIdea', false],
  ])
  await sees(other, 'Taken by Cora Coordinator')
})

test('[B22] the tiles of the sites and the words below them agree', async () => {
  const page = await windows.open('coordinator', `/ideas/${ideas[0]}`, 'North Hospital (sent it)')
  expect(await textOf(page)).not.toContain('No site has said yet')
  await windows.did('coordinator', 'expressStance', { idea: ideas[0] ?? '', site: 'south', stance: 'interested' })
  await sees(page, 'South Hospital')
  await page.waitForFunction(() => document.querySelector('.map-legend b')?.textContent === '2')
  await picture(page, 'sites-agree')
})

test('[B23] after a decision by keys the focus is on what comes next', async () => {
  const page = await windows.open('coordinator', `/ideas/${ideas[1]}`, 'Classify as')
  await tabTo(page, 'Classify as')
  await press(page, 'Enter')
  await page.waitForFunction(() => document.activeElement?.id === 'moves')
  expect((await world.idea(ideas[1] ?? '')).idea.pathway).toBe('single-site')
})

test('[B24] who has no right finds a sentence instead of handles and forms', async () => {
  const board = await windows.open('other-clinician', '/board?pathway=single-site', 'See every family within ten days.')
  await sees(board, 'Which phase the ideas of a pathway are in.')
  expect(await board.$('.handle')).toBe(null)
  await windows.open('other-clinician', '/triage', 'Triage is for coordinators')
  const audit = await windows.open('coordinator', '/audit', 'The audit is for the network’s admins.')
  expect(await audit.$('form')).toBe(null)
  const lead = await windows.open('coordinator', '/board?pathway=single-site', 'See every family within ten days.')
  expect(await lead.$('.handle')).not.toBe(null)
})

test('[V8] an answer that is late is called so, to its sender with who sees that, to the coordinator, by a wrong clock and in Spanish', async () => {
  const [idea, day] = [randomUUID(), 24 * 60 * 60 * 1000]
  // Answers are due within 14 days.
  await world.happens([
    'clinician',
    'proposeIdea',
    { idea, change: 'Turn the lights down.', topic: 'feeding', site: 'north' },
    Date.now() - 17 * day,
  ])
  const sender = await windows.open('clinician', `/ideas/${idea}`, 'Answer 3 days late; the coordinator sees this')
  await picture(sender, 'answer-late')
  expect(await violations(sender)).toEqual([])
  const page = await windows.open('coordinator', '/', 'Answer 3 days late')
  expect(await textOf(page)).not.toContain('the coordinator sees this')
  // The computer's clock is nine years ahead: days are counted by the server's.
  const { identifier } = await page.evaluateOnNewDocument(() => {
    const { now } = Date
    Date.now = () => now() + 9 * 365 * 86_400_000
  })
  await windows.open('coordinator', `/ideas/${idea}`, 'Answer 3 days late')
  await page.removeScriptToEvaluateOnNewDocument(identifier)
  await sender.evaluate(() => localStorage.setItem('gleaner-language', 'es'))
  await windows.open('clinician', `/ideas/${idea}`, 'Respuesta con 3 días de retraso; la coordinación lo ve')
  await sender.evaluate(() => localStorage.removeItem('gleaner-language'))
})
