import { createMiddleware } from 'hono/factory'
import { laterMessage } from '../../../shared/sync/member-limits.ts'
import type { AuthEnv } from './authenticate.ts'
import { actorOf, bankOf } from '../../bank/bank-stub.ts'
import { problem } from '../../http/problem.ts'

/** 429 with Retry-After for a member who has used up their exports or invitations (shared/sync/member-limits.ts) of this network; the network's own object counts. */
export const memberLimit = (bucket: 'exports' | 'invitations') =>
  createMiddleware<AuthEnv>(async (c, next) => {
    const later = await bankOf(c.env, c.get('member')).take(bucket, actorOf(c.get('member')))
    if (!later) return next()
    c.header('retry-after', String(Math.ceil(later.later / 1000)))
    return problem(c, 429, 'later', laterMessage(later))
  })
