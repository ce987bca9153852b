import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'puppeteer-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
type Scheme = 'light' | 'dark'
/** Only styles ask for the colour scheme, no script does: in the second one the remaining rules would find what they found in the first. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** What axe finds in a page as it stands, in a line each; in both colour schemes. */
export const violations = async (page: Page, schemes: readonly Scheme[] = ['light', 'dark']): Promise<string[]> => {
  const found: string[] = []
  for (const [index, scheme] of schemes.entries()) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ])
    await page.evaluate(() => document.querySelectorAll('details').forEach((folded) => (folded.open = true)))
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
    const { violations } = await page.evaluate(
      (runOnly) =>
        (globalThis as typeof globalThis & { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
          runOnly,
          // What passes is not described.
          resultTypes: ['violations'],
        }),
      index === 0 ? { type: 'tag', values: tags } : { type: 'rule', values: rulesOfColour },
    )
    found.push(...violations.map(({ id, nodes }) => `${scheme}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`))
  }
  return found
}

/** Waits until a page of the dashboard has what it fetches. */
export const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('h1') && !/Fetching|Opening|Cargando|Abriendo/.test(document.body.innerText), {
    timeout: 60_000,
  })

/** A window of 1280 by 720 at 200 %, and the 320 pixels that WCAG 1.4.10 asks for. */
const zoomed = { width: 640, height: 360, deviceScaleFactor: 2 }
const narrow = { width: 320, height: 640 }

/** What is wrong with a page at 200 % zoom, and what makes it scroll sideways where it is 320 pixels wide. */
export const zoomProblems = async (page: Page): Promise<string[]> => {
  const before = page.viewport()
  await page.setViewport(zoomed)
  const found = (await violations(page, ['light'])).map((one) => `at 200 %: ${one}`)
  await page.setViewport(narrow)
  // What measures its room is told of it in the next frame, and drawn in the one behind it.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))))
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    const isCut = (one: Element): boolean => {
      for (let around = one.parentElement; around; around = around.parentElement)
        if (getComputedStyle(around).overflowX !== 'visible') return true
      return false
    }
    const all = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > room + 1 && !isCut(one))
    // The innermost ones: what holds them is wide because of them.
    const inner = all.filter((one) => !all.some((other) => other !== one && one.contains(other)))
    return inner.slice(0, 5).map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`)
  })
  await page.setViewport(before)
  return [...found, ...wide.map((one) => `wider than 320 pixels: ${one}`)]
}
