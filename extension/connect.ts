import * as v from 'valibot'
import type { DeviceReply } from '../shared/bank.ts'
import { databaseNamed, databaseOf, unconnectedName } from './databases.ts'
import { takeOver } from './outbox.ts'
import { type Connection, meSchema, tokenSchema, writeConnection } from './settings.ts'
import { exchange } from './transport.ts'

export interface Invitation {
  server: string
  code: string
}

const isLocal = (hostname: string): boolean => hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'

/** A server's origin: https anywhere, http on this computer only. `undefined` for anything else. */
export const serverOf = (typed: string): string | undefined => {
  const address = typed.trim()
  const url = URL.parse(/^[a-z]+:\/\//i.test(address) ? address : `https://${address}`)
  if (!url?.hostname || url.username || url.password) return undefined
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url.hostname)) ? url.origin : undefined
}

/** The parts of a pasted link `https://server/connect#code`. */
export const invitationOf = (typed: string): Invitation | undefined => {
  const url = URL.parse(typed.trim())
  const [server, code] = [url && serverOf(url.origin), url?.hash.match(/^#([\w-]{8,40})$/)?.[1]]
  return server && code && url?.pathname === '/connect' ? { server, code } : undefined
}

export type ConnectEnd =
  | { is: 'connected'; connection: Connection }
  | { is: 'refused'; message: string }
  | { is: 'offline' }
  | { is: 'not-gleaner' }

const replySchema: v.GenericSchema<unknown, DeviceReply> = v.object({ token: tokenSchema, me: meSchema })

/** Redeems a pairing code, keeps the token, and moves what was clipped before into the account's database. */
export const connect = async ({ server, code }: Invitation, name: string): Promise<ConnectEnd> => {
  const answer = await exchange(`${server}/v1/devices`, { code: code.trim(), name })
  if (answer.is === 'offline') return { is: 'offline' }
  if (answer.is === 'refused') return { is: 'refused', message: answer.message }
  const reply = v.safeParse(replySchema, answer.is === 'reply' ? answer.body : undefined)
  if (!reply.success) return { is: 'not-gleaner' }
  const connection: Connection = { server, ...reply.output }
  await takeOver(databaseNamed(unconnectedName), databaseOf(connection))
  await writeConnection(connection)
  return { is: 'connected', connection }
}
