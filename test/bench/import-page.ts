import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElementHandle, launch } from 'puppeteer-core'
import { callDevelopment, type LocalWorker } from '../../worker/local/local-worker.ts'
import { browserFlags, findBrowser } from '../e2e/find-browser.ts'
import { type BenchNetwork, get } from './bank.ts'
import { cpuOfBrowser, cpuOfServer } from './processor.ts'

const patience = { timeout: 600_000 }
/** What stands in the page while a list is looked at or sent may say the same as before; so the state is read from its own parts. */
const ready = 'section[aria-labelledby="import-dry"] .button.primary:not([aria-disabled="true"])'
const toIdeas = '.import-progress a[href^="/ideas"]'

/** The same list as a person brings it in: chosen in the page of a real browser, looked at, and sent. Processor time, so that it says something on a machine with other work too. */
export const benchImportPage = async (worker: LocalWorker, network: BenchNetwork, list: string, rows: number): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-bench-page-'))
  writeFileSync(join(folder, 'list.csv'), list)
  const browser = await launch({ executablePath: findBrowser(), args: [...browserFlags], headless: true })
  try {
    const person = `bench-${network.slug}`
    const { code } = await callDevelopment<{ code: string }>(worker, '/codes', { kind: 'web', person, network: network.slug })
    const page = await browser.newPage()
    await page.goto(`${worker.url}/sign-in#${code}`)
    await page.waitForSelector('table')
    await page.goto(`${worker.url}/import`)
    const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>
    let [began, pages, rest, server] = [0, 0, 0, 0]
    const turn = async (what?: string): Promise<void> => {
      const [now, at, on] = [await cpuOfBrowser(browser), performance.now(), cpuOfServer()]
      const each = (milliseconds: number): string => (milliseconds / rows).toFixed(2)
      if (what)
        console.log(
          `  ${what}: ${each(now.pages - pages)} ms a row of the page’s processor time, ${each(now.rest - rest)} of the browser’s other processes, ${each(on - server)} of the server’s; ${((at - began) / 1000).toFixed(1)} s`,
        )
      ;[began, pages, rest, server] = [at, now.pages, now.rest, on]
    }
    await turn()
    await input.uploadFile(join(folder, 'list.csv'))
    await page.waitForSelector(ready, patience)
    await turn('in the page, read and looked at')
    await page.click(ready)
    await page.waitForSelector(toIdeas, patience)
    await turn('in the page, sent')
    const { ideas } = (await get(worker, network, 'health')) as { ideas: number }
    console.log(`  ${ideas} ideas in the bank`)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
