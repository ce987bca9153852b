import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http'

/** What the way to the server does to a request. `hold`: the reply comes so many milliseconds late. `lose`: the server has it, the reply is gone. */
export type Weather = { is: 'fine' } | { is: 'hold'; ms: number } | { is: 'lose' } | { is: 'portal' } | { is: 'signed-out' } | { is: 'cut' }

export interface Proxy {
  url: string
  /** Of requests to sync only; everything else passes. */
  weather: (request: number) => Weather
  /** Sync requests that reached the proxy. */
  requests: number
  close: () => Promise<void>
}

const cors = { 'access-control-allow-origin': '*' }
const portalPage = '<!doctype html><title>Hospital Wi-Fi</title><p>Please accept the terms.'

const pass = (from: IncomingMessage, to: ServerResponse, target: URL, weather: Weather): void => {
  const forwarded = ask(
    { host: target.hostname, port: target.port, path: from.url, method: from.method, headers: { ...from.headers, host: target.host } },
    (reply) => {
      const answer = (): void => {
        to.writeHead(reply.statusCode ?? 502, reply.headers)
        reply.pipe(to)
      }
      if (weather.is === 'lose') reply.resume().once('end', () => to.destroy())
      else if (weather.is === 'hold') setTimeout(answer, weather.ms).unref()
      else answer()
    },
  )
  forwarded.on('error', () => to.destroy())
  from.pipe(forwarded)
}

/** The network between an extension and its server, with the weather that a test wants. */
export const startProxy = (server: string): Promise<Proxy> => {
  const target = new URL(server)
  const http = createServer((from, to) => {
    const isSync = from.method === 'POST' && from.url?.endsWith('/sync')
    const weather = isSync ? proxy.weather((proxy.requests += 1)) : ({ is: 'fine' } as const)
    if (weather.is === 'cut') return to.destroy()
    if (weather.is === 'portal') return to.writeHead(200, { ...cors, 'content-type': 'text/html' }).end(portalPage)
    if (weather.is === 'signed-out')
      return to.writeHead(401, { ...cors, 'content-type': 'application/json' }).end('{"error":"signed-out","message":"Connect again."}')
    return pass(from, to, target, weather)
  })
  const proxy: Proxy = {
    url: '',
    weather: () => ({ is: 'fine' }),
    requests: 0,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
  return new Promise((resolve) =>
    http.listen(0, 'localhost', () => {
      const address = http.address()
      proxy.url = `http://localhost:${address && typeof address === 'object' ? address.port : 0}`
      resolve(proxy)
    }),
  )
}
