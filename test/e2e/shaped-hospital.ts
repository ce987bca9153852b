import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Provider } from 'oidc-provider'
import { callDevelopment } from '../../worker/local/local-worker.ts'
import { freePort } from '../../worker/local/ports.ts'
import { newKey } from './hospital.ts'
import { slug, type TestWorld } from './world.ts'

/** How a hospital's provider speaks of people, as the products say it by default, and how the network's admin has set it. */
export interface Shape {
  setting?: { trustAddresses?: boolean; addressClaim?: string }
  /** In the identity token. */
  token: Record<string, unknown>
  /** At userinfo; as in the token where not said. */
  userinfo?: Record<string, unknown>
  /** Seconds by which its clock is ahead. */
  clock?: number
  /** Instead of what discovery says; `null`: none. */
  discovery?: Record<string, unknown> | null
}

export interface ShapedHospital {
  /** The network's ids of it, by shape. */
  ids: Record<string, string>
  speak: (shape: Shape) => void
  end: () => Promise<void>
}

const names =
  'email email_verified name given_name family_name upn preferred_username unique_name oid tid groups roles realm_access cognito:groups cognito:username xms_edov verified_primary_email'
const secret = 'the secret of the shapes'
export const shapeSecrets = { IDP_SHAPES: secret }

/** One real provider that speaks as it is told, known to the network once for each setting. */
export const startShapedHospital = async (world: TestWorld, shapes: Record<string, Shape>): Promise<ShapedHospital> => {
  const port = await freePort()
  const issuer = `http://localhost:${port}`
  const ids: Record<string, string> = {}
  for (const [label, { setting = {} }] of Object.entries(shapes)) {
    const added = { network: slug, label, issuer, client: 'gleaner', secretName: 'IDP_SHAPES', domains: ['fen.example'], ...setting }
    ids[label] = (await callDevelopment<{ id: string }>(world.worker, '/providers', added)).id
  }
  let spoken: Shape = { token: {} }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'gleaner',
        client_secret: secret,
        redirect_uris: Object.values(ids).map((id) => `${world.worker.url}/v1/providers/${id}/callback`),
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub', ...names.split(' ')], email: [], profile: [] },
    scopes: ['openid', 'email', 'profile', 'groups'],
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: (use) => ({ sub, ...(use === 'userinfo' ? (spoken.userinfo ?? spoken.token) : spoken.token) }),
    }),
    cookies: { keys: [secret] },
    jwks: { keys: [await newKey()] },
  })
  const real = Date.now
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const isDiscovery = request.url?.startsWith('/.well-known/openid-configuration') ?? false
    if (!isDiscovery || spoken.discovery === undefined) return provider.callback()(request, response)
    if (spoken.discovery === null) return void response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Service unavailable</h1>')
    const said = { issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ...said, ...spoken.discovery }))
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => void server.listen(port, 'localhost', resolve))
  return {
    ids,
    speak: (shape) => {
      spoken = shape
      // The provider runs in this process: its clock is ours, moved.
      Date.now = () => real() + (shape.clock ?? 0) * 1000
    },
    end: () =>
      new Promise((resolve) => {
        Date.now = real
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
