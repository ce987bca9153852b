import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GleanerDatabase } from '../../extension/store/db.ts'
import { actionsOf, profiles } from './actions.ts'
import { replayOnDexie } from './replay.ts'

const histories = 300

test(
  `[S15] ${histories} histories replayed on the extension's database leave it as the pure engine says, after every step`,
  { timeout: 300_000 },
  async () => {
    const generated = profiles.flatMap((profile) =>
      fc.sample(actionsOf(profile, 40), { numRuns: histories / profiles.length, seed: 20261124 }),
    )
    const compared = await replayOnDexie((name) => new GleanerDatabase(name), generated)
    expect(compared).toBeGreaterThan(histories)
  },
)
