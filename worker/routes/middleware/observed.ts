import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { AuthEnv } from './authenticate.ts'
import { requestIdOf } from '../../http/request-id.ts'
import { count, observe, sendTo } from '../../telemetry/counts.ts'
import { log } from '../../telemetry/log.ts'

const methods = new Set(['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS'])

/** The pattern of the route that was asked for; `none` for an address that is nothing. Never the path, which names networks, ideas and people. */
export const routeOf = (c: Context): string => matchedRoutes(c).find(({ path }) => !path.includes('*'))?.path ?? 'none'

/** A method of this API, or `other`: whoever asks may invent some. */
export const methodOf = (c: Context): string => (methods.has(c.req.method) ? c.req.method : 'other')

/**
 * Around every route: names the request (`x-request-id`), counts it, measures it until the head of its answer, and with `REQUEST_LOG` = `on` writes one
 * line of it. Neither knows who asked, for which network or what for.
 */
export const observed = createMiddleware<AuthEnv>(async (c, next) => {
  const [request, from] = [requestIdOf(c.req.raw), performance.now()]
  c.set('request', request)
  sendTo(c.env.ANALYTICS)
  await next()
  const [route, method, { status }, ms] = [routeOf(c), methodOf(c), c.res, performance.now() - from]
  if (status !== 101) c.res.headers.set('x-request-id', request)
  count('gleaner_requests_total', { route, method, status: `${Math.floor(status / 100)}xx` })
  observe('gleaner_request_duration_seconds', { route }, ms / 1000)
  if (c.env.REQUEST_LOG === 'on') log('info', 'request', { request, method, route, status, ms: Math.round(ms) })
})
