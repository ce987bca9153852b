import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AuthEnv } from './authenticate.ts'
import { problem } from '../../http/problem.ts'
import type { Whole } from '../../http/route.ts'
import { message } from '../../../shared/i18n/message.ts'

/** Seconds after which to ask again. */
export const closedFor = '60'

/**
 * Whether whoever runs the server has closed this network (`CLOSED_NETWORKS`: short names with commas, or `*` for all). What is not set is
 * `undefined` at Cloudflare, and `null` on a server of one’s own.
 */
export const isClosed = ({ CLOSED_NETWORKS: closed }: { CLOSED_NETWORKS?: string | null }, slug: string): boolean =>
  (closed ?? '').split(',').some((one) => one.trim() === '*' || (one.trim() !== '' && one.trim() === slug))

/** 503 `closed`, with when to ask again. */
export const closedProblem = (c: Context<AuthEnv>): Whole<never> => {
  c.header('retry-after', closedFor)
  return problem(c, 503, 'closed', message('problem-closed'))
}

/** 503 `closed` for a closed network: devices keep what is saved and ask again in a minute. */
export const closedNetworks = createMiddleware<AuthEnv>(async (c, next) =>
  isClosed(c.env, c.req.param('network') ?? '') ? closedProblem(c) : next(),
)
