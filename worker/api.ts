import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { deleteCookie, setCookie } from 'hono/cookie'
import { secureHeaders } from 'hono/secure-headers'
import * as v from 'valibot'
import type { DeadLettersReply, DeviceReply, FrameworkReply, IdeaPage, IdeasReply, Matrix, Me, PairingReply } from '../shared/bank.ts'
import { caps } from '../shared/protocol.ts'
import { cookieName, isSecure, ofThisNetwork, type Signed, signedIn } from './auth.ts'
import { ideasQuerySchema } from './bank-queries.ts'
import { development } from './development.ts'
import { endSession, makeCode, type Member, redeemCode } from './directory.ts'
import type { Actor, Answer, NetworkObject } from './network-object.ts'
import { problem } from './problem.ts'
import { BodyProblem, requestText } from './request-body.ts'

const tenMinutes = 10 * 60 * 1000
const smallBody = 4096
const worthSqueezing = 1024

const me = ({ object: _, ...member }: Member): Me => member
const actorOf = (member: Member): Actor => ({ id: member.person, name: member.name, role: member.role, site: member.site })
const bank = (env: Env, member: Member): DurableObjectStub<NetworkObject> => env.NETWORKS.get(env.NETWORKS.idFromName(member.object))

/** workerd compresses a body whose header says so; small ones are not worth it. */
const passOn = (c: Context, { status, body }: Answer): Response => {
  const squeeze = body.length > worthSqueezing && c.req.header('accept-encoding')?.includes('gzip')
  return new Response(body, { status, headers: { 'content-type': 'application/json', ...(squeeze ? { 'content-encoding': 'gzip' } : {}), ...(status === 503 ? { 'retry-after': '2' } : {}) } })
}

const codeSchema = v.object({ code: v.pipe(v.string(), v.minLength(8), v.maxLength(40)), name: v.optional(v.pipe(v.string(), v.maxLength(120)), '') })
const pairingSchema = v.optional(v.object({ person: v.optional(v.pipe(v.string(), v.maxLength(80))) }), {})

const json = async <S extends v.GenericSchema>(text: string, schema: S): Promise<v.SafeParseResult<S>> => {
  const body: unknown = await new Response(text || 'null').json().catch(() => undefined)
  return v.safeParse(schema, body ?? undefined)
}

export const api = new Hono<Signed>()

api.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'self'"], baseUri: ["'none'"], frameAncestors: ["'none'"], formAction: ["'self'"], objectSrc: ["'none'"] }, referrerPolicy: 'same-origin', xFrameOptions: 'DENY' }))
// Extensions come with a bearer token and no cookie, so any origin may ask; a page without a token gets nothing.
api.use('/v1/*', cors({ origin: '*', allowHeaders: ['authorization', 'content-type', 'content-encoding'], allowMethods: ['GET', 'POST', 'DELETE'], maxAge: 86_400 }))
api.use('/v1/*', async (c, next) => {
  await next()
  if (c.res.status !== 101) c.res.headers.set('cache-control', 'no-store')
})

api.onError((error, c) => {
  if (error instanceof BodyProblem) return problem(c, error.status, error.status === 413 ? 'too-large' : 'malformed', error.message)
  const { retryable, overloaded } = error as { retryable?: boolean; overloaded?: boolean }
  // Texts of people may stand in an error's message: only its kind is logged.
  console.error(`Fault on ${c.req.method} ${c.req.routePath}: ${error.name}`)
  c.header('retry-after', overloaded ? '20' : '1')
  return overloaded || retryable
    ? problem(c, 503, 'busy', 'The server is busy. What you sent is kept and tried again.')
    : problem(c, 500, 'fault', 'Something went wrong on the server. What you sent is kept and tried again.')
})
api.notFound((c) => problem(c, 404, 'not-found', 'There is nothing at this address.'))

/** POST {code} → Me and a session cookie. 400 malformed, 401 unknown, used or expired code. */
api.post('/v1/session', async (c) => {
  const body = await json(await requestText(c, smallBody), codeSchema)
  if (!body.success) return problem(c, 400, 'malformed', 'A code is needed to sign in.')
  const made = await redeemCode(c.env.DIRECTORY, body.output.code, 'web', body.output.name, Date.now())
  if (!made) return problem(c, 401, 'bad-code', 'This link was used already, or its time is over. Ask for a new one.')
  setCookie(c, cookieName(isSecure(c)), made.secret, { httpOnly: true, secure: isSecure(c), sameSite: 'Lax', path: '/', maxAge: 7 * 24 * 60 * 60 })
  return c.json<Me>(me(made.member))
})

