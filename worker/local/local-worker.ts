import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type HeldState, takeState } from './state-lock.ts'

/** The Worker on this machine's workerd, as `wrangler dev` runs it, with its data kept in a folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

export interface LocalWorker {
  url: string
  /** Opens the development routes of this run. */
  key: string
  /** What the Worker and workerd printed. */
  log: string
  /** Ends it in order. */
  stop: () => Promise<void>
  /** Ends it as a power cut would: SIGKILL to wrangler and workerd at once. */
  kill: () => Promise<void>
}

export interface LocalWorkerOptions {
  /** Folder of the data; the same folder again finds the same data. */
  state: string
  port?: number
  /** Secrets of identity providers, by name: what `wrangler secret put` sets on a deployed Worker. */
  secrets?: Record<string, string>
}

/** Whether nothing on this machine listens at that port. */
export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, 'localhost', () => server.close(() => resolve(true)))
  })

const environment = {
  ...process.env,
  CI: '1',
  WRANGLER_SEND_METRICS: 'false',
  NO_COLOR: '1',
  NO_UPDATE_NOTIFIER: '1',
  // Wrangler would keep every request's address among the data.
  X_LOCAL_OBSERVABILITY: 'false',
}
const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port'))))
    })
  })

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()))

/** Runs a wrangler command to its end; its output is the error's text if it fails. */
const run = async (args: string[]): Promise<void> => {
  const child = spawn(process.execPath, [wrangler, ...args], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await ended(child)
  if (child.exitCode !== 0) throw new Error(`wrangler ${args.join(' ')} failed:\n${output}`)
}

/** Brings the directory's tables (D1) of that folder up to date. */
export const migrateDirectory = async (state: string): Promise<void> => {
  const [stamp, now] = [join(state, 'migrations'), readdirSync(join(root, 'worker/migrations')).join('\n')]
  // Asking wrangler takes seconds; the list of migrations says as much.
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  mkdirSync(state, { recursive: true })
  await run(['d1', 'migrations', 'apply', 'DIRECTORY', '--local', '--persist-to', state])
  writeFileSync(stamp, now)
}

const answers = async (url: string): Promise<boolean> => {
  const response = await fetch(`${url}/v1/me`, { signal: AbortSignal.timeout(1000) }).catch(() => undefined)
  return response?.status === 401
}

/** Said of a disk that is full while the Worker runs. */
const noRoom =
  'The Worker’s log cannot be written: there may be no room left on this disk. What is sent now is refused and tried again later, and what was acknowledged stays'

/** Starts the Worker and waits until it answers. Throws with its log if it ends or stays silent for a minute, and `StateInUse`. */
export const startWorker = async (options: LocalWorkerOptions): Promise<LocalWorker> => {
  const held = await takeState(options.state)
  try {
    await migrateDirectory(options.state)
    return await startHeld(options, held)
  } catch (error) {
    held.release()
    throw error
  }
}

const startHeld = async ({ state, port, secrets = {} }: LocalWorkerOptions, held: HeldState): Promise<LocalWorker> => {
  const [chosen, inspector, key, log] = [
    port ?? (await freePort()),
    await freePort(),
    randomBytes(16).toString('hex'),
    join(state, 'worker.log'),
  ]
  const url = `http://localhost:${chosen}`
  const args = [
    'dev',
    '--ip',
    'localhost',
    '--port',
    String(chosen),
    '--inspector-port',
    String(inspector),
    '--persist-to',
    state,
    '--var',
    `DEVELOPMENT_KEY:${key}`,
    // Nobody in front of it writes where a request came from.
    '--var',
    'ADDRESS_HEADER:none',
    ...Object.entries(secrets).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    '--show-interactive-dev-session=false',
    '--log-level',
    'info',
  ]
  const child = spawn(process.execPath, [wrangler, ...args], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  if (child.pid) held.belongsTo(child.pid)
  // Whatever ends this process ends the Worker too; a group of its own would outlive it.
  process.once('exit', () => {
    if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGTERM')
  })
  const file = createWriteStream(log, { flags: 'a' })
  // The Worker goes on without a log; what it cannot write itself it does not acknowledge.
  file.on('error', ({ message }) => console.error(`${noRoom} (${message})`))
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => ((printed = (printed + chunk.toString()).slice(-20_000)), file.write(chunk)))
  const signal = async (name: NodeJS.Signals): Promise<void> => {
    // The whole group: wrangler's own death would leave workerd behind.
    if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, name)
    await ended(child)
    file.end()
    held.release()
  }
  const worker: LocalWorker = { url, key, log, stop: () => signal('SIGTERM'), kill: () => signal('SIGKILL') }
  for (let waited = 0; waited < 600; waited += 1) {
    if (child.exitCode !== null) throw new Error(`The Worker ended while it was starting:\n${printed}`)
    if (await answers(url)) return worker
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await worker.kill()
  throw new Error(`The Worker did not answer within a minute:\n${printed}`)
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
