import { api } from './api.ts'
import { sweep } from './sweep.ts'

export { NetworkObject } from './network-object.ts'

export default {
  fetch: api.fetch,
  /** By the cron of wrangler.toml. */
  scheduled: ({ scheduledTime }, env) => sweep(env.DIRECTORY, scheduledTime),
} satisfies ExportedHandler<Env>
