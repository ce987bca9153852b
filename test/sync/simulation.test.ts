import { describe, expect, test } from 'vitest'
import { profiles } from './actions.ts'
import { engineWith, seededBugs } from './seeded-bugs.ts'
import { product, simulate } from './simulate.ts'

const minutes = 60_000

describe.each(profiles)('[S12] [Q2] $name', (profile) => {
  // The first 1,200 histories of this seed, in one profile or another, find all of the eighteen mistakes below but one, which needs longer histories and
  // has a seed of its own. `npm run simulate` takes the engine through as many as one likes.
  const runs = 1500
  test(`${runs} histories of lost replies, restores, wipes, clones and removals break no invariant`, { timeout: 10 * minutes }, () => {
    expect(simulate(product, profile, { runs, seed: 4, maxLength: 60, shrink: true }).violation).toBeUndefined()
  })
})

/** A test of the tests: an engine with a classic mistake in it must be caught, by the profile and seed that are known to. */
test.each(seededBugs)('[S13] the simulator catches: $name', { timeout: 10 * minutes }, async (bug) => {
  const profile = profiles[bug.caughtBy.profile]
  if (!profile) throw new Error('There is no such profile')
  const { violation } = simulate(await engineWith(bug), profile, {
    runs: bug.caughtBy.runs,
    seed: bug.caughtBy.seed,
    maxLength: bug.caughtBy.maxLength ?? 60,
    shrink: false,
  })
  expect(violation?.message).toMatch(/^\[I\d\]/)
})
