import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoCode, seedDemo } from '../../worker/local/seed.ts'
import { settled, violations } from './axe.ts'
import { picture } from './pictures.ts'
import { control, openDashboard, sees } from './steps.ts'
import { givenBrowser } from './given.ts'

const { world, browser } = givenBrowser('reports')
let page: Page
let files: string
const go = async (path: string): Promise<void> => {
  await page.goto(`${world.worker.url}${path}`)
  await settled(page)
}

beforeAll(async () => {
  files = mkdtempSync(join(tmpdir(), 'gleaner-files-'))
  await seedDemo(world.worker, `${world.folder}/demonstration`)
  page = await openDashboard(browser, `${world.worker.url}/sign-in#${await demoCode(world.worker, 'web', 'demo-coordinator')}`)
  const session = await page.createCDPSession()
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: files })
})
afterAll(async () => {
  rmSync(files, { recursive: true, force: true })
})

const saved = async (ending: string): Promise<Buffer> => {
  const found = (): string | undefined => readdirSync(files).find((name) => name.endsWith(ending))
  await expect.poll(found, { timeout: 60_000 }).toBeTruthy()
  return readFileSync(join(files, found() ?? ''))
}
const drawn = (): Promise<number> => page.$$eval('svg.report-chart', (charts) => charts.length)

