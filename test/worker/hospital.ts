/** A hospital's identity provider with real keys and tokens, answering the Worker's own requests in place of the network. */
interface Told {
  /** Beside or instead of what an honest token says. */
  claims?: Record<string, unknown>
  header?: Record<string, unknown>
  /** Signs with this key instead of the published one. */
  key?: CryptoKey
  /** What the userinfo endpoint says, beside the subject; there is none where this is missing. */
  userinfo?: Record<string, unknown>
  /** Beside or instead of what an honest discovery says; `null`: a page that is none. */
  discovery?: Record<string, unknown> | null
}

const text = (value: unknown): string => btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
const bytes = (value: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(value)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

export const newKeys = async (): Promise<CryptoKeyPair> =>
  (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])) as CryptoKeyPair

export class Hospital {
  readonly issuer: string
  readonly client: string
  readonly keys: CryptoKeyPair
  /** What the next token says. */
  told: Told = {}
  /** What was asked of the token endpoint. */
  asked: URLSearchParams | undefined
  nonce = ''

  constructor(issuer: string, client: string, keys: CryptoKeyPair) {
    this.issuer = issuer
    this.client = client
    this.keys = keys
  }

  async #token(): Promise<string> {
    const now = Math.floor(Date.now() / 1000)
    const honest = {
      iss: this.issuer,
      aud: this.client,
      sub: 'subject-1',
      iat: now,
      exp: now + 300,
      nonce: this.nonce,
      email: 'ada@one.example',
      email_verified: true,
      name: 'Ada',
    }
    const signed = `${text({ alg: 'ES256', kid: 'k', ...this.told.header })}.${text({ ...honest, ...this.told.claims })}`
    const signature = await crypto.subtle.sign(
      { name: 'ECDSA', hash: 'SHA-256' },
      this.told.key ?? this.keys.privateKey,
      new TextEncoder().encode(signed),
    )
    return `${signed}.${bytes(signature)}`
  }

  async answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname === '/.well-known/openid-configuration' && this.told.discovery === null)
      return new Response('<h1>Service unavailable</h1>', { status: 503, headers: { 'content-type': 'text/html' } })
    if (pathname === '/userinfo')
      return Response.json({
        sub: 'subject-1',
        ...(this.told.claims?.['sub'] ? { sub: this.told.claims['sub'] } : {}),
        ...this.told.userinfo,
      })
    if (pathname === '/.well-known/openid-configuration')
      return Response.json({
        issuer: this.issuer,
        authorization_endpoint: `${this.issuer}/authorize`,
        token_endpoint: `${this.issuer}/token`,
        jwks_uri: `${this.issuer}/jwks`,
        id_token_signing_alg_values_supported: ['ES256'],
        authorization_response_iss_parameter_supported: true,
        token_endpoint_auth_methods_supported: ['client_secret_post'],
        ...(this.told.userinfo ? { userinfo_endpoint: `${this.issuer}/userinfo` } : {}),
        ...this.told.discovery,
      })
    if (pathname === '/jwks')
      return Response.json({
        keys: [
          {
            ...((await crypto.subtle.exportKey('jwk', this.keys.publicKey)) as JsonWebKey),
            kid: 'k',
            use: 'sig',
            alg: 'ES256',
          },
        ],
      })
    this.asked = new URLSearchParams(new TextDecoder().decode(await request.arrayBuffer()))
    return Response.json({ access_token: 'a', token_type: 'bearer', id_token: await this.#token() })
  }
}
