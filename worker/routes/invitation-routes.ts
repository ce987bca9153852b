import { Hono } from 'hono'
import * as v from 'valibot'
import { labelOf } from '../../shared/domain/framework.ts'
import { type Role, roles } from '../../shared/domain/entities.ts'
import { sourceOf } from './middleware/audit.ts'
import { browserSession, setSessionCookie, csrf, requireBrowser, requireRole, type AuthEnv } from './middleware/authenticate.ts'
import { bankAt, announceMember } from '../bank/bank-stub.ts'
import { acceptInvitation, invitationsOf, lookAtInvitation, makeInvitation, revokeInvitation } from '../people/invitations.ts'
import { memberLimit } from './middleware/member-limit.ts'
import { isSite } from './member-routes.ts'
import { problem } from '../http/problem.ts'
import { requestJson } from '../http/request-body.ts'
import { sessionLabel } from '../auth/session-label.ts'
import { meOf } from './session-routes.ts'
import { findSession } from '../auth/sessions.ts'
import { notTaken, typedName } from '../http/typed-text.ts'
import { route } from '../http/route.ts'
import { message } from '../../shared/i18n/message.ts'

/** Milliseconds. */
const day = 24 * 60 * 60 * 1000
const offerSchema = v.object({
  role: v.picklist(roles),
  site: v.optional(v.pipe(v.string(), v.maxLength(80)), ''),
  label: v.optional(typedName(60), ''),
  uses: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 1),
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90)), 14),
})
const code = v.pipe(v.string(), v.regex(/^[\w-]{20,100}$/))
const lookSchema = v.object({ code })
const joinSchema = v.object({ code, name: v.optional(typedName(120), '') })

/** Coordinators fill their network; who runs it is for admins to say. */
const invitable = (role: Role): readonly Role[] => (role === 'admin' ? roles : ['contributor', 'site-lead'])

/** Under /v1/networks/:network. */
export const invitationRoutes = new Hono<AuthEnv>()

/** GET → InvitationsReply. 401, 403 unless coordinator or admin in a browser, 404. */
route(invitationRoutes, 'GET /v1/networks/:network/invitations', requireBrowser, requireRole('coordinator', 'admin')).answers(
  async (c) => ({
    invitations: await invitationsOf(c.env.DIRECTORY, c.get('member').network.slug),
  }),
)

/** POST {role, site?, label?, uses?, days?} → InvitationReply, for the link /join#code. 400, 401, 403 (also for a role above one's own to give), 404, 429 with Retry-After after a hundred. */
route(
  invitationRoutes,
  'POST /v1/networks/:network/invitations',
  requireBrowser,
  requireRole('coordinator', 'admin'),
  memberLimit('invitations'),
).answers(async (c) => {
  const { person, role, network } = c.get('member')
  const body = await requestJson(c, offerSchema)
  if (!body.success) return notTaken(c, body.issues, message('problem-invitation-form'))
  const { days, ...offer } = body.output
  if (!invitable(role).includes(offer.role)) return problem(c, 403, 'forbidden', message('problem-invite-forbidden'))
  if (!(await isSite(c, offer.site))) return problem(c, 400, 'malformed', message('problem-no-site'))
  const expiresAt = Date.now() + days * day
  return makeInvitation(c.env.DIRECTORY, { ...offer, network: network.slug, expiresAt }, person, sourceOf(c), Date.now())
})

/** DELETE → {}: the link works no more; who joined stays. 401, 403 unless coordinator or admin in a browser, 404. */
route(invitationRoutes, 'DELETE /v1/networks/:network/invitations/:id', requireBrowser, requireRole('coordinator', 'admin')).answers(
  async (c) => {
    const { person: by, role, network } = c.get('member')
    const which = { network: network.slug, id: c.req.param('id'), roles: invitable(role), by, source: sourceOf(c) }
    return (await revokeInvitation(c.env.DIRECTORY, which, Date.now()))
      ? {}
      : problem(c, 404, 'not-found', message('problem-no-invitation'))
  },
)

/** Under /v1: for whoever holds a link. The code comes in the body: the link has it behind #, which reaches no log. */
export const joinRoutes = new Hono<AuthEnv>()

const unusable = message('problem-invitation-over')

/** POST {code} → InvitedTo. 400, 401 if it cannot be used. */
route(joinRoutes, 'POST /v1/join/look').answers(async (c) => {
  const body = await requestJson(c, lookSchema)
  if (!body.success) return problem(c, 400, 'malformed', message('problem-invitation-incomplete'))
  const found = await lookAtInvitation(c.env.DIRECTORY, body.output.code, Date.now())
  if (!found) return problem(c, 401, 'bad-code', unusable)
  const { object, ...invitedTo } = found
  const framework = await bankAt(c.env, object).framework()
  return { ...invitedTo, siteLabel: labelOf(framework.sites, found.site) }
})

/** POST {code, name} → Me and a session cookie; who is signed in joins as themselves. 400, 401 if it cannot be used, 403 from another site's page. */
route(joinRoutes, 'POST /v1/join', csrf).answers(async (c) => {
  const body = await requestJson(c, joinSchema)
  if (!body.success) return notTaken(c, body.issues, message('problem-invitation-incomplete'))
  const here = await browserSession(c)
  if (!here && !body.output.name) return problem(c, 400, 'malformed', message('problem-name-missing'))
  const [person, source] = [here?.person ?? crypto.randomUUID(), sourceOf(c)]
  const joiner = { person, name: body.output.name, label: sessionLabel(c.req.header('user-agent')), source }
  const secret = await acceptInvitation(c.env.DIRECTORY, body.output.code, joiner, Date.now())
  const found = secret === undefined ? undefined : await findSession(c.env.DIRECTORY, secret, 'web', Date.now())
  if (!secret || !found?.member) return problem(c, 401, 'bad-code', unusable)
  await setSessionCookie(c, secret, person)
  await announceMember(c.env, found.member)
  return meOf(found.member)
})
