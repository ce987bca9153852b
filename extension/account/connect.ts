import type { Message } from '../../shared/i18n/message.ts'
import * as v from 'valibot'
import type { DeviceReply } from '../../shared/api/bank.ts'
import { databaseNamed, databaseOf, unconnectedName } from '../store/databases.ts'
import { type GleanerDatabase, keyValue } from '../store/db.ts'
import { takeOver } from '../outbox/enqueue.ts'
import { keepCopies } from '../backup/keep-copies.ts'
import { readPolicy } from '../browser/managed-policy.ts'
import { type Connection, isAllowed, meSchema, tokenSchema, writeConnection } from '../connection/connection.ts'
import { browserRun } from '../browser/browser-run.ts'
import { type ServerReply, exchange, findServer } from '../connection/transport.ts'

export interface Invitation {
  server: string
  code: string
}

const isLocal = (hostname: string): boolean => hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'

/** A server's origin: https anywhere, http on this computer only. `undefined` for anything else. */
export const serverOf = (typed: string): string | undefined => {
  const address = typed.trim().replace(/^(https?)(?::\/{0,3}|\/\/)(?=[^/:])/i, '$1://')
  const scheme = /^(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/i.test(address) ? 'http' : 'https'
  const url = URL.parse(/^[a-z]+:\/\//i.test(address) ? address : `${scheme}://${address}`)
  if (!url?.hostname || url.username || url.password) return undefined
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url.hostname)) ? url.origin : undefined
}

/** Why connecting cannot begin at that server, or nothing: asked before a tab opens that would lead nowhere. */
export const whyNotAt = async (server: string): Promise<ConnectProblem | undefined> => {
  const found = await findServer(server)
  if (found === 'gleaner') return undefined
  return found === 'something-else' ? 'not-gleaner' : found === 'nothing' ? 'nothing-there' : 'no-network'
}

/** The parts of a pasted link `https://server/connect#code`. */
export const invitationOf = (typed: string): Invitation | undefined => {
  const url = URL.parse(typed.trim())
  const [server, code] = [url && serverOf(url.origin), url?.hash.match(/^#([\w-]{8,40})$/)?.[1]]
  return server && code && url?.pathname === '/connect' ? { server, code } : undefined
}

/** Why connecting did not come to an end, so far or for good. `refused` brings what the server says, which older ones say in English only. */
export type ConnectProblem =
  | 'offline'
  | 'no-network'
  | 'nothing-there'
  | 'not-gleaner'
  | 'over'
  | 'denied'
  | 'not-ours'
  | 'other-network'
  | { refused: Message | string; english: string }
export type ConnectEnd = { is: 'connected'; connection: Connection } | { is: 'failed'; why: ConnectProblem }

const failed = (why: ConnectProblem): ConnectEnd => ({ is: 'failed', why })

/** What an answer without a token means. */
export const problemOf = (answer: Exclude<ServerReply, { is: 'reply' }>): ConnectProblem => {
  if (answer.is === 'offline') return 'offline'
  return answer.is === 'refused' ? { refused: answer.reason ?? answer.message, english: answer.message } : 'not-gleaner'
}

const replySchema: v.GenericSchema<unknown, DeviceReply> = v.object({ token: tokenSchema, me: meSchema, at: v.optional(v.number()) })

/** Renews the copies of the unconnected database: should it be damaged later, nothing of this person comes back to another. */
const takeUnconnected = async (to: GleanerDatabase): Promise<void> => {
  const unconnected = databaseNamed(unconnectedName)
  await keepCopies(unconnected)
  await takeOver(unconnected, to)
  await keepCopies(to)
  await keepCopies(unconnected)
}

/** What is older than the first connection of this device is no news to its person. */
const beginNews = async (database: GleanerDatabase, at = 0): Promise<void> => {
  if ((await keyValue(database, 'seen')) === undefined) await database.meta.put({ key: 'seen', value: at })
}

/** Keeps the token that a server gave, and moves what was clipped before into the account's own database. */
export const keepConnection = async (server: string, body: unknown): Promise<ConnectEnd> => {
  const reply = v.safeParse(replySchema, body)
  if (!reply.success) return failed('not-gleaner')
  const policy = await readPolicy()
  const shared = policy.sharedWorkstation === true
  const { at, ...account } = reply.output
  const connection: Connection = { server, ...account, locked: false, run: await browserRun(), shared }
  if (!isAllowed(connection, policy)) return failed('other-network')
  // On a shared workstation nobody clips unconnected, so what is there would be somebody else's.
  if (!shared) await takeUnconnected(databaseOf(connection))
  await beginNews(databaseOf(connection), at)
  await writeConnection(connection)
  return { is: 'connected', connection }
}

/** Redeems a pairing code. */
export const connect = async ({ server, code }: Invitation, name: string): Promise<ConnectEnd> => {
  const answer = await exchange(`${server}/v1/devices`, { code: code.trim(), name })
  return answer.is === 'reply' ? keepConnection(server, answer.body) : failed(problemOf(answer))
}
