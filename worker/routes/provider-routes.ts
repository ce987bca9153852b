import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { anonymousRateLimit } from './middleware/anonymous-rate-limit.ts'
import { auditStatement } from '../audit/statement.ts'
import { sourceOf } from './middleware/audit.ts'
import { setSessionCookie, requireBrowser, requireRole, type AuthEnv, authenticate } from './middleware/authenticate.ts'
import { announceMember } from '../bank/bank-stub.ts'
import { cookieName, isSecure } from '../http/browser-cookie.ts'
import { claimsOf, refusalOf, shownClaims, type Told } from '../auth/claims.ts'
import { authorizationAddress, exchangeCode, newVerifier, SignInRefused } from '../auth/oidc.ts'
import { roleByGroups } from '../auth/groups.ts'
import { followGroups } from '../people/group-roles.ts'
import { finishSignIn, personOfClaims, type Provider, type Purpose, providerOf, providersOf, startSignIn } from '../auth/providers.ts'
import { problem } from '../http/problem.ts'
import { sessionLabel } from '../auth/session-label.ts'
import { createSession } from '../auth/sessions.ts'
import { route, type Whole, whole } from '../http/route.ts'
import type { ProviderTrial } from '../../shared/api/access.ts'
import { message } from '../../shared/i18n/message.ts'

/** Under /v1: signing in through a hospital. Providers have random ids: nobody finds out by trying which networks or hospitals there are. */
export const providerRoutes = new Hono<AuthEnv>()

const tripCookie = (c: Context): string => cookieName(isSecure(c), 'gleaner-trip')
const redirectOf = (c: Context, provider: Provider): string => `${new URL(c.req.url).origin}/v1/providers/${provider.id}/callback`
const noProvider = (c: Context): Whole<never> => problem(c, 404, 'not-found', message('problem-no-sign-in'))

const leave = async (c: Context<AuthEnv>, provider: Provider, purpose: Purpose): Promise<string> => {
  const { browser, ...trip } = await startSignIn(c.env.DIRECTORY, provider.id, newVerifier(), purpose, Date.now())
  // Lax: the way back is a navigation from the provider's site.
  setCookie(c, tripCookie(c), browser, { httpOnly: true, secure: isSecure(c), sameSite: 'Lax', path: '/', maxAge: 600 })
  return authorizationAddress(provider, c.env, { ...trip, redirect: redirectOf(c, provider) })
}

/** GET → ProviderReply: what stands on the button. 404. */
route(providerRoutes, 'GET /v1/providers/:provider').answers(async (c) => {
  const provider = await providerOf(c.env.DIRECTORY, c.req.param('provider'))
  return provider ? { label: provider.label } : noProvider(c)
})

const unknownTrip = 'unknown trip'
const refusedAt = '/sign-in?refused=provider'

/** Why is in the audit, not in the answer. Anybody can come back from nowhere: that would only fill the audit. */
const noteRefusal = async (c: Context<AuthEnv>, provider: Provider, { why }: SignInRefused): Promise<void> => {
  const { network, label: subject } = provider
  const told = { network, person: '', action: 'sign-in-refused', subject, detail: why, source: sourceOf(c) }
  if (why !== unknownTrip) await auditStatement(c.env.DIRECTORY, Date.now(), told).run()
}

/** The dashboard's page of what a trial came to. Behind the `#`, so that no server and no log has it. */
const trialAddress = (provider: Provider, refused: string, told?: Told): string => {
  const { label } = provider
  const trial: ProviderTrial = {
    label,
    refused,
    ...(told ? { claims: shownClaims(told), gives: roleByGroups(told, provider) } : { claims: [] }),
  }
  return `/hospital-trial#${encodeURIComponent(JSON.stringify(trial))}`
}

/** Where to go, or the page that says in words that it did not work. */
const leaveOrRefuse = async (c: Context<AuthEnv>, provider: Provider, purpose: Purpose): Promise<string> => {
  try {
    return await leave(c, provider, purpose)
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error
    if (purpose.trial) return trialAddress(provider, error.why)
    await noteRefusal(c, provider, error)
    return refusedAt
  }
}

/** GET → 302 to the hospital's sign-in, or to /sign-in?refused=provider where it cannot be reached. 404, 429 with Retry-After. */
route(providerRoutes, 'GET /v1/providers/:provider/start', anonymousRateLimit('providers')).answers(async (c) => {
  const provider = await providerOf(c.env.DIRECTORY, c.req.param('provider'))
  return provider ? whole(c.redirect(await leaveOrRefuse(c, provider, { person: null, trial: false }))) : noProvider(c)
})

