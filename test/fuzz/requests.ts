import { anyMutation, type Things } from './mutations.ts'
import type { Random } from './random.ts'

/** Where requests may go: the app's own list of routes, so that a new one is asked too. */
export interface Route {
  method: string
  path: string
}

export interface World extends Things {
  network: string
  otherNetwork: string
  routes: readonly Route[]
}

/** A text in a request that is in no other, and where it stood. */
export interface Marker {
  text: string
  /** Of one mutation among others: its id; else ''. */
  mutation: string
  in: 'address' | 'header' | 'body'
}

export interface FuzzRequest {
  route: Route
  path: string
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer> | string | undefined
  markers: Marker[]
}

/** A made-up word that nothing else says; letters only, so that no rule takes it for a number. */
export const newMarker = (random: Random): string => `zq${Array.from({ length: 12 }, () => 'abcdefghijklmnop'[random.below(16)]).join('')}`

/** Texts that go wrong somewhere if anything does: made up, and aimed at this server's own rules. */
export const nasty = (random: Random, mark: string): unknown =>
  random.pick<() => unknown>([
    () => mark,
    () => `${mark} Jon Testperson, MRN 00000000, DOB 01/02/2019`,
    () => `${mark}${'x'.repeat(random.pick([300, 5000, 70_000]))}`,
    () => `\u0000\u202e${mark}\u200b\ud800`,
    () => `'; DROP TABLE ${mark} --`,
    () => `" OR ${mark} NEAR("*`,
    () => `<script>${mark}</script>`,
    () => `../../${mark}`,
    () => [mark],
    () => ({ [mark]: mark }),
    () => ({ toString: mark, constructor: { prototype: mark }, length: -1 }),
    () => Array.from({ length: random.pick([40, 3000]) }, () => mark),
    () => nested(mark, random.pick([20, 400, 2500])),
    () => random.pick([null, true, Number.MAX_SAFE_INTEGER, -0.5, 1e308, '', ' ', 'null', '-1']),
  ])()

const nested = (mark: string, depth: number): unknown => {
  let value: unknown = mark
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { a: value }
  return value
}

const keys = ['__proto__', 'constructor', 'hasOwnProperty', 'idea', 'set', 'network', 'role', 'person', 'checked', 'at', 'p']

/** The same with something in it exchanged, left out or added. */
export const bent = (random: Random, value: unknown, mark: string): unknown => {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.7)) {
    const at = random.below(value.length)
    return value.map((part, index) => (index === at ? bent(random, part, mark) : part))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return nasty(random, mark)
  const entries = Object.entries(value)
  const at = random.below(Math.max(entries.length, 1))
  const end = random.next()
  if (end < 0.15) return Object.fromEntries(entries.filter((_, index) => index !== at))
  if (end < 0.3) return Object.fromEntries([...entries, [random.chance(0.5) ? mark : random.pick(keys), nasty(random, mark)]])
  return Object.fromEntries(entries.map(([key, part], index) => [key, index === at ? bent(random, part, mark) : part]))
}

const code = 'A'.repeat(43)
const passkey = (response: object): object => ({
  id: 'AA',
  rawId: 'AA',
  type: 'public-key',
  response: { clientDataJSON: 'AA', ...response },
})

/** Bodies that are of the right form, by the end of a route; the rest is asked with any. */
const bodies: Record<string, (random: Random, world: World) => unknown> = {
  '/session': () => ({ code: 'AAAA-BBBB-CCCC' }),
  '/devices': () => ({ code: 'AAAA-BBBB-CCCC', name: 'laptop' }),
  '/session/network': (_, { network }) => ({ network }),
  '/pairings': (random, { people }) => ({ person: random.pick(people) }),
  '/join': () => ({ code, name: 'Somebody' }),
  '/join/look': () => ({ code }),
  '/email-codes': (random) => ({ address: `a${random.below(99)}@example.org` }),
  '/email-codes/redeem': () => ({ code: '12345678' }),
  '/passkeys/sign-in': () => ({ response: passkey({ authenticatorData: 'AA', signature: 'AA' }) }),
  '/passkeys': () => ({ label: '', response: passkey({ attestationObject: 'AA' }) }),
  '/connections/token': () => ({ code, verifier: code }),
  '/connections': () => ({ challenge: code, state: 'x', label: 'laptop' }),
  '/device-codes': () => ({ userCode: 'AAAA-BBBB', label: 'laptop' }),
  '/device-codes/look': () => ({ userCode: 'AAAA-BBBB' }),
  '/device-codes/token': () => ({ deviceCode: code }),
  '/members/:person': () => ({ role: 'steering', site: '', label: 'Family partner' }),
  '/invitations': () => ({ role: 'contributor', site: '', label: 'Ward', uses: 1, days: 3 }),
  '/personal': (random) => ({ name: random.pick(['seen', 'view:Mine', 'mail']), value: '1' }),
}

const queries: Record<string, readonly string[]> = {
  pathway: ['none', 'single-site'],
  phase: ['idea'],
  disposition: ['all', 'active'],
  topic: ['feeding'],
  site: ['north'],
  level: ['3'],
  asked: ['no'],
  q: ['weigh', 'noon milk'],
  sort: ['due', 'newest', 'waiting'],
  after: ['0.1'],
  limit: ['5', '200'],
  of: ['network', 'list'],
  idea: ['x'],
  from: ['0'],
  to: ['999999999999'],
  before: ['99'],
  action: ['export'],
  code: [code],
  state: [code],
}

