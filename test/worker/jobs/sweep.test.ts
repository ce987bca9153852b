import { createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { withinRateLimit } from '../../../worker/auth/rate-limit.ts'
import worker from '../../../worker/index.ts'
import { asDevice, makeNetwork } from '../network.ts'

const day = 24 * 60 * 60 * 1000
const count = async (table: string): Promise<number> =>
  (await env.DIRECTORY.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')) ?? -1

test('[A18] the cron deletes what has expired and keeps what still counts', async () => {
  const { contributor } = await makeNetwork('sweep')
  await withinRateLimit(env.DIRECTORY, 'x', 1, 1000, Date.now() - day)
  const now = Date.now() + day / 24 + 1000
  // Windows begin at fixed times, so that of a day may end at any hour from here.
  await withinRateLimit(env.DIRECTORY, 'y', 1, day, now)
  expect(await count('code')).toBeGreaterThan(0)
  const [sessions, audit] = [await count('session'), await count('audit')]
  await env.DIRECTORY.prepare('UPDATE session SET expires_at = 1 WHERE hash = (SELECT hash FROM session WHERE person <> ? LIMIT 1)')
    .bind(contributor.person)
    .run()
  await worker.scheduled(createScheduledController({ scheduledTime: new Date(now) }), env)
  expect([await count('session'), await count('audit'), await count('code'), await count('brake')]).toEqual([sessions - 1, audit, 0, 1])
  expect((await asDevice(contributor, '/v1/me')).status).toBe(200)
})
