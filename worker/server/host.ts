import { DurableObject, WorkerEntrypoint } from 'cloudflare:workers'
import gleaner from '../index.ts'
import { nextTime } from './next-time.ts'

/**
 * The Worker on one's own workerd: its schedules, its secrets, and the operator's door. The Worker itself is what runs at Cloudflare, unchanged; the
 * build passes its objects on from here.
 */
interface HostEnv extends Env {
  CLOCK: DurableObjectNamespace<Clock>
  /** The crons of wrangler.toml. */
  CRONS: string[]
  /** Secrets of identity providers as JSON, by their names (`IDP_…`). */
  SECRETS: string | null
}

const known = new WeakMap<HostEnv, HostEnv>()

/** Secrets have names of the operator's own, and workerd binds only what its configuration names. Made once: workerd hands every request the same object. */
const withSecrets = (env: HostEnv): HostEnv => {
  const present = known.get(env)
  if (present) return present
  const made = { ...env, ...(JSON.parse(env.SECRETS || '{}') as Record<string, string>) }
  known.set(env, made)
  return made
}

/** Rings for the crons. What was due while the server was down is done at its next start, once. */
export class Clock extends DurableObject<HostEnv> {
  readonly #next = (cron: string): number => {
    const { kv } = this.ctx.storage
    const set = kv.get<number>(cron)
    if (set !== undefined) return set
    const first = nextTime(cron, Date.now())
    kv.put(cron, first)
    return first
  }

  /** Sets the alarm again in any case: one that was lost (files that were put back) would never ring. */
  async wind(): Promise<void> {
    await this.ctx.storage.setAlarm(Math.max(Date.now(), Math.min(...this.env.CRONS.map(this.#next))))
  }

  override async alarm(): Promise<void> {
    const now = Date.now()
    const due = this.env.CRONS.filter((cron) => this.#next(cron) <= now)
    for (const cron of due) this.ctx.storage.kv.put(cron, nextTime(cron, now))
    await this.wind()
    for (const cron of due) {
      const controller = { scheduledTime: now, cron, noRetry: () => {} }
      await gleaner.scheduled(controller, withSecrets(this.env)).catch(() => {
        // It has said so itself.
      })
    }
  }
}

let wound: Promise<void> | undefined

export default {
  fetch: (request, env, ctx) => {
    wound ??= env.CLOCK.getByName('cron').wind()
    ctx.waitUntil(wound)
    return gleaner.fetch(request, withSecrets(env), ctx)
  },
} satisfies ExportedHandler<HostEnv>

/** Behind the operator's Unix socket, which only root opens: SQL statements as a JSON list, all or none. It is how `npm run admin` writes while the server runs. */
export class Operator extends WorkerEntrypoint<HostEnv> {
  override async fetch(request: Request): Promise<Response> {
    try {
      const asked: string[] = await request.json()
      const statements = asked.map((sql) => this.env.DIRECTORY.prepare(sql))
      return Response.json((await this.env.DIRECTORY.batch(statements)).map(({ results }) => results))
    } catch (error) {
      return Response.json({ error: (error as Error).message }, { status: 400 })
    }
  }
}
