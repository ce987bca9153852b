import * as v from 'valibot'
import { browser } from 'wxt/browser'

const until = v.number()
const pendingSchema = v.variant('way', [
  v.object({ way: v.literal('tab'), server: v.string(), state: v.string(), verifier: v.string(), until }),
  v.object({
    way: v.literal('code'),
    server: v.string(),
    deviceCode: v.string(),
    userCode: v.string(),
    address: v.string(),
    interval: v.number(),
    askedAt: v.number(),
    until,
  }),
])

/** A connection that a person is about to make. In memory that outlives the background and the page, and ends with the browser. */
export type PendingConnection = v.InferOutput<typeof pendingSchema>
export type PendingTab = Extract<PendingConnection, { way: 'tab' }>
export type PendingCode = Extract<PendingConnection, { way: 'code' }>

/** `undefined` when there is none, or its time is over. */
export const readPending = async (): Promise<PendingConnection | undefined> => {
  const { pending } = await browser.storage.session.get('pending')
  const read = v.safeParse(pendingSchema, pending)
  return read.success && read.output.until > Date.now() ? read.output : undefined
}

export const writePending = (pending: PendingConnection): Promise<void> => browser.storage.session.set({ pending })
export const removePending = (): Promise<void> => browser.storage.session.remove('pending')

export const onPendingChange = (changed: () => void): void =>
  browser.storage.session.onChanged.addListener((changes: Record<string, unknown>) => {
    if ('pending' in changes) changed()
  })
