import { createMiddleware } from 'hono/factory'
import type { AuthEnv } from './authenticate.ts'

/**
 * On a developer's machine every answer says how often the directory was asked for it (`server-timing: directory;desc="1"`), for
 * `npm run bench` and the tests. Statements of one batch are counted one by one, so it is never more than this.
 */
export const directoryTiming = createMiddleware<AuthEnv>(async (c, next) => {
  if (!c.env.DEVELOPMENT_KEY) return next()
  let queries = 0
  const counted = new Proxy(c.env.DIRECTORY, {
    get: (target, key: 'prepare' | 'batch') => {
      queries += 1
      return target[key].bind(target)
    },
  })
  c.env = { ...c.env, DIRECTORY: counted }
  await next()
  if (c.res.status !== 101) c.res.headers.set('server-timing', `directory;desc="${queries}"`)
})
