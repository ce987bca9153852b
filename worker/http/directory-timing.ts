import { createMiddleware } from 'hono/factory'
import type { Signed } from '../routes/middleware/authenticate.ts'

/**
 * On a developer's machine every answer says how often the directory was asked for it (`server-timing: directory;desc="1"`), for
 * `npm run bench` and the tests. Statements of one batch are counted one by one, so it is never more than this.
 */
export const directoryTrips = createMiddleware<Signed>(async (c, next) => {
  if (!c.env.DEVELOPMENT_KEY) return next()
  let trips = 0
  const counted = new Proxy(c.env.DIRECTORY, {
    get: (target, key: 'prepare' | 'batch') => {
      trips += 1
      return target[key].bind(target)
    },
  })
  c.env = { ...c.env, DIRECTORY: counted }
  await next()
  if (c.res.status !== 101) c.res.headers.set('server-timing', `directory;desc="${trips}"`)
})
