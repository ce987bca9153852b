import * as v from 'valibot'
import { browser } from 'wxt/browser'
import type { Me } from '../shared/bank.ts'
import { roles } from '../shared/network.ts'
import { newId } from './new-id.ts'

const text = v.pipe(v.string(), v.maxLength(500))

export const meSchema: v.GenericSchema<unknown, Me> = v.object({
  person: text,
  name: text,
  role: v.picklist(roles),
  site: text,
  network: v.object({ slug: v.pipe(text, v.minLength(1)), name: text }),
})

export const tokenSchema = v.pipe(v.string(), v.minLength(20), v.maxLength(200))
const connectionSchema = v.object({ server: v.pipe(v.string(), v.url()), token: tokenSchema, me: meSchema })

/** With which server, as whom. The token is in `storage.local` only: never synced to a person's other computers. */
export type Connection = v.InferOutput<typeof connectionSchema>

const rememberedSchema = v.object({ site: v.optional(text, '') })
/** What a person chose last, offered again. */
export type Remembered = v.InferOutput<typeof rememberedSchema>

export const readConnection = async (): Promise<Connection | undefined> => {
  const { connection } = await browser.storage.local.get('connection')
  return connection === undefined ? undefined : v.parse(connectionSchema, connection)
}

export const writeConnection = (connection: Connection): Promise<void> => browser.storage.local.set({ connection })
export const removeConnection = (): Promise<void> => browser.storage.local.remove('connection')

export const readRemembered = async (): Promise<Remembered> => {
  const { remembered } = await browser.storage.local.get('remembered')
  return v.parse(rememberedSchema, remembered ?? {})
}

export const writeRemembered = (remembered: Remembered): Promise<void> => browser.storage.local.set({ remembered })

/** Calls back when the connection was made, changed or removed in any context. Answers how to stop. */
export const onConnectionChange = (changed: () => void): (() => void) => {
  const listen = (changes: Record<string, unknown>): void => {
    if ('connection' in changes) changed()
  }
  browser.storage.local.onChanged.addListener(listen)
  return () => browser.storage.local.onChanged.removeListener(listen)
}

/** Names this run of the browser: the numbers of tabs begin anew with each. */
export const browserRun = async (): Promise<string> => {
  const { run } = await browser.storage.session.get('run')
  if (typeof run === 'string') return run
  const made = newId()
  await browser.storage.session.set({ run: made })
  return made
}
