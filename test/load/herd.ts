import { afterFailure, newSyncStatus, waitFor } from '../../extension/store/sync-status.ts'
import { postTo } from '../../extension/connection/transport.ts'
import type { Ack, QueuedMutation, PageReply } from '../../shared/sync/protocol.ts'
import { caps, protocol } from '../../shared/sync/protocol.ts'
import type { LocalWorker } from '../../worker/local/local-worker.ts'
import { slug } from './network.ts'

/** What became of a herd: times in milliseconds. */
export interface HerdResult {
  /** How long each request took, whatever it was answered. */
  requests: number[]
  /** From the moment all began until a device’s mutations were taken. */
  devices: number[]
  refused: number
  /** Requests that the extension's own timeout ended, or that broke off. */
  lost: number
  acks: Map<string, Ack>
  /** Devices that had no answer in the end. */
  unanswered: number
}

const letters = (number: number): string => String(number).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')

/** Three ideas a device; every tenth device has another one that is certainly about a patient, with a word that stands nowhere else. */
export const mutationsOf = (device: number, marker: string): QueuedMutation[] => {
  const texts = [1, 2, 3].map((idea) => `Weigh at the same hour, ${letters(device)} ${letters(idea)}`)
  if (device % 10 === 0) texts.push(`MRN: 48151623, patient ${marker}`)
  return texts.map((change, index) => ({
    id: crypto.randomUUID(),
    cseq: index + 1,
    name: 'proposeIdea',
    at: Date.now(),
    args: { idea: crypto.randomUUID(), change },
  }))
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

interface Device {
  token: string
  mutations: QueuedMutation[]
}

interface Herd {
  worker: LocalWorker
  result: HerdResult
  /** When the run ends, in milliseconds since 1970. */
  end: number
}

/** A request of a device, again and again as the extension does (its own transport and its own waiting) until it is answered. */
const answered = async (
  { worker, result, end }: Herd,
  { token, mutations }: Device,
  cursor: string | null,
): Promise<PageReply | undefined> => {
  const post = postTo({ server: worker.url, network: slug, token })
  const request = { p: protocol, replica: crypto.randomUUID(), gen: 0, cursor, limit: caps.page, mutations } as const
  let notes = newSyncStatus
  while (Date.now() < end) {
    const from = performance.now()
    const answer = await post({ ...request, rid: crypto.randomUUID() })
    if (cursor === null) result.requests.push(performance.now() - from)
    if (answer.is === 'reply' && 'acks' in (answer.body as object)) return answer.body as PageReply
    if (answer.is === 'refused') result.refused += 1
    else result.lost += 1
    const retryAfter = answer.is === 'refused' ? answer.retryAfter : 0
    notes = afterFailure(notes, answer.is === 'refused' ? 'server-busy' : 'offline', retryAfter, Date.now(), Math.random())
    await pause(Math.max(0, Math.min(waitFor(notes, Date.now(), false), end - Date.now())))
  }
  return undefined
}

/** Where the first device stands once it has read everything; `undefined` where it was not answered. */
const cursorOfAll = async (herd: Herd, [first]: readonly Device[]): Promise<PageReply['cursor'] | undefined> => {
  if (!first) return undefined
  const reader = { ...first, mutations: [] }
  let read = await answered(herd, reader, null)
  while (read?.more) {
    read = await answered(herd, reader, read.cursor)
  }
  return read?.cursor
}

/**
 * All devices at once. Then each sends the same once more, as if the first reply had been lost and all that came before had
 * been read: a mutation that comes twice is run once, and what was done with it is acknowledged.
 */
export const runHerd = async (worker: LocalWorker, devices: readonly Device[], mostSeconds: number): Promise<HerdResult> => {
  const result: HerdResult = { requests: [], devices: [], refused: 0, lost: 0, acks: new Map(), unanswered: 0 }
  const [began, end] = [performance.now(), Date.now() + mostSeconds * 1000]
  const herd = { worker, result, end }
  const keep = ({ acks }: PageReply): void => {
    for (const ack of acks) result.acks.set(ack.id, ack)
  }
  const one = async (device: Device): Promise<void> => {
    const reply = await answered(herd, device, null)
    if (reply) keep(reply)
    if (reply) result.devices.push(performance.now() - began)
    else result.unanswered += 1
  }
  await Promise.all(devices.map(one))
  const last = await cursorOfAll(herd, devices)
  if (last === undefined) return result
  const waiting = [...devices]
  const again = async (): Promise<void> => {
    for (let device = waiting.pop(); device; device = waiting.pop()) {
      const reply = await answered(herd, device, last)
      if (reply) keep(reply)
    }
  }
  await Promise.all(Array.from({ length: 8 }, again))
  return result
}
