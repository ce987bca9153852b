import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IdeasReply } from '../../shared/api/bank.ts'
import { type Chart, madeUpChart, madeUpWard, savedCharts, slipAt } from './chart.ts'
import { type Recorder, startRecorder } from './recorder.ts'
import { article } from './article.ts'
import { connectExtension, openArticle, sees, writeIdea } from './steps.ts'
import { givenBrowser } from './given.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const { world, browser } = givenBrowser('clinician')
let recorder: Recorder
beforeAll(async () => {
  recorder = await startRecorder(world.worker.url)
  await connectExtension(browser, (await world.pairingLink('clinician')).replace(world.worker.url, recorder.url))
})
afterAll(async () => {
  await recorder.close()
})

const openChart = async ({ address, html }: Chart): Promise<Page> => {
  browser.serve(address.replace(/#.*/, ''), html())
  return browser.open(address)
}

const press = async (panel: Page, key: 'Enter' | 'KeyR', ...held: ('Control' | 'Alt' | 'Shift')[]): Promise<void> => {
  for (const one of held) await panel.keyboard.down(one)
  await panel.keyboard.press(key)
  for (const one of held) await panel.keyboard.up(one)
}

/** Every row of every table of the extension's databases, by the table's name. */
const tables = (panel: Page): Promise<Record<string, string>> =>
  panel.evaluate(async () => {
    const wait = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('Not read')))
      })
    const found: Record<string, string> = {}
    for (const { name } of await indexedDB.databases()) {
      const database = await wait(indexedDB.open(name ?? ''))
      for (const table of database.objectStoreNames)
        found[table] = (found[table] ?? '') + JSON.stringify(await wait(database.transaction(table).objectStore(table).getAll()))
      database.close()
    }
    return found
  })

const extensionStorage = async (panel: Page): Promise<string> =>
  JSON.stringify(await panel.evaluate('Promise.all(["local", "session", "sync"].map((area) => chrome.storage[area].get(null)))'))

/** Every file of the Worker (its SQLite databases with their journals) and all that it printed. */
const workerKeeps = (): string => {
  const state = join(world.folder, 'state')
  const files = readdirSync(state, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return [world.worker.log, ...files.map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))].join('\n')
}

