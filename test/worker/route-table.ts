import { env } from 'cloudflare:workers'
import { type Role, roles } from '../../shared/domain/entities.ts'
import { addMembers } from '../../worker/auth/one-time-codes.ts'
import { createSession } from '../../worker/auth/sessions.ts'

/** Who asks. `device` is an admin's extension, `foreign` another network's admin in a browser, `elsewhere` an admin's browser on a page of another site. */
export const askers = ['anonymous', 'expired', 'revoked', 'foreign', ...roles, 'device', 'elsewhere'] as const
export type Asker = (typeof askers)[number]
/** What `elsewhere` gets follows from the rest: see `elsewhereGets`. */
export type Statuses = Record<Exclude<Asker, 'elsewhere'>, number>

export interface Row {
  statuses: Statuses
  /** The path after /v1/networks/:network or as it is, with fresh names in it. */
  fill?: () => Promise<Record<string, string>> | Record<string, string>
  body?: (filled: Record<string, string>) => unknown
  headers?: Record<string, string>
}

const each = (status: number): Record<Role, number> => Object.fromEntries(roles.map((role) => [role, status])) as Record<Role, number>
export const all = (status: number): Statuses => ({
  anonymous: status,
  expired: status,
  revoked: status,
  foreign: status,
  ...each(status),
  device: status,
})
/** For whoever is signed in, in whatever network. */
export const signed = (status: number, device = status): Statuses => ({ ...all(401), foreign: status, ...each(status), device })
/** For members of the network of the path; who is named may, the others get a 403. */
export const members = (status: number, may: readonly Role[] = roles, device?: number): Statuses => ({
  ...all(401),
  foreign: 404,
  ...each(403),
  ...Object.fromEntries(may.map((role) => [role, status])),
  device: device ?? (may.includes('admin') ? status : 403),
})

export const slug = 'table'
export const freshPerson = async (role: Role = 'contributor', network = slug): Promise<string> => {
  const id = crypto.randomUUID()
  await addMembers(env.DIRECTORY, network, [{ id, name: `A ${role}`, role, site: '' }], Date.now())
  return id
}

/** The headers of a fresh session of that asker. */
export const headersOf = async (asker: Asker): Promise<Record<string, string>> => {
  if (asker === 'anonymous') return {}
  const role =
    asker === 'elsewhere' || asker === 'foreign' || asker === 'device' || asker === 'expired' || asker === 'revoked' ? 'admin' : asker
  const network = asker === 'foreign' ? `${slug}-other` : slug
  const kind = asker === 'device' ? 'device' : 'web'
  const person = await freshPerson(role, network)
  const made = await createSession(env.DIRECTORY, { kind, person, network, label: '', how: 'test', source: '' }, Date.now())
  if (!made) throw new Error('No session')
  if (asker === 'expired') await env.DIRECTORY.prepare('UPDATE session SET expires_at = 1 WHERE id = ?').bind(made.id).run()
  if (asker === 'revoked') await env.DIRECTORY.prepare('DELETE FROM session WHERE id = ?').bind(made.id).run()
  return kind === 'device'
    ? { authorization: `Bearer ${made.secret}` }
    : { cookie: `gleaner=${made.secret}`, 'sec-fetch-site': asker === 'elsewhere' ? 'cross-site' : 'same-origin' }
}

/** Writes that take no cookie, so that it does not matter whose page sends them. */
const withoutCookie = new Set(['/v1/devices', '/v1/connections/token', '/v1/device-codes', '/v1/device-codes/token', '/v1/join/look'])

/** Reads are answered, and not to the page: it has no way to read them. Writes are refused before anything else is looked at. */
export const elsewhereGets = (method: string, path: string, { admin, anonymous }: Statuses): number => {
  if (path.startsWith('/development')) return anonymous
  if (withoutCookie.has(path)) return anonymous
  return method === 'GET' ? admin : 403
}
