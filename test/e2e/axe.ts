import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'puppeteer-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const schemes = ['light', 'dark'] as const

/** What axe finds in a page as it stands, in a line each; in both colour schemes. */
export const violations = async (page: Page): Promise<string[]> => {
  const found: string[] = []
  for (const scheme of schemes) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ])
    await page.evaluate(() => document.querySelectorAll('details').forEach((folded) => (folded.open = true)))
    await page.evaluate(axeSource)
    const { violations } = await page.evaluate(
      (tags) => (globalThis as typeof globalThis & { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({ runOnly: tags }),
      rules,
    )
    found.push(...violations.map(({ id, nodes }) => `${scheme}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`))
  }
  return found
}

/** Waits until a page of the dashboard has what it fetches. */
export const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('h1') && !/Fetching|Opening/.test(document.body.innerText), { timeout: 20_000 })
