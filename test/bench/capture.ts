import type { Page } from 'puppeteer-core'
import { article, articleHtml } from '../e2e/article.ts'
import { startChromium } from '../e2e/chromium.ts'
import { connectExtension, selectFinding, writeIdea } from '../e2e/steps.ts'
import { startWorld } from '../e2e/world.ts'
import { timeBareExtension } from './bare-extension.ts'
import { now, watchFor } from './seen.ts'
import { ms, quantile } from './statistics.ts'

const rounds = 40

const line = (name: string, times: readonly number[]): void =>
  console.log(`  ${name.padEnd(50)} median ${ms(quantile(times, 0.5)).padStart(9)}   p95 ${ms(quantile(times, 0.95)).padStart(9)}`)

/** The first press opens the panel, and is the slowest by far. */
const lines = (name: string, [first = Number.NaN, ...others]: readonly number[]): void => {
  line(`${name}, panel open`, others.filter(Number.isFinite))
  console.log(`  ${`${name}, first`.padEnd(50)}        ${ms(first).padStart(9)}`)
}

interface Saved {
  durable: number
  said: number
}
type Watched = typeof globalThis & { saved?: Saved }

/** Has the panel note, at each save, when the transaction that keeps the clip ends and when a sentence says so: milliseconds from the key. */
const watchSaves = (panel: Page): Promise<void> =>
  panel.evaluate(() => {
    const page = globalThis as Watched
    let from = 0
    const since = (): number => performance.now() - from
    const begin = ({ key }: KeyboardEvent): void => {
      if (key !== 'Enter') return
      from = performance.now()
      const saved = { durable: Number.NaN, said: Number.NaN }
      page.saved = saved
      const observer = new MutationObserver(() => {
        if (!document.body.textContent?.includes('Saved on this computer')) return
        saved.said = since()
        observer.disconnect()
      })
      observer.observe(document.body, { childList: true, subtree: true, characterData: true })
    }
    document.addEventListener('keydown', begin, { capture: true })
    const add = Reflect.get(IDBObjectStore.prototype, 'add')
    IDBObjectStore.prototype.add = function (...given) {
      const { saved } = page
      if (saved && this.name === 'outbox')
        this.transaction.addEventListener('complete', () => {
          if (Number.isNaN(saved.durable)) saved.durable = since()
        })
      return add.apply(this, given)
    }
  })

const timeSave = async (panel: Page, idea: string): Promise<Saved> => {
  await writeIdea(panel, idea)
  return panel.evaluate(() => (globalThis as Watched).saved ?? { durable: Number.NaN, said: Number.NaN })
}

/** Button → form filled with the citation; Save → durable, and said so. In a real Chromium, the button pressed as a person does. */
export const benchCapture = async (): Promise<void> => {
  const world = await startWorld()
  const browser = await startChromium({ profile: world.profile('bench') })
  await connectExtension(browser, await world.pairingLink('clinician'))
  const filled: number[] = []
  const saves: Saved[] = []
  for (let round = 0; round < rounds; round += 1) {
    const address = `${article.address}-${round}`
    browser.serve(address, articleHtml)
    const tab = await browser.open(address)
    await selectFinding(tab)
    // The panel shows the saved clip of the round before until the new form is there.
    const seen = await watchFor(browser, round > 0, '#change', article.journal)
    const from = now()
    await browser.pressOnly(tab)
    filled.push((await seen()) - from)
    const panel = await browser.panel()
    if (round === 0) await watchSaves(panel)
    saves.push(await timeSave(panel, `Lend every family a home scale, ${round}`))
    await tab.close()
  }
  lines('button → form filled', filled)
  line(
    'Save → on disk',
    saves.map(({ durable }) => durable),
  )
  line(
    'Save → said so',
    saves.map(({ said }) => said),
  )
  await browser.close()
  await world.end()
  lines('a bare extension shows the address', await timeBareExtension(rounds))
}
