import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { longestToken, type NewTokenReply, serviceMark, tokenScopes } from '../../shared/api/tokens.ts'
import { roles } from '../../shared/domain/entities.ts'
import { message } from '../../shared/i18n/message.ts'
import { hasLetter } from '../../shared/values/plain-text.ts'
import { makeService, makeToken, revokeToken, servicesOf, type TokenMaker, tokensOf } from '../auth/access-tokens.ts'
import { announceMember } from '../bank/bank-stub.ts'
import { problem } from '../http/problem.ts'
import { requestJson } from '../http/request-body.ts'
import { route, type Whole } from '../http/route.ts'
import { notTaken, typedName } from '../http/typed-text.ts'
import { memberOf } from '../people/members.ts'
import { isSite } from './member-routes.ts'
import { sourceOf } from './middleware/audit.ts'
import { type AuthEnv, requireBrowser, requireRole } from './middleware/authenticate.ts'

const tokenSchema = v.object({
  label: v.pipe(typedName(60), v.check(hasLetter)),
  scopes: v.pipe(v.array(v.picklist(tokenScopes)), v.minLength(1), v.maxLength(tokenScopes.length)),
  days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestToken)),
})
const serviceSchema = v.object({
  ...tokenSchema.entries,
  name: v.pipe(typedName(60), v.check(hasLetter)),
  role: v.picklist(roles),
  site: v.pipe(v.string(), v.maxLength(80)),
})

/** Under /v1/networks/:network, in a browser: the tokens that programs show to /api/v1. No token makes another one. */
export const tokenRoutes = new Hono<AuthEnv>()

const makerOf = (c: Context<AuthEnv>): Omit<TokenMaker, 'kind'> => {
  const { person, network } = c.get('member')
  return { person, network: network.slug, by: person, source: sourceOf(c) }
}

const full = (c: Context): Whole<never> => problem(c, 409, 'full', message('problem-tokens-full'))
const madeOr = (c: Context, made: NewTokenReply | undefined): NewTokenReply | Whole<never> => made ?? full(c)

/** GET → TokensReply (shared/api/tokens.ts), one's own of this network. 401, 403 for a device, 404. */
route(tokenRoutes, 'GET /v1/networks/:network/tokens', requireBrowser).answers(async (c) => ({
  tokens: await tokensOf(c.env.DIRECTORY, c.get('member').network.slug, c.get('member').person),
}))

/** POST NewToken → NewTokenReply: says its secret once. 400, 401, 403 for a device, 404, 409 with twenty already. */
route(tokenRoutes, 'POST /v1/networks/:network/tokens', requireBrowser).answers(async (c) => {
  const body = await requestJson(c, tokenSchema)
  if (!body.success) return notTaken(c, body.issues, message('problem-token-form'))
  return madeOr(c, await makeToken(c.env.DIRECTORY, { ...makerOf(c), kind: 'person' }, body.output, Date.now()))
})

/** DELETE → {}: the token opens nothing any more. One's own; for admins, a service's too. 401, 403 for a device, 404. */
route(tokenRoutes, 'DELETE /v1/networks/:network/tokens/:id', requireBrowser).answers(async (c) => {
  const { role } = c.get('member')
  const which = { ...makerOf(c), id: c.req.param('id'), services: role === 'admin' }
  return (await revokeToken(c.env.DIRECTORY, which, Date.now())) ? {} : problem(c, 404, 'not-found', message('problem-no-token'))
})

/** GET → ServicesReply. 401, 403 unless admin in a browser, 404. */
route(tokenRoutes, 'GET /v1/networks/:network/services', requireBrowser, requireRole('admin')).answers(async (c) => ({
  services: await servicesOf(c.env.DIRECTORY, c.get('member').network.slug),
}))

/** POST → NewTokenReply: a service member with its first token. 400, 401, 403 unless admin in a browser, 404. */
route(tokenRoutes, 'POST /v1/networks/:network/services', requireBrowser, requireRole('admin')).answers(async (c) => {
  const body = await requestJson(c, serviceSchema)
  if (!body.success) return notTaken(c, body.issues, message('problem-service-form'))
  const { name: called, role, site, ...asked } = body.output
  if (!(await isSite(c, site))) return problem(c, 400, 'malformed', message('problem-no-site'))
  const name = `${called} ${serviceMark}`
  const { person, ...made } = await makeService(c.env.DIRECTORY, makerOf(c), { name, role, site }, asked, Date.now())
  await announceMember(c.env, { ...c.get('member'), person, name, role, site })
  return made
})

/** POST NewToken → NewTokenReply: another token of a service member. 400, 401, 403 unless admin in a browser, 404, 409. */
route(tokenRoutes, 'POST /v1/networks/:network/services/:person/tokens', requireBrowser, requireRole('admin')).answers(async (c) => {
  const body = await requestJson(c, tokenSchema)
  if (!body.success) return notTaken(c, body.issues, message('problem-token-form'))
  const member = await memberOf(c.env.DIRECTORY, c.get('member').network.slug, c.req.param('person'))
  if (!member?.service) return problem(c, 404, 'not-found', message('problem-no-member'))
  return madeOr(c, await makeToken(c.env.DIRECTORY, { ...makerOf(c), kind: 'service', person: member.person }, body.output, Date.now()))
})
