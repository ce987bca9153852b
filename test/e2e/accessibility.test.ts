import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoCode, demoSlug, seedDemo } from '../../worker/local/seed.ts'
import { startChromium, type GleanerBrowser } from './chromium.ts'
import { connectExtension, control, openArticle, openDashboard, sees, selectFinding, writeIdea } from './steps.ts'
import { startWorld, type TestWorld } from './world.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const schemes = ['light', 'dark'] as const

let world: TestWorld
let browser: GleanerBrowser
let dashboard: Page
beforeAll(async () => {
  world = await startWorld()
  await seedDemo(world.worker, `${world.folder}/demonstration`)
  browser = await startChromium({ profile: world.profile('axe') })
  dashboard = await openDashboard(browser, `${world.worker.url}/sign-in#${await demoCode(world.worker, 'web', 'demo-coordinator')}`)
})
afterAll(async () => {
  await browser.close()
  await world.end()
})

/** What axe finds in a page as it stands, in a line each; in both colour schemes. */
const violations = async (page: Page): Promise<string[]> => {
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

/** What an extension opens to be agreed to. */
const consent = `/connect?challenge=${'A'.repeat(43)}&state=x&label=Ward%20browser`

const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('h1') && !document.body.innerText.includes('Fetching'), { timeout: 20_000 })

test.for([
  '/',
  '/board?pathway=incubator',
  '/ideas',
  '/ideas?disposition=all&q=scale',
  '/triage',
  '/connect',
  '/account',
  '/members',
  '/sign-in?refused=provider',
  consent,
])('[V1] axe finds nothing in the dashboard at %s, light and dark', async (path) => {
  await dashboard.goto(`${world.worker.url}${path}`)
  await settled(dashboard)
  expect(await violations(dashboard)).toEqual([])
})

test('[V1] axe finds nothing on an idea’s page, light and dark', async () => {
  const code = await demoCode(world.worker, 'device', 'demo-coordinator')
  const { token } = (await (
    await fetch(`${world.worker.url}/v1/devices`, { method: 'POST', body: JSON.stringify({ code, name: 'axe' }) })
  ).json()) as { token: string }
  const answer = await fetch(`${world.worker.url}/v1/networks/${demoSlug}/ideas?pathway=incubator&phase=test`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { rows } = (await answer.json()) as { rows: { id: string }[] }
  await dashboard.goto(`${world.worker.url}/ideas/${rows[0]?.id}`)
  await settled(dashboard)
  expect(await violations(dashboard)).toEqual([])
})

test('the dashboard speaks the language that a person chooses, and keeps to it', async () => {
  await dashboard.goto(world.worker.url)
  await settled(dashboard)
  await dashboard.select('.language select', 'es')
  await dashboard.waitForFunction(() => document.documentElement.lang === 'es' && document.body.innerText.includes('Por revisar'))
  await dashboard.goto(`${world.worker.url}/triage`)
  await dashboard.waitForFunction(() => document.body.innerText.includes('Su respuesta'))
  await Promise.all([dashboard.waitForNavigation(), dashboard.select('.language select', 'en')])
  await dashboard.waitForFunction(() => document.body.innerText.includes('Your answer'))
})

test('[V1] axe finds nothing in the side panel and the options, light and dark', async () => {
  const options = await browser.options('#welcome')
  expect(await violations(options)).toEqual([])
  await control(options, 'Server').fill(world.worker.url)
  await control(options, 'Connect with a code instead').click()
  await options.waitForSelector('.user-code')
  expect(await violations(options)).toEqual([])
  await control(options, 'Cancel').click()
  await control(options, 'All settings').click()
  expect(await violations(options)).toEqual([])
  await connectExtension(browser, await world.pairingLink('clinician'))
  await options.reload()
  await control(options, 'Sign out …').click()
  expect(await violations(options)).toEqual([])
  const tab = await openArticle(browser)
  await selectFinding(tab)
  const panel = await browser.press(tab)
  await panel.waitForSelector('#change')
  expect(await violations(panel)).toEqual([])
  await writeIdea(panel, 'Lend every family a home scale')
  const again = await browser.press(tab)
  await sees(again, 'Clipped here before')
  expect(await violations(again)).toEqual([])
})
