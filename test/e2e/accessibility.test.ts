import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import type { MutateReply } from '../../shared/sync/protocol.ts'
import { demoCode, demoSlug, seedDemo } from '../../worker/local/seed.ts'
import { settled, violations, zoomProblems } from './axe.ts'
import { englishIn } from './english-left.ts'
import { connectExtension, control, openArticle, openDashboard, sees, selectFinding, writeIdea } from './steps.ts'
import { givenBrowser } from './given.ts'

const { world, browser } = givenBrowser('axe')
let dashboard: Page
beforeAll(async () => {
  await seedDemo(world.worker, `${world.folder}/demonstration`)
  dashboard = await openDashboard(browser, `${world.worker.url}/sign-in#${await demoCode(world.worker, 'web', 'demo-coordinator')}`)
})

/** Every page of the dashboard that stands at an address of its own. */
const views = [
  '/',
  '/board?pathway=incubator',
  '/ideas',
  '/triage',
  '/evidence',
  '/evidence/map',
  '/approvals',
  '/news',
  '/digest',
  '/reports',
  '/reports/brief',
  '/connect',
  '/account',
  '/members',
  '/settings',
]

/** What an extension opens to be agreed to. */
const consent = `/connect?challenge=${'A'.repeat(43)}&state=x&label=Ward%20browser`

test.for([...views, '/ideas?disposition=all&q=scale', '/evidence?state=loose', '/sign-in?refused=provider', consent])(
  '[V1] [V22] axe finds nothing in the dashboard at %s, light and dark, nor at 200 %; nothing is wider than 320 pixels',
  async (path) => {
    await dashboard.goto(`${world.worker.url}${path}`)
    await settled(dashboard)
    expect([...(await violations(dashboard)), ...(await zoomProblems(dashboard))]).toEqual([])
  },
)

test('[V1] [V22] axe finds nothing on an idea’s page, light and dark', async () => {
  const code = await demoCode(world.worker, 'device', 'demo-coordinator')
  const { token } = (await (
    await fetch(`${world.worker.url}/v1/devices`, { method: 'POST', body: JSON.stringify({ code, name: 'axe' }) })
  ).json()) as { token: string }
  const answer = await fetch(`${world.worker.url}/v1/networks/${demoSlug}/ideas?pathway=incubator&phase=evaluate`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { rows } = (await answer.json()) as { rows: { id: string }[] }
  await dashboard.goto(`${world.worker.url}/ideas/${rows[0]?.id}`)
  await settled(dashboard)
  expect([...(await violations(dashboard)), ...(await zoomProblems(dashboard))]).toEqual([])
})

test('[V1] axe finds nothing in an open gate, light and dark', async () => {
  await dashboard.goto(`${world.worker.url}/board?pathway=incubator`)
  await dashboard.waitForSelector('.handle')
  await dashboard.focus('.handle')
  for (const key of ['Enter', 'ArrowRight', 'Enter'] as const) await dashboard.keyboard.press(key)
  await dashboard.waitForFunction(() => document.querySelector('dialog.gate .move, dialog.gate .gate-body p'))
  expect(await violations(dashboard)).toEqual([])
  await dashboard.keyboard.press('Escape')
})

/** Built files that wait for one that waits for them, in the language of the page: it can only be seen by loading them. */
const filesThatNeverCome = async (): Promise<unknown> => {
  const files = readdirSync(join(import.meta.dirname, '../../dist/dashboard/assets'), { recursive: true, encoding: 'utf8' })
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => `/assets/${file.replaceAll('\\', '/')}`)
  expect(scripts.length).toBeGreaterThan(30)
  // As text, since Vitest rewrites each `import()` in code.
  return dashboard.evaluate(`(async (files) => {
    const left = new Set(files)
    const all = Promise.all(files.map((file) => import(file).then(() => left.delete(file))))
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 60_000))])
    return [...left]
  })(${JSON.stringify(scripts)})`)
}

/** An idea whose texts read like messages of ours, asked for by the page itself; its id. */
const ideaThatSoundsLikeUs = (): Promise<string> =>
  dashboard.evaluate(async (slug) => {
    const idea = crypto.randomUUID()
    const asked = [
      { name: 'proposeIdea', args: { idea, change: 'outcome measure', problem: 'on hold: no lead' } },
      { name: 'holdIdea', args: { idea, why: 'This idea is not in the bank.' } },
    ].map((one) => ({ id: crypto.randomUUID(), ...one }))
    const answer = await fetch(`/v1/networks/${slug}/mutations`, { method: 'POST', body: JSON.stringify({ mutations: asked }) })
    const { results } = (await answer.json()) as MutateReply
    return results.every(({ status }) => status === 'ok') ? idea : JSON.stringify(results)
  }, demoSlug)