/** Those of the parts that a text has as words of their own. */
const holds = (text: string, parts: readonly string[]): string[] =>
  parts.filter((part) =>
    new RegExp(`(?<![\\p{L}\\d])${part.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`)}(?![\\p{L}\\d])`, 'iu').test(text),
  )

/** Everything told or shown in this file. */
const looksFor: string[] = []

const settled = async (): Promise<IdeasReply['rows']> => {
  for (const end = Date.now() + 60_000; ;) {
    const { rows } = await world.ideas('pathway=none')
    if (rows.length >= charts.length || Date.now() > end) return rows
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** What of these parts is kept in the browser, outside of the drafts. */
const keptHere = async (panel: Page, parts: readonly string[]): Promise<string[]> => {
  const { drafts: _, ...others } = await tables(panel)
  return holds(JSON.stringify(others) + (await extensionStorage(panel)), parts)
}

const marked = (panel: Page): Promise<string> =>
  panel.evaluate(() => [...document.querySelectorAll('.finding mark')].map(({ textContent }) => textContent).join(' '))

/** Opens a chart and types a slip beside it, with nothing but the keyboard once the button was pressed. */
const slip = async (chart: Chart): Promise<{ tab: Page; panel: Page }> => {
  const { sentence, told } = slipAt(chart)
  const tab = await openChart(chart)
  const panel = await browser.press(tab)
  await sees(panel, 'title, address and text are not kept')
  await panel.waitForFunction(() => document.activeElement?.id === 'change', { timeout: 60_000, polling: 100 })
  await panel.keyboard.type(sentence)
  await expect.poll(async () => holds(await marked(panel), told), { timeout: 60_000 }).toEqual(told)
  return { tab, panel }
}

/** Tries to save the slip, replaces all with the key, saves again. */
const slipAndMend = async (chart: Chart): Promise<void> => {
  const { sentence, told, untold } = slipAt(chart)
  looksFor.push(...told, ...untold)
  const { tab, panel } = await slip(chart)
  await press(panel, 'Enter', 'Control')
  await sees(panel, 'Not saved')
  expect(await keptHere(panel, [...told, ...untold])).toEqual([])
  // What the person typed stays in the draft; what only the page said does not.
  const { drafts = '' } = await tables(panel)
  expect(drafts).toContain(JSON.stringify(sentence))
  expect(holds(drafts, [...untold, new URL(chart.address).host])).toEqual([])

  await press(panel, 'KeyR', 'Alt', 'Shift')
  await panel.waitForFunction(() => document.querySelectorAll('.finding.high').length === 0, { timeout: 60_000, polling: 100 })
  await press(panel, 'Enter', 'Control')
  await sees(panel, 'Saved on this computer')
  expect(holds(JSON.stringify(await tables(panel)) + (await extensionStorage(panel)), [...told, ...untold])).toEqual([])
  await tab.close()
}

const saved = savedCharts()
const charts = [madeUpChart, madeUpWard, ...saved]
const left = saved.length === 0 ? ' (without the saved pages of record systems: ../shared/ehr-pages is not here)' : ''

describe(`[P4] [P5] a slip beside a patient’s page is marked, blocked, replaced with a key, and arrives clean${left}`, () => {
  test.each(charts)('$name', slipAndMend)

  test('[P9] all clips are in the bank with placeholders instead of PHI, and the record of replacements', async () => {
    const panel = await browser.panel()
    await sees(panel, 'In the bank')
    const rows = await settled()
    expect(rows).toHaveLength(charts.length)
    for (const { change } of rows)
      expect(change).toMatch(/^Lend scales as for \[name\] or \[name\], \[number\], born \[date(?:, \d{4})?\]$/)
    const { idea } = await world.idea(rows[0]?.id ?? '')
    expect(idea.checked).toEqual({ replaced: { NAME: 2, MRN: 1, DATE: 1 }, notPatient: {} })
  })

  test('no request, no file of the Worker and no output of it contains any of it', () => {
    expect(looksFor.length).toBeGreaterThan(charts.length * 4)
    expect(recorder.sent()).toContain('Lend scales as for [name]')
    expect(holds(recorder.sent(), looksFor)).toEqual([])
    expect(workerKeeps()).toContain('Lend scales as for [name]')
    expect(holds(workerKeeps(), looksFor)).toEqual([])
  })
})

test('[P4] if a page turns out to be a patient page after it was read, its item is not saved', async () => {
  const tab = await openArticle(browser)
  const panel = await browser.press(tab)
  await sees(panel, article.journal)
  const banner = '<div><b>Achebe, Ngozi</b> <i>F</i> <i>66 yrs</i> <i>DOB: 03/09/1957</i> <i>MRN: 00481516</i></div>'
  await tab.evaluate((html) => document.body.insertAdjacentHTML('afterbegin', html), banner)
  await writeIdea(panel, 'Call each family a day after discharge')
  const saved = async (): Promise<unknown> => (await world.ideas('q=discharge')).rows.map(({ change, evidence }) => [change, evidence])
  await expect.poll(saved, { timeout: 60_000 }).toEqual([['Call each family a day after discharge', 0]])
  expect(await world.matrix()).toMatchObject({ looseEvidence: 0 })
  await tab.close()
})

test('[P4] after the tab has left the page, what it showed is forgotten, and the person has to confirm the text', async () => {
  const { tab, panel } = await slip(madeUpChart)
  await press(panel, 'KeyR', 'Alt', 'Shift')
  browser.serve('https://ehr.hospital.example/away', '<!doctype html><title>Away</title><p>Nobody here.')
  await tab.goto('https://ehr.hospital.example/away')
  await sees(panel, 'I have read it over')
  await panel.focus('#change')
  await press(panel, 'Enter', 'Control')
  await panel.waitForSelector('.read-over.bad')
  await panel.focus('#read-over')
  await panel.keyboard.press('Space')
  await panel.focus('#change')
  await press(panel, 'Enter', 'Control')
  await sees(panel, 'Saved on this computer')
  await tab.close()
})

test('[V1] axe finds no violation in the panel with findings, light and dark', async () => {
  const { tab, panel } = await slip(madeUpChart)
  for (const scheme of ['light', 'dark']) {
    await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    await panel.evaluate(axeSource)
    const { violations } = (await panel.evaluate('axe.run()')) as AxeResults
    expect(violations.map(({ id, nodes }) => `${scheme} ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
  }
  await tab.close()
})
