import { isClosed } from '../../directory/closed.ts'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AuthEnv } from './authenticate.ts'
import { problem } from '../../http/problem.ts'
import type { Whole } from '../../http/route.ts'
import { message } from '../../../shared/i18n/message.ts'

/** Seconds after which to ask again. */
export const closedFor = '60'

/** 503 `closed`, with when to ask again. */
export const closedProblem = (c: Context<AuthEnv>): Whole<never> => {
  c.header('retry-after', closedFor)
  return problem(c, 503, 'closed', message('problem-closed'))
}

/** 503 `closed` for a closed network: devices keep what is saved and ask again in a minute. */
export const closedNetworks = createMiddleware<AuthEnv>(async (c, next) =>
  isClosed(c.env, c.req.param('network') ?? '') ? closedProblem(c) : next(),
)
