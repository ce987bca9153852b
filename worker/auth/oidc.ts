import * as oauth from 'oauth4webapi'
import { shouldAskMore, type Told, withUserinfo } from './claims.ts'
import type { Provider } from './providers.ts'

/** The protocol's part of a hospital sign-in; every check is the library's, this file only asks for all of them. */
export class SignInRefused extends Error {
  readonly why: string
  constructor(why: string) {
    super(why)
    this.why = why
  }
}

/** A provider on a developer's machine speaks http; no other may. */
const insecure = (provider: Provider, env: Env): boolean =>
  Boolean(env.DEVELOPMENT_KEY) && ['localhost', '127.0.0.1'].includes(new URL(provider.issuer).hostname)

/** Hospitals' clocks are not exact: how many seconds a token's times may be off. */
const clockTolerance = 120

const clientOf = (provider: Provider): oauth.Client => ({ client_id: provider.client, [oauth.clockTolerance]: clockTolerance })

/** The library's own word for what does not fit; `undefined` for what is no such thing. */
const reasonOf = (error: unknown): string | undefined =>
  error instanceof oauth.OperationProcessingError ||
  error instanceof oauth.ResponseBodyError ||
  error instanceof oauth.AuthorizationResponseError ||
  error instanceof oauth.UnsupportedOperationError ||
  error instanceof oauth.WWWAuthenticateChallengeError
    ? (error.code ?? error.name)
    : undefined

/** A request that brings no answer at all, in time, is the provider's trouble, not ours. */
const reached = async (request: Promise<Response>, otherwise: string): Promise<Response> => {
  try {
    return await request
  } catch (error) {
    throw new SignInRefused(reasonOf(error) ?? otherwise)
  }
}

const discover = async (provider: Provider, env: Env): Promise<oauth.AuthorizationServer> => {
  const issuer = new URL(provider.issuer)
  const options = {
    algorithm: 'oidc',
    [oauth.allowInsecureRequests]: insecure(provider, env),
    signal: AbortSignal.timeout(10_000),
  } as const
  const response = await reached(oauth.discoveryRequest(issuer, options), 'discovery not reached')
  try {
    return await oauth.processDiscoveryResponse(issuer, response)
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    throw new SignInRefused(reason === oauth.JSON_ATTRIBUTE_COMPARISON ? 'discovery names another issuer' : 'discovery failed')
  }
}

/** A row names its secret; the prefix keeps a row from naming a secret that is no provider's. */
const secretOf = (provider: Provider, env: Env): string => {
  const secret = /^IDP_[A-Z0-9_]+$/.test(provider.secret_name)
    ? (env as unknown as Record<string, unknown>)[provider.secret_name]
    : undefined
  if (typeof secret !== 'string') throw new Error('The secret of an identity provider is not set')
  return secret
}

export const newVerifier = (): string => oauth.generateRandomCodeVerifier()

export const authorizationAddress = async (
  provider: Provider,
  env: Env,
  { state, nonce, verifier, redirect }: { state: string; nonce: string; verifier: string; redirect: string },
): Promise<string> => {
  const { authorization_endpoint: endpoint, scopes_supported: scopes = [] } = await discover(provider, env)
  if (!endpoint) throw new SignInRefused('discovery failed')
  const address = new URL(endpoint)
  const query = {
    client_id: provider.client,
    response_type: 'code',
    scope: ['openid email profile', ...(provider.groups_claim && scopes.includes('groups') ? ['groups'] : [])].join(' '),
    redirect_uri: redirect,
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }
  for (const [key, value] of Object.entries(query)) address.searchParams.set(key, value)
  return address.href
}

/** Many providers tell the address, or that it is verified, at their userinfo endpoint only. The library holds that it speaks of the same subject. */
const toldApart = async (
  server: oauth.AuthorizationServer,
  provider: Provider,
  tokens: oauth.TokenEndpointResponse,
  claims: Told,
  options: oauth.UserInfoRequestOptions,
): Promise<Told> => {
  if (!server.userinfo_endpoint || !shouldAskMore(claims, provider)) return claims
  const client = clientOf(provider)
  const response = await reached(oauth.userInfoRequest(server, client, tokens.access_token, options), 'userinfo not reached')
  return withUserinfo(claims, await oauth.processUserInfoResponse(server, client, claims.sub, response), provider)
}

/**
 * Exchanges what came back and checks state, issuer, PKCE, nonce, audience, times and signature.
 *
 * @returns What the provider says of whoever signed in.
 * @throws {SignInRefused} Whatever does not fit, and what cannot be reached.
 */
export const exchangeCode = async (
  provider: Provider,
  env: Env,
  { address, state, nonce, verifier, redirect }: { address: URL; state: string; nonce: string; verifier: string; redirect: string },
): Promise<Told> => {
  const [server, client] = [await discover(provider, env), clientOf(provider)]
  const options = { [oauth.allowInsecureRequests]: insecure(provider, env), signal: AbortSignal.timeout(10_000) } as const
  const basicOnly = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') !== true
  const authentication = (basicOnly ? oauth.ClientSecretBasic : oauth.ClientSecretPost)(secretOf(provider, env))
  try {
    const parameters = oauth.validateAuthResponse(server, client, address, state)
    const asked = oauth.authorizationCodeGrantRequest(server, client, authentication, parameters, redirect, verifier, options)
    const response = await reached(asked, 'tokens not reached')
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, { expectedNonce: nonce, requireIdToken: true })
    // Not done by the line above, which trusts TLS. The keys are cached by `server`, which is a new object each time.
    await oauth.validateApplicationLevelSignature(server, response, options)
    const claims = oauth.getValidatedIdTokenClaims(tokens)
    if (!claims) throw new SignInRefused('no identity token')
    return await toldApart(server, provider, tokens, claims, options)
  } catch (error) {
    const reason = reasonOf(error)
    throw reason === undefined ? error : new SignInRefused(reason)
  }
}