/** POST → {address}: where to go to add the hospital's identity to oneself. A POST: on a shared computer no link may do it. 401, 403, 404, 429. */
route(providerRoutes, 'POST /v1/providers/:provider/link', authenticate, requireBrowser, anonymousRateLimit('providers')).answers(
  async (c) => {
    const provider = await providerOf(c.env.DIRECTORY, c.req.param('provider'))
    return provider ? { address: await leaveOrRefuse(c, provider, { person: c.get('member').person, trial: false }) } : noProvider(c)
  },
)

/** Lets in whom the provider vouches for; for a trial nobody. Answers where to go then. */
const signIn = async (c: Context<AuthEnv>, provider: Provider): Promise<string> => {
  const [address, browser] = [new URL(c.req.url), getCookie(c, tripCookie(c)) ?? '']
  const state = address.searchParams.get('state') ?? ''
  const trip = await finishSignIn(c.env.DIRECTORY, { state, browser, provider: provider.id }, Date.now())
  if (!trip) throw new SignInRefused(unknownTrip)
  const { nonce, verifier, person, trial } = trip
  const asked = exchangeCode(provider, c.env, { address, state, nonce, verifier, redirect: redirectOf(c, provider) })
  if (trial) return tryOut(provider, asked)
  await letIn(c, provider, await asked, person)
  return '/'
}

const tryOut = async (provider: Provider, asked: Promise<Told>): Promise<string> => {
  try {
    const told = await asked
    return trialAddress(provider, refusalOf(claimsOf(told, provider), provider) ?? '', told)
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error
    return trialAddress(provider, error.why)
  }
}

const letIn = async (c: Context<AuthEnv>, provider: Provider, told: Told, linkTo: string | null): Promise<void> => {
  const claims = claimsOf(told, provider)
  const refusal = refusalOf(claims, provider)
  if (refusal) throw new SignInRefused(refusal)
  const person = await personOfClaims(c.env.DIRECTORY, provider, claims, linkTo, Date.now(), sourceOf(c))
  if (person) await followGroups(c.env, provider, told, person, sourceOf(c))
  const opening = {
    kind: 'web',
    network: provider.network,
    label: sessionLabel(c.req.header('user-agent')),
    how: provider.label,
    source: sourceOf(c),
  } as const
  const made = person && (await createSession(c.env.DIRECTORY, { ...opening, person }, Date.now()))
  if (!made) throw new SignInRefused('no active member')
  await setSessionCookie(c, made.secret, made.member.person)
  await announceMember(c.env, made.member)
}

/** GET from the hospital → 302 to / with a session cookie, to /hospital-trial after a trial, or to /sign-in?refused=provider; why is in the audit, not in the answer. 404. */
route(providerRoutes, 'GET /v1/providers/:provider/callback').answers(async (c) => {
  const provider = await providerOf(c.env.DIRECTORY, c.req.param('provider'))
  if (!provider) return noProvider(c)
  deleteCookie(c, tripCookie(c), { path: '/', secure: isSecure(c) })
  try {
    return whole(c.redirect(await signIn(c, provider)))
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error
    await noteRefusal(c, provider, error)
    return whole(c.redirect(refusedAt))
  }
})

/** Under /v1/networks/:network. */
export const networkProviderRoutes = new Hono<AuthEnv>()

/** GET → ProvidersReply: which hospitals sign people of this network in. 401, 403 for a device, 404. */
route(networkProviderRoutes, 'GET /v1/networks/:network/providers', requireBrowser).answers(async (c) => ({
  providers: await providersOf(c.env.DIRECTORY, c.get('member').network.slug),
}))

/** POST → {address}: where an admin goes to see what the hospital says of them; nobody is signed in by it and nothing kept. 401, 403, 404, 429. */
route(
  networkProviderRoutes,
  'POST /v1/networks/:network/providers/:provider/trial',
  requireBrowser,
  requireRole('admin'),
  anonymousRateLimit('providers'),
).answers(async (c) => {
  const provider = await providerOf(c.env.DIRECTORY, c.req.param('provider'))
  if (provider?.network !== c.get('member').network.slug) return noProvider(c)
  return { address: await leaveOrRefuse(c, provider, { person: null, trial: true }) }
})
