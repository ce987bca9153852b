import { Hono } from 'hono'
import type { StartReply } from '../../shared/api/access.ts'
import { requireBrowser, requireRole, type AuthEnv } from './middleware/authenticate.ts'
import { extensionsOf, setupOf } from '../people/starting.ts'
import { route } from '../http/route.ts'

/** Under /v1/networks/:network: what somebody who has just come, and a network that begins, are shown. */
export const startRoutes = new Hono<AuthEnv>()

/** An operator's slip of the pen must not become a link that does something else. */
const webAddress = (said: string | undefined): string | undefined => (URL.parse(said ?? '')?.protocol === 'https:' ? said : undefined)

const storesOf = (env: Env): StartReply['stores'] => {
  const said = { chrome: env.EXTENSION_CHROME, edge: env.EXTENSION_EDGE, firefox: env.EXTENSION_FIREFOX, file: env.EXTENSION_FILE }
  return Object.fromEntries(Object.entries(said).flatMap(([kind, address]) => (webAddress(address) ? [[kind, address]] : [])))
}

/** GET → StartReply: where the extension is to be had, and which of one's own are connected here. 401, 403 for a device, 404. */
route(startRoutes, 'GET /v1/networks/:network/start', requireBrowser).answers(async (c) => {
  const { person, network } = c.get('member')
  return { stores: storesOf(c.env), extensions: await extensionsOf(c.env.DIRECTORY, person, network.slug, Date.now()) }
})

/** GET → SetupReply: how far the network is that begins. 401, 403 unless coordinator or admin in a browser, 404. */
route(startRoutes, 'GET /v1/networks/:network/setup', requireBrowser, requireRole('coordinator', 'admin')).answers((c) =>
  setupOf(c.env.DIRECTORY, c.get('member').network.slug, Date.now()),
)
