import '../shared/phi/by-language/provide.ts'
import '../shared/phi/sure/provide.ts'
import { api } from './api.ts'
import { mailDecisions } from './jobs/decision-mail.ts'
import { checkHarmed } from './bank/harmed-banks.ts'
import { recoverBanks } from './bank/recoveries.ts'
import { tellObjects } from './bank/object-outbox.ts'
import { runJob } from './jobs/run-job.ts'
import { sweep, sweepOften } from './jobs/sweep.ts'
import { sendTo } from './telemetry/counts.ts'

export { NetworkObject } from './bank/network-object.ts'
export { LookupGate } from './lookups/lookup-gate.ts'

/** As in wrangler.toml; the other one is daily. */
const everyTenMinutes = '*/10 * * * *'

export default {
  fetch: api.fetch,
  /** By the crons of wrangler.toml. Each job runs by itself: mail that fails does not stop the sweep. Rejects where one failed. */
  scheduled: async ({ scheduledTime, cron }, env) => {
    sendTo(env.ANALYTICS)
    const often = [
      runJob(env, 'sweep-often', sweepOften(env.DIRECTORY, scheduledTime)),
      runJob(env, 'tell-objects', tellObjects(env, null)),
      runJob(env, 'check-harmed', checkHarmed(env)),
      runJob(env, 'recoveries', recoverBanks(env)),
    ]
    const daily =
      cron === everyTenMinutes
        ? []
        : [runJob(env, 'sweep', sweep(env.DIRECTORY, scheduledTime)), runJob(env, 'decision-mail', mailDecisions(env, scheduledTime))]
    const failed = (await Promise.allSettled([...often, ...daily])).find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
  },
} satisfies ExportedHandler<Env>
