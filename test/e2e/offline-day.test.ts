import { afterAll, beforeAll, expect, test } from 'vitest'
import { article, articleHtml } from './article.ts'
import { type GleanerBrowser, startChromium } from './chromium.ts'
import { connectExtension, sees, writeIdea } from './steps.ts'
import { changesInBank, clipsHeld, held, numbered, until } from './sync-device.ts'
import { startWorld, type TestWorld } from './world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.end())

/** Four stretches with the browser closed in between: so many by the form, and so many by the shortcut. */
const stretches = [2, 2, 2, 2].map((byForm, index) => ({ byForm, quick: index < 2 ? 6 : 5 }))
const names = numbered('day', 30)
const doiOf = (name: string): string => `${article.doi}.${name.replace(' ', '-')}`

const addressOf = (name: string): string => `https://journal.example/${name.replace(' ', '-')}`

const servePapers = (browser: GleanerBrowser): void => {
  for (const name of names) {
    const page = articleHtml.replaceAll(article.address, addressOf(name)).replaceAll(article.title, `Home scales, ${name}`)
    browser.serve(addressOf(name), page.replaceAll(article.doi, doiOf(name)))
  }
}

const clipByForm = async (browser: GleanerBrowser, name: string): Promise<void> => {
  const tab = await browser.open(addressOf(name))
  const panel = await browser.press(tab)
  await sees(panel, doiOf(name))
  await writeIdea(panel, name)
  await tab.close()
}

/** One press grants the tab, for all pages of the journal. */
const clipQuickly = async (browser: GleanerBrowser, papers: readonly string[]): Promise<void> => {
  const page = await browser.options()
  const tab = await browser.open(addressOf(papers[0] ?? ''))
  await browser.press(tab)
  for (const name of papers) {
    const { outbox } = await held(page)
    await tab.goto(addressOf(name))
    await tab.bringToFront()
    await browser.command('quick-clip')
    await until(page, (now) => now.outbox === outbox + 1)
  }
}

test('[C2] an offline day: thirty clips by form and by shortcut, the browser closed three times in between, are in the bank once each when the server is back', async () => {
  let browser = await startChromium({ profile: world.profile('day') })
  await connectExtension(browser, await world.pairingLink('clinician'))
  await world.stop()
  const waiting = [...names]
  const take = (count: number): string[] => waiting.splice(0, count)
  const byForm: string[] = []
  for (const stretch of stretches) {
    servePapers(browser)
    for (const name of take(stretch.byForm)) {
      await clipByForm(browser, name)
      byForm.push(name)
    }
    await clipQuickly(browser, take(stretch.quick))
    if (waiting.length === 0) break
    await browser.close()
    browser = await startChromium({ profile: world.profile('day') })
  }
  const page = await browser.options()
  // An idea by the form is two: the idea and its evidence.
  expect(await held(page)).toMatchObject({ outbox: 30 + byForm.length, archive: 0 })
  await world.restart()
  await until(page, ({ outbox }) => outbox === 0)
  expect(await held(page)).toMatchObject({ attention: 0, refused: null, ideas: byForm.length })
  expect(await changesInBank(world)).toEqual(byForm)
  const clips = await clipsHeld(page)
  expect(clips.map(({ citation }) => citation.DOI ?? '').toSorted()).toEqual(names.map(doiOf))
  expect(clips.filter(({ ideas }) => ideas.length === 1)).toHaveLength(byForm.length)
  await browser.close()
})
