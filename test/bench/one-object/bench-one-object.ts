import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { caps, protocol, type QueuedMutation, type SyncReply } from '../../../shared/sync/protocol.ts'
import { ownWorkerd } from '../../../worker/local/own-workerd.ts'
import { freePort } from '../../../worker/local/ports.ts'
import { makeNetwork, peopleOf, sessionsOf, slug } from '../../load/network.ts'
import { proposal } from '../bank.ts'
import { median } from '../statistics.ts'
import { type Asker, drive, type Turn } from './connections.ts'
import { type PlainServer, startPlain } from './plain-server.ts'
import { startSimple } from './simple-object.ts'

const [connections, rounds, requests] = [8, 12, 300]

/** Answers come as they are: unpacking them is no work of the server. */
const plain = { 'accept-encoding': 'identity', 'content-type': 'application/json' }

/** A device that reads on from where it is, with what `says` gives it to send. */
const device = (token: string, says: (cseq: number) => QueuedMutation[]): Asker => {
  const replica = randomUUID()
  let [cursor, cseq]: [string | null, number] = [null, 0]
  const headers = { ...plain, authorization: `Bearer ${token}` }
  return {
    next: () => {
      const mutations = says(cseq + 1)
      cseq += mutations.length
      const body = JSON.stringify({ p: protocol, rid: randomUUID(), replica, gen: 0, cursor, limit: caps.page, mutations })
      return { path: `/v1/networks/${slug}/sync`, headers, body }
    },
    heard: (text) => {
      const reply = JSON.parse(text) as SyncReply
      if (!('cursor' in reply)) throw new Error(`No page: ${text.slice(0, 200)}`)
      if (reply.acks.some(({ status }) => status !== 'ok')) throw new Error(`Refused: ${text.slice(0, 500)}`)
      cursor = reply.cursor
    },
  }
}

const simple = (): Asker => ({
  next: () => ({ path: '/', headers: plain, body: JSON.stringify({ p: protocol, rid: randomUUID() }) }),
  heard: () => {},
})

const startOurs = async (state: string): Promise<{ server: PlainServer; tokens: string[] }> => {
  const [port, key] = [await freePort(), randomBytes(16).toString('hex')]
  mkdirSync(state, { recursive: true })
  const command = await ownWorkerd(state, port, { ADDRESS_HEADER: 'none', DEVELOPMENT_KEY: key, MEMBER_LIMITS: '1000' })
  const server = await startPlain(command, `http://127.0.0.1:${port}`)
  const worker = { url: server.url, key, log: '', stop: server.stop, kill: server.stop }
  const people = peopleOf(connections)
  await makeNetwork(worker, people)
  const tokens = await sessionsOf(
    worker,
    'device',
    people.slice(1).map(({ id }) => id),
  )
  return { server, tokens }
}

/**
 * What one network's object answers beside one that reads a row and writes a row: syncs that read on, and syncs with one idea (which
 * also read what the other connections proposed meanwhile). In turns; the ratios are the medians of each round's own.
 */
export const benchOneObject = async (): Promise<void> => {
  const state = mkdtempSync(join(tmpdir(), 'gleaner-one-object-'))
  const bare = join(state, 'simple')
  const servers: PlainServer[] = []
  try {
    mkdirSync(bare)
    const simpleServer = await startSimple(bare)
    servers.push(simpleServer)
    const { server, tokens } = await startOurs(join(state, 'ours'))
    servers.push(server)
    const readers = tokens.map((token) => device(token, () => []))
    const senders = tokens.map((token) => device(token, (cseq) => [proposal(cseq, cseq)]))
    const kinds: Record<string, () => Promise<Turn>> = {
      'one read, one write': () => drive(simpleServer, Array.from({ length: connections }, simple), requests),
      'sync, reads on': () => drive(server, readers, requests),
      'sync with an idea': () => drive(server, senders, requests),
    }
    const all: Record<string, Turn[]> = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]))
    for (let round = 0; round <= rounds; round += 1)
      for (const [kind, turn] of Object.entries(kinds)) {
        // What the senders wrote is no part of reading on from the head.
        if (kind === 'sync, reads on') await drive(server, readers, connections)
        const took = await turn()
        if (round > 0) all[kind]?.push(took)
      }
    const base = all['one read, one write'] ?? []
    for (const [kind, turns] of Object.entries(all)) {
      const ratio = median(turns.map(({ perSecond }, at) => perSecond / (base[at]?.perSecond ?? Number.NaN)))
      const [rate, cpu] = [median(turns.map(({ perSecond }) => perSecond)), median(turns.map((turn) => turn.cpu))]
      console.log(
        `${kind.padEnd(22)} ${rate.toFixed(0).padStart(5)} a second (${ratio.toFixed(2)}), ${cpu.toFixed(2)} ms of processor time each`,
      )
    }
  } finally {
    for (const server of servers) await server.stop()
    rmSync(state, { recursive: true, force: true })
  }
}
