import { createMiddleware } from 'hono/factory'
import type { AuthEnv } from './authenticate.ts'
import { problem } from '../../http/problem.ts'
import { message } from '../../../shared/i18n/message.ts'

/** 503 `closed` for a network that whoever runs the server has closed (`CLOSED_NETWORKS`): devices keep what is saved and ask again in a minute. */
export const closedNetworks = createMiddleware<AuthEnv>(async (c, next) => {
  const closed = c.env.CLOSED_NETWORKS
  if (!closed || !closed.split(',').some((slug) => slug === '*' || slug.trim() === c.req.param('network'))) return next()
  c.header('retry-after', '60')
  return problem(c, 503, 'closed', message('problem-closed'))
})
