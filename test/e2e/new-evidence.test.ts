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
  // The guard is loaded with the first letter.
  await page.setOfflineMode(true)
  await page.keyboard.type('noonweights or preterm infants')
  await tabTo(page, 'What is done')
  await page.keyboard.type('weighing at noon')
  expect(await page.$$eval('textarea', (fields) => fields.map(({ value }) => value))).toContain(
    '(noonweights OR preterm infants) AND (weighing at noon)',
  )
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') asked.push(new URL(request.url()).pathname)
  })
  await tabTo(page, 'Try it')
  await press(page, 'Enter')
  await sees(page, 'could not be checked, so nothing was sent')
  expect(asked).toEqual([])
  await page.setOfflineMode(false)
  await press(page, 'Enter')
  await sees(page, 'PubMed: 3 papers, 3 of the last year')
  expect(asked).toEqual([expect.stringMatching(/\/searches$/)])
  await picture(page, 'question-form')
  expect(await violations(page)).toEqual([])
  await tabTo(page, 'Search, in PubMed')
  await press(page, 'End')
  for (const patient of [' MRN 4417629', ' nacida el 3 de marzo de 2019']) {
    await page.keyboard.type(patient)
    await send(page)
    // The browser's own word: the server's begins the same.
    await sees(page, 'This may identify a patient. Take it out; nothing was sent.')
    expect(await textOf(page)).toContain('Here: “')
    await tabTo(page, 'Try it')
    await press(page, 'Enter')
    await page.waitForFunction(() => document.body.innerText.split('Take it out; nothing was sent.').length === 3)
    await tabTo(page, 'Search, in PubMed')
    await press(page, 'End')
    for (const _ of patient) await press(page, 'Backspace')
  }
  await page.keyboard.type(' OR scales')
  await tabTo(page, 'Propose it anew')
  await press(page, 'Enter')
  await page.waitForFunction(
    () => document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value.endsWith('(weighing at noon)'),
  )
  expect(asked).toHaveLength(1)
  expect((await world.idea(idea)).idea.evidenceQuestion).toBeUndefined()
  await send(page)
  await sees(page, 'Only what appears from now on is new')
  await sees(page, '3 papers wait.')
  await page.waitForSelector('a[href*="/?term="]')
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

test('[K20] a search about a patient that an older bank kept is in no link', async () => {
  const page = await windows.open('lead', `/ideas/${idea}`, 'papers wait')
  await page.waitForSelector('a[href*="/?term="]')
  await page.evaluateOnNewDocument(() => {
    const real = globalThis.fetch
    globalThis.fetch = async (...asked) => {
      const answer = await real(...asked)
      const isJson = answer.headers.get('content-type')?.includes('json') ?? false
      return isJson ? new Response((await answer.text()).replaceAll('weighing at noon', 'weighing at noon MRN 4417629'), answer) : answer
    }
  })
  await page.reload()
  await sees(page, 'MRN 4417629')
  await sees(page, 'papers wait')
  expect(await page.$('a[href*="/?term="]')).toBeNull()
})

test('[K22] from the last paper the focus goes to how many wait', async () => {
  const page = await windows.open('coordinator', `/ideas/${idea}`, '2 papers wait.')
  await tabTo(page, 'Clip c “Weights of infants')
  await press(page, 'x')
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Scales in neonatal'))
  await press(page, 'x')
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'status')
  await page.waitForFunction(() => document.activeElement?.textContent?.endsWith('Nothing waits.'))
})
