import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { settled, violations } from './axe.ts'
import { control, openDashboard, sees, textOf } from './steps.ts'
import { slug } from './world.ts'
import { givenBrowser } from './given.ts'

const { world, browser } = givenBrowser('desk')
let page: Page
const ideas = Array.from({ length: 3 }, () => crypto.randomUUID())

/** Signs in as somebody else in the same browser: the last link counts. */
const become = async (person: string): Promise<void> => {
  await page.goto('about:blank')
  await page.goto(await world.signInLink(person))
  await page.waitForSelector('table', { timeout: 60_000 })
}
const go = async (path: string): Promise<void> => {
  await page.goto(`${world.worker.url}${path}`)
  await settled(page)
}
/** As the page itself asks, in the name of whoever is signed in. */
const ask = (mutations: { name: string; args: object }[]): Promise<string[]> =>
  page.evaluate(
    async (path, asked) => {
      const body = JSON.stringify({ mutations: asked.map((one) => ({ id: crypto.randomUUID(), ...one })) })
      const response = await fetch(path, { method: 'POST', body })
      const { results } = (await response.json()) as { results: { status: string; message?: string }[] }
      return results.map(({ status, message }) => message ?? status)
    },
    `/v1/networks/${slug}/mutations`,
    mutations,
  )
