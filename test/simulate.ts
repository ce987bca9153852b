import { parseArgs } from 'node:util'
import { profiles } from './sync/actions.ts'
import { product, simulate } from './sync/simulate.ts'

/** `npm run simulate -- --runs 1000000 [--seed N]`: the sync engine through random histories, figures printed. */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '20000' }, seed: { type: 'string' }, length: { type: 'string', default: '60' } },
})
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
const portion = 5000
const each = Math.ceil(Number(values.runs) / profiles.length)

for (const profile of profiles) {
  const from = performance.now()
  for (let done = 0; done < each; done += portion) {
    const { violation } = simulate(product, profile, {
      runs: Math.min(portion, each - done),
      seed: seed + done,
      maxLength: Number(values.length),
      shrink: true,
    })
    if (!violation) continue
    console.log(`${profile.name}: broken with seed ${seed + done}: ${violation.message}\n${JSON.stringify(violation.history)}`)
    process.exit(1)
  }
  console.log(
    `${profile.name}: ${each} histories from seed ${seed}, no invariant broken, ${((performance.now() - from) / 1000).toFixed(0)} s`,
  )
}
