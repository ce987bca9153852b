import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch, type Page, TargetType } from 'puppeteer-core'
import { built } from '../e2e/chromium.ts'
import type { PageReading } from '../../extension/reading/reading.ts'
import type { PatientPage } from '../../extension/patient-page/read-banner.ts'
import { readPage } from '../../extension/capture/read-page.ts'
import { browserFlags, browserPatience, findBrowser } from '../e2e/find-browser.ts'

const manifest = {
  manifest_version: 3,
  name: 'Reader',
  version: '1',
  permissions: ['scripting', 'tabs'],
  host_permissions: ['<all_urls>'],
  background: { service_worker: 'background.js' },
}
const background = `globalThis.inject = async (...files) => {
  const [{ id }] = await chrome.tabs.query({ active: true })
  const start = performance.now()
  const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: id }, files })
  return { ...result, whole: performance.now() - start }
}`

/** What looks at a page first: the second answers for both. */
const lookAtPage = ['portal.js', 'standing.js']

/** A built script, that is one expression, with the time from its first instruction to its answer. */
const timed = (name: string): string => {
  const [, hint = '', code = ''] = /^(\/\/#[^\n]*\n)?(.*?);?\s*$/s.exec(readFileSync(join(built, name), 'utf8')) ?? []
  return `${hint}(() => { const start = performance.now(); const answer = ${code}; return { answer, took: performance.now() - start } })()`
}

interface Answer {
  answer: unknown
  /** Milliseconds from the script's first instruction to its answer. */
  took: number
  /** Milliseconds from asking the browser to run the script to having its answer: it is fetched, compiled and run. */
  whole: number
}

export interface Injected {
  look: Answer
  reading: Answer
  /** What is made of it, and whether the screen had to be asked. */
  page: PageReading | undefined
  screen: Answer | undefined
  /** Whether what is printed had to be read. */
  printed: Answer | undefined
}

export interface InjectedReader {
  /** What the look for patients says of a page served at an address, its own scripts in place and not run. */
  look: (html: string, address: string) => Promise<PatientPage>
  /** Reads a page served at an address, `settled` milliseconds after its elements stand; its own scripts run where asked for. */
  read: (html: string, address: string, settled: number, scripts: boolean) => Promise<Injected>
  close: () => Promise<void>
}

const withoutFragment = (address: string): string => address.replace(/#.*/s, '')

const serve = async (page: Page, address: string, html: string, scripts: boolean): Promise<void> => {
  await page.setRequestInterception(true)
  // Not switched off: then the browser would read the page as one without scripts, as nobody does.
  const headers = scripts ? {} : { 'content-security-policy': "script-src 'none'" }
  page.on('request', (request) => {
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return void request.abort()
    const isOwn = withoutFragment(request.url()) === withoutFragment(new URL(address).href)
    // A page that leads elsewhere stays: "no content" is not shown.
    void request.respond(isOwn ? { status: 200, contentType: 'text/html; charset=utf-8', headers, body: html } : { status: 204 })
  })
}

/**
 * The scripts that a press injects into a page, as they are built and by the browser's own way for extensions: the look
 * for patients, then the reader and what looks for the item's kind and standing, and where metadata are in doubt what is on
 * the screen. In a real browser without a network, each page in a tab of its own. Built before.
 */
export const startInjectedReader = async (): Promise<InjectedReader> => {
  const folder = mkdtempSync(join(tmpdir(), 'reader-'))
  const files = { 'manifest.json': JSON.stringify(manifest), 'background.js': background }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  for (const name of [...lookAtPage, 'capture.js', 'page-signs.js', 'screen.js', 'printed.js', 'record.js'])
    writeFileSync(join(folder, name), timed(name))
  // Without HttpsUpgrades an address stays as it was saved.
  const args = [...browserFlags, '--disable-features=HttpsUpgrades']
  const browser = await launch({
    timeout: browserPatience,
    executablePath: findBrowser(),
    headless: true,
    pipe: true,
    enableExtensions: [folder],
    args,
  })
  const newPage = async (): Promise<Page> => {
    const page = await browser.newPage()
    page.setDefaultTimeout(browserPatience)
    return page
  }
  const target = await browser.waitForTarget((each) => each.type() === TargetType.SERVICE_WORKER, { timeout: browserPatience })
  const inject = async (...files: string[]): Promise<Answer> => {
    const worker = await target.worker()
    if (!worker) throw new Error('The service worker that injects is gone')
    return worker.evaluate(
      (...names) => (globalThis as unknown as { inject: (...files: string[]) => Promise<Answer> }).inject(...names),
      ...files,
    )
  }
  return {
    look: async (html, address) => {
      const page = await newPage()
      await serve(page, address, html, false)
      await page.goto(address, { waitUntil: 'domcontentloaded' })
      const { answer } = await inject(...lookAtPage)
      await page.close()
      return answer as PatientPage
    },
    read: async (html, address, settled, scripts) => {
      const page = await newPage()
      await serve(page, address, html, scripts)
      await page.goto(address, { waitUntil: 'domcontentloaded' })
      await new Promise((resolve) => setTimeout(resolve, settled))
      const look = await inject(...lookAtPage)
      const ran = new Map<string, Answer>()
      const made = await readPage(async (file) => {
        const answer = await inject(file.slice(1))
        ran.set(file, answer)
        return answer.answer
      })
      await page.close()
      const reading = ran.get('/capture.js')
      if (!reading) throw new Error('The reader did not run')
      return { look, reading, page: made, screen: ran.get('/screen.js'), printed: ran.get('/printed.js') }
    },
    close: async () => {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