test('[R20] [R22] the period is chosen, stands in the address, and a link shows the same; each chart has its table and is saved', async () => {
  await go('/reports')
  await expect.poll(drawn).toBe(6)
  await page.select('#period-choice', 'last30')
  await page.waitForFunction(() => location.search.includes('from='))
  const address = page.url()
  await page.select('#period-choice', 'year12')
  await page.waitForFunction((before) => location.href !== before, {}, address)
  await settled(page)
  await picture(page, 'reports')
  const said = await page.$eval('[aria-labelledby="chart-flow"] p', (text) => text.textContent)
  await go(page.url().slice(world.worker.url.length))
  expect(await page.$eval('#period-choice', (choice) => (choice as HTMLSelectElement).value)).toBe('year12')
  expect(await page.$eval('[aria-labelledby="chart-flow"] p', (text) => text.textContent)).toBe(said)
  // By keys: the table is opened, and says what the chart says.
  await page.focus('[aria-labelledby="chart-flow"] summary')
  await page.keyboard.press('Enter')
  const cells = await page.$$eval('[aria-labelledby="chart-flow"] tbody td:nth-child(2)', (all) =>
    all.map((one) => Number(one.textContent)),
  )
  expect(said).toContain(`${cells.reduce((sum, count) => sum + count, 0)} ideas came in`)
  for (const format of ['SVG', 'PNG', 'CSV']) await control(page, `Save “Coming in and answered” as ${format}`, 'button').click()
  const svg = (await saved('.svg')).toString()
  expect(svg).toMatch(/^<svg xmlns/)
  expect(svg).not.toMatch(/<script|href|url\(/)
  expect((await saved('.png')).subarray(1, 4).toString()).toBe('PNG')
  const csv = (await saved('.csv')).toString()
  expect(
    csv
      .split('\r\n')
      .slice(1, -1)
      .map((line) => Number(line.split(',')[1])),
  ).toEqual(cells)
})

test('[R20] dates that cannot be shown are named and stay as they were typed; those that can are shown', async () => {
  await go('/reports')
  await page.$eval('#period-from', (field) => {
    const input = field as HTMLInputElement
    input.value = '2999-01-01'
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await sees(page, 'The first day must not be after the last one')
  expect(await page.$eval('#period-from', (field) => (field as HTMLInputElement).value)).toBe('2999-01-01')
  expect(await drawn()).toBe(6)
})

test('[R22] on paper, upright and across, each chart is there whole', async () => {
  await go('/reports')
  await expect.poll(drawn).toBe(6)
  await page.emulateMediaType('print')
  // Inside of 1 cm margins at 96 pixels an inch.
  for (const width of [718, 1046]) {
    await page.setViewport({ width, height: 1000 })
    const cut = await page.$$eval(
      'svg.report-chart',
      (charts, wide) =>
        charts.filter((chart) => chart.getBoundingClientRect().right > wide || chart.getBoundingClientRect().width < 200).length,
      width,
    )
    expect([await drawn(), cut]).toEqual([6, 0])
  }
  await page.emulateMediaType()
  await page.setViewport({ width: 1280, height: 900 })
})

test('[V1] axe finds nothing on the reports, light and dark', async () => {
  await go('/reports')
  await expect.poll(drawn).toBe(6)
  expect(await violations(page)).toEqual([])
})

/** An idea whose results come in, with so many numbers that they fill a chart. */
const withNumbers = (): Promise<string> =>
  page.evaluate(async () => {
    const { person, network } = (await (await fetch('/v1/me')).json()) as { person: string; network: { slug: string } }
    const { rows } = (await (await fetch(`/v1/networks/${network.slug}/ideas?phase=evaluate&limit=50`)).json()) as {
      rows: { id: string }[]
    }
    for (const { id } of rows) {
      const { series } = (await (await fetch(`/v1/networks/${network.slug}/ideas/${id}`)).json()) as { series: { points: [] }[] }
      if (series.some(({ points }) => points.length > 10)) return `/ideas/${id}`
    }
    throw new Error(`${person} finds no idea with numbers`)
  })

test('[R23] the evidence brief and the meeting brief have run charts and driver diagrams, on the screen and in the file', async () => {
  await go(`${await withNumbers()}/brief`)
  await expect.poll(() => page.$$eval('.brief svg.run', (charts) => charts.length)).toBeGreaterThan(0)
  await picture(page, 'evidence-brief')
  expect(await violations(page)).toEqual([])
  await control(page, 'Download for Word', 'button').click()
  const html = (await saved('.html')).toString()
  expect(html).toMatch(/<svg [^>]*class="run"/)
  expect(html).toContain('values of ')
  await go('/reports/brief?since=2026-01-01')
  await expect.poll(() => page.$$eval('.brief svg', (charts) => charts.length), { timeout: 60_000 }).toBeGreaterThan(0)
  await picture(page, 'meeting-brief')
})

test('[R24] printed from a wide window, the run charts of an idea are whole on upright paper, with their numbers', async () => {
  // Paper is laid out without a turn of the page's own code, so what listens to sizes hears nothing.
  const { identifier } = await page.evaluateOnNewDocument(() => {
    const Heard = ResizeObserver
    globalThis.ResizeObserver = class extends Heard {
      constructor(told: ResizeObserverCallback) {
        super((...all) => {
          if (document.documentElement.dataset['paper'] === undefined) told(...all)
        })
      }
    }
  })
  await go(await withNumbers())
  await page.waitForSelector('figure.chart svg.run')
  await page.evaluate(() => (document.documentElement.dataset['paper'] = ''))
  await page.emulateMediaType('print')
  // Inside of 1 cm margins at 96 pixels an inch.
  await page.setViewport({ width: 718, height: 1046 })
  const charts = await page.$$eval('svg.run', (all) =>
    all.map((chart) => {
      const room = (chart.closest('.chart-canvas') ?? chart).getBoundingClientRect()
      const points = [...chart.querySelectorAll('.run-point')].map((point) => point.getBoundingClientRect())
      return {
        width: Number(chart.getAttribute('width')),
        isInside: points.every(
          ({ left, right, top, bottom }) => left >= room.left && right <= room.right && top >= room.top && bottom <= room.bottom,
        ),
        isOnPaper: room.right <= innerWidth,
        points: points.length,
      }
    }),
  )
  // Drawn for the window, it has to shrink.
  expect(charts[0]?.width).toBeGreaterThan(718)
  for (const { isInside, isOnPaper, points } of charts) expect([isInside, isOnPaper, points > 1]).toEqual([true, true, true])
  expect(
    await page.$eval('.chart .printed-table', (table) => [table.checkVisibility(), table.querySelectorAll('tbody tr').length]),
  ).toEqual([true, charts[0]?.points])
  const uncut = await page.$$eval('figure.chart, .small-charts > div, .site-map, .tile', (all) =>
    all.map((one) => getComputedStyle(one).breakInside),
  )
  expect(new Set(uncut)).toEqual(new Set(['avoid']))
  await page.removeScriptToEvaluateOnNewDocument(identifier)
  await page.emulateMediaType()
  await page.setViewport({ width: 1280, height: 900 })
})

test('[R22] a run chart is saved as a picture that needs no style, and as its numbers', async () => {
  await go(await withNumbers())
  await page.waitForSelector('figure.chart svg.run')
  const name = await page.$eval('figure.chart', (figure) => figure.getAttribute('aria-label'))
  for (const format of ['SVG', 'PNG', 'CSV']) await control(page, `Save “${name}” as ${format}`, 'button').click()
  const svg = (await saved('run-chart.svg')).toString()
  expect(svg).toMatch(/^<svg xmlns[^>]*class="run"[^>]*>\s*<rect [^>]*fill="#ffffff"/)
  expect(svg).not.toMatch(/var\(|<script|href|url\(/)
  expect((await saved('run-chart.png')).subarray(1, 4).toString()).toBe('PNG')
  expect((await saved('run-chart.csv')).toString()).toMatch(/^\uFEFFday,value,of,median,goal,note\r\n\d{4}-\d\d-\d\d,/)
})

test('[R22] the reports of an empty network say that it is empty', async () => {
  await page.goto('about:blank')
  await page.goto(await world.signInLink('coordinator'))
  await settled(page)
  await go('/reports')
  await sees(page, 'Nothing is in the bank yet.')
  expect(await drawn()).toBe(0)
})
