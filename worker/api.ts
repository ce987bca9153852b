import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { answerRoutes } from './routes/answer-routes.ts'
import { accountRoutes } from './routes/account-routes.ts'
import { archiveRoutes } from './routes/archive-routes.ts'
import { auditRoutes } from './routes/audit-routes.ts'
import { type AuthEnv, authenticate } from './routes/middleware/authenticate.ts'
import { closedNetworks } from './routes/middleware/closed-networks.ts'
import { bankRoutes, syncByObject } from './routes/bank-routes.ts'
import { importRoutes } from './routes/import-routes.ts'
import { agreementRoutes, connectRoutes } from './routes/connect-routes.ts'
import { development } from './development.ts'
import { exportRoutes } from './routes/export-routes.ts'
import { turnstileOf } from './auth/human.ts'
import { hookRoutes } from './routes/hook-routes.ts'
import { lookupRoutes } from './routes/lookup-routes.ts'
import { newEvidenceRoutes } from './routes/new-evidence-routes.ts'
import { humanPath, humanRoutes } from './routes/human-routes.ts'
import { directoryTiming } from './routes/middleware/directory-timing.ts'
import { emailRoutes } from './routes/email-routes.ts'
import { healthRoutes } from './routes/health-routes.ts'
import { noteHarmOf } from './bank/harmed-banks.ts'
import { isHarm } from './bank/storage/integrity.ts'
import { isAhead } from './bank/storage/schema.ts'
import { invitationRoutes, joinRoutes } from './routes/invitation-routes.ts'
import { memberRoutes } from './routes/member-routes.ts'
import { methodOf, observed, routeOf } from './routes/middleware/observed.ts'
import { observingRoutes } from './routes/observing-routes.ts'
import { fhirRoutes } from './routes/open/fhir-routes.ts'
import { openRoutes } from './routes/open/open-routes.ts'
import { passkeyRoutes } from './routes/passkey-routes.ts'
import { pageHeaders } from './http/page-headers.ts'
import { problem } from './http/problem.ts'
import { publicRoutes } from './routes/public-routes.ts'
import { providerGroupRoutes } from './routes/provider-group-routes.ts'
import { networkProviderRoutes, providerRoutes } from './routes/provider-routes.ts'
import { BodyProblem } from './http/request-body.ts'
import { sessionRoutes } from './routes/session-routes.ts'
import { startRoutes } from './routes/start-routes.ts'
import { tokenRoutes } from './routes/token-routes.ts'
import { count } from './telemetry/counts.ts'
import { kindOf, log } from './telemetry/log.ts'
import { message } from '../shared/i18n/message.ts'

/** Where the routes are joined. Each is in the table of shared/api/endpoints.ts, or (/api/v1) in that of worker/open-api, or it does not compile. */
export const api = new Hono<AuthEnv>()

api.use(observed)
const headers = pageHeaders()
// One page runs a script of Cloudflare's and says so in its own headers.
api.use((c, next) => (c.req.path === humanPath && turnstileOf(c.env) ? next() : headers(c, next)))
// Extensions come with a bearer token and no cookie, so any origin may ask; a page without a token gets nothing.
api.use(
  '/v1/*',
  cors({
    origin: '*',
    allowHeaders: ['authorization', 'content-type', 'content-encoding'],
    allowMethods: ['GET', 'POST', 'DELETE'],
    // By them an extension tells whether its computer's clock is right, and names a request that failed.
    exposeHeaders: ['date', 'x-request-id'],
    maxAge: 86_400,
  }),
)
api.use('/v1/*', directoryTiming)
api.use('/v1/*', async (c, next) => {
  await next()
  if (c.res.status === 101) return
  c.res.headers.set('cache-control', 'no-store')
  c.res.headers.set('date', new Date().toUTCString())
})

api.onError((error, c) => {
  if (error instanceof BodyProblem) return problem(c, error.status, error.status === 413 ? 'too-large' : 'malformed', error.reason)
  const at = { request: c.get('request'), method: methodOf(c), route: routeOf(c) }
  if (isHarm(error)) {
    log('error', 'harmed-bank-asked', at)
    c.executionCtx.waitUntil(noteHarmOf(c.env, c.req.param('network') ?? c.get('member')?.network.slug ?? '', Date.now()))
    c.header('retry-after', '600')
    return problem(c, 503, 'harmed', message('problem-bank-harmed'))
  }
  if (isAhead(error)) {
    log('error', 'newer-bank-asked', at)
    c.header('retry-after', '600')
    return problem(c, 503, 'busy', message('problem-bank-ahead'))
  }
  const { retryable, overloaded } = error as { retryable?: boolean; overloaded?: boolean }
  // Texts of people may stand in an error's message: only its kind is logged.
  log('error', 'fault', { ...at, error: kindOf(error) })
  if (!overloaded && !retryable) count('gleaner_faults_total', { kind: kindOf(error) })
  c.header('retry-after', overloaded ? '20' : '1')
  return overloaded || retryable ? problem(c, 503, 'busy', message('problem-busy')) : problem(c, 500, 'fault', message('problem-fault'))
})
api.notFound((c) => problem(c, 404, 'not-found', message('problem-no-address')))

api.route('/', observingRoutes)
api.route('/', sessionRoutes)
api.route('/', accountRoutes)
api.route('/', joinRoutes)
api.route('/', emailRoutes)
api.route('/', passkeyRoutes)
api.route('/', connectRoutes)
api.route('/', providerRoutes)
api.route('/', humanRoutes)

api.use('/v1/networks/:network/*', closedNetworks)
api.use('/v1/networks/:network/sync', syncByObject)
api.use('/v1/networks/:network/*', authenticate)
api.route('/', bankRoutes)
api.route('/', importRoutes)
api.route('/', answerRoutes)
api.route('/', healthRoutes)
api.route('/', exportRoutes)
api.route('/', archiveRoutes)
api.route('/', memberRoutes)
api.route('/', invitationRoutes)
api.route('/', startRoutes)
api.route('/', agreementRoutes)
api.route('/', networkProviderRoutes)
api.route('/', providerGroupRoutes)
api.route('/', auditRoutes)
api.route('/', tokenRoutes)

api.route('/', openRoutes)
api.route('/', fhirRoutes)
api.route('/', hookRoutes)
api.route('/', publicRoutes)
api.route('/', lookupRoutes)
api.route('/', newEvidenceRoutes)

api.route('/development', development)
