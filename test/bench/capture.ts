import { article, articleHtml } from '../e2e/article.ts'
import { startChromium } from '../e2e/chromium.ts'
import { connectExtension, selectFinding, writeIdea } from '../e2e/steps.ts'
import { startWorld } from '../e2e/world.ts'
import { timeBareExtension } from './bare-extension.ts'
import { ms, quantile } from './statistics.ts'

const rounds = 20

const line = (name: string, times: readonly number[]): void =>
  console.log(`  ${name.padEnd(50)} median ${ms(quantile(times, 0.5)).padStart(9)}   p95 ${ms(quantile(times, 0.95)).padStart(9)}`)

/** The first press opens the panel, and is the slowest by far. */
const lines = (name: string, [first = Number.NaN, ...others]: readonly number[]): void => {
  line(`${name}, panel open`, others.filter(Number.isFinite))
  console.log(`  ${`${name}, first`.padEnd(50)}        ${ms(first).padStart(9)}`)
}

/** Button → form filled with the citation; Save → durable and said so. In a real Chromium, the button pressed as a person does. */
export const benchCapture = async (): Promise<void> => {
  const world = await startWorld()
  const browser = await startChromium({ profile: world.profile('bench') })
  await connectExtension(browser, await world.pairingLink('clinician'))
  const [filled, saved]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    const address = `${article.address}-${round}`
    browser.serve(address, articleHtml)
    const tab = await browser.open(address)
    await selectFinding(tab)
    const from = performance.now()
    const panel = await browser.press(tab)
    // The panel shows the saved clip of the round before until the new form is there.
    await panel.waitForFunction(
      (journal) => document.querySelector('#change') !== null && document.body.innerText.includes(journal),
      { polling: 10, timeout: 20_000 },
      article.journal,
    )
    filled.push(performance.now() - from)
    await panel.evaluate(() => {
      const page = globalThis as typeof globalThis & { saved?: number }
      delete page.saved
      let from = 0
      document.addEventListener('keydown', (event) => event.key === 'Enter' && (from = performance.now()), { capture: true })
      new MutationObserver(
        () => document.body.innerText.includes('Saved on this computer') && (page.saved ??= performance.now() - from),
      ).observe(document.body, { childList: true, subtree: true, characterData: true })
    })
    await writeIdea(panel, `Lend every family a home scale, ${round}`)
    saved.push(await panel.evaluate(() => (globalThis as typeof globalThis & { saved?: number }).saved ?? Number.NaN))
    await tab.close()
  }
  lines('button → form filled', filled)
  line('Save → on disk, and said so', saved)
  await browser.close()
  await world.end()
  lines('a bare extension shows the address', await timeBareExtension(rounds))
}
