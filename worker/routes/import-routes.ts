import { Hono } from 'hono'
import * as v from 'valibot'
import { mostAskedAbout, mostClipsAskedAbout } from '../../shared/api/imports.ts'
import * as field from '../../shared/domain/field-schemas.ts'
import { message } from '../../shared/i18n/message.ts'
import { caps } from '../../shared/sync/protocol.ts'
import { bankOf } from '../bank/bank-stub.ts'
import { problem } from '../http/problem.ts'
import { requestJson } from '../http/request-body.ts'
import { route } from '../http/route.ts'
import { type AuthEnv, requireRole } from './middleware/authenticate.ts'

/** Under /v1/networks/:network/imports, for those who may bring in a list; the rows themselves come as mutations like any other. */
export const importRoutes = new Hono<AuthEnv>()

const importers = requireRole('coordinator', 'admin')

/** GET → ImportsReply (shared/api/imports.ts). 401, 403, 404. */
route(importRoutes, 'GET /v1/networks/:network/imports', importers).answers((c) => bankOf(c.env, c.get('member')).imports())

/** GET → ImportedReply: empty for an import that there was not. 401, 403, 404. */
route(importRoutes, 'GET /v1/networks/:network/imports/:run', importers).answers((c) =>
  bankOf(c.env, c.get('member')).importedBy(c.req.param('run')),
)

const askedSchema = v.object({ ideas: v.pipe(v.array(field.id), v.maxLength(mostAskedAbout)) })

/** POST {ideas} → KnownReply. 400 for what cannot be, 401, 403, 404, 413. */
route(importRoutes, 'POST /v1/networks/:network/imports/known', importers).answers(async (c) => {
  const asked = await requestJson(c, askedSchema, caps.requestBytes)
  if (!asked.success) return problem(c, 400, 'malformed', message('problem-filter-invalid'))
  return bankOf(c.env, c.get('member')).knownIdeas(asked.output.ideas)
})

const clipsSchema = v.object({
  evidence: v.pipe(v.array(field.id), v.maxLength(mostClipsAskedAbout)),
  keys: v.pipe(v.array(v.pipe(v.string(), v.maxLength(2100))), v.maxLength(mostClipsAskedAbout)),
})

/** POST {evidence, keys} → KnownClipsReply. 400 for what cannot be, 401, 403, 404, 413. */
route(importRoutes, 'POST /v1/networks/:network/imports/known-clips', importers).answers(async (c) => {
  const asked = await requestJson(c, clipsSchema, caps.requestBytes)
  if (!asked.success) return problem(c, 400, 'malformed', message('problem-filter-invalid'))
  return bankOf(c.env, c.get('member')).knownClips(asked.output.evidence, asked.output.keys)
})
