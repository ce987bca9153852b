import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actionsOf, profiles } from '../sync/actions.ts'
import { bundle } from '../extension/extract-bundle.ts'
import { startChromium } from './chromium.ts'

const histories = 300

test(`[S15] ${histories} histories replayed on IndexedDB in a real Chromium leave it as the pure engine says, after every step`, async () => {
  const profile = mkdtempSync(join(tmpdir(), 'gleaner-replay-'))
  const browser = await startChromium({ profile })
  const page = await browser.options()
  const code = await bundle(fileURLToPath(new URL('../sync/replay-entry.ts', import.meta.url)))
  const generated = profiles.flatMap((profile) =>
    fc.sample(actionsOf(profile, 30), { numRuns: histories / profiles.length, seed: 20261126 }),
  )
  const compared = await page.evaluate(`${code}; gleanerReader.replay(${JSON.stringify(generated)})`)
  expect(compared).toBeGreaterThan(histories)
  await browser.close()
  rmSync(profile, { recursive: true, force: true })
}, 300_000)
