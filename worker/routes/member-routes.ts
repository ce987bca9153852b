import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import type { MemberLine } from '../../shared/api/access.ts'
import { roles } from '../../shared/domain/entities.ts'
import { sourceOf } from './middleware/audit.ts'
import { requireBrowser, requireRole, type AuthEnv } from './middleware/authenticate.ts'
import { bankOf } from '../bank/bank-stub.ts'
import { changeMember, type MemberChange, memberOf, membersOf } from '../people/members.ts'
import { formerMember } from '../../shared/domain/name-skeleton.ts'
import { tellObjects } from '../bank/object-outbox.ts'
import { problem } from '../http/problem.ts'
import { requestJson } from '../http/request-body.ts'
import { notTaken, typedName } from '../http/typed-text.ts'
import { route, type Whole } from '../http/route.ts'
import { message } from '../../shared/i18n/message.ts'

const changeSchema = v.object({
  role: v.optional(v.picklist(roles)),
  site: v.optional(v.pipe(v.string(), v.maxLength(80))),
  label: v.optional(typedName(60)),
  status: v.optional(v.picklist(['active', 'suspended'])),
})

/** Under /v1/networks/:network: the network's people. */
export const memberRoutes = new Hono<AuthEnv>()

/** Sites are the bank's: a key that it does not have would be a member of nowhere. */
export const isSite = async (c: Context<AuthEnv>, site: string): Promise<boolean> =>
  site === '' || (await bankOf(c.env, c.get('member')).framework()).sites.some(({ key }) => key === site)

const noMember = (c: Context): Whole<never> => problem(c, 404, 'not-found', message('problem-no-member'))
const lastAdmin = (c: Context): Whole<never> => problem(c, 409, 'last-admin', message('problem-last-admin'))

/** Ends the access of somebody who lost it (in this role) at once: sessions deleted, sockets closed, the bank told. False for the last admin. */
const change = async (c: Context<AuthEnv>, before: MemberLine, after: MemberChange, name = ''): Promise<boolean> => {
  await bankOf(c.env, c.get('member')).invalidateTokens(before.person)
  const { person: by, network } = c.get('member')
  const changing = { network: network.slug, before, after, name, by, source: sourceOf(c) }
  const made = await changeMember(c.env.DIRECTORY, changing, Date.now())
  if (made) await tellObjects(c.env, made)
  return made !== undefined
}

/** GET → MembersReply, suspended and removed ones included. 401, 403 unless coordinator or admin in a browser, 404. */
route(memberRoutes, 'GET /v1/networks/:network/members', requireBrowser, requireRole('coordinator', 'admin')).answers(async (c) => ({
  members: await membersOf(c.env.DIRECTORY, c.get('member').network.slug),
}))

/** GET → PendingWork: what would wait for somebody else. 401, 403 unless admin in a browser, 404. */
route(memberRoutes, 'GET /v1/networks/:network/members/:person/pending', requireBrowser, requireRole('admin')).answers(async (c) => {
  const before = await memberOf(c.env.DIRECTORY, c.get('member').network.slug, c.req.param('person'))
  return before ? await bankOf(c.env, c.get('member')).pendingWork(before.person) : noMember(c)
})

/** POST {role?, site?, label?, status?} → MemberLine. 400, 401, 403 unless admin in a browser, 404, 409 for the last admin. */
route(memberRoutes, 'POST /v1/networks/:network/members/:person', requireBrowser, requireRole('admin')).answers(async (c) => {
  const body = await requestJson(c, changeSchema)
  if (!body.success) return notTaken(c, body.issues, message('problem-member-form'))
  const before = await memberOf(c.env.DIRECTORY, c.get('member').network.slug, c.req.param('person'))
  if (!before) return noMember(c)
  const { role = before.role, site = before.site, label = before.label, status = before.status } = body.output
  if (site !== before.site && !(await isSite(c, site))) return problem(c, 400, 'malformed', message('problem-no-site'))
  const after = { role, site, label, status }
  if (!(await change(c, before, after))) return lastAdmin(c)
  return { ...before, ...after }
})

/**
 * DELETE → RemovalReply: what they sent and lead stays in the bank, and the reply says what now waits for somebody else. Admins remove
 * anybody, everybody may leave; `?name=drop` takes the name from the bank. 401, 403 for another's or from a device, 404, 409 for the last admin.
 */
route(memberRoutes, 'DELETE /v1/networks/:network/members/:person', requireBrowser).answers(async (c) => {
  const member = c.get('member')
  const person = c.req.param('person')
  if (person !== member.person && member.role !== 'admin') return problem(c, 403, 'forbidden', message('problem-remove-forbidden'))
  const before = await memberOf(c.env.DIRECTORY, member.network.slug, person)
  if (!before) return noMember(c)
  const after: MemberChange = { role: before.role, site: before.site, label: before.label, status: 'removed' }
  const pending = await bankOf(c.env, member).pendingWork(person)
  if (!(await change(c, before, after, c.req.query('name') === 'drop' ? formerMember : ''))) return lastAdmin(c)
  return { pending: { proposed: pending.proposed, leading: pending.leading, onlyLead: pending.onlyLead } }
})