/** POST {code, name} → {token, me}: connects an extension. 400 malformed, 401 unknown, used or expired code. */
api.post('/v1/devices', async (c) => {
  const body = await json(await requestText(c, smallBody), codeSchema)
  if (!body.success) return problem(c, 400, 'malformed', 'A pairing code is needed to connect.')
  const made = await redeemCode(c.env.DIRECTORY, body.output.code, 'device', body.output.name, Date.now())
  if (!made) return problem(c, 401, 'bad-code', 'This code was used already, or its time is over. Ask your coordinator for a new one.')
  return c.json<DeviceReply>({ token: made.secret, me: me(made.member) })
})

api.delete('/v1/session', signedIn, async (c) => {
  await endSession(c.env.DIRECTORY, c.get('secret'))
  deleteCookie(c, cookieName(isSecure(c)), { path: '/' })
  return c.json({})
})

api.get('/v1/me', signedIn, (c) => c.json<Me>(me(c.get('member'))))

/** POST {person?} → {code, expiresAt}: a one-time code that connects an extension, for oneself or (coordinator, admin) for a member. */
api.post('/v1/pairings', signedIn, async (c) => {
  const member = c.get('member')
  const body = await json(await requestText(c, smallBody), pairingSchema)
  if (!body.success) return problem(c, 400, 'malformed', 'Say for whom the code is, or nothing.')
  const person = body.output?.person ?? member.person
  const staff = member.role === 'coordinator' || member.role === 'admin'
  if (c.get('kind') !== 'web' || (person !== member.person && !staff)) return problem(c, 403, 'forbidden', 'Only a signed-in coordinator makes codes for others.')
  const expiresAt = Date.now() + tenMinutes
  const code = await makeCode(c.env.DIRECTORY, 'device', person, member.network.slug, expiresAt)
  return code ? c.json<PairingReply>({ code, expiresAt }) : problem(c, 404, 'not-found', 'There is no such member in your network.')
})

const network = new Hono<Signed>()
network.use(signedIn, ofThisNetwork)

/** POST SyncRequest → SyncReply (shared/protocol.ts). 400 malformed, 401, 404, 413 too large, 503 with Retry-After. */
network.post('/sync', async (c) => passOn(c, await bank(c.env, c.get('member')).sync(await requestText(c, caps.requestBytes), actorOf(c.get('member')))))

/** POST {mutations} → {results}; a refusal is a result, not an error. 400, 401, 404, 413, 503. */
network.post('/mutations', async (c) => passOn(c, await bank(c.env, c.get('member')).mutate(await requestText(c, caps.requestBytes), actorOf(c.get('member')))))

network.get('/framework', async (c) => c.json<FrameworkReply>(await bank(c.env, c.get('member')).framework()))
network.get('/matrix', async (c) => c.json<Matrix>(await bank(c.env, c.get('member')).matrix()))

/** GET with the query of shared/bank.ts → IdeasReply. 400 for a value that cannot be. */
network.get('/ideas', async (c) => {
  const query = v.safeParse(ideasQuerySchema, c.req.query())
  if (!query.success) return problem(c, 400, 'malformed', 'This list cannot be shown: a filter has a value that cannot be.')
  return c.json<IdeasReply>(await bank(c.env, c.get('member')).ideas(query.output))
})

network.get('/ideas/:id', async (c) => {
  const page = await bank(c.env, c.get('member')).ideaPage(c.req.param('id'), actorOf(c.get('member')))
  return page ? c.json<IdeaPage>(page) : problem(c, 404, 'not-found', 'This idea is not in the bank.')
})

/** GET → DeadLettersReply (shared/bank.ts): what our own code failed on. Coordinator and admin only, else 403. */
network.get('/dead-letters', async (c) => {
  const { role } = c.get('member')
  if (role !== 'coordinator' && role !== 'admin') return problem(c, 403, 'forbidden', 'What was set aside is for coordinators to see.')
  return c.json<DeadLettersReply>(await bank(c.env, c.get('member')).deadLetters())
})

/** GET as WebSocket → Hint texts. 426 without the upgrade. */
network.get('/watch', (c) => {
  if (c.req.header('upgrade') !== 'websocket') return problem(c, 426, 'websocket', 'This address is for a WebSocket.')
  return bank(c.env, c.get('member')).fetch('https://network/watch', { headers: { upgrade: 'websocket', 'x-person': c.get('member').person } })
})

api.route('/v1/networks/:network', network)
api.route('/development', development)
