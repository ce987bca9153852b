import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChromium } from '../e2e/chromium.ts'
import { connectExtension } from '../e2e/steps.ts'
import { callDevelopment, type LocalWorker } from '../../worker/local/local-worker.ts'
import { fill, makeBenchNetwork } from './bank.ts'

const size = 50_000

/** A first sync: the extension in a real Chromium connects to a bank of 50,000 ideas and reads all of it into IndexedDB. */
export const benchPull = async (worker: LocalWorker): Promise<void> => {
  const network = await makeBenchNetwork(worker, 'pull')
  await fill(worker, network, size)
  const profile = mkdtempSync(join(tmpdir(), 'gleaner-pull-'))
  const browser = await startChromium({ profile })
  const { code } = await callDevelopment<{ code: string }>(worker, '/codes', { kind: 'device', person: 'bench-pull', network: 'pull' })
  await connectExtension(browser, `${worker.url}/connect#${code}`)
  const from = performance.now()
  const options = await browser.options()
  const entries = (least: number): Promise<unknown> =>
    options.waitForFunction(
      (wanted) => Number((/records from the bank\s+([\d,.\s]+)/.exec(document.body.innerText)?.[1] ?? '').replaceAll(/\D/g, '')) >= wanted,
      { polling: 100, timeout: 300_000 },
      least,
    )
  await entries(1)
  console.log(`  first entries visible after ${((performance.now() - from) / 1000).toFixed(1)} s`)
  await entries(size)
  const seconds = (performance.now() - from) / 1000
  console.log(`  ${size} ideas in IndexedDB after ${seconds.toFixed(1)} s (${Math.round(size / seconds)}/s)`)
  await browser.close()
  rmSync(profile, { recursive: true, force: true })
}
