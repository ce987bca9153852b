import { launch } from 'puppeteer-core'
import { callDevelopment, type LocalWorker } from '../../worker/local/local-worker.ts'
import { findBrowser } from '../e2e/find-browser.ts'
import type { BenchNetwork } from './bank.ts'
import { median, ms } from './statistics.ts'

const rounds = 7
const views: Record<string, { path: string; shows: string }> = {
  home: { path: '/', shows: '.matrix td a' },
  'list of ideas': { path: '/ideas', shows: '.idea-link' },
  search: { path: '/ideas?q=infant', shows: '.idea-link' },
  reports: { path: '/reports', shows: '.report td' },
}

/** From an empty cache to what a person came for, in a real browser, at the largest bank. */
export const benchFirstView = async (worker: LocalWorker, network: BenchNetwork | undefined): Promise<void> => {
  if (!network) return
  const browser = await launch({ executablePath: findBrowser(), args: ['--no-sandbox'], headless: true })
  try {
    const { code } = await callDevelopment<{ code: string }>(worker, '/codes', {
      kind: 'web',
      person: `bench-${network.slug}`,
      network: network.slug,
    })
    const page = await browser.newPage()
    await page.goto(`${worker.url}/sign-in#${code}`)
    await page.waitForSelector('table')
    await page.setCacheEnabled(false)
    console.log(`\n  first view, median of ${rounds}, cache off`)
    for (const [name, { path, shows }] of Object.entries(views)) {
      const times: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        const from = performance.now()
        await page.goto(`${worker.url}${path}`, { waitUntil: 'domcontentloaded' })
        await page.waitForSelector(shows)
        times.push(performance.now() - from)
      }
      console.log(`  ${name.padEnd(20)} ${ms(median(times)).padStart(10)}`)
    }
  } finally {
    await browser.close()
  }
}
