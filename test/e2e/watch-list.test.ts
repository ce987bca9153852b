import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settled, violations } from './axe.ts'
import { givenWindows } from './given.ts'
import { press, tabTo } from './keys.ts'
import { picture } from './pictures.ts'
import { sees, textOf } from './steps.ts'

const { windows, world } = givenWindows()

const file = (name: string, ...lines: string[]): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'gleaner-list-')), name)
  writeFileSync(path, lines.join('\n'))
  return path
}
const head = 'Record ID,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason'

test('[K9] [K8] a coordinator uploads a list, sees what it would mark, marks it, and the idea says it at its top and in lists', async () => {
  const [idea, evidence] = [crypto.randomUUID(), crypto.randomUUID()]
  await windows.did('clinician', 'proposeIdea', {
    idea,
    change: 'Weigh newborns every morning',
    problem: 'Weights are late.',
    topic: 'feeding',
  })
  const citation = { type: 'article-journal', title: 'Daily weights on wards', DOI: '10.5555/weights.1' } as const
  await windows.did('clinician', 'clipEvidence', { evidence, citation, ideas: [idea], kind: 'before-after' })
  const page = await windows.open('coordinator', '/watch-list', 'Retraction Watch’s list')
  const choose = async (path: string): Promise<void> => {
    const input = await page.$<'input'>('input[type=file]' as 'input')
    await input?.uploadFile(path)
  }
  await choose(file('other.csv', 'Idea,Site', 'Weigh,North'))
  await sees(page, 'This is not Retraction Watch’s data set')
  await choose(
    file(
      'retraction_watch.csv',
      head,
      '33598,5/4/2026 0:00,10.5555/weights.notice,0,10.5555/WEIGHTS.1,0,Retraction,Error in Data;',
      '33599,5/5/2026 0:00,10.5555/other.notice,0,10.5555/other,0,Retraction,Error in Data;',
    ),
  )
  await sees(page, 'Mark 1 clip')
  expect(await textOf(page)).toContain('Retracted or withdrawn: 1')
  expect(await violations(page)).toEqual([])
  await picture(page, 'watch-list')
  await tabTo(page, 'Mark 1 clip')
  await press(page, 'Enter')
  await sees(page, '1 clip is marked.')
  expect((await world.idea(idea)).evidence[0]?.lookedUp).toMatchObject({ list: { by: 'coordinator' } })
  await choose(file('cut.csv', head, '33599,5/5/2026 0:00,10.5555/other.notice,0,10.5555/other,0,Retr'))
  await sees(page, 'This file ends within a row')
  await choose(file('older.csv', head, '33599,5/3/2026 0:00,10.5555/other.notice,0,10.5555/other,0,Retraction,Error in Data;'))
  await sees(page, '1 clip loses a mark')
  expect(await textOf(page)).toContain('this file looks older')
  expect(await textOf(page)).toContain('It says nothing new.')
  expect(await page.$eval('label.check input', ({ checked }) => checked)).toBe(false)
  expect(await violations(page)).toEqual([])
  await picture(page, 'watch-list-losing')
  await tabTo(page, '1 clip loses a mark')
  await press(page, 'Space')
  await sees(page, 'Mark 1 clip')
  expect((await world.idea(idea)).evidence[0]?.lookedUp?.said).toHaveLength(1)
  await page.goto(`${world.worker.url}/ideas/${idea}`)
  await sees(page, 'A paper that this idea rests on does not stand')
  await settled(page)
  expect(await violations(page)).toEqual([])
  await picture(page, 'shaken-idea')
  await page.goto(`${world.worker.url}/ideas`)
  await sees(page, 'Rests on a retracted paper')
  expect(await violations(page)).toEqual([])
  await picture(page, 'shaken-list')
  await page.goto(`${world.worker.url}/`)
  await sees(page, 'Papers taken back or in doubt')
  await picture(page, 'shaken-home')
  await page.goto(`${world.worker.url}/news`)
  await sees(page, 'rests on a paper that was retracted, says Retraction Watch')
  await picture(page, 'shaken-news')
  await page.goto(`${world.worker.url}/evidence`)
  await sees(page, 'Daily weights on wards')
  await page.locator('details.small summary').click()
  await picture(page, 'shaken-evidence')
  await page.goto(`${world.worker.url}/reports/brief`)
  await sees(page, 'Rest on papers taken back or in doubt')
})

test('[K1] an admin sees who would be asked about papers, and where a list is uploaded', async () => {
  const page = await windows.open('admin', '/settings', 'Look-ups')
  await settled(page)
  await picture(page, 'lookups-settings')
  expect(await textOf(page)).toContain('without asking anybody')
})
