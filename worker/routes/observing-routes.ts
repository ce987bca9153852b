import { Hono } from 'hono'
import type { AuthEnv } from './middleware/authenticate.ts'
import { readiness } from './readiness.ts'
import { hashOf, sameHash } from '../auth/secrets.ts'
import { problem } from '../http/problem.ts'
import { route, whole } from '../http/route.ts'
import { openSockets } from '../telemetry/counts.ts'
import { prometheusText, prometheusType } from '../telemetry/prometheus.ts'
import { message } from '../../shared/i18n/message.ts'

const one = (value: number): { values: readonly string[]; value: number }[] => [{ values: [], value }]

/** For whoever watches the server from outside; no sign-in, and nothing about a network or a person. */
export const observingRoutes = new Hono<AuthEnv>()

/** GET → HealthyReply (shared/api/ready.ts): the process answers. Touches nothing, so it says nothing of the directory or of banks. */
route(observingRoutes, 'GET /health').answers(() => ({ state: 'well' }))

/** GET → ReadyReply (shared/api/ready.ts), with 503 where something is not as it should be. */
route(observingRoutes, 'GET /ready').answers(async (c) => {
  const reply = await readiness(c.env.DIRECTORY, Date.now())
  return whole(c.json(reply, reply.ready ? 200 : 503, { 'cache-control': 'no-store' }))
})

/**
 * GET → the metrics of telemetry/metrics.ts in Prometheus’ text format 0.0.4, since this process began. 404 without `METRICS_KEY`, and for whoever
 * does not show it as a bearer token.
 */
route(observingRoutes, 'GET /metrics').answers(async (c) => {
  const key = c.env.METRICS_KEY
  const shown = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (!key || !shown || !sameHash(await hashOf(shown), await hashOf(key)))
    return problem(c, 404, 'not-found', message('problem-no-address'))
  const { ready, storageVersion, jobs, harmedBanks } = await readiness(c.env.DIRECTORY, Date.now())
  const text = prometheusText({
    gleaner_open_sockets: one(openSockets()),
    gleaner_harmed_banks: one(harmedBanks),
    gleaner_job_age_seconds: Object.entries(jobs).map(([job, { age }]) => ({ values: [job], value: age })),
    gleaner_ready: one(ready ? 1 : 0),
    gleaner_storage_version: one(storageVersion),
  })
  return whole(c.body(text, 200, { 'content-type': prometheusType, 'cache-control': 'no-store' }))
})
