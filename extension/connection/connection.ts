import * as v from 'valibot'
import { browser } from 'wxt/browser'
import type { Me } from '../../shared/api/bank.ts'
import { roles } from '../../shared/domain/entities.ts'
import { type Policy, readPolicy } from '../browser/managed-policy.ts'
import { browserRun } from '../browser/browser-run.ts'
import { readLocal } from '../browser/read-local.ts'

const text = v.pipe(v.string(), v.maxLength(500))

export const meSchema: v.GenericSchema<unknown, Me> = v.object({
  person: text,
  name: text,
  role: v.picklist(roles),
  site: text,
  network: v.object({ slug: v.pipe(text, v.minLength(1)), name: text }),
})

export const tokenSchema = v.pipe(v.string(), v.minLength(20), v.maxLength(200))
const connectionSchema = v.object({
  server: v.pipe(v.string(), v.url()),
  token: tokenSchema,
  me: meSchema,
  /** On a shared workstation: what waits is still sent, but nothing of this person is shown. */
  locked: v.optional(v.boolean(), false),
  /** The run of the browser that it was made in, and whether on a shared workstation. */
  run: v.optional(text, ''),
  shared: v.optional(v.boolean(), false),
})

/** The connection: which server, which person, which network. The token is in `storage.local` only: never synced to a person's other computers. */
export type Connection = v.InferOutput<typeof connectionSchema>

/** Whether the computer's policy lets people connect there. */
export const isAllowed = ({ server, me }: Pick<Connection, 'server' | 'me'>, policy: Policy): boolean =>
  (policy.server === undefined || URL.parse(policy.server)?.origin === server) &&
  (policy.network === undefined || policy.network === me.network.slug)

/** The account that sends, locked or not; `undefined` also if the computer's policy does not allow the connection any more. */
export const readSender = async (): Promise<Connection | undefined> => {
  const [{ connection }, policy] = await Promise.all([readLocal(['connection']), readPolicy()])
  if (connection === undefined) return undefined
  const read = v.parse(connectionSchema, connection)
  if (!isAllowed(read, policy)) return undefined
  // Told by the run, not by an event: whatever starts first in a new browser finds it locked. Chromium tells an extension its
  // policy only seconds after it started; until then what was so when the connection was made holds.
  const isShared = policy.sharedWorkstation ?? read.shared
  const isOfEarlierRun = isShared && read.run !== (await browserRun())
  return isOfEarlierRun ? { ...read, locked: true } : read
}

/** The account that shows, clips and saves; `undefined` while locked. */
export const readConnection = async (): Promise<Connection | undefined> => {
  const sender = await readSender()
  return sender?.locked ? undefined : sender
}

export const writeConnection = (connection: Connection): Promise<void> => browser.storage.local.set({ connection })
/** Removes the connection and the person's last choices: the next person chooses again. */
export const removeConnection = (): Promise<void> => browser.storage.local.remove(['connection', 'remembered'])

/** Calls back when the connection was made, changed or removed in any context. Returns the function that stops it. */
export const onConnectionChange = (changed: () => void): (() => void) => {
  const listen = (changes: Record<string, unknown>): void => {
    if ('connection' in changes) changed()
  }
  browser.storage.local.onChanged.addListener(listen)
  return () => browser.storage.local.onChanged.removeListener(listen)
}
