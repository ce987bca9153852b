import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { chromium } from 'playwright-core'
import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { article, articleHtml } from './article.ts'
import { browserPatience, findBrowser } from './find-browser.ts'
import { connectExtension, control, openDashboard, sees, selectFinding, writeIdea } from './steps.ts'
import { givenBrowser } from './given.ts'

/** The article on a page so tall that its sentence is out of sight, with another sentence that a person may select. */
const tall = articleHtml
  .replace('<p id="finding">', '<div style="height: 4000px">Tables</div><p id="finding">')
  .replace('</main>', '<p id="other">Fewer families came back within a week.</p><div style="height: 3000px">References</div></main>')
/** The same paper at its publisher's, its sentence printed a little differently. */
const elsewhere = 'https://mirror.example/full/home-scales'
const changed = tall.replace(
  article.sentence,
  'Weight gain in the first month rose from 18 to 26 g a day, after families were lent a scale.',
)

const { world, browser } = givenBrowser('known')
let tab: Page
beforeAll(async () => {
  browser.serve(article.address, tall)
  browser.serve(elsewhere, changed.replace(`href="${article.address}"`, `href="${elsewhere}"`))
  await connectExtension(browser, await world.pairingLink('clinician'))
})

const selected = (page: Page): Promise<{ text: string; seen: boolean }> =>
  page.evaluate(() => {
    const selection = getSelection()
    const box = selection?.rangeCount ? selection.getRangeAt(0).getBoundingClientRect() : undefined
    return { text: String(selection), seen: box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight }
  })

const ideaIds = async (): Promise<string[]> => (await world.ideas('pathway=none')).rows.map(({ id }) => id)
const shot = async (panel: Page, name: string): Promise<void> => {
  const folder = process.env['GLEANER_PICTURES']
  if (folder) await panel.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

test('[C1] the link of a clip opens the page in a fresh browser at the sentence', async () => {
  tab = await browser.open(article.address)
  await selectFinding(tab)
  const asked: string[] = []
  // The browser itself asks for a page's icon, sooner or later.
  tab.on('request', (request) => void (request.url().endsWith('/favicon.ico') || asked.push(request.url())))
  await writeIdea(await browser.press(tab), 'Lend every family a home scale')
  await sees(await browser.panel(), 'In the bank')
  const [id = ''] = await ideaIds()
  const link = (await world.idea(id)).evidence[0]?.link ?? ''
  expect(link).toContain('#:~:text=')
  expect(asked).toEqual([])
  const fresh = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
  const page = await fresh.newPage()
  page.setDefaultTimeout(browserPatience)
  await page.route('**/*', (route) => route.fulfill({ body: tall, contentType: 'text/html; charset=utf-8' }))
  await page.goto(link)
  await page.waitForFunction('scrollY > 3000')
  const box = await page.locator('#finding').boundingBox()
  const height = page.viewportSize()?.height ?? 0
  expect(box && box.y >= 0 && box.y < height).toBe(true)
  await fresh.close()
})

test('[C3] coming back offline, the panel says "clipped here before" with the sentence, and marks it on the page when asked', async () => {
  await tab.bringToFront()
  await tab.evaluate(() => getSelection()?.removeAllRanges())
  await tab.evaluate(() => scrollTo(0, 0))
  await world.stop()
  const panel = await browser.press(tab)
  await sees(panel, 'Clipped here before')
  await sees(panel, article.sentence)
  await sees(panel, 'Lend every family a home scale')
  await shot(panel, 'clipped-here')
  expect((await selected(tab)).text).toBe('')
  await control(panel, 'Show on the page', 'button').click()
  await sees(panel, 'Marked on the page.')
  expect(await selected(tab)).toEqual({ text: article.sentence, seen: true })
  await world.restart()
})

test('[C4] the same paper at another address, with slightly different text: its sentence is found, and its clip is used for a second idea', async () => {
  tab = await browser.open(elsewhere)
  const panel = await browser.press(tab)
  await sees(panel, 'This source was clipped before')
  await control(panel, 'Show on the page', 'button').click()
  await sees(panel, 'Marked on the page.')
  const mark = await selected(tab)
  expect(mark.text).toContain('rose from 18 to 26 g a day')
  expect(mark.seen).toBe(true)
  await writeIdea(panel, 'Ring every family after a week')
  // The panel’s own “In the bank” is also said of the earlier clip.
  await expect.poll(ideaIds, { timeout: 60_000 }).toHaveLength(2)
  const pages = await Promise.all((await ideaIds()).map((id) => world.idea(id)))
  expect(new Set(pages.flatMap(({ evidence }) => evidence.map(({ id }) => id))).size).toBe(1)
  expect(pages.every(({ evidence }) => evidence.length === 1)).toBe(true)
})

test('[C4] another sentence is clipped again, by the keyboard, for an idea that the paper supports', async () => {
  await tab.bringToFront()
  await tab.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#other') as Element))
  const panel = await browser.press(tab)
  await sees(panel, 'This source was clipped before')
  await panel.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#quote')?.value.startsWith('Fewer families'))
  await panel.focus('[aria-label="Add to this idea: “Lend every family a home scale”"]')
  await panel.keyboard.press('Enter')
  await sees(panel, 'Which ideas does it support?')
  await shot(panel, 'clip-again')
  await panel.focus('#supports')
  await panel.keyboard.down('Control')
  await panel.keyboard.press('Enter')
  await panel.keyboard.up('Control')
  await sees(panel, 'Saved on this computer')
  await panel.waitForFunction(() => document.body.innerText.includes('It is in your network’s bank.'), { timeout: 60_000 })
  const pages = await Promise.all((await ideaIds()).map((id) => world.idea(id)))
  const lend = pages.find(({ idea }) => idea.change.startsWith('Lend'))
  expect(lend?.evidence.map(({ quote }) => quote?.exact)).toContain('Fewer families came back within a week.')
})

/** Where the browser saves what this page downloads. */
const savedBy = async (page: Page): Promise<string> => {
  const folder = mkdtempSync(join(world.folder, 'files-'))
  const cdp = await page.createCDPSession()
  await cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder })
  return folder
}
const arrived = async (folder: string, name: RegExp): Promise<string> => {
  const found = (): string => {
    const file = readdirSync(folder).find((one) => name.test(one))
    return file === undefined ? '' : readFileSync(join(folder, file), 'utf8')
  }
  // A browser makes the file first and writes it then.
  await expect.poll(found, { timeout: 60_000 }).not.toBe('')
  return found()
}

