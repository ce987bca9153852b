import { Hono } from 'hono'
import * as v from 'valibot'
import { triedSchema } from '../../shared/api/new-evidence.ts'
import { message } from '../../shared/i18n/message.ts'
import { guard } from '../../shared/mutations/engine/phi-guard.ts'
import { dayLength } from '../../shared/values/calendar-day.ts'
import { issueMessage } from '../../shared/values/issue-message.ts'
import { bankOf } from '../bank/bank-stub.ts'
import { problem } from '../http/problem.ts'
import { requestJson, requestQuery } from '../http/request-body.ts'
import { route } from '../http/route.ts'
import type { AuthEnv } from './middleware/authenticate.ts'

/** Under /v1/networks/:network: what the searches of its ideas find. */
export const newEvidenceRoutes = new Hono<AuthEnv>()

const sinceSchema = v.object({ since: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))) })

/** GET ?since= (milliseconds; thirty days ago without it) → NewEvidenceReply (shared/api/new-evidence.ts). 400 for what is no time, 401, 404. */
route(newEvidenceRoutes, 'GET /v1/networks/:network/ideas/:id/new-evidence').answers(async (c) => {
  const query = requestQuery(c, sinceSchema)
  if (!query.success) return problem(c, 400, 'malformed', message('problem-days-invalid'))
  const desk = bankOf(c.env, c.get('member')).newEvidence()
  return (
    (await desk.of(c.req.param('id'), query.output.since ?? Date.now() - 30 * dayLength)) ??
    problem(c, 404, 'not-found', message('idea-not-found'))
  )
})

/** GET ?since= (as above) → WaitingEvidenceReply. 400 for what is no time, 401, 404. */
route(newEvidenceRoutes, 'GET /v1/networks/:network/new-evidence').answers(async (c) => {
  const query = requestQuery(c, sinceSchema)
  if (!query.success) return problem(c, 400, 'malformed', message('problem-days-invalid'))
  return bankOf(c.env, c.get('member'))
    .newEvidence()
    .waiting(query.output.since ?? Date.now() - 30 * dayLength)
})

/**
 * POST {search} → TriedReply: PubMed and Europe PMC are asked how much they have, within their limits. The search is read by the
 * patient guard before it leaves, and kept nowhere. 400 for what is no search or may identify a patient, 401, 404, 409 while this
 * network sends no searches.
 */
route(newEvidenceRoutes, 'POST /v1/networks/:network/searches').answers(async (c) => {
  const body = await requestJson(c, triedSchema)
  if (!body.success) return problem(c, 400, 'malformed', issueMessage(body.issues[0]))
  const refused = guard(body.output)
  if (refused) return problem(c, 400, 'patient-information', refused.reason)
  const tried = await bankOf(c.env, c.get('member')).newEvidence().tried(body.output.search)
  return tried ?? problem(c, 409, 'off', message('problem-no-searches'))
})
