import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import type { PageReading, RawReading } from '../../extension/reading/reading.ts'
import { readPage } from '../../extension/capture/read-page.ts'
import { browserFlags, browserPatience, findBrowser } from '../e2e/find-browser.ts'
import { bundle } from './extract-bundle.ts'

export interface Run {
  reading: RawReading
  /** Milliseconds, the first time that the reader runs in the page. */
  took: number
  /** Addresses that the page or the reader asked for besides the page itself. */
  requests: string[]
}

export interface Reader {
  code: string
  /** Reads a page served at an address, as soon as its elements stand. `before` runs in the page first. */
  read: (html: string, address: string, before?: string) => Promise<Run>
  /** Reads a page as a press does: with the screen and what is printed, where they have to be asked. */
  press: (html: string, address: string) => Promise<PageReading | undefined>
  /** Shows a page, in the one tab for all of them, and answers it for whatever else a test does there until the next is shown. */
  show: (html: string, address: string) => Promise<{ page: Page; requests: string[] }>
  close: () => Promise<void>
}

const later = {
  '/page-signs.js': ['../../extension/page-reader/page-signs.ts', 'pageSigns'],
  '/screen.js': ['../../extension/page-reader/read-screen.ts', 'readScreen'],
  '/printed.js': ['../../extension/page-reader/printed/read-printed.ts', 'readPrinted'],
  '/record.js': ['../../extension/page-reader/printed/read-record.ts', 'readRecord'],
} as const

export const fixture = (name: string): string => readFileSync(new URL(`../pages/${name}.html`, import.meta.url), 'utf8')

/** A tab for every page takes the browser three times as long as the same one. */
const oneTab = async (context: BrowserContext): Promise<Reader['show']> => {
  const page = await context.newPage()
  // A page of 10 MB takes a busy machine more than the half minute that a browser is given by default.
  page.setDefaultTimeout(browserPatience)
  let shown = { html: '', isServed: true, requests: [] as string[] }
  await page.route('**/*', (route) => {
    if (!shown.isServed && route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()) {
      shown.isServed = true
      return route.fulfill({ body: shown.html, contentType: 'text/html; charset=utf-8' })
    }
    shown.requests.push(route.request().url())
    return route.abort()
  })
  return async (html, address) => {
    // Whatever the one before still asks for is not asked for by this one, and a link into the same address is followed anew.
    await page.goto('about:blank')
    shown = { html, isServed: false, requests: [] }
    await page.goto(address, { waitUntil: 'domcontentloaded' })
    return { page, requests: shown.requests }
  }
}

/**
 * The reader in a real browser without a network, for tests of what it makes of a page; `startInjectedReader` is as at a press.
 * Pages' own scripts do not run unless asked for: where they are off, the browser also refuses callbacks from a page's tree
 * walkers, which the library for links needs.
 */
export const startReader = async (entry?: string, javaScriptEnabled = false): Promise<Reader> => {
  const code = await bundle(entry)
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] })
  const context = await browser.newContext({ javaScriptEnabled })
  const bundled = new Map<string, string>()
  const show = await oneTab(context)
  const read = async (html: string, address: string, before = ''): Promise<Run> => {
    const { page, requests } = await show(html, address)
    const asked = requests.length
    const run: Omit<Run, 'requests'> = await page.evaluate(
      `(() => { const now = performance.now.bind(performance); ${before}; ${code}; const start = now(); const reading = gleanerReader.extract(document, location.href); return { reading, took: now() - start } })()`,
    )
    return { ...run, requests: requests.slice(asked) }
  }
  const press = async (html: string, address: string): Promise<PageReading | undefined> => {
    const { page } = await show(html, address)
    return readPage(async (file) => {
      if (file === '/capture.js') return page.evaluate(`(() => { ${code}; return gleanerReader.extract(document, location.href) })()`)
      const [source, call] = later[file]
      const script = bundled.get(file) ?? (await bundle(fileURLToPath(new URL(source, import.meta.url))))
      bundled.set(file, script)
      return page.evaluate(`(() => { ${script}; return gleanerReader.${call}(document, location.href) })()`)
    })
  }
  return { code, read, press, show, close: () => browser.close() }
}
