import { Hono } from 'hono'
import { requireRole, type AuthEnv } from './middleware/authenticate.ts'
import { bankOf } from '../bank/bank-stub.ts'
import { route } from '../http/route.ts'

/** Under /v1/networks/:network, for whoever answers for the network: whether its bank is what was written to it. */
export const healthRoutes = new Hono<AuthEnv>()

/** GET → HealthReply: `well` with what there is, or `harmed`, without a count, where it cannot be read. 401, 403 for contributors and site leads, 404, 503 while it is overrun. */
route(healthRoutes, 'GET /v1/networks/:network/health', requireRole('coordinator', 'steering', 'admin')).answers(async (c) => {
  try {
    return { state: 'well', ...(await bankOf(c.env, c.get('member')).health()) }
  } catch (error) {
    const { retryable, overloaded } = error as { retryable?: boolean; overloaded?: boolean }
    if (retryable || overloaded) throw error
    return { state: 'harmed' }
  }
})
