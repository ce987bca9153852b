import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { publish } from '../worker/lookups/searched-papers.ts'
import { startServices } from '../worker/lookups/services-server.ts'
import { violations } from './axe.ts'
import { givenWindows } from './given.ts'
import { focused, press, send, tabTo } from './keys.ts'
import { picture } from './pictures.ts'
import { sees, textOf } from './steps.ts'

/** An idea asks the literature, and what appears is clipped and dismissed, all with the keyboard. */
const { world, windows } = givenWindows(async () => ({
  LOOKUP_CONTACT: 'operator@hospital.example',
  LOOKUP_ADDRESS: await startServices(),
}))
const idea = randomUUID()
const today = new Date().toISOString().slice(0, 10)

beforeAll(async () => {
  await windows.did('clinician', 'proposeIdea', {
    idea,
    change: 'Weigh every infant at noon.',
    problem: 'Weights are guessed.',
    topic: 'feeding',
    site: 'north',
  })
  await windows.did('admin', 'configureFramework', { set: { lookups: { on: true, services: ['pubmed', 'europepmc'], searches: true } } })
  await windows.did('lead', 'expressStance', { idea, site: 'north', stance: 'interested' })
  publish('noonweights', [
    {
      pmid: '39900001',
      doi: '10.5555/noon.weights.1',
      title: 'Weighing preterm infants at noon: a randomised controlled trial',
      types: ['Journal Article', 'Randomized Controlled Trial'],
      added: today,
      at: ['pubmed', 'europepmc'],
    },
    { pmid: '39900002', title: 'Scales in neonatal units', added: today, at: ['pubmed'] },
    { pmid: '39900003', title: 'Weights of infants: a cohort study', added: today, at: ['pubmed'] },
  ])
})

test('[K20] a question is asked: a search is proposed, tried, and not sent with a patient in it', async () => {
  const page = await windows.open('coordinator', `/ideas/${idea}`, 'Ask the literature')
  await tabTo(page, 'Ask the literature')
  await press(page, 'Enter')
  await tabTo(page, 'For whom')
  await page.keyboard.type('noonweights or preterm infants')
  await tabTo(page, 'What is done')
  await page.keyboard.type('weighing at noon')
  expect(await page.$$eval('textarea', (fields) => fields.map(({ value }) => value))).toContain(
    '(noonweights OR preterm infants) AND (weighing at noon)',
  )
  await tabTo(page, 'Try it')
  await press(page, 'Enter')
  await sees(page, 'PubMed: 3 papers, 3 of the last year')
  await picture(page, 'question-form')
  expect(await violations(page)).toEqual([])
  await tabTo(page, 'Search, in PubMed')
  await press(page, 'End')
  await page.keyboard.type(' MRN 4417629')
  await send(page)
  await sees(page, 'may identify a patient')
  expect((await world.idea(idea)).idea.evidenceQuestion).toBeUndefined()
  await tabTo(page, 'Search, in PubMed')
  for (let sign = 0; sign < ' MRN 4417629'.length; sign += 1) await press(page, 'Backspace')
  await send(page)
  await sees(page, 'Only what appears from now on is new')
  await sees(page, '3 papers wait.')
  expect((await world.idea(idea)).idea.evidenceQuestion).toMatchObject({
    search: '(noonweights OR preterm infants) AND (weighing at noon)',
  })
})

test('[K22] what was found is clipped with c, dismissed with x, and undone with u', async () => {
  const page = await windows.open('coordinator', `/ideas/${idea}`, '3 papers wait.')
  expect(await textOf(page)).toContain('3 new in the last 30 days, 1 randomised.')
  await picture(page, 'new-evidence')
  expect(await violations(page)).toEqual([])
  await tabTo(page, 'Clip c “Weighing preterm infants')
  await press(page, 'c')
  await sees(page, 'Clipped for this idea.')
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Weights of infants'))
  const [clip] = (await world.idea(idea)).evidence
  expect(clip).toMatchObject({ kind: null, suggested: 'randomised-trial', citation: { PMID: '39900001', DOI: '10.5555/noon.weights.1' } })
  await press(page, 'x')
  await sees(page, 'Dismissed for good.')
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Scales in neonatal'))
  expect((await world.idea(idea)).idea.dismissedPapers).toEqual([{ pmid: '39900003' }])
  await press(page, 'u')
  await sees(page, 'Weights of infants: a cohort study')
  expect((await world.idea(idea)).idea.dismissedPapers ?? []).toEqual([])
  expect(await focused(page)).not.toBe('')
})

test('[K22] coordinators see how many wait, on the first page and in the meeting brief', async () => {
  const page = await windows.open('coordinator', '/', '2 papers wait, 2 new')
  await picture(page, 'home-new-evidence')
  expect(await violations(page)).toEqual([])
  await windows.open('coordinator', '/reports/brief', '2 papers wait, 2 new')
  await windows.open('coordinator', '/digest', '2 papers wait, 2 new')
})
