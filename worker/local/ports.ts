import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Whether nothing on this machine listens at that port. */
export const isFree = (port: number, host = 'localhost'): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })

/**
 * A port for a server that is started next, or again later on. Below those that a system gives to connections (32768 and up on Linux, 49152 and
 * up elsewhere): one of those could be in use by the time the server listens. Above those that browsers refuse.
 */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = randomInt(20_000, 32_000)
    if ((await isFree(port)) && (await isFree(port, '127.0.0.1'))) return port
  }
}
