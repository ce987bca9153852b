import { createMiddleware } from 'hono/factory'
import { message } from '../../../shared/i18n/message.ts'
import { findCaller, requestLimit } from '../../auth/api-callers.ts'
import { tokenTextIn } from '../../auth/token-text.ts'
import { clientAddress, sourceNetwork } from '../../http/client-address.ts'
import { problem } from '../../http/problem.ts'
import type { Operation } from '../../open-api/operation.ts'
import type { AuthEnv } from '../middleware/authenticate.ts'
import { closedProblem } from '../middleware/closed-networks.ts'
import { isClosed } from '../../directory/closed.ts'

const seconds = requestLimit.window / 1000

/**
 * 401 without a token that is valid now; 429 with Retry-After beyond the requests of a minute; 503 with
 * Retry-After while the network is closed; 403 for a token that is not for this, or a role
 * that may not. Says in every answer what is left. A cookie, or a device's token, opens nothing here.
 */
export const caller = ({ scope, roles }: Operation) =>
  createMiddleware<AuthEnv>(async (c, next) => {
    const [secret, now] = [tokenTextIn(c.req.header('authorization')), Date.now()]
    const found = secret && (await findCaller(c.env.DIRECTORY, secret, sourceNetwork(clientAddress(c.env, c.req.raw)), now))
    if (!found) {
      c.header('www-authenticate', secret ? 'Bearer realm="Gleaner", error="invalid_token"' : 'Bearer realm="Gleaner"')
      return problem(c, 401, 'no-token', message('problem-api-token'))
    }
    const left = Math.ceil((requestLimit.window - (now % requestLimit.window)) / 1000)
    const most = requestLimit.most * (Number(c.env.MEMBER_LIMITS) || 1)
    // As in draft-ietf-httpapi-ratelimit-headers-10.
    c.header('ratelimit-policy', `"requests";q=${most};w=${seconds}`)
    c.header('ratelimit', `"requests";r=${Math.max(0, most - found.count)};t=${left}`)
    if (found.count > most) {
      c.header('retry-after', String(left))
      return problem(c, 429, 'too-many', message('problem-api-too-often', { seconds: left }))
    }
    if (isClosed(c.env, found.member.network.slug)) return closedProblem(c)
    if (scope && !found.scopes.includes(scope)) {
      c.header('www-authenticate', `Bearer realm="Gleaner", error="insufficient_scope", scope="${scope}"`)
      return problem(c, 403, 'scope-missing', message('problem-api-scope', { scope }))
    }
    if (roles && !roles.includes(found.member.role)) return problem(c, 403, 'forbidden', message('problem-role-not-allowed'))
    c.set('member', found.member)
    c.set('session', found.token)
    c.set('until', found.expiresAt)
    c.set('scopes', found.scopes)
    return next()
  })
