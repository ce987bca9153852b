import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Signed } from './auth.ts'
import { countOne } from './brake.ts'
import { clientAddress, sourceNetwork } from './client-address.ts'
import { type KnownBrowser, knownBrowser } from './known-browsers.ts'
import { problem } from './problem.ts'

/** What can be asked for without being anybody, and leaves a row or sends a mail. */
export type Flow = 'mail-codes' | 'device-codes' | 'passkeys' | 'providers'

const stretch = 10 * 60 * 1000

/** How many in ten minutes: of one source (a hospital's thousands come from one address when a shift begins), of one known browser, and of all before it is worth an alarm. */
const limits: Record<Flow, { source: number; browser: number; alarm: number }> = {
  'mail-codes': { source: 200, browser: 20, alarm: 2000 },
  'device-codes': { source: 200, browser: 20, alarm: 2000 },
  passkeys: { source: 600, browser: 60, alarm: 6000 },
  providers: { source: 600, browser: 60, alarm: 6000 },
}

const longestQueue = 3000
/** How long a request waits when so many come from everywhere: a queue that grows slowly and refuses nobody. */
const queueFor = (count: number, alarm: number): number => Math.min(longestQueue, Math.max(0, count / alarm - 1) * 1000)

/** Who is counted: the browser if somebody has signed in there, else where it asks from; `undefined` where neither is known. */
const countedAs = (c: Context<Signed>, browser: KnownBrowser | undefined): string | undefined => {
  if (browser) return `browser:${browser.hash}`
  const address = clientAddress(c.env, c.req.raw)
  return address && `from:${sourceNetwork(address)}`
}

const tooMany = (c: Context, now: number): Response => {
  c.header('retry-after', String(Math.ceil((stretch - (now % stretch)) / 1000)))
  return problem(c, 429, 'too-many', 'That was very often. Wait ten minutes, then try again.')
}

/**
 * 429 with Retry-After for a source, or a known browser, that asked too often in ten minutes. What all others ask for refuses nobody: it rings an alarm
 * in the log, and lets browsers that are not known wait for up to three seconds.
 */
export const braked = (flow: Flow) =>
  createMiddleware<Signed>(async (c, next) => {
    const [db, now, most] = [c.env.DIRECTORY, Date.now(), limits[flow]]
    const browser = await knownBrowser(db, c, now)
    c.set('browser', browser)
    const who = countedAs(c, browser)
    const own = who && (await countOne(db, { name: `${flow}:${who}`, stretch }, now, browser === undefined))
    if (own && own > (browser ? most.browser : most.source)) return tooMany(c, now)
    if (browser) return next()
    const all = (await countOne(db, { name: flow, stretch }, now)) ?? 0
    if (all === most.alarm) console.error(`Very many ask without signing in: ${flow}, ${all} in ten minutes`)
    if (all > most.alarm) await scheduler.wait(queueFor(all, most.alarm))
    return next()
  })
