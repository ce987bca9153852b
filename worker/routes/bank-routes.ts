import { type Context, Hono, type Next } from 'hono'
import { createMiddleware } from 'hono/factory'
import * as v from 'valibot'
import type { FrameworkReply } from '../../shared/api/bank.ts'
import { caps } from '../../shared/sync/protocol.ts'
import { admitted, comeTo, placeAt } from '../bank/admission.ts'
import { auditStatement } from '../audit/statement.ts'
import { sourceOf } from './middleware/audit.ts'
import { requireRole, type AuthEnv } from './middleware/authenticate.ts'
import { actorOf, bankOf } from '../bank/bank-stub.ts'
import { clipsQuerySchema } from '../bank/queries/clip-queries.ts'
import { ideasQuerySchema } from '../bank/queries/list-numbers.ts'
import { objectAt, tokenIn } from '../auth/device-token.ts'
import { type CachedToken, cachedTokenLifeMs } from '../bank/token-cache.ts'
import type { ObjectReply } from '../bank/answers.ts'
import type { NetworkObject } from '../bank/network-object.ts'
import { packed } from '../http/pack.ts'
import { peopleTexts } from '../bank/people.ts'
import { problem } from '../http/problem.ts'
import { requestQuery, requestText } from '../http/request-body.ts'
import { hashOf } from '../auth/secrets.ts'
import { jsonArray, streamed } from '../http/streamed.ts'
import { route, type Whole, whole } from '../http/route.ts'
import { message } from '../../shared/i18n/message.ts'

/** Puts on record which settings were changed. */
export const tellSettings = async (
  c: Context<AuthEnv>,
  { person, fields }: NonNullable<ObjectReply<unknown>['settings']>,
): Promise<void> => {
  const told = {
    network: c.get('member')?.network.slug ?? c.req.param('network') ?? '',
    person,
    action: 'settings-changed',
    subject: fields,
    source: sourceOf(c),
  }
  await auditStatement(c.env.DIRECTORY, Date.now(), told).run()
}

const passOn = async <Reply>(
  c: Context<AuthEnv>,
  { status, body, settings, retryAfter = 2 }: ObjectReply<Reply>,
): Promise<Whole<Reply>> => {
  if (settings) await tellSettings(c, settings)
  const headers = { 'content-type': 'application/json', ...(status === 503 ? { 'retry-after': String(retryAfter) } : {}) }
  return whole<Reply>(packed(body, { status, headers, accepted: c.req.header('accept-encoding') }))
}

/** What the network's object may take its own word for until the directory is asked again; nothing for a browser. */
const vouchedFrom = async (c: Context<AuthEnv>): Promise<CachedToken | undefined> => {
  const secret = tokenIn(c.req.header('authorization'))?.secret
  if (c.get('kind') !== 'device' || !secret) return undefined
  const { person, name, role, site, network } = c.get('member')
  const until = Math.min(Date.now() + cachedTokenLifeMs, c.get('until'))
  return { hash: await hashOf(secret), session: c.get('session'), person, name, role, site, slug: network.slug, until }
}

/** Behind the directory's own queue, as many at once as it answers soon; whoever is authenticated gives the place back (`c.get('found')`). */
const byDirectory = async (c: Context<AuthEnv>, hash: string, next: Next): Promise<ObjectReply<never> | undefined> => {
  const held = placeAt('directory', hash)
  if ('status' in held) return held
  c.set('found', held.leave)
  try {
    await next()
  } finally {
    held.leave()
  }
  return undefined
}

/**
 * Before the directory is asked: a sync that the network's object can answer by itself. What it does not know goes the long way, with the same
 * answers and in the same place. Whoever has to come again is told so before anything of the request is read.
 */
