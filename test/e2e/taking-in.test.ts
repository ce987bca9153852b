import { randomUUID } from 'node:crypto'
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { violations } from './axe.ts'
import { countActions, focused, openForm, press, send, tabTo } from './keys.ts'
import { picture } from './pictures.ts'
import { sees } from './steps.ts'
import { givenWindows } from './given.ts'

/** What a coordinator takes in and puts in order, told with the keyboard; the keys are counted. */
const { world, windows } = givenWindows()

const proposed = async (change: string): Promise<string> => {
  const idea = randomUUID()
  await windows.did('clinician', 'proposeIdea', { idea, change, topic: 'feeding', site: 'north' })
  return idea
}

/** The idea that triage shows now. */
const turnOf = (page: Page, change: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.querySelector('#triage-idea')?.textContent === wanted, { timeout: 60_000 }, change)

test('[S19] an idea without its problem is classified in two keys and a sentence, or asked about in two keys', async () => {
  const bare = 'Ring the bell before the round.'
  const other = 'Turn the cots to the window.'
  const [first, second] = [await proposed(bare), await proposed(other)]
  const page = await windows.open('coordinator', `/triage?idea=${first}`, bare)
  await sees(page, 'Problem: nobody has said it yet.')
  const actions = await countActions(page)
  await openForm(page, 'c')
  expect(await focused(page)).toBe('Problem')
  await page.keyboard.type('Nurses are not there when the round begins.')
  await send(page)
  await turnOf(page, other)
  expect(await actions()).toBe(2)
  expect((await world.idea(first)).idea).toMatchObject({ pathway: 'single-site', problem: 'Nurses are not there when the round begins.' })

  await openForm(page, 'a')
  await send(page)
  await sees(page, 'Question sent.')
  expect(await actions()).toBe(4)
  expect((await world.idea(second)).comments).toMatchObject([{ text: 'What goes wrong today, and for whom?', question: true }])
})

const clip = async (title: string): Promise<string> => {
  const evidence = randomUUID()
  await windows.did('clinician', 'clipEvidence', { evidence, citation: { type: 'article-journal', title }, kind: null })
  return evidence
}

test('[M30] evidence is added by its DOI in three actions, in the name of a member, and an idea in the name of a guest', async () => {
  const page = await windows.open('coordinator', '/news', 'News')
  const doi = '10.5555/taking.in.1'
  const actions = await countActions(page)
  await page.keyboard.press('N')
  await page.waitForFunction(() => document.activeElement?.matches('dialog.add textarea'))
  await page.keyboard.sendCharacter(doi)
  await sees(page, 'Read as:')
  await send(page)
  await sees(page, 'The evidence is in the bank.')
  expect(await actions()).toBe(3)
  expect((await world.evidence(`q=${doi}`)).papers.map(({ clips }) => clips[0]?.item)).toMatchObject([
    { citation: { DOI: doi }, link: `https://doi.org/${doi}`, kind: null, ideas: [], clippedBy: 'coordinator' },
  ])

  await page.keyboard.press('N')
  await page.waitForFunction(() => document.activeElement?.matches('dialog.add textarea'))
  await page.keyboard.sendCharacter(`Poe J, Roe A. Tea on wards. Invented Quality. 2021;6(2):4-9. doi: ${doi}`)
  await sees(page, 'The bank has a clip of it already')
  await tabTo(page, 'In whose name')
  await page.keyboard.type('Clara Clinician')
  await send(page)
  await page.waitForFunction(() => !document.querySelector('dialog.add'))
  await expect
    .poll(async () =>
      (await world.evidence(`q=${doi}`)).papers[0]?.clips.map(({ item }) => [item.clippedBy, item.enteredBy, item.citation.title]),
    )
    .toEqual([
      ['clinician', 'coordinator', 'Tea on wards'],
      ['coordinator', undefined, undefined],
    ])

  await page.keyboard.press('n')
  await page.waitForFunction(() => document.activeElement?.matches('dialog.add textarea'))
  await page.keyboard.type('Put the scale beside the bed.')
  await tabTo(page, 'Problem')
  await page.keyboard.type('Call John Smith, MRN 12345678, first.')
  await tabTo(page, 'In whose name')
  await page.keyboard.type('Maria Guest')
  await sees(page, 'kept as the name of a guest')
  await send(page)
  // What the server's guard found is said and selected where it was typed; nothing was kept.
  await sees(page, 'Here: ')
  expect(await page.evaluate(() => String(getSelection()))).toMatch(/John Smith|12345678/)
  await page.keyboard.down('Control')
  await page.keyboard.press('a')
  await page.keyboard.up('Control')
  await page.keyboard.type('Weights come late.')
  await send(page)
  await sees(page, 'Maria Guest (guest, added by Cora Coordinator)')
  await sees(page, 'Put the scale beside the bed.')
})

