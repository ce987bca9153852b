/**
 * Runs the built reader in a real browser, without a network, on saved pages at their own addresses, and prints a line a
 * page: `node test/extract-pages.ts INDEX.json > results.jsonl`. INDEX.json: rows `{file, original_url?}` beside the pages.
 * `ms` is the first reading of a page that has come to rest, as it is when people press.
 */
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import * as v from 'valibot'
import { type PageReading, pageReadingSchema } from '../extension/page-reading.ts'
import { findBrowser } from './e2e/find-browser.ts'
import { bundle } from './extension/extract-bundle.ts'

interface Row {
  file: string
  original_url?: string | null
}

interface Run {
  reading: unknown
  ms: number
}

const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const outcomes = { citation: 'citation', page: 'page', listing: 'page', pdf: 'page', blocked: 'nothing' } as const

/** A line in the form that is scored, with what else the reader said. */
const lineOf = (file: string, { kind, citation, evidence, reason, quote }: PageReading, ms: number): object => ({
  file,
  outcome: outcomes[kind],
  kind,
  item: citation ?? {},
  evidence,
  reason,
  quote,
  ms: Math.round(ms * 10) / 10,
})

const readRows = (index: string): Row[] => {
  const parsed = JSON.parse(readFileSync(index, 'utf8')) as Row[] | { pages: Row[] }
  return Array.isArray(parsed) ? parsed : parsed.pages
}

const addressOf = (row: Row): string => row.original_url || `https://saved-page.example/${encodeURIComponent(row.file)}`

const readPage = async (page: Page, code: string, address: string, html: Buffer): Promise<Run> => {
  const [wanted] = address.split('#')
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().url().split('#')[0] === wanted
      ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
      : route.abort(),
  )
  await page.goto(address, { waitUntil: 'domcontentloaded' })
  await page.waitForTimeout(1000)
  return page.evaluate(
    `(() => { ${code}; const start = performance.now(); const reading = gleanerReader.extract(document, location.href); return { reading, ms: performance.now() - start } })()`,
  )
}

const main = async (index: string): Promise<void> => {
  const code = await bundle()
  const browser = await chromium.launch({ executablePath: findBrowser(), args: flags })
  const context = await browser.newContext({ javaScriptEnabled: false })
  for (const row of readRows(index)) {
    const page = await context.newPage()
    const run = await readPage(page, code, new URL(addressOf(row)).href, readFileSync(resolve(dirname(index), row.file)))
    const reading = v.parse(pageReadingSchema, run.reading)
    console.log(JSON.stringify(lineOf(row.file, reading, run.ms)))
    await page.close()
  }
  await browser.close()
}

const [, , index] = process.argv
if (index) await main(index)
else {
  console.error('Which pages? node test/extract-pages.ts INDEX.json > results.jsonl')
  process.exitCode = 2
}