export const syncByObject = createMiddleware<AuthEnv>(async (c, next) => {
  const token = tokenIn(c.req.header('authorization'))
  // Who shows no token is refused without a question to anybody.
  if (!token) return next()
  const object = token.locator ? objectAt(c.env, token.locator) : undefined
  if (!object) {
    const sentAway = await byDirectory(c, await hashOf(token.secret), next)
    return sentAway && passOn(c, sentAway)
  }
  const name = object.id.toString()
  const isRead = comeTo(name)
  if ('status' in isRead) return passOn(c, isRead)
  const [hash, text] = [await hashOf(token.secret), await requestText(c, caps.requestBytes).finally(isRead)]
  const held = placeAt(name, hash)
  if ('status' in held) return passOn(c, held)
  try {
    const answer = await object.syncKnown(text, hash, c.req.param('network') ?? '', held.at)
    if (answer) return await passOn(c, answer)
    c.set('text', text)
    c.set('placed', name)
    const sentAway = await byDirectory(c, hash, next)
    return sentAway && (await passOn(c, sentAway))
  } finally {
    held.leave()
  }
})

/** Under /v1/networks/:network, for its members: everything of the bank. */
export const bankRoutes = new Hono<AuthEnv>()

/** POST SyncRequest → SyncReply (shared/sync/protocol.ts). 400 malformed, 401, 404, 413 too large, 503 with Retry-After. */
route(bankRoutes, 'POST /v1/networks/:network/sync').answers(async (c) => {
  const text = c.get('text') ?? (await requestText(c, caps.requestBytes))
  c.get('found')?.()
  const [bank, actor, vouched] = [bankOf(c.env, c.get('member')), actorOf(c.get('member')), await vouchedFrom(c)]
  const object = bank.id.toString()
  if (c.get('placed') === object) return passOn(c, await bank.sync(text, actor, Date.now(), vouched))
  return passOn(c, await admitted(object, c.get('session'), (at) => bank.sync(text, actor, at, vouched)))
})

/** POST {mutations} → {results}; a refusal is a result, not an error. 400, 401, 404, 413, 503. */
route(bankRoutes, 'POST /v1/networks/:network/mutations').answers(async (c) => {
  const text = await requestText(c, caps.requestBytes)
  const [bank, actor] = [bankOf(c.env, c.get('member')), actorOf(c.get('member'))]
  return passOn(c, await admitted(bank.id.toString(), c.get('session'), (at) => bank.mutate(text, actor, at)))
})

async function* frameworkPieces(bank: DurableObjectStub<NetworkObject>): AsyncGenerator<string> {
  yield `{"framework":${JSON.stringify(await bank.framework())},"people":`
  yield* jsonArray(peopleTexts(bank))
  yield '}'
}

/** GET → FrameworkReply (shared/api/bank.ts), made while it is read. 401, 404. */
route(bankRoutes, 'GET /v1/networks/:network/framework').answers((c) =>
  whole<FrameworkReply>(c.body(streamed(frameworkPieces(bankOf(c.env, c.get('member')))), 200, { 'content-type': 'application/json' })),
)
/** GET → SettingsHistoryReply (shared/api/bank.ts), newest first. 403 unless network staff, 401, 404. */
route(bankRoutes, 'GET /v1/networks/:network/framework/history', requireRole('coordinator', 'steering', 'admin')).answers(async (c) =>
  passOn(c, await bankOf(c.env, c.get('member')).settingsHistory()),
)
/** GET → Matrix. 401, 404. */
route(bankRoutes, 'GET /v1/networks/:network/matrix').answers((c) => bankOf(c.env, c.get('member')).matrix())

/** GET ?pathway= → BoardReply (shared/api/board.ts): the pathway's phases with their first ideas. 401, 404 also for no such pathway. */
route(bankRoutes, 'GET /v1/networks/:network/board').answers(async (c) => {
  const board = await bankOf(c.env, c.get('member')).board(c.req.query('pathway') ?? '', c.get('member'))
  return board ?? problem(c, 404, 'not-found', message('pathway-unknown'))
})

/** GET → CountsReply (shared/api/board.ts), of whoever asks. 401, 404. */
route(bankRoutes, 'GET /v1/networks/:network/counts').answers((c) => bankOf(c.env, c.get('member')).counts(c.get('member')))

/** GET → DecisionsReply (shared/api/board.ts): what could be decided today. 401, 404. */
route(bankRoutes, 'GET /v1/networks/:network/decisions').answers((c) => bankOf(c.env, c.get('member')).decisions(c.get('member')))

