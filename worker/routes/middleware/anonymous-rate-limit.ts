import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AuthEnv } from './authenticate.ts'
import { countAttempt } from '../../auth/rate-limit.ts'
import { clientAddress, sourceNetwork } from '../../http/client-address.ts'
import { passOf, turnstileOf } from '../../auth/human.ts'
import { type KnownBrowser, knownBrowser } from '../../auth/known-browsers.ts'
import { problem } from '../../http/problem.ts'
import { log } from '../../telemetry/log.ts'
import { message } from '../../../shared/i18n/message.ts'

/** What can be asked for without being anybody, and leaves a row or sends a mail. */
type Flow = 'mail-codes' | 'device-codes' | 'passkeys' | 'providers' | 'humans'

/** The window of the rate limit, in milliseconds. */
const stretch = 10 * 60 * 1000

/** How many in ten minutes: of one source (a hospital's thousands come from one address when a shift begins), of one known browser, and of all before it is worth an alarm. */
const limits: Record<Flow, { source: number; browser: number; alarm: number }> = {
  'mail-codes': { source: 200, browser: 20, alarm: 2000 },
  'device-codes': { source: 200, browser: 20, alarm: 2000 },
  passkeys: { source: 600, browser: 60, alarm: 6000 },
  providers: { source: 600, browser: 60, alarm: 6000 },
  humans: { source: 100, browser: 20, alarm: 6000 },
}

/** Asked for by pages, which can show the check; an extension cannot. */
const ofPages: ReadonlySet<Flow> = new Set(['mail-codes', 'passkeys', 'providers'])

/** The longest delay of a request in a flood, in milliseconds. */
const longestQueue = 3000
/** How long a request waits when so many come from everywhere: a queue that grows slowly and refuses nobody. */
const queueFor = (count: number, alarm: number): number => Math.min(longestQueue, Math.max(0, count / alarm - 1) * 1000)

interface Asker {
  /** Names what is counted; empty where nobody knows who asks. */
  as: string
  most: number
  /** Whether the asker is counted separately from strangers at the same address. */
  alone: boolean
}

/** Who is counted: the browser if somebody has signed in there or shown that they are a person, else where it asks from. */
const askerOf = async (c: Context<AuthEnv>, flow: Flow, browser: KnownBrowser | undefined, now: number): Promise<Asker> => {
  if (browser) return { as: `${flow}:browser:${browser.hash}`, most: limits[flow].browser, alone: true }
  const turnstile = turnstileOf(c.env)
  const pass = turnstile && (await passOf(c, turnstile, now))
  if (pass) return { as: `${flow}:human:${pass}`, most: limits[flow].browser, alone: true }
  const address = clientAddress(c.env, c.req.raw)
  return { as: address && `${flow}:from:${sourceNetwork(address)}`, most: limits[flow].source, alone: false }
}

const turnAway = (c: Context<AuthEnv>, flow: Flow, { alone }: Asker, now: number): Response => {
  c.header('retry-after', String(Math.ceil((stretch - (now % stretch)) / 1000)))
  if (alone || !ofPages.has(flow) || !turnstileOf(c.env)) return problem(c, 429, 'too-many', message('problem-too-often'))
  if (c.req.method === 'GET') return c.redirect(`/v1/human?back=${encodeURIComponent(c.req.path)}`)
  return problem(c, 429, 'human', message('problem-human-needed'))
}

/**
 * 429 with Retry-After for a source, or a known browser, that asked too often in ten minutes; with Turnstile set up, `human` (or the way to its page)
 * for a source. What all others ask for refuses nobody: it rings an alarm
 * in the log, and lets browsers that are not known wait for up to three seconds.
 */
export const anonymousRateLimit = (flow: Flow) =>
  createMiddleware<AuthEnv>(async (c, next) => {
    const [db, now, { alarm }] = [c.env.DIRECTORY, Date.now(), limits[flow]]
    const browser = await knownBrowser(db, c, now)
    c.set('browser', browser)
    const asker = await askerOf(c, flow, browser, now)
    const own = asker.as && (await countAttempt(db, { name: asker.as, stretch }, now, !asker.alone))
    if (own && own > asker.most) return turnAway(c, flow, asker, now)
    if (asker.alone) return next()
    const all = (await countAttempt(db, { name: flow, stretch }, now)) ?? 0
    if (all === alarm) log('error', 'flood', { what: flow, inTenMinutes: all })
    if (all > alarm) await scheduler.wait(queueFor(all, alarm))
    return next()
  })
