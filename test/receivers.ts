import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where receivers of every kind listen: `<receiver>/<kind>/<key>`. What came to a key is at `<receiver>/seen/<key>`. */
    receiver: string
    /** An address where nobody listens. */
    dead: string
  }
}

/** What came to a receiver. */
interface Received {
  path: string
  headers: Record<string, string>
  body: string
}

const seen = new Map<string, Received[]>()

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const piece of request) text += String(piece)
  return text
}

/** Each kind of receiver, good and bad, by how it answers. */
const kinds: Record<string, (response: ServerResponse, count: number, key: string) => void> = {
  ok: (response) => response.writeHead(200).end('thanks'),
  slow: () => {},
  redirect: (response, _, key) => response.writeHead(302, { location: `/ok/${key}-redirected` }).end(),
  gone: (response) => response.writeHead(410).end('gone for good'),
  error: (response) => response.writeHead(500).end('oops'),
  flaky: (response, count) => response.writeHead(count > 1 ? 204 : 503).end(),
  busy: (response) => response.writeHead(429, { 'retry-after': '600' }).end(),
  broken: (response) => response.destroy(),
  endless: (response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write('x'.repeat(8192)), 5)
    response.on('close', () => clearInterval(timer))
  },
}

/** Starts real receivers on this machine for the tests that run in workerd; a kind of its own answers each path. */
export const startReceiver = async (): Promise<{ address: string; stop: () => void }> => {
  const server = createServer((request, response) => {
    // A connection that the server closes while it is used again would fail by chance.
    response.shouldKeepAlive = false
    void (async () => {
      const [, kind = '', key = ''] = (request.url ?? '').split('/')
      if (kind === 'seen') return response.end(JSON.stringify(seen.get(key) ?? []))
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      const received = [...(seen.get(key) ?? []), { path: request.url ?? '', headers, body: await textOf(request) }]
      seen.set(key, received)
      return kinds[kind]?.(response, received.length, key)
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const setup = async (project: TestProject): Promise<() => void> => {
  const [{ address, stop }, gone] = [await startReceiver(), await startReceiver()]
  gone.stop()
  project.provide('receiver', address)
  project.provide('dead', `${gone.address}/dead`)
  return stop
}
export default setup
