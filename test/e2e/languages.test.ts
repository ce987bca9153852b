import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { article, articleHtml } from './article.ts'
import { built } from './chromium.ts'
import { send } from './keys.ts'
import { control, openArticle, sees, selectFinding, writeOver } from './steps.ts'
import { givenBrowser } from './given.ts'

const { world, browser } = givenBrowser('languages')
let panel: Page

const speaks = (page: Page, language: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.documentElement.lang === wanted && document.querySelector('h1, h2'), {}, language)

test('[L1] the settings page shows the language that a person chooses, and keeps it', async () => {
  const options = await browser.options()
  await speaks(options, 'en')
  await Promise.all([options.waitForNavigation(), options.select('select', 'es')])
  await sees(options, 'Conéctese a su red')
  await sees(options, 'Todavía no se ha sincronizado nunca.')
  await options.close()
  const welcome = await browser.options('#welcome')
  await sees(welcome, 'Le damos la bienvenida a Gleaner')
  await welcome.locator('#server').fill(await world.pairingLink('coordinator'))
  await welcome.locator('form button[type="submit"]').click()
  await sees(welcome, 'Con conexión')
  await sees(welcome, 'Coordinación')
  await welcome.close()
})

test('[L1] so does the panel, in its form and in every lazy part', async () => {
  const tab = await openArticle(browser)
  await selectFinding(tab)
  panel = await browser.press(tab)
  await panel.setViewport({ width: 360, height: 1400 })
  await panel.waitForSelector('#change')
  await sees(panel, '¿Qué cambiaríamos?')
  await writeOver(panel, '#title', `Retracted: ${article.title}`)
  await sees(panel, 'Esto se ha retractado o retirado. Lo dice su título.')
  await panel.locator('.cite summary').click()
  await sees(panel, 'Copiar la referencia')
  await writeOver(panel, '#change', 'Lend every family a home scale')
  await writeOver(panel, '#problem', 'John Smith, MRN 12345678, waited six weeks')
  await sees(panel, 'identificar a un paciente y hay que')
  await control(panel, 'Sustituir todo Alt+Mayús+R').click()
  await panel.focus('#change')
  await send(panel)
  await sees(panel, 'Guardado en este ordenador')
  for (const [name, text] of [
    ['mine', 'Requiere mi atención'],
    ['bank', 'Activas'],
    ['inbox', 'Aquí esperan los recortes que aún no apoyan ninguna idea.'],
  ] as const) {
    await panel.locator(`#tab-${name}`).click()
    await sees(panel, text)
  }
  browser.serve(article.address, articleHtml)
  const again = await browser.press(tab)
  await again.locator('#tab-clip').click()
  await sees(again, 'Ya se recortó aquí')
})

/** What the pages begin with; it runs once. */
const entries = new Set(
  ['sidepanel', 'options'].map((page) => /src="\/chunks\/([^"]+)"/.exec(readFileSync(join(built, `${page}.html`), 'utf8'))?.[1]),
)

test('in another language than English, no file of the panel and the settings waits for a file that waits for it', async () => {
  const chunks = readdirSync(join(built, 'chunks')).filter((name) => name.endsWith('.js') && !entries.has(name))
  // As text, since Vitest rewrites each `import()` in code.
  const waiting = await panel.evaluate(`(async (names) => {
    const left = new Set(names)
    const all = Promise.all(names.map((name) => import('/chunks/' + name).then(() => left.delete(name))))
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 60_000))])
    return [...left]
  })(${JSON.stringify(chunks)})`)
  expect(chunks.length).toBeGreaterThan(20)
  expect(waiting).toEqual([])
})
