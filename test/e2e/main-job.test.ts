import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GleanerBrowser } from './chromium.ts'
import { startChromium } from './chromium.ts'
import { article } from './article.ts'
import { connectExtension, control, openArticle, openDashboard, sees, selectFinding, textOf, writeIdea } from './steps.ts'
import { startWorld, type TestWorld } from './world.ts'

describe('[C1] from a paper to the bank', () => {
  let world: TestWorld
  let browser: GleanerBrowser
  beforeAll(async () => {
    world = await startWorld({ runtime: 'wrangler' })
    browser = await startChromium({ profile: world.profile('clinician') })
  })
  afterAll(async () => {
    await browser.close()
    await world.end()
  })

  test('nothing of the extension runs in a page until the person acts', async () => {
    const tab = await openArticle(browser)
    expect(
      await tab.evaluate(() => [...document.scripts].length + Object.keys(globalThis).filter((name) => /gleaner|wxt/i.test(name)).length),
    ).toBe(0)
    await tab.close()
  })

  test('a clinician clips a sentence as an idea, a coordinator classifies it, and it stands in the right cell with its citation', async () => {
    await connectExtension(browser, await world.pairingLink('clinician'))
    const tab = await openArticle(browser)
    await selectFinding(tab)
    const panel = await browser.press(tab)
    await panel.waitForSelector('#change')
    await sees(panel, article.journal)
    await writeIdea(panel, 'Lend every family a home scale', 'Our babies gain weight slowly after surgery')
    await sees(panel, 'In the bank')

    const { rows } = await world.ideas('pathway=none')
    expect(rows).toMatchObject([{ change: 'Lend every family a home scale', site: 'north', evidence: 1 }])
    const page = await world.idea(rows[0]?.id ?? '')
    expect(page.evidence).toMatchObject([
      {
        clippedBy: 'clinician',
        citation: {
          title: article.title,
          author: [
            { family: 'Okafor', given: 'Amara' },
            { family: 'Pereira', given: 'Luís' },
            { family: 'Lindqvist', given: 'Hanna' },
          ],
          'container-title': article.journal,
          issued: { 'date-parts': [[2024, 3, 14]] },
          DOI: article.doi,
        },
        quote: { exact: article.sentence },
      },
    ])
    expect(page.evidence[0]?.link).toContain(`${article.address}#:~:text=`)

    const dashboard = await openDashboard(browser, await world.signInLink('coordinator'))
    await dashboard.goto(`${world.worker.url}/ideas/${page.idea.id}`)
    await sees(dashboard, article.sentence)
    const shown = await textOf(dashboard)
    for (const part of [article.journal, String(article.year), article.doi, 'Okafor A']) expect(shown).toContain(part)

    await dashboard.goto(`${world.worker.url}/triage`)
    await sees(dashboard, 'Lend every family a home scale')
    await dashboard.keyboard.press('c')
    await dashboard.locator('form button[type=submit]').click()
    await sees(dashboard, 'Every idea has its answer')
    expect((await world.matrix()).cells.filter((cell) => cell.count > 0)).toMatchObject([
      { pathway: 'single-site', phase: 'idea', count: 1 },
    ])
    await dashboard.goto(world.worker.url)
    await dashboard.waitForSelector('table')
    const cell = await dashboard.$$eval('tbody tr', (rows) =>
      rows
        .filter((row) => row.querySelector('th')?.textContent?.includes('Single-site'))
        .map((row) => row.querySelector('td a span')?.textContent?.trim()),
    )
    expect(cell).toEqual(['1'])
    await dashboard.close()
  })

  test('saved while the page is too busy to be read, the clip waits for its citation', async () => {
    const tab = await openArticle(browser)
    await tab.evaluate(() => {
      setTimeout(() => {
        for (const end = Date.now() + 2500; Date.now() < end;);
      })
    })
    const panel = await browser.press(tab)
    await sees(panel, 'Reading the page')
    await writeIdea(panel, 'Ring every family after a week')
    await expect.poll(async () => (await world.ideas('q=ring')).rows.map(({ evidence }) => evidence), { timeout: 60_000 }).toEqual([1])
  })
})

describe('[C2] a clip made offline', () => {
  let world: TestWorld
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.end())

  test('with the Worker stopped and the browser closed and opened again, it arrives once', async () => {
    let browser = await startChromium({ profile: world.profile('clinician') })
    await connectExtension(browser, await world.pairingLink('clinician'))
    await world.stop()
    const tab = await openArticle(browser)
    await selectFinding(tab)
    const panel = await browser.press(tab)
    await panel.waitForSelector('#change')
    await writeIdea(panel, 'See every family within ten days')
    await sees(panel, 'Saved on this computer')
    await browser.close()

    await world.restart()
    browser = await startChromium({ profile: world.profile('clinician') })
    const again = await browser.press(await openArticle(browser))
    await control(again, 'Mine', 'tab').click()
    await sees(again, 'In the bank')
    const { rows } = await world.ideas('pathway=none')
    expect(rows.map((row) => row.change)).toEqual(['See every family within ten days'])
    await browser.close()
  })
})
