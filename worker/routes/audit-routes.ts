import { Hono } from 'hono'
import * as v from 'valibot'
import { auditCsv } from '../audit/csv.ts'
import { auditPage } from '../audit/queries.ts'
import { recordAudit } from './middleware/audit.ts'
import { requireBrowser, requireRole, type AuthEnv } from './middleware/authenticate.ts'
import { problem } from '../http/problem.ts'
import { streamed } from '../http/streamed.ts'
import { requestQuery } from '../http/request-body.ts'
import { route, whole } from '../http/route.ts'
import { message } from '../../shared/i18n/message.ts'

const digits = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))
const querySchema = v.object({
  before: v.optional(digits, String(Number.MAX_SAFE_INTEGER).slice(0, 15)),
  action: v.optional(v.pipe(v.string(), v.maxLength(60)), ''),
  person: v.optional(v.pipe(v.string(), v.maxLength(80)), ''),
  from: v.optional(digits, '0'),
  to: v.optional(digits, '999999999999999'),
})

/** Under /v1/networks/:network, for its admins: who did what, when, and from where. */
export const auditRoutes = new Hono<AuthEnv>()

/** GET ?before= &action= &person= &from= &to= (milliseconds) → AuditReply, the newest first. 400, 401, 403 unless admin in a browser, 404. */
route(auditRoutes, 'GET /v1/networks/:network/audit', requireBrowser, requireRole('admin')).answers(async (c) => {
  const query = requestQuery(c, querySchema)
  if (!query.success) return problem(c, 400, 'malformed', message('problem-filter-invalid'))
  return auditPage(c.env.DIRECTORY, c.get('member').network.slug, query.output)
})

/** GET with the same query → the same lines as a file, 20,000 at most; that it was taken is on record. 400, 401, 403 unless admin in a browser, 404. */
route(auditRoutes, 'GET /v1/networks/:network/audit.csv', requireBrowser, requireRole('admin')).answers(async (c) => {
  const query = requestQuery(c, querySchema)
  if (!query.success) return problem(c, 400, 'malformed', message('problem-filter-invalid'))
  await recordAudit(c, 'export', 'audit')
  const lines = auditCsv(c.env.DIRECTORY, c.get('member').network.slug, query.output)
  return whole(
    c.body(streamed(lines), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit.csv"',
    }),
  )
})
