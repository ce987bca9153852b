import '../shared/phi/by-language/provide.ts'
import { api } from './api.ts'
import { mailDecisions } from './jobs/decision-mail.ts'
import { tellObjects } from './bank/object-outbox.ts'
import { sweep, sweepOften } from './jobs/sweep.ts'

export { NetworkObject } from './bank/network-object.ts'
export { LookupGate } from './lookups/lookup-gate.ts'

/** As in wrangler.toml; the other one is daily. */
const everyTenMinutes = '*/10 * * * *'

export default {
  fetch: api.fetch,
  /** By the crons of wrangler.toml. Each job runs by itself: mail that fails does not stop the sweep. */
  scheduled: async ({ scheduledTime, cron }, env) => {
    const often = [sweepOften(env.DIRECTORY, scheduledTime), tellObjects(env, null)]
    if (cron === everyTenMinutes) await Promise.all(often)
    else await Promise.all([...often, sweep(env.DIRECTORY, scheduledTime), mailDecisions(env, scheduledTime)])
  },
} satisfies ExportedHandler<Env>