test('[L3] the dashboard speaks the language that a person chooses, and keeps to it', async () => {
  await dashboard.goto(world.worker.url)
  await settled(dashboard)
  await dashboard.select('.language select', 'es')
  await dashboard.waitForFunction(() => document.documentElement.lang === 'es' && document.body.innerText.includes('Por revisar'))
  await dashboard.goto(`${world.worker.url}/triage`)
  await dashboard.waitForFunction(() => document.body.innerText.includes('Su respuesta'))
  expect(await filesThatNeverCome()).toEqual([])
  await dashboard.goto(`${world.worker.url}/board?pathway=incubator`)
  await dashboard.waitForFunction(() => document.body.innerText.includes('Incubadora') && document.body.innerText.includes('Evaluación'))
  expect(await englishIn(dashboard)).toEqual([])
})

test.for(views)('[L3] nothing of the English messages is left at %s, nor an English month', async (path) => {
  await dashboard.goto(`${world.worker.url}${path}`)
  await settled(dashboard)
  await dashboard.waitForFunction(() => document.documentElement.lang === 'es')
  expect(await englishIn(dashboard)).toEqual([])
})

// After the views: in them what was typed so would be taken for a message.
test('[L1] what people typed in the words of a message stays as they typed it', async () => {
  const idea = await ideaThatSoundsLikeUs()
  expect(idea).toMatch(/^[\da-f-]{36}$/)
  await dashboard.goto(`${world.worker.url}/ideas/${idea}`)
  await dashboard.waitForFunction(() => document.body.innerText.includes('outcome measure'))
  const shown = await dashboard.evaluate(() => document.body.innerText)
  // [L1] In its sentence, as a reason and in the history: as it was typed.
  for (const typed of ['outcome measure', 'on hold: no lead', 'This idea is not in the bank.']) expect(shown).toContain(typed)
  expect(shown).not.toMatch(/medida de resultado\n|en suspenso: sin responsable|Esta idea no está en el banco/)
})

test('[L3] the language is changed back where it is shown', async () => {
  await dashboard.goto(`${world.worker.url}/triage`)
  await settled(dashboard)
  await Promise.all([dashboard.waitForNavigation(), dashboard.select('.language select', 'en')])
  await dashboard.waitForFunction(() => document.body.innerText.includes('Your answer'))
})

test('[V1] axe finds nothing in the side panel and the options, light and dark', async () => {
  const options = await browser.options('#welcome')
  await options.waitForSelector('h1')
  expect(await violations(options)).toEqual([])
  await control(options, 'Server').fill(world.worker.url)
  await control(options, 'Connect with a code instead').click()
  await options.waitForSelector('.user-code')
  expect(await violations(options)).toEqual([])
  await control(options, 'Cancel').click()
  await control(options, 'All settings').click()
  expect(await violations(options)).toEqual([])
  await connectExtension(browser, `${world.worker.url}/connect#${await demoCode(world.worker, 'device', 'demo-site-lead')}`)
  await options.reload()
  await control(options, 'Sign out …').click()
  expect(await violations(options)).toEqual([])
  const tab = await openArticle(browser)
  await selectFinding(tab)
  const panel = await browser.press(tab)
  await panel.waitForSelector('#change')
  expect(await violations(panel)).toEqual([])
  // [V20] What the panel is for, its keys and its words.
  await control(panel, 'Help').click()
  await panel.waitForSelector('dialog.help dd')
  expect(await violations(panel)).toEqual([])
  await panel.keyboard.press('Escape')
  await panel.waitForFunction(() => !document.querySelector('dialog.help'))
  await writeIdea(panel, 'Lend every family a home scale')
  const again = await browser.press(tab)
  await sees(again, 'Clipped here before')
  expect(await violations(again)).toEqual([])
})

test('[V1] axe finds nothing in the panel’s views, and at 200 % nothing is wider than the panel', async () => {
  const panel = await browser.panel()
  const shows = async (tab: string, text: string): Promise<void> => {
    await panel.locator(`#tab-${tab}`).click()
    await sees(panel, text)
    await panel.locator('.open-line').click()
    await panel.waitForSelector('.idea')
    await panel.setViewport({ width: 360, height: 740 })
    expect(await violations(panel)).toEqual([])
    await panel.setViewport({ width: 180, height: 370 })
    expect(await panel.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
  }
  await shows('mine', 'In the bank')
  await panel.locator('.news .link-button').click()
  await panel.waitForSelector('.news .lines')
  expect(await violations(panel)).toEqual([])
  await shows('bank', 'found')
})
