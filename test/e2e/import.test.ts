import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type ElementHandle, launch, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled, violations } from './axe.ts'
import { browserFlags, browserPatience, findBrowser } from './find-browser.ts'
import { picture } from './pictures.ts'
import { control, sees, textOf } from './steps.ts'
import { startWorld, type TestWorld } from './world.ts'

/** A coordinator brings in a list, in a browser that dies in the middle of it. */
let world: TestWorld
let browser: Browser
const rows = 600

beforeAll(async () => {
  world = await startWorld()
})
afterAll(async () => {
  await browser.close()
  await world.end()
})

const start = async (profile: string): Promise<Page> => {
  browser = await launch({
    timeout: browserPatience,
    executablePath: findBrowser(),
    pipe: true,
    userDataDir: profile,
    args: [...browserFlags],
    defaultViewport: { width: 1280, height: 900 },
  })
  const page = await browser.newPage()
  page.setDefaultTimeout(browserPatience)
  return page
}

const listOf = (folder: string): string => {
  const days = ['13/04/2025', '03/04/2025', '2025-05-02']
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `${at + 1},"Warm towel number ${at + 1}, at the scale",Cold babies,north hospital,${at % 3 === 0 ? 'Testing' : 'New'},${days[at % 3]}`,
  )
  lines.push(`${rows + 1},Call the family,"Patient Jane Hollow, MRN 99120034, went home without milk",North Hospital,New,2025-05-02`)
  lines.push(lines[0] ?? '', ',,Nobody wrote it,North Hospital,New,2025-05-02')
  const path = join(folder, 'ideas.csv')
  writeFileSync(path, `No,Idea,Problem,Hospital,Status,Date\n${lines.join('\n')}\n`)
  return path
}

const choose = async (page: Page, list: string): Promise<void> => {
  await page.goto(`${world.worker.url}/import`)
  const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>
  await input.uploadFile(list)
  await sees(page, 'What will happen')
}
const count = async (): Promise<number | null> => (await world.ideas('disposition=all&limit=1')).total

test('[O34] [O40] [O41] [O43] [O45] 600 rows come in once, though the browser is killed in the middle and the list is brought in again; then they go again', async () => {
  const profile = world.profile('importing')
  const list = listOf(mkdtempSync(join(world.folder, 'list-')))
  let page = await start(profile)
  await page.goto(await world.signInLink('coordinator'))
  await page.waitForSelector('table')
  await choose(page, list)
  await sees(page, '600 rows will be added')
  expect(await textOf(page)).toContain('Rows that may be about a patient stay in this browser')
  await settled(page)
  expect(await violations(page)).toEqual([])

  await picture(page, 'import-list')
  await control(page, 'Bring in 600 ideas', 'button').click()
  await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) >= 100, { timeout: 60_000 })
  browser.process()?.kill('SIGKILL')
  const before = (await count()) ?? 0
  expect(before).toBeGreaterThanOrEqual(100)

  page = await start(profile)
  // A browser that is killed may have lost its session, too.
  await page.goto(await world.signInLink('coordinator'))
  await page.waitForSelector('table')
  await choose(page, list)
  await sees(page, 'Already there')
  await page.locator('section .button.primary:not([aria-disabled="true"])').click()
  await sees(page, 'Done.')
  expect(await count()).toBe(rows)

  // A third time there is nothing left to bring in.
  await choose(page, list)
  await sees(page, 'No row will be added.')
  expect(JSON.stringify(await world.ideas('disposition=all&q=Hollow&limit=1'))).not.toContain('Hollow')

  // The whole import is one, however often it was begun; what somebody touched stays.
  const [some] = (await world.ideas('disposition=all&limit=1')).rows
  await world.happens(['clinician', 'commentIdea', { comment: crypto.randomUUID(), idea: some?.id, text: 'We do this.', question: false }])
  await page.goto(`${world.worker.url}/import`)
  await sees(page, '600 ideas brought in, 600 still there.')
  await control(page, 'Take it out', 'button').click()
  await control(page, 'Take them out', 'button').click()
  await sees(page, 'Done.')
  expect(await textOf(page)).toContain('1 stays, and why')
  expect(await count()).toBe(1)
})

/** A library as a reference manager writes it: one paper twice, one taken back, one about a patient, one that says nothing. */
const libraryOf = (folder: string): string => {
  const record = (lines: readonly string[]): string => ['TY  - JOUR', ...lines, 'ER  - ', ''].join('\n')
  const path = join(folder, 'library.ris')
  writeFileSync(
    path,
    [
      record([
        'TI  - Warm towels at the scale: a randomised trial',
        'AU  - Oak, Pat',
        'PY  - 2020',
        'DO  - 10.5555/towels.1',
        'AB  - Kept nowhere.',
      ]),
      record(['TI  - Weighing at noon', 'AU  - Ash, Kim', 'PY  - 2021', 'DO  - 10.5555/towels.2', 'M3  - Retracted Publication']),
      record(['TI  - Warm towels at the scale: a randomised trial', 'PY  - 2020', 'DO  - 10.5555/TOWELS.1']),
      record(['TI  - Patient Jane Hollow, MRN 99120034, went home without milk', 'PY  - 2022']),
      record(['KW  - towels']),
    ].join('\n'),
  )
  return path
}

test('[O46] [O47] [V1] references come in by keyboard for an idea, once, without their patient, and go again', async () => {
  const idea = crypto.randomUUID()
  await world.happens(['clinician', 'proposeIdea', { idea, change: 'Warm the towels before weighing.' }])
  await browser.close()
  const page = await start(world.profile('references'))
  await page.goto(await world.signInLink('coordinator'))
  await page.waitForSelector('table')
  const library = libraryOf(mkdtempSync(join(world.folder, 'library-')))
  await choose(page, library)
  await sees(page, '2 references will be added')
  const said = await textOf(page)
  for (const words of ['Retracted', 'Suggested kind: Randomised trial', 'Held back', 'Title', 'The same as line', 'Could not be read'])
    expect(said).toContain(words)
  await settled(page)
  expect(await violations(page)).toEqual([])

  await page.focus('input[type=radio][value=loose]')
  await page.keyboard.press('ArrowDown')
  await page.waitForSelector('input[type=text], input[type=search]')
  await page.keyboard.press('Tab')
  await page.keyboard.type('towels')
  const offered = await page.waitForSelector(`input[value="${idea}"]`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  expect(await offered?.evaluate((input) => input.matches(':checked'))).toBe(true)
  await picture(page, 'import-references')
  await page.focus('section .button.primary')
  await page.keyboard.press('Enter')
  await sees(page, 'Done.')
  const { evidence } = await world.idea(idea)
  expect(evidence.map(({ citation, kind }) => `${citation.DOI} ${citation.standing} ${kind}`).toSorted()).toEqual([
    '10.5555/towels.1 undefined null',
    '10.5555/towels.2 retracted null',
  ])
  expect(JSON.stringify(await world.evidence('state=all'))).not.toMatch(/Hollow|Kept nowhere/)

  await choose(page, library)
  await sees(page, 'No reference will be added.')
  expect(await textOf(page)).toContain('2 references brought in, 2 still there.')
  await control(page, 'Take it out', 'button').click()
  await control(page, 'Take them out', 'button').click()
  await sees(page, '2 of 2 taken out')
  expect((await world.idea(idea)).evidence).toEqual([])
})
