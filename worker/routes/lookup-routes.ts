import { Hono } from 'hono'
import { bankOf } from '../bank/bank-stub.ts'
import { route } from '../http/route.ts'
import { requireRole, type AuthEnv } from './middleware/authenticate.ts'

/** Under /v1/networks/:network: what its look-ups do. */
export const lookupRoutes = new Hono<AuthEnv>()

/** GET → LookupsReply (shared/api/lookups.ts). 401, 403 unless coordinator or admin, 404. */
route(lookupRoutes, 'GET /v1/networks/:network/lookups', requireRole('coordinator', 'admin')).answers(async (c) =>
  bankOf(c.env, c.get('member')).lookups().state(),
)

/** GET → AskedReply: which services were asked about the item of a clip, and when; {} where none was. 401, 404. */
route(lookupRoutes, 'GET /v1/networks/:network/evidence/:id/lookups').answers(
  async (c) => (await bankOf(c.env, c.get('member')).lookups().asked(c.req.param('id'))) ?? {},
)

/** GET → ListedClipsReply: identifiers of the network's clips, for whoever uploads a list; `after`: from `next`. 401, 403 unless coordinator or admin, 404. */
route(lookupRoutes, 'GET /v1/networks/:network/lookups/clips', requireRole('coordinator', 'admin')).answers((c) =>
  bankOf(c.env, c.get('member'))
    .lookups()
    .clips(Number(c.req.query('after')) || 0),
)
