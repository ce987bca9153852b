import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'
import { callDevelopment } from '../../worker/local/local-worker.ts'
import { freePort } from '../../worker/local/ports.ts'
import { slug, type TestWorld } from './world.ts'

/** A hospital's identity provider on this machine: a real one, which asks for a name and for consent. */
export interface Hospital {
  /** The id that the network gave it. */
  id: string
  end: () => Promise<void>
}

interface Options {
  label: string
  /** The Worker's secret, by name. */
  secretName: string
  secret: string
  domain: string
  /** The address that this hospital says of whoever signs in under a name. */
  addressOf: (name: string) => string
  /** Whether the address stands in the identity token, or has to be asked for. */
  inToken: boolean
}

const client = 'gleaner'

/** A key that signs tokens, as a private JWK. */
export const newKey = async () => {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
  const { privateKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const { kty = 'RSA', n, e, d, p, q, dp, dq, qi } = await crypto.subtle.exportKey('jwk', privateKey)
  return { kty, n, e, d, p, q, dp, dq, qi, use: 'sig', alg: 'RS256' }
}

/** Adds a hospital to the network and starts it. */
export const startHospital = async (world: TestWorld, options: Options): Promise<Hospital> => {
  const { secret, addressOf, inToken } = options
  const port = await freePort()
  const issuer = `http://localhost:${port}`
  const added = { network: slug, label: options.label, issuer, client, secretName: options.secretName, domains: [options.domain] }
  const { id } = await callDevelopment<{ id: string }>(world.worker, '/providers', added)
  const redirect = `${world.worker.url}/v1/providers/${id}/callback`
  const provider = new Provider(issuer, {
    clients: [{ client_id: client, client_secret: secret, redirect_uris: [redirect], grant_types: ['authorization_code'] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: !inToken,
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: `${sub} of ${options.label}`, email: addressOf(sub), email_verified: true }),
    }),
    cookies: { keys: [secret] },
    jwks: { keys: [await newKey()] },
  })
  const server = createServer((request, response) => void provider.callback()(request, response))
  await new Promise<void>((resolve) => void server.listen(port, 'localhost', resolve))
  return {
    id,
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
