import { Hono } from 'hono'
import type { AuthEnv } from '../../worker/routes/middleware/authenticate.ts'
import { observed } from '../../worker/routes/middleware/observed.ts'
import { median } from './statistics.ts'

const [rounds, requests] = [40, 5000]
/** As at Cloudflare; eight random bytes instead are a microsecond. */
const named = { headers: { 'cf-ray': '0123456789abcdef-FRA' } }

/** What naming, counting and measuring adds to a request: the same route with it and without, in turns; with the log’s line it is written to nowhere. */
export const benchObserved = async (): Promise<void> => {
  const appWith = (isObserved: boolean): Hono<AuthEnv> => {
    const app = new Hono<AuthEnv>()
    if (isObserved) app.use(observed)
    for (let other = 0; other < 200; other += 1) app.get(`/v1/other-${other}/:id`, (c) => c.text('other'))
    return app.get('/v1/networks/:network/matrix', (c) => c.json({ matrix: [] }))
  }
  const take = async (app: Hono<AuthEnv>, env: object): Promise<number> => {
    const from = performance.now()
    for (let number = 0; number < requests; number += 1) await app.request('/v1/networks/north/matrix', named, env)
    return ((performance.now() - from) / requests) * 1000
  }
  const [bare, watched] = [appWith(false), appWith(true)]
  const write = console.info
  const added: Record<'counted' | 'with a line', number[]> = { counted: [], 'with a line': [] }
  const alone: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const without = await take(bare, {})
    alone.push(without)
    added.counted.push((await take(watched, {})) - without)
    console.info = () => {}
    added['with a line'].push((await take(watched, { REQUEST_LOG: 'on' })) - without)
    console.info = write
  }
  console.log(
    `a request through the router alone ${median(alone).toFixed(1)} µs; named, counted and measured ${median(added.counted).toFixed(1)} µs more; with a line in the log ${median(added['with a line']).toFixed(1)} µs more`,
  )
}
