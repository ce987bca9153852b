import { parseArgs } from 'node:util'
import { buildAll } from '../../worker/local/build.ts'
import { startWorker } from '../../worker/local/local-worker.ts'
import { built } from '../e2e/chromium.ts'
import { wake } from '../e2e/sync-device.ts'
import { bankFile, keptIn } from '../load/kept.ts'
import { type Filled, fillOlder, network, unsent, waitFor } from './fill-older.ts'
import { compared, keptInBank, layoutOf } from './kept-here.ts'
import { olderBuild } from './older-build.ts'
import { makePlace, pause, since } from './place.ts'

/**
 * `npm run drill:upgrade -- --from COMMIT`: an earlier commit's server and extension fill a bank of 50,000 ideas and a browser's profile, with
 * something unsent and half-written in it; then this build goes on with both, killed meanwhile again and again. Each row, draft and mutation
 * is compared before and after, as the files have it, by no code of the product. Some minutes; not a part of npm test.
 */
const { values } = parseArgs({ options: { from: { type: 'string', default: '120e60a~1' }, ideas: { type: 'string', default: '50000' } } })

let isWhole = true
const report = (what: string, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): void => {
  const { missing, added, changed } = compared(before, after)
  isWhole &&= missing.length === 0
  console.log(`${what}: ${before.size} before, missing ${missing.length}, added ${added.length}, said otherwise ${changed.length}`)
  for (const key of [...missing, ...changed].slice(0, 3)) console.log(`  ${key}\n  - ${before.get(key)}\n  + ${after.get(key)}`)
}

await buildAll((line) => console.log(line), ['Chrome and Edge extension'])
const old = await olderBuild(values.from)
const place = await makePlace()
const { state, port } = place
const filled: Filled = await fillOlder(old, place, Number(values.ideas))

/** The server, killed while it rewrites the rows; each time a little later. */
const file = bankFile(state)
console.log(`bank: its rows are as ${layoutOf(file)} the rewriting`)
for (let [kills, during] = [0, 0]; ; kills += 1) {
  const from = performance.now()
  const worker = await startWorker({ state, port })
  const started = since(from)
  const asked = performance.now()
  // Whoever comes first wakes the object, and waits for the steps of the schema.
  const { status } = await fetch(`${worker.url}/v1/networks/${network}/matrix`, { headers: { authorization: `Bearer ${filled.token}` } })
  if (kills === 0) console.log(`server: starts in ${started}, first answer (${status}) after ${since(asked)}`)
  await pause(300 + 100 * kills)
  await worker.kill()
  const layout = layoutOf(file)
  if (layout === 'during') during += 1
  if (layout !== 'done' && kills < 40) continue
  console.log(`server: rows are rewritten after ${kills + 1} starts, each killed; ${during} times in the middle`)
  break
}
report('bank', filled.bank, keptInBank(file))

/** The extension, without a server: killed with the browser while its database is brought up to date. */
place.install(built)
const { here } = filled
for (let kills = 0; kills < 3; kills += 1) {
  const starting = place.startBrowser()
  await pause(2500 + 1500 * kills)
  place.killBrowser()
  await starting.catch(() => undefined)
}
let browser = await place.startBrowser()
let from = performance.now()
let page = await place.barePage(browser)
let after = await waitFor(page, ({ version }) => version >= 7, 500)
console.log(`extension: layout ${after.version} after 3 kills and ${since(from)}`)
report('rows', here.rows, after.rows)
report('unsent', here.outbox, after.outbox)
report('drafts', here.drafts, after.drafts)
report('texts', new Map([['texts', here.texts]]), new Map([['texts', after.texts]]))
report('sent', new Map(here.archive.map((id) => [id, ''])), new Map(after.archive.map((id) => [id, ''])))

/** What was unsent arrives, once. */
const worker = await startWorker({ state, port })
from = performance.now()
await wake(await browser.options())
after = await waitFor(page, ({ outbox }) => outbox.size === 0, 1000)
console.log(`extension: all sent after ${since(from)}`)
report('rows in the end', here.rows, after.rows)
await browser.close()
await worker.stop()
const { ideas } = keptIn(file)
const twice = [...ideas.values()].filter((count) => count > 1).length
const arrived = [...keptInBank(file)].filter(
  ([key, value]) => key.startsWith('idea ') && unsent.some((change) => value.includes(`"${change}"`)),
).length
console.log(`bank: of ${unsent.length} unsent ${arrived} arrived, ${twice} twice`)
isWhole &&= arrived === unsent.length && twice === 0
place.end()
console.log(isWhole ? 'The upgrade keeps everything' : 'SOMETHING IS MISSING')
process.exit(isWhole ? 0 : 1)
