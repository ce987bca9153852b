import { namesETag } from '../http/etag.ts'

/** The front door of one's own workerd: says where a request came from, hands it to the Worker, or shows a page of the dashboard. */
interface DoorEnv {
  API: Fetcher
  PAGES: Fetcher
  /** `run_worker_first` of wrangler.toml. */
  ROUTES: string[]
  /** The pages' `_headers`: a pattern of paths, and what its pages say. */
  HEADERS: [pattern: string, headers: [name: string, value: string][]][]
  /** Addresses of proxies beside this machine's own, with commas. */
  PROXIES: string | null
}

/** A map: a page may be called `x.constructor`. */
const types = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['json', 'application/json'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['ico', 'image/x-icon'],
  ['txt', 'text/plain; charset=utf-8'],
  ['woff2', 'font/woff2'],
  ['wasm', 'application/wasm'],
  ['zip', 'application/zip'],
])

/** Patterns as in wrangler.toml and `_headers`: a path, or its beginning with a star. */
const isOf = (pattern: string, path: string): boolean => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern)

/**
 * The address that a request came from: whoever is connected; or, where that is the proxy (this machine, or one of `PROXIES`), what the proxy wrote
 * last into `X-Forwarded-For`. What a client itself writes there, or into `CF-Connecting-IP`, counts for nothing.
 */
const sourceOf = (request: Request, proxies: string | null): string => {
  const said = (request.cf as { clientIp?: string } | undefined)?.clientIp ?? ''
  const peer = said.replace(/:\d+$/, '').replaceAll(/[[\]]/g, '')
  const trusted = ['', '127.0.0.1', '::1', '::ffff:127.0.0.1', ...(proxies ?? '').split(',').map((one) => one.trim())]
  if (!trusted.includes(peer)) return peer
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? peer
}

const toWorker = (request: Request, env: DoorEnv): Promise<Response> => {
  const headers = new Headers(request.headers)
  headers.set('cf-connecting-ip', sourceOf(request, env.PROXIES))
  return env.API.fetch(new Request(request, { headers }))
}

const fileOf = async (path: string, env: DoorEnv): Promise<Response | undefined> => {
  // A name without an ending is a page of the app, or a folder, whose contents concern nobody.
  if (!/\.[a-z\d]+$/i.test(path)) return undefined
  const found = await env.PAGES.fetch(`http://pages${path}`)
  return found.ok && found.headers.get('content-length') !== null ? found : undefined
}

const page = async (request: Request, env: DoorEnv): Promise<Response> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } })
  const { pathname } = new URL(request.url)
  const own = await fileOf(pathname, env)
  const [shown, found] = own ? [pathname, own] : ['/index.html', await fileOf('/index.html', env)]
  if (!found) return new Response('The pages of the dashboard are missing.', { status: 500 })
  const etag = `"${found.headers.get('content-length')}-${Date.parse(found.headers.get('last-modified') ?? '')}"`
  const headers = new Headers({ etag, 'cache-control': 'public, max-age=0, must-revalidate' })
  headers.set('content-type', types.get(shown.split('.').at(-1) ?? '') ?? 'application/octet-stream')
  for (const [pattern, said] of env.HEADERS.filter(([pattern]) => isOf(pattern, own ? pathname : '/')))
    for (const [name, value] of pattern === '' ? [] : said) headers.set(name, value)
  if (namesETag(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  headers.set('content-length', found.headers.get('content-length') ?? '')
  return new Response(request.method === 'HEAD' ? null : found.body, { headers })
}

export default {
  fetch: (request, env) =>
    env.ROUTES.some((route) => isOf(route, new URL(request.url).pathname)) ? toWorker(request, env) : page(request, env),
} satisfies ExportedHandler<DoorEnv>
