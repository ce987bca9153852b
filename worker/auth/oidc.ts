import * as oauth from 'oauth4webapi'
import type { Claims, Provider } from './providers.ts'
import { shownName } from '../http/typed-text.ts'

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

const discover = async (provider: Provider, env: Env): Promise<oauth.AuthorizationServer> => {
  const issuer = new URL(provider.issuer)
  const options = {
    algorithm: 'oidc',
    [oauth.allowInsecureRequests]: insecure(provider, env),
    signal: AbortSignal.timeout(10_000),
  } as const
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options))
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
  const { authorization_endpoint: endpoint } = await discover(provider, env)
  if (!endpoint) throw new Error('An identity provider has no authorization endpoint')
  const address = new URL(endpoint)
  const query = {
    client_id: provider.client,
    response_type: 'code',
    scope: 'openid email profile',
    redirect_uri: redirect,
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }
  for (const [key, value] of Object.entries(query)) address.searchParams.set(key, value)
  return address.href
}

type Told = Record<string, unknown> & { sub: string }

const claimsOf = (claims: Told): Claims & { verified: boolean } => {
  const text = (key: string): string => (typeof claims[key] === 'string' ? claims[key].slice(0, 254) : '')
  const address = text('email').toLowerCase()
  return {
    subject: claims.sub,
    address,
    name: shownName(text('name'), address.split('@')[0] ?? ''),
    verified: claims['email_verified'] === true,
  }
}

/** Many providers tell the address at their userinfo endpoint only. The library holds that it speaks of the same subject. */
const toldApart = async (
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  tokens: oauth.TokenEndpointResponse,
  claims: Told,
  options: oauth.UserInfoRequestOptions,
): Promise<Told> => {
  if (!server.userinfo_endpoint) return claims
  const response = await oauth.userInfoRequest(server, client, tokens.access_token, options)
  return { ...claims, ...(await oauth.processUserInfoResponse(server, client, claims.sub, response)), sub: claims.sub }
}

/** Exchanges what came back and checks state, issuer, PKCE, nonce, audience, times and signature. Throws `Refused`. */
export const exchangeCode = async (
  provider: Provider,
  env: Env,
  { address, state, nonce, verifier, redirect }: { address: URL; state: string; nonce: string; verifier: string; redirect: string },
): Promise<Claims & { verified: boolean }> => {
  const [server, client] = [await discover(provider, env), { client_id: provider.client }]
  const options = { [oauth.allowInsecureRequests]: insecure(provider, env), signal: AbortSignal.timeout(10_000) } as const
  const basicOnly = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') !== true
  const authentication = (basicOnly ? oauth.ClientSecretBasic : oauth.ClientSecretPost)(secretOf(provider, env))
  try {
    const parameters = oauth.validateAuthResponse(server, client, address, state)
    const response = await oauth.authorizationCodeGrantRequest(server, client, authentication, parameters, redirect, verifier, options)
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, { expectedNonce: nonce, requireIdToken: true })
    // Not done by the line above, which trusts TLS. The keys are cached by `server`, which is a new object each time.
    await oauth.validateApplicationLevelSignature(server, response, options)
    const claims = oauth.getValidatedIdTokenClaims(tokens)
    if (!claims) throw new SignInRefused('no identity token')
    return claimsOf(claims['email'] === undefined ? await toldApart(server, client, tokens, claims, options) : claims)
  } catch (error) {
    if (
      error instanceof oauth.OperationProcessingError ||
      error instanceof oauth.ResponseBodyError ||
      error instanceof oauth.AuthorizationResponseError ||
      error instanceof oauth.UnsupportedOperationError ||
      error instanceof oauth.WWWAuthenticateChallengeError
    )
      throw new SignInRefused(error.code ?? error.name)
    throw error
  }
}