test('[C5] the item’s reference is shown, and saved as files that reference managers read', async () => {
  const panel = await browser.press(tab)
  await panel.waitForSelector('.cite summary')
  await panel.focus('.cite summary')
  await panel.keyboard.press('Enter')
  await sees(panel, `Okafor A, Pereira L, Lindqvist H. ${article.title}. ${article.journal}. 2024;12(3):201-9. doi: ${article.doi}.`)
  await shot(panel, 'cite')
  const folder = await savedBy(panel)
  await control(panel, 'Save as RIS', 'button').click()
  const name = /^home-scales-and-early-feeding-clinics-after-neonatal-surgery\S*\.ris$/
  expect(await arrived(folder, name)).toContain(`DO  - ${article.doi}`)
})

test('[E1] a coordinator exports a list, an idea and the network', async () => {
  const dashboard = await openDashboard(browser, await world.signInLink('coordinator'))
  const folder = await savedBy(dashboard)
  await dashboard.goto(`${world.worker.url}/ideas?q=lend`)
  await dashboard.waitForSelector('.export summary')
  await dashboard.focus('.export summary')
  await dashboard.keyboard.press('Enter')
  await shot(dashboard, 'export-list')
  await dashboard.locator('[aria-label="This list, as filtered"] [aria-label="Ideas as CSV"]').click()
  const ideas: Record<string, string>[] = parse(await arrived(folder, /-ideas-.*\.csv$/), {
    bom: true,
    columns: true,
    record_delimiter: '\r\n',
  })
  expect(ideas.map(({ change }) => change)).toEqual(['Lend every family a home scale'])
  await dashboard.locator('[aria-label="The whole network"] [aria-label="References as BibTeX"]').click()
  expect((await arrived(folder, /-references-.*\.bib$/)).match(/^@/gm)).toHaveLength(1)
  await dashboard.goto(`${world.worker.url}/ideas/${(await ideaIds())[0]}`)
  await dashboard.waitForSelector('.export summary')
  await dashboard.locator('.export summary').click()
  await shot(dashboard, 'export-idea')
  await dashboard.locator('[aria-label="References as RIS"]').click()
  expect(await arrived(folder, /-references-.*\.ris$/)).toContain(`DO  - ${article.doi}`)
})
