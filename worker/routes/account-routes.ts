import { Hono } from 'hono'
import * as v from 'valibot'
import { sourceOf, recordAudit } from './middleware/audit.ts'
import { dropSessionCookie, requireBrowser, type AuthEnv, authenticate } from './middleware/authenticate.ts'
import { ownArchive } from '../archive/own-archive.ts'
import { closeSockets } from '../bank/bank-stub.ts'
import { erase } from '../people/erasure.ts'
import { identitiesOf, removeIdentity } from '../people/identities.ts'
import { memberLimit } from './middleware/member-limit.ts'
import { problem } from '../http/problem.ts'
import { requestJson } from '../http/request-body.ts'
import { meOf } from './session-routes.ts'
import { moveSession } from '../auth/sessions.ts'
import { route, whole } from '../http/route.ts'
import { message } from '../../shared/i18n/message.ts'
import { dayOf, isoDay } from '../../shared/values/calendar-day.ts'

const networkSchema = v.object({ network: v.pipe(v.string(), v.maxLength(80)) })

/** Under /v1: what belongs to a person and to no network. */
export const accountRoutes = new Hono<AuthEnv>()

/** POST {network} → Me: this browser goes on in another network of its person. 400, 401, 403 for a device, 404. */
route(accountRoutes, 'POST /v1/session/network', authenticate, requireBrowser).answers(async (c) => {
  const body = await requestJson(c, networkSchema)
  if (!body.success) return problem(c, 400, 'malformed', message('problem-network-missing'))
  const { person, object } = c.get('member')
  const moved = await moveSession(c.env.DIRECTORY, { id: c.get('session'), person, network: body.output.network }, Date.now())
  if (!moved) return problem(c, 404, 'not-found', message('problem-no-network-for-you'))
  await closeSockets(c.env, [{ id: c.get('session'), person, objects: [object] }])
  return meOf(moved)
})

/** GET → IdentitiesReply: which addresses and hospitals sign one in. 401, 403 for a device. */
route(accountRoutes, 'GET /v1/identities', authenticate, requireBrowser).answers(async (c) => ({
  identities: await identitiesOf(c.env.DIRECTORY, c.get('member').person),
}))

/** DELETE → IdentitiesReply: it signs nobody in any more. 401, 403 for a device, 404. */
route(accountRoutes, 'DELETE /v1/identities/:id', authenticate, requireBrowser).answers(async (c) => {
  const { person, network } = c.get('member')
  const which = { id: c.req.param('id'), person, network: network.slug, source: sourceOf(c) }
  if (!(await removeIdentity(c.env.DIRECTORY, which, Date.now()))) return problem(c, 404, 'not-found', message('problem-not-your-sign-in'))
  return { identities: await identitiesOf(c.env.DIRECTORY, person) }
})

/** GET → all that is kept about who asks, as a zip (docs/archive.md) that is made while it is read. It is in the audit before its first byte. 401, 403 for a device, 429. */
route(accountRoutes, 'GET /v1/my-data', authenticate, requireBrowser, memberLimit('exports')).answers(async (c) => {
  await recordAudit(c, 'export', 'own data')
  const now = Date.now()
  const data = ownArchive(c.env, { person: c.get('member').person, session: c.get('session') }, now)
  const disposition = `attachment; filename="my-gleaner-data-${isoDay(dayOf(now))}.zip"`
  return whole(new Response(data, { headers: { 'content-type': 'application/zip', 'content-disposition': disposition } }))
})

/** DELETE → {}: the account and its name are gone, what was sent stays under "A former member". 401, 403 for a device, 409 for a network's last admin. */
route(accountRoutes, 'DELETE /v1/my-data', authenticate, requireBrowser).answers(async (c) => {
  const erased = await erase(c.env, c.get('member').person, sourceOf(c), Date.now())
  if (erased.is === 'last-admin') return problem(c, 409, 'last-admin', message('problem-you-last-admin', { network: erased.network }))
  dropSessionCookie(c)
  return {}
})
