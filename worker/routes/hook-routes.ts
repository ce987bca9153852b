import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { languages, type Language } from '../../shared/i18n/language.ts'
import { message } from '../../shared/i18n/message.ts'
import { hookEventTypes, hookFormats } from '../../shared/webhooks/hook-events.ts'
import { bankOf } from '../bank/bank-stub.ts'
import { mostHooks } from '../bank/webhooks/hook-rows.ts'
import { receiverFault } from '../bank/webhooks/receiver-address.ts'
import { problem } from '../http/problem.ts'
import { requestJson, requestQuery } from '../http/request-body.ts'
import { route, type Whole } from '../http/route.ts'
import { notTaken, typedName } from '../http/typed-text.ts'
import { recordAudit } from './middleware/audit.ts'
import { requireBrowser, requireRole, type AuthEnv } from './middleware/authenticate.ts'

const entries = {
  name: v.pipe(typedName(80), v.minLength(1)),
  // No spaces: an address holds no prose.
  address: v.pipe(v.string(), v.trim(), v.regex(/^\S{1,2000}$/)),
  format: v.picklist(hookFormats),
  events: v.pipe(v.array(v.picklist(hookEventTypes)), v.minLength(1), v.maxLength(hookEventTypes.length)),
  words: v.boolean(),
  language: v.picklist(Object.keys(languages) as [Language, ...Language[]]),
}
const settingSchema = v.object(entries)
const changeSchema = v.partial(v.object({ ...entries, state: v.picklist(['on', 'paused']) }))
const digits = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))

/** Under /v1/networks/:network, for its admins in a browser: webhooks, their secrets and the log of what was delivered. */
export const hookRoutes = new Hono<AuthEnv>()

const desk = (c: Context<AuthEnv>) => bankOf(c.env, c.get('member')).webhooks()
const needed = message('problem-hook-form', { most: mostHooks })
const admins = [requireBrowser, requireRole('admin')] as const
const noHook = (c: Context): Whole<never> => problem(c, 404, 'not-found', message('problem-no-address'))

/** 400 if this address is not sent to. */
const addressProblem = (c: Context<AuthEnv>, address: string): Whole<never> | undefined => {
  const fault = receiverFault(address, { development: Boolean(c.env.DEVELOPMENT_KEY), own: new URL(c.req.url).host })
  return fault && problem(c, 400, 'address', message('problem-hook-address'))
}

/** GET → HooksReply (shared/api/webhooks.ts), without secrets. 401, 403 unless admin in a browser, 404. */
route(hookRoutes, 'GET /v1/networks/:network/hooks', ...admins).answers(async (c) => ({ hooks: await desk(c).list() }))

/** POST HookSetting → HookSecretReply: the secret is shown this once. 400 also for an address that is not sent to, 401, 403 unless admin in a browser, 404, 409 for too many. */
route(hookRoutes, 'POST /v1/networks/:network/hooks', ...admins).answers(async (c) => {
  const body = await requestJson(c, settingSchema)
  if (!body.success) return notTaken(c, body.issues, needed)
  const refused = addressProblem(c, body.output.address)
  if (refused) return refused
  const made = await desk(c).add(body.output, c.get('member').network.slug, new URL(c.req.url).origin)
  if (!made) return problem(c, 409, 'full', needed)
  await recordAudit(c, 'hook-added', new URL(made.hook.address).host)
  return made
})

/** POST some of HookSetting, `state` → HookLine. What waits is sent at once where it goes on. 400, 401, 403 unless admin in a browser, 404. */
route(hookRoutes, 'POST /v1/networks/:network/hooks/:id', ...admins).answers(async (c) => {
  const body = await requestJson(c, changeSchema)
  if (!body.success) return notTaken(c, body.issues, needed)
  const refused = body.output.address === undefined ? undefined : addressProblem(c, body.output.address)
  if (refused) return refused
  const hook = await desk(c).change(c.req.param('id'), body.output)
  if (!hook) return noHook(c)
  await recordAudit(c, 'hook-changed', new URL(hook.address).host)
  return hook
})

/** DELETE → {}: with its log. 401, 403 unless admin in a browser, 404. */
route(hookRoutes, 'DELETE /v1/networks/:network/hooks/:id', ...admins).answers(async (c) => {
  const hook = await desk(c).remove(c.req.param('id'))
  if (!hook) return noHook(c)
  await recordAudit(c, 'hook-removed', new URL(hook.address).host)
  return {}
})

/** POST → HookSecretReply: a new secret, shown this once; the one before signs as well for a day. 401, 403 unless admin in a browser, 404. */
route(hookRoutes, 'POST /v1/networks/:network/hooks/:id/secret', ...admins).answers(async (c) => {
  const made = await desk(c).rotate(c.req.param('id'))
  if (!made) return noHook(c)
  await recordAudit(c, 'hook-secret-made', new URL(made.hook.address).host)
  return made
})

/** POST → HookDelivery: sends `hook.test` at once and answers how that ended, after 10 seconds at most. 401, 403 unless admin in a browser, 404. */
route(hookRoutes, 'POST /v1/networks/:network/hooks/:id/test', ...admins).answers(
  async (c) => (await desk(c).test(c.req.param('id'))) ?? noHook(c),
)

/** GET ?before= → HookDeliveriesReply, the newest first. 400, 401, 403 unless admin in a browser, 404. */
route(hookRoutes, 'GET /v1/networks/:network/hooks/:id/deliveries', ...admins).answers(async (c) => {
  const query = requestQuery(c, v.object({ before: v.optional(digits, '999999999999999') }))
  if (!query.success) return problem(c, 400, 'malformed', message('problem-filter-invalid'))
  return (await desk(c).deliveries(c.req.param('id'), query.output.before)) ?? noHook(c)
})

/** POST → HookDelivery: is sent again soon, with the same `webhook-id`. 401, 403 unless admin in a browser, 404. */
route(hookRoutes, 'POST /v1/networks/:network/hooks/:id/deliveries/:number', ...admins).answers(
  async (c) => (await desk(c).again(c.req.param('id'), Number(c.req.param('number')) || 0)) ?? noHook(c),
)
