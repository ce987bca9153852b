import * as v from 'valibot'
import { browser } from 'wxt/browser'
import type { DeviceCodeReply } from '../../shared/api/access.ts'
import { type ConnectEnd, keepConnection, problemOf } from './connect.ts'
import { type PendingCode, readPending, removePending, writePending } from './pending-connection.ts'
import { exchange } from '../connection/transport.ts'

const alarm = 'connect'

const replySchema: v.GenericSchema<unknown, DeviceCodeReply> = v.object({
  deviceCode: v.string(),
  userCode: v.string(),
  address: v.string(),
  interval: v.number(),
  expiresAt: v.number(),
})

/** Asks the server for a code that the person types into its page. From then on the background asks whether they did. */
export const startDeviceCode = async (server: string, label: string): Promise<ConnectEnd | undefined> => {
  const answer = await exchange(`${server}/v1/device-codes`, { label })
  if (answer.is !== 'reply') return { is: 'failed', why: problemOf(answer) }
  const reply = v.safeParse(replySchema, answer.body)
  if (!reply.success) return { is: 'failed', why: 'not-gleaner' }
  const { expiresAt, ...code } = reply.output
  await writePending({ way: 'code', server, ...code, askedAt: Date.now(), until: expiresAt })
  await browser.alarms.create(alarm, { periodInMinutes: 0.5 })
  return undefined
}

const waiting = v.object({ is: v.literal('waiting') })

const ask = async (pending: PendingCode): Promise<ConnectEnd | undefined> => {
  await writePending({ ...pending, askedAt: Date.now() })
  const answer = await exchange(`${pending.server}/v1/device-codes/token`, { deviceCode: pending.deviceCode })
  if (answer.is === 'offline' || answer.is === 'elsewhere' || (answer.is === 'refused' && answer.status !== 401)) return undefined
  if (answer.is === 'reply' && v.is(waiting, answer.body)) return undefined
  await removePending()
  return answer.is === 'reply' ? keepConnection(pending.server, answer.body) : { is: 'failed', why: 'over' }
}

/**
 * Asks once whether the person agreed, if it is time to; of several contexts one asks. Answers when it came to an end:
 * the token is then kept already.
 */
export const pollDeviceCode = (): Promise<ConnectEnd | undefined> =>
  navigator.locks.request(alarm, { ifAvailable: true }, async (lock) => {
    if (!lock) return undefined
    const pending = await readPending()
    if (pending?.way !== 'code') {
      await browser.alarms.clear(alarm)
      return undefined
    }
    return pending.askedAt + pending.interval <= Date.now() ? ask(pending) : undefined
  })

/** The alarm goes on when the page is closed and when the background was ended meanwhile. */
export const onDeviceCodeAlarm = (): void =>
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void pollDeviceCode()
  })