/** GET with the query of shared/api/bank.ts → IdeasReply. 400 for a value that cannot be, 401, 404. */
route(bankRoutes, 'GET /v1/networks/:network/ideas').answers(async (c) => {
  const query = requestQuery(c, ideasQuerySchema)
  if (!query.success) return problem(c, 400, 'malformed', message('problem-filter-invalid'))
  return bankOf(c.env, c.get('member')).ideas(query.output, actorOf(c.get('member')))
})

/** GET with the query of a list → FacetsReply (shared/api/facets.ts). 400 for a value that cannot be, 401, 404. */
route(bankRoutes, 'GET /v1/networks/:network/facets').answers(async (c) => {
  const query = requestQuery(c, ideasQuerySchema)
  if (!query.success) return problem(c, 400, 'malformed', message('problem-filter-invalid'))
  return bankOf(c.env, c.get('member')).facets(query.output)
})

/** GET with the query of shared/api/evidence.ts → EvidenceReply. 400 for a value that cannot be, 401, 404. */
route(bankRoutes, 'GET /v1/networks/:network/evidence').answers(async (c) => {
  const query = requestQuery(c, clipsQuerySchema)
  if (!query.success) return problem(c, 400, 'malformed', message('problem-filter-invalid'))
  return bankOf(c.env, c.get('member')).papers(query.output, actorOf(c.get('member')))
})

/** GET → EvidenceMapReply (shared/api/evidence.ts). 401, 404. */
route(bankRoutes, 'GET /v1/networks/:network/evidence/map').answers((c) => bankOf(c.env, c.get('member')).evidenceMap())

/** GET → IdeaPage. 401, 404. */
route(bankRoutes, 'GET /v1/networks/:network/ideas/:id').answers(async (c) => {
  const page = await bankOf(c.env, c.get('member')).ideaPage(c.req.param('id'), actorOf(c.get('member')))
  return page ?? problem(c, 404, 'not-found', message('idea-not-found'))
})

const furtherSchema = v.object({ of: v.picklist(['evidence', 'comments']), after: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) })

/** GET ?of=evidence|comments&after= → FurtherParts (shared/api/bank.ts). 400 for what cannot be, 401, 404. */
route(bankRoutes, 'GET /v1/networks/:network/ideas/:id/further').answers(async (c) => {
  const query = requestQuery(c, furtherSchema)
  if (!query.success) return problem(c, 400, 'malformed', message('problem-filter-invalid'))
  const parts = await bankOf(c.env, c.get('member')).furtherParts({ id: c.req.param('id'), ...query.output }, actorOf(c.get('member')))
  return parts ?? problem(c, 404, 'not-found', message('idea-not-found'))
})

/** GET → DeadLettersReply (shared/api/bank.ts): what our own code failed on. 403 unless coordinator or admin. */
route(bankRoutes, 'GET /v1/networks/:network/dead-letters', requireRole('coordinator', 'admin')).answers(async (c) =>
  passOn(c, await bankOf(c.env, c.get('member')).deadLetters()),
)

/**
 * GET as WebSocket → Hint texts. 403 from another site's page, which a browser lets open sockets with our cookie; 426 without the
 * upgrade; 429 where the session has 20 of them; closed with 4403 when the session is ended.
 */
route(bankRoutes, 'GET /v1/networks/:network/watch').answers(async (c) => {
  if (c.req.header('upgrade') !== 'websocket') return problem(c, 426, 'websocket', message('problem-websocket-only'))
  if (c.req.header('origin') !== new URL(c.req.url).origin) return problem(c, 403, 'other-site', message('problem-other-site'))
  const headers = {
    upgrade: 'websocket',
    'x-person': c.get('member').person,
    'x-session': c.get('session'),
    'x-until': String(c.get('until')),
  }
  const answer = await bankOf(c.env, c.get('member')).fetch('https://network/watch', { headers })
  if (answer.status !== 429) return whole(answer)
  c.header('retry-after', '60')
  return problem(c, 429, 'too-many', message('problem-too-many-live'))
})
