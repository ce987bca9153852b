import { createServer, request as ask } from 'node:http'
import { gunzipSync } from 'node:zlib'

/** Stands between the extension and the Worker and keeps every byte that goes there. */
export interface Recorder {
  url: string
  /** Addresses, headers and bodies of all requests, as text. */
  sent: () => string
  close: () => Promise<void>
}

export const startRecorder = (server: string): Promise<Recorder> => {
  const target = new URL(server)
  const kept: string[] = []
  const http = createServer((from, to) => {
    kept.push(`${from.method} ${from.url} ${JSON.stringify(from.headers)}`)
    const forwarded = ask(
      { host: target.hostname, port: target.port, path: from.url, method: from.method, headers: { ...from.headers, host: target.host } },
      (reply) => {
        to.writeHead(reply.statusCode ?? 502, reply.headers)
        reply.pipe(to)
      },
    )
    forwarded.on('error', () => to.destroy())
    const chunks: Buffer[] = []
    from.on('data', (chunk: Buffer) => chunks.push(chunk))
    from.on('end', () => {
      const body = Buffer.concat(chunks)
      kept.push((from.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString())
    })
    from.pipe(forwarded)
  })
  return new Promise((resolve) =>
    http.listen(0, 'localhost', () => {
      const address = http.address()
      resolve({
        url: `http://localhost:${address && typeof address === 'object' ? address.port : 0}`,
        sent: () => kept.join('\n'),
        close: () =>
          new Promise((done) => {
            http.close(() => done())
            http.closeAllConnections()
          }),
      })
    }),
  )
}
