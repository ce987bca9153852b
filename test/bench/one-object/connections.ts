import { Agent, request } from 'node:http'
import type { PlainServer } from './plain-server.ts'

/** What one connection asks next, and what it makes of the answer's text. */
export interface Asker {
  next: () => { path: string; headers: Record<string, string>; body: string }
  heard: (text: string) => void
}

const post = (url: string, agent: Agent, { path, headers, body }: ReturnType<Asker['next']>): Promise<string> =>
  new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } })
    sent.once('error', reject)
    sent.once('response', (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.once('error', reject)
      response.once('end', () => {
        const text = Buffer.concat(pieces).toString()
        if (response.statusCode === 200) resolve(text)
        else reject(new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 500)}`))
      })
    })
    sent.end(body)
  })

export interface Turn {
  perSecond: number
  /** Milliseconds of the server's processor time. */
  cpu: number
}

/** So many requests in all, over as many kept connections as there are askers, each asking again as soon as it is answered. */
export const drive = async (server: PlainServer, askers: readonly Asker[], requests: number): Promise<Turn> => {
  const agent = new Agent({ keepAlive: true, maxSockets: askers.length })
  const [cpu, from] = [server.cpu(), performance.now()]
  let left = requests
  const run = async (asker: Asker): Promise<void> => {
    while (left > 0) {
      left -= 1
      asker.heard(await post(server.url, agent, asker.next()))
    }
  }
  await Promise.all(askers.map(run))
  const took = (performance.now() - from) / 1000
  agent.destroy()
  return { perSecond: requests / took, cpu: (server.cpu() - cpu) / requests }
}
