import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FrameworkReply, Matrix, Me } from '../../shared/api/bank.ts'
import { buildAll } from '../../worker/local/build.ts'
import { freePort } from '../../worker/local/ports.ts'
import { root } from '../../worker/local/root.ts'
import { startWorker } from '../../worker/local/local-worker.ts'
import { demoCode, demoSlug, seedDemo } from '../../worker/local/seed.ts'
import { startChromium } from './chromium.ts'
import { connectExtension, openArticle, openDashboard, sees, selectFinding, writeIdea } from './steps.ts'

/** `npm run demo`: the main job by itself, in a browser without a screen, on real parts. */
const say = (line: string): void => console.log(line)
const pictures = join(root, 'dist/demo')
const folder = mkdtempSync(join(tmpdir(), 'gleaner-demo-'))

await buildAll(say)
say('Starting a Worker with the demonstration network …')
const port = await freePort()
let worker = await startWorker({ state: join(folder, 'state'), port })
await seedDemo(worker, join(folder, 'demonstration'))

const device = await fetch(`${worker.url}/v1/devices`, {
  method: 'POST',
  body: JSON.stringify({ code: await demoCode(worker, 'device', 'demo-coordinator'), name: 'demo' }),
})
const { token } = (await device.json()) as { token: string; me: Me }
const ask = async <Reply>(path: string): Promise<Reply> =>
  (await (await fetch(`${worker.url}/v1/networks/${demoSlug}/${path}`, { headers: { authorization: `Bearer ${token}` } })).json()) as Reply

/** The bank by L&I pathway and phase, as the Worker counts it. */
const printBank = async (title: string): Promise<void> => {
  const [{ cells, looseEvidence }, { framework }] = await Promise.all([ask<Matrix>('matrix'), ask<FrameworkReply>('framework')])
  const count = (pathway: string | null, phase: string): string =>
    String(cells.find((cell) => cell.pathway === pathway && cell.phase === phase)?.count ?? '·').padStart(10)
  say(`\n${title}\n${''.padEnd(14)}${framework.phases.map((phase) => phase.label.padStart(10)).join('')}`)
  for (const { key, label } of [{ key: null, label: 'To triage' }, ...framework.pathways])
    say(`${label.padEnd(14)}${framework.phases.map((phase) => count(key, phase.key)).join('')}`)
  say(`Clips without an idea: ${looseEvidence}`)
}

mkdirSync(pictures, { recursive: true })
const browser = await startChromium({ profile: join(folder, 'profile') })
await connectExtension(browser, `${worker.url}/connect#${await demoCode(worker, 'device', 'demo-contributor')}`)
await printBank('The bank before')

say('\nOnline: open an article, select a sentence, press the toolbar button, write the idea.')
const tab = await openArticle(browser)
await selectFinding(tab)
const panel = await browser.press(tab)
await panel.waitForSelector('#change')
await panel.locator('#change').fill('Lend every family a home scale before they go home')
await panel.screenshot({ path: join(pictures, 'panel.png') })
await writeIdea(panel, 'Lend every family a home scale before they go home')
await sees(panel, 'In the bank')

say('Offline: the Worker is stopped; clip another.')
await worker.stop()
await tab.reload()
await browser.press(tab)
await panel.waitForSelector('#change')
await writeIdea(panel, 'See every family in a feeding clinic within ten days')
await sees(panel, 'Saved on this computer')
await panel.screenshot({ path: join(pictures, 'panel-offline.png') })

say('Online again: it is sent by itself.')
worker = await startWorker({ state: join(folder, 'state'), port })
await panel.reload()
await panel.waitForFunction(
  () => !document.body.innerText.includes('Saved on this computer') && document.body.innerText.includes('In the bank'),
  {
    timeout: 90_000,
    polling: 500,
  },
)
await printBank('The bank after')

const dashboard = await openDashboard(browser, `${worker.url}/sign-in#${await demoCode(worker, 'web', 'demo-coordinator')}`)
await dashboard.setViewport({ width: 1280, height: 900 })
await dashboard.waitForFunction(() => !document.body.innerText.includes('Fetching'), { timeout: 60_000 })
await dashboard.screenshot({ path: join(pictures, 'dashboard.png') })
say(`\nPictures: ${pictures}`)
await browser.close()
await worker.stop()
rmSync(folder, { recursive: true, force: true })