test('[M26] a loose clip is found on the page of evidence, attached, detached, undone, and dismissed with a reason', async () => {
  const idea = await proposed('Warm the room before the round.')
  const evidence = await clip('Rooms that are warm')
  const ideasOf = async (): Promise<string[] | undefined> => (await world.evidence('state=all&q=warm')).papers[0]?.clips[0]?.item.ideas
  const page = await windows.open('coordinator', '/', 'without an idea yet')
  await tabTo(page, 'clips without an idea yet')
  await press(page, 'Enter')
  await sees(page, 'Rooms that are warm')
  expect(new URL(page.url()).search).toBe('?state=loose')
  await tabTo(page, 'Attach to an idea … Rooms that are warm')
  await press(page, 'Enter')
  await page.waitForFunction(() => document.activeElement?.matches('.clip-actions input'))
  await page.keyboard.type('warm room')
  await sees(page, 'Warm the room before the round.')
  await tabTo(page, 'Warm the room before the round.')
  await press(page, 'Space')
  await send(page)
  await expect.poll(ideasOf, { timeout: 60_000 }).toEqual([idea])

  // It belongs to a second idea too, which it speaks against.
  const cold = await proposed('Keep the room cool.')
  await windows.did('clinician', 'attachEvidence', { evidence, idea: cold })
  await page.goto(`${world.worker.url}/evidence?q=warm`)
  await sees(page, 'Keep the room cool.')
  await tabTo(page, 'What it says of it … Rooms that are warm: Keep the room cool.')
  await press(page, 'Enter')
  await page.waitForFunction(() => document.activeElement?.matches('select'))
  await press(page, 'ArrowDown')
  await send(page)
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.supports li')].some((line) => /cool.*Against it/s.test(line.textContent)),
  )
  expect(await violations(page)).toEqual([])
  await picture(page, 'evidence-directions')
  await windows.did('clinician', 'detachEvidence', { evidence, idea: cold })
  await sees(page, 'Warm the room before the round.')
  await tabTo(page, 'Detach from this idea Rooms that are warm')
  await press(page, 'Enter')
  await expect.poll(ideasOf, { timeout: 60_000 }).toEqual([])
  await sees(page, 'Loose: no idea yet')
  await press(page, 'u')
  await expect.poll(ideasOf, { timeout: 60_000 }).toEqual([idea])

  await windows.did('coordinator', 'detachEvidence', { evidence, idea })
  await sees(page, 'Loose: no idea yet')
  await tabTo(page, 'Dismiss … Rooms that are warm')
  await press(page, 'Enter')
  await page.waitForFunction(() => document.activeElement?.matches('.clip-actions textarea'))
  await page.keyboard.type('It is about offices.')
  await send(page)
  await sees(page, 'Nothing fits these filters')
  await page.goto(`${world.worker.url}/evidence?state=dismissed`)
  await sees(page, 'It is about offices.')
})

const mediaTypes: Record<string, string> = { SVG: 'image/svg+xml', PNG: 'image/png', CSV: 'text/csv' }

test('[R11] each place of the evidence map opens the list of what stands there, and it is saved as SVG, PNG and CSV', async () => {
  await clip('Clocks on wards')
  const page = await windows.open('coordinator', '/evidence/map', 'The numbers as a table')
  await page.waitForSelector('svg[role=img] circle')
  await tabTo(page, 'The numbers as a table')
  await press(page, 'Enter')
  expect(await violations(page)).toEqual([])
  await picture(page, 'evidence-map')
  for (const kind of ['SVG', 'PNG', 'CSV']) {
    await page.evaluate(() => {
      const create = URL.createObjectURL.bind(URL)
      const kept = (file: Blob | MediaSource): string => {
        document.documentElement.dataset['saved'] = file instanceof Blob ? `${file.type} ${file.size > 50}` : ''
        return create(file)
      }
      URL.createObjectURL = kept
    })
    await tabTo(page, `Save “Evidence map” as ${kind}`)
    await press(page, 'Enter')
    await page.waitForFunction((type) => document.documentElement.dataset['saved']?.startsWith(type), {}, mediaTypes[kind] ?? '')
    expect(await page.evaluate(() => document.documentElement.dataset['saved'])).toContain('true')
  }
  await tabTo(page, 'No topic, Kind not said: ')
  await press(page, 'Enter')
  await sees(page, 'Clocks on wards')
  expect(new URL(page.url()).search).toBe('?topic=none&kind=unsaid')
  await page.goBack()
  await page.waitForSelector('svg[role=img] circle')
  await page.$eval('.evidence-map .spot:last-of-type text', (text) => text.dispatchEvent(new MouseEvent('click', { bubbles: true })))
  await page.waitForFunction(() => location.pathname === '/evidence' && location.search.includes('kind='))
})
