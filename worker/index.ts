import { api } from './api.ts'
import { mailDecisions } from './decision-mail.ts'
import { sweep } from './sweep.ts'

export { NetworkObject } from './network-object.ts'

export default {
  fetch: api.fetch,
  /** By the cron of wrangler.toml. Each by itself: mail that fails keeps nothing from being swept. */
  scheduled: async ({ scheduledTime }, env) => {
    await Promise.all([sweep(env.DIRECTORY, scheduledTime), mailDecisions(env, scheduledTime)])
  },
} satisfies ExportedHandler<Env>