interface Parts {
  random: Random
  world: World
  mark: (where: Marker['in'], mutation?: string) => string
}

const pathOf = ({ path }: Route, { random, world, mark }: Parts): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const { network, otherNetwork, ideas, people } = world
    const usual: Record<string, readonly string[]> = {
      network: [network, network, network, network, network, network, otherNetwork, 'nowhere'],
      person: people,
      format: ['csv', 'json', 'ris', 'bibtex', 'csl-json'],
      id: ideas,
    }
    if (random.chance(0.15)) return encodeURIComponent(`${random.pick(['', '..', '__proto__', '%00', "'"])}${mark('address')}`)
    if (random.chance(0.02)) return random.pick(['%ff', '%', '%2e%2e%2f', '*'])
    return encodeURIComponent(random.pick(usual[name] ?? [random.uuid()]))
  })

const queryOf = ({ method }: Route, { random, mark }: Parts): string => {
  if (method !== 'GET' || random.chance(0.3)) return ''
  const query = new URLSearchParams()
  for (let left = random.below(4); left >= 0; left -= 1) {
    const name = random.pick(Object.keys(queries))
    const value = random.chance(0.6) ? random.pick(queries[name] ?? []) : nasty(random, mark('address'))
    query.append(name, (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 2000))
  }
  if (random.chance(0.2)) query.append(mark('address'), 'x')
  return `?${query.toString()}`
}

const isHostile = 0.55

const batch = (path: string, { random, world, mark }: Parts): unknown => {
  const asked = Array.from({ length: 1 + random.below(4) }, (_, index) => {
    const id = random.uuid()
    const { name, args } = anyMutation(random, world)
    const hostile = random.chance(isHostile)
    const one = { id, name, args: hostile ? bent(random, args, mark('body', id)) : args }
    const named = hostile && random.chance(0.05) ? { ...one, name: mark('body', id) } : one
    return path.endsWith('/sync') ? { ...named, cseq: index + 1, at: 0 } : named
  })
  if (!path.endsWith('/sync')) return { mutations: asked }
  return { p: 'gleaner/1', rid: random.uuid(), replica: random.uuid(), gen: 0, cursor: null, limit: 50, mutations: asked }
}

export const isBatch = (path: string): boolean => /\/(?:sync|mutations)$/.test(path)

const bodyOf = (route: Route, parts: Parts): unknown => {
  const { random, world, mark } = parts
  const whole = isBatch(route.path)
  const end = Object.keys(bodies).find((one) => route.path.endsWith(one))
  const plain = whole ? batch(route.path, parts) : end ? bodies[end]?.(random, world) : {}
  // A batch has its own bent parts.
  return random.chance(whole ? 0.1 : isHostile) ? bent(random, plain, mark('body')) : plain
}

/** The text of a body, mostly whole; else cut off, with something put in, or another text. */
export const mostlyWhole = (text: string, { random, mark }: Pick<Parts, 'random' | 'mark'>, whole: number): string => {
  if (random.chance(whole)) return text
  const at = random.below(text.length + 1)
  return random.pick([
    text.slice(0, at),
    `${text.slice(0, at)}${mark('body')}${text.slice(at)}`,
    `<!doctype html>${mark('body')}`,
    '',
    '[]',
    '{',
  ])
}

const textOf = (body: unknown, parts: Parts): string => mostlyWhole(JSON.stringify(body) ?? '', parts, 0.9)

const headersOf = ({ random, mark }: Parts): Record<string, string> => ({
  ...(random.chance(0.1) ? { 'content-type': random.pick(['application/json', 'text/plain', 'multipart/form-data', mark('header')]) } : {}),
  ...(random.chance(0.05) ? { origin: random.pick(['https://other.example', 'null', `https://${mark('header')}.example`]) } : {}),
  ...(random.chance(0.05) ? { 'sec-fetch-site': random.pick(['cross-site', 'same-site', 'none', mark('header')]) } : {}),
  ...(random.chance(0.04) ? { 'content-encoding': random.pick(['gzip', 'br', 'identity', mark('header')]) } : {}),
  ...(random.chance(0.05) ? { 'accept-language': random.pick(['es', '*', mark('header')]) } : {}),
  ...(random.chance(0.05) ? { 'user-agent': `${mark('header')} <b>` } : {}),
  ...(random.chance(0.03) ? { authorization: random.pick(['Bearer', `Bearer ${mark('header')}`, 'Basic AAAA']) } : {}),
  ...(random.chance(0.03) ? { 'x-development-key': mark('header') } : {}),
})

/** One request, of a route of the app, of the right form or bent. */
export const anyRequest = (random: Random, world: World): FuzzRequest => {
  const markers: Marker[] = []
  const mark = (where: Marker['in'], mutation = ''): string => {
    const text = newMarker(random)
    markers.push({ text, mutation, in: where })
    return text
  }
  const parts = { random, world, mark }
  // Everything that a network holds comes in by these two.
  const route = random.pick(random.chance(0.25) ? world.routes.filter(({ path }) => isBatch(path)) : world.routes)
  const path = `${pathOf(route, parts)}${queryOf(route, parts)}`
  const body = route.method === 'GET' ? undefined : textOf(bodyOf(route, parts), parts)
  return { route, path, headers: headersOf(parts), body, markers }
}