/** Goes on with the tab key until the focus is on the control of that name. */
const tabTo = async (name: string): Promise<void> => {
  for (let pressed = 0; pressed < 120; pressed += 1) {
    const here = await page.evaluate(() => {
      const { activeElement: element } = document
      return [element?.getAttribute('aria-label'), element?.textContent, element?.closest('label')?.textContent].map((text) => text?.trim())
    })
    if (here.includes(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The tab key does not lead to “${name}”`)
}

const picture = async (name: string): Promise<void> => {
  const folder = process.env['GLEANER_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

beforeAll(async () => {
  page = await openDashboard(browser, await world.signInLink('clinician'))
  const changes = ['Lend every family a home scale', 'Weigh at one hour', 'Call after discharge']
  await ask(
    changes.map((change, index) => ({
      name: 'proposeIdea',
      args: { idea: ideas[index], change, problem: 'Weights differ.', topic: index === 2 ? 'safety' : 'feeding' },
    })),
  )
})

test('[N1] a decline reaches its sender’s notifications, and is marked as read with the keyboard', async () => {
  await become('coordinator')
  expect(
    await ask([
      { name: 'endIdea', args: { idea: ideas[0], as: 'declined', reason: 'already-done', sentence: 'Three sites lend scales.' } },
    ]),
  ).toEqual(['ok'])
  await become('clinician')
  await go('/news')
  await sees(page, 'Lend every family a home scale was declined.')
  await sees(page, 'Three sites lend scales.')
  await sees(page, '4 new items')
  expect(await violations(page)).toEqual([])
  await tabTo('Mark all as read')
  await page.keyboard.press('Enter')
  await sees(page, 'Nothing new since you were last here.')
  await go('/news')
  await sees(page, 'Nothing new since you were last here.')
})

test('[R7] a view is saved with the keyboard and opened again; its query is in the address bar', async () => {
  await become('coordinator')
  await go('/ideas?topic=feeding')
  await sees(page, 'Safety (1)')
  await tabTo('Save this view')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.save-view input')
  await page.keyboard.type('Feeding only')
  await page.keyboard.press('Enter')
  await sees(page, 'Remove this view')
  await go('/ideas')
  await page.waitForSelector('select[aria-label="Saved views"]')
  const id = await page.$eval('select[aria-label="Saved views"] option:nth-child(2)', (option) => option.getAttribute('value') ?? '')
  await page.select('select[aria-label="Saved views"]', id)
  await page.waitForFunction(() => location.search === '?topic=feeding')
  await sees(page, 'Weigh at one hour')
  expect(await textOf(page)).not.toContain('Call after discharge')
})

test('[R8] a bulk action with the keyboard tags and classifies ideas, each is answered by itself, and all is undone', async () => {
  await go('/ideas')
  await sees(page, 'Call after discharge')
  await tabTo('Select all that are shown')
  await page.keyboard.press('Space')
  await sees(page, '2 ideas selected')
  expect(await violations(page)).toEqual([])
  await page.select('select[aria-label="What to do with them"]', 'tag')
  await tabTo('Tag')
  await page.keyboard.type('winter')
  await page.keyboard.press('Enter')
  await sees(page, '2 ideas changed.')
  expect((await world.idea(ideas[1] ?? '')).idea.tags).toEqual(['winter'])
  await tabTo('Undo u')
  await page.keyboard.press('Enter')
  await sees(page, 'Undone for 2 ideas.')
  expect((await world.idea(ideas[1] ?? '')).idea.tags).toEqual([])
  const pathways = (): Promise<(string | null)[]> => Promise.all(ideas.slice(1).map(async (id) => (await world.idea(id)).idea.pathway))
  await tabTo('Select all that are shown')
  await page.keyboard.press('Space')
  await page.select('select[aria-label="What to do with them"]', 'classify')
  await page.select('select[aria-label="Pathway"]', 'single-site')
  await tabTo('Reason, where something is missing')
  await page.keyboard.press('Enter')
  await sees(page, '2 ideas changed.')
  expect(await pathways()).toEqual(['single-site', 'single-site'])
  // What somebody has changed meanwhile stays, and is named with the reason.
  await world.happens(['coordinator', 'editIdea', { idea: ideas[2] ?? '', set: { details: 'By telephone.' } }])
  await tabTo('Undo u')
  await page.keyboard.press('Enter')
  await sees(page, 'Undone for 1 idea.')
  await sees(page, '1 idea stays as changed.')
  const stayed = await page.$eval('.bulk-results', (results) => (results as HTMLElement).innerText)
  expect(stayed).toContain('Somebody has changed it since, so it cannot be undone.')
  expect(await pathways()).toEqual([null, 'single-site'])
  await world.happens(['coordinator', 'returnToTriage', { idea: ideas[2] ?? '', reason: 'As before.' }])
})

test('[M25] [R3] with the keyboard a clip gets its kind and direction, is detached and attached again, and a retracted one is reported', async () => {
  await become('coordinator')
  const clips = [crypto.randomUUID(), crypto.randomUUID()]
  const citation = { type: 'article-journal', title: 'Home scales' }
  const retracted = { type: 'article-journal', title: 'Scales at school', standing: 'retracted', standingSeen: 'banner' }
  const asked = [citation, retracted].map((item, index) => ({
    name: 'clipEvidence',
    args: { evidence: clips[index], citation: item, kind: null, suggested: 'before-after', ideas: [ideas[1]] },
  }))
  expect(await ask(asked)).toEqual(['ok', 'ok'])
  const clip = async () => (await world.idea(ideas[1] ?? '')).evidence.find(({ id }) => id === clips[0])
  await go(`/ideas/${ideas[1]}`)
  await sees(page, 'The page suggests: Before and after')
  await picture('kind-not-said')
  await tabTo('Kind, direction … of Home scales')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.matches('select'))
  await page.keyboard.type('Rand')
  // What the next field means can be asked for in between.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ag')
  await picture('kind-form')
  await tabTo('Save')
  await page.keyboard.press('Enter')
  await sees(page, 'said by')
  expect([(await clip())?.kind, (await clip())?.directions?.[ideas[1] ?? '']?.is]).toEqual(['randomised-trial', 'against'])
  await tabTo('Detach from this idea Home scales')
  await page.keyboard.press('Enter')
  await sees(page, 'Detached from this idea')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Undo u')
  await page.keyboard.press('Enter')
  await sees(page, 'Attached again.')
  expect((await clip())?.directions?.[ideas[1] ?? '']?.is).toBe('against')
  expect(await violations(page)).toEqual([])
  // A person's word on how an item stands, and taking it back: the focus stays at hand, and each is said for what it is.
  const focused = (): Promise<(string | null | undefined)[]> =>
    page.evaluate(() => [document.activeElement?.textContent, document.activeElement?.getAttribute('aria-disabled')])
  await world.happens(['coordinator', 'checkStanding', { evidence: clips[1] ?? '', as: 'checked' }])
  await page.waitForSelector('.standing.checked')
  await page.$eval('.standing.checked ~ details', (details) => details.setAttribute('open', ''))
  await tabTo('Take back my word')
  await page.keyboard.press('Enter')
  await sees(page, 'Your word is taken back.')
  await page.waitForSelector('.standing.retracted')
  expect(await focused()).toEqual(['I checked: it stands', 'false'])
  await page.keyboard.press('Enter')
  await sees(page, 'Kept, with your name and today’s date.')
  await page.waitForSelector('.standing.checked')
  expect(await focused()).toEqual(['I checked: it stands', 'true'])
  await world.happens(['coordinator', 'checkStanding', { evidence: clips[1] ?? '', as: null }])
  await go('/reports')
  await sees(page, 'Scales at school')
  await picture('doubted')
})

test('[R4] reports and briefs show their data, and print without the frame of the page', async () => {
  await go('/reports')
  await sees(page, 'Answered on time')
  await sees(page, 'North Hospital')
  expect(await violations(page)).toEqual([])
  await go('/reports/brief')
  await sees(page, 'Weigh at one hour')
  await sees(page, 'Three sites lend scales.')
  expect(await violations(page)).toEqual([])
  await page.emulateMediaType('print')
  expect(await page.$$eval('.top, .brief-bar, .foot', (all) => all.map((one) => getComputedStyle(one).display))).toEqual([
    'none',
    'none',
    'none',
  ])
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
  await page.emulateMediaType()
  await go(`/ideas/${ideas[1]}/brief`)
  await sees(page, 'Published evidence')
  expect(await violations(page)).toEqual([])
  await go('/digest')
  await sees(page, 'Came in')
  expect(await violations(page)).toEqual([])
})

test('[M21] settings are changed with the keyboard and shown in the history, and two who edit at once lose nothing', async () => {
  await become('admin')
  await go('/settings')
  expect(await violations(page)).toEqual([])
  await page.focus('[aria-labelledby="settings-topics"] .button.small')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.matches('[aria-labelledby="settings-topics"] li:last-child input'))
  await page.keyboard.type('Sleep')
  // Meanwhile somebody else adds another one, from what both had seen.
  const topics = [
    { key: 'feeding', label: 'Feeding and growth' },
    { key: 'safety', label: 'Safety' },
  ]
  expect(
    await ask([{ name: 'configureFramework', args: { set: { topics: [...topics, { key: 'home', label: 'Home' }] }, base: { topics } } }]),
  ).toEqual(['ok'])
  await page.keyboard.press('Enter')
  await sees(page, 'Saved. Everybody works with it from now on.')
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll<HTMLInputElement>('[aria-labelledby="settings-topics"] input')].map(({ value }) => value).join() ===
      'Feeding and growth,Safety,Home,Sleep',
  )
  await sees(page, 'topics: added Sleep')
  await control(page, 'Days until an answer is due').fill('0')
  await page.keyboard.press('Enter')
  await sees(page, '“Days until an answer is due” must be 1 or more.')
})

test('[M21] a driver that the network lists for a topic is offered in the diagram of its ideas, with the keyboard', async () => {
  await become('admin')
  await go('/settings')
  await page.focus('[aria-labelledby="settings-drivers"] .button.small')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.matches('[aria-labelledby="settings-drivers"] li:last-child input'))
  await page.keyboard.type('Loss is seen early')
  await page.keyboard.press('Enter')
  await sees(page, 'drivers: added Loss is seen early')
  expect(await violations(page)).toEqual([])
  await become('coordinator')
  await go(`/ideas/${ideas[1]}`)
  await tabTo('Draw the diagram')
  await page.keyboard.press('Enter')
  await sees(page, 'Drivers of this topic:')
  await tabTo('Loss is seen early')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.kdd-driver')
  await tabTo('Save the diagram')
  await page.keyboard.press('Enter')
  await sees(page, 'Diagram saved.')
  expect((await world.idea(ideas[1] ?? '')).idea.drivers).toEqual([{ name: 'Loss is seen early', interventions: [] }])
})
