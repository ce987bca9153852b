import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { freePort } from './ports.ts'
import { ownWorkerd } from './own-workerd.ts'
import { type HeldState, takeState } from './state-lock.ts'
import { type Command, runCommand } from './worker-process.ts'
import { migrateDirectory, wranglerDev } from './wrangler-dev.ts'

/** The Worker on this machine, with its data kept in a folder. */
export interface LocalWorker {
  url: string
  /** Opens the development routes of this run. */
  key: string
  /** What the Worker and workerd printed. */
  log: string
  /** Ends it in order. */
  stop: () => Promise<void>
  /** Ends it as a power cut would: SIGKILL to all of its processes at once. */
  kill: () => Promise<void>
}

/**
 * `workerd`: as on a server of one's own (worker/server); it starts in a fraction of a second. `wrangler`: `wrangler dev`, by which a
 * deployment is checked. Both keep their data in the same files, so either goes on where the other one ended.
 */
export type Runtime = 'workerd' | 'wrangler'

export interface LocalWorkerOptions {
  /** Folder of the data; the same folder again finds the same data. */
  state: string
  port?: number
  /** Secrets and variables, by name: what `wrangler secret put` sets on a deployed Worker. */
  secrets?: Record<string, string>
  runtime?: Runtime
}

/** Our workerd is told apart and stopped by what Windows has not. */
const usual: Runtime = process.platform === 'win32' ? 'wrangler' : 'workerd'

/** Starts the Worker and waits until it answers. Throws with its log if it ends or stays silent for three minutes, and `StateInUse`. */
export const startWorker = async (options: LocalWorkerOptions): Promise<LocalWorker> => {
  const held = await takeState(options.state)
  try {
    return await startHeld(options, held)
  } catch (error) {
    held.release()
    throw error
  }
}

const startHeld = async ({ state, port, secrets = {}, runtime = usual }: LocalWorkerOptions, held: HeldState): Promise<LocalWorker> => {
  const [chosen, key, log] = [port ?? (await freePort()), randomBytes(16).toString('hex'), join(state, 'worker.log')]
  const url = `http://localhost:${chosen}`
  // Nobody in front of it writes where a request came from.
  const variables = { ADDRESS_HEADER: 'none', ...secrets, DEVELOPMENT_KEY: key }
  if (runtime === 'wrangler') await migrateDirectory(state)
  const make: (state: string, port: number, variables: Record<string, string>) => Promise<Command> = {
    workerd: ownWorkerd,
    wrangler: wranglerDev,
  }[runtime]
  const ends = await runCommand(await make(state, chosen, variables), { url, log, held })
  return { url, key, log, ...ends }
}

/** A call of a development route of that Worker. */
export const callDevelopment = async <Reply>(worker: Pick<LocalWorker, 'url' | 'key'>, path: string, body: unknown): Promise<Reply> => {
  const response = await fetch(`${worker.url}/development${path}`, {
    method: 'POST',
    headers: { 'x-development-key': worker.key, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Reply
}
