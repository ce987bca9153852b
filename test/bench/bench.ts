import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAll } from '../../worker/local/build.ts'
import { startWorker } from '../../worker/local/local-worker.ts'
import { benchActions } from './actions/bench-actions.ts'
import { benchBankSize } from './bank-size.ts'
import { benchBundles } from './bundles.ts'
import { benchCapture } from './capture.ts'
import { benchDocuments } from './documents/bench-documents.ts'
import { benchImport } from './import.ts'
import { benchObserved } from './observed.ts'
import { benchOneObject } from './one-object/bench-one-object.ts'
import { benchPull } from './pull.ts'
import { benchReading } from './reading.ts'
import { benchReferences } from './references/bench-references.ts'
import { benchTrips } from './trips.ts'
import { benchWebhooks } from './webhooks.ts'

/** `npm run bench [name …]`: figures and ratios on this machine, printed, never asserted. */
const benches = {
  actions: benchActions,
  bundles: benchBundles,
  capture: benchCapture,
  import: benchImport,
  pull: benchPull,
  reading: benchReading,
  references: benchReferences,
  documents: benchDocuments,
  observed: benchObserved,
  'bank-size': benchBankSize,
  'one-object': benchOneObject,
  trips: benchTrips,
  webhooks: benchWebhooks,
}

const chosen = process.argv.slice(2)
await buildAll((line) => console.log(line))
const state = mkdtempSync(join(tmpdir(), 'gleaner-bench-'))
// Banks are filled by one member, far beyond what one may do.
const worker = await startWorker({ state, secrets: { MEMBER_LIMITS: '1000' } })
for (const [name, bench] of Object.entries(benches)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  console.log(`\n${name}`)
  await bench(worker)
}
await worker.stop()
rmSync(state, { recursive: true, force: true })
