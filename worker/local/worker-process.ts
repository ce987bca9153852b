import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import type { HeldState } from './state-lock.ts'

/** A program that runs the Worker. */
export interface Command {
  program: string
  args: string[]
  cwd: string
  env: NodeJS.ProcessEnv
}

interface Surroundings {
  /** Where it will answer. */
  url: string
  log: string
  held: HeldState
}

export const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()))

const answers = async (url: string): Promise<boolean> => {
  const response = await fetch(`${url}/v1/me`, { signal: AbortSignal.timeout(1000) }).catch(() => undefined)
  return response?.status === 401
}

/** Said of a disk that is full while the Worker runs. */
const noRoom =
  'The Worker’s log cannot be written: there may be no room left on this disk. What is sent now is refused and tried again later, and what was acknowledged stays'

/** A machine with much else to do takes its time; in milliseconds. */
const longestStart = 180_000

/** An orderly end waits for requests that are being answered, a live page's connection among them; not for ever, in milliseconds. */
const patience = 3000

/** Runs it in a group of its own until it answers; gives the two ways to end it. Throws with what it printed if it ends or stays silent. */
export const runCommand = async ({ program, args, cwd, env }: Command, { url, log, held }: Surroundings) => {
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  child.once('error', ({ message }) => (printed += message))
  if (child.pid) held.belongsTo(child.pid)
  // The whole group: the first process's own death would leave others behind.
  const send = (name: NodeJS.Signals): void => {
    if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, name)
  }
  // Whatever ends this process ends the Worker too; a group of its own would outlive it.
  const onExit = (): void => send('SIGTERM')
  process.once('exit', onExit)
  const file = createWriteStream(log, { flags: 'a' })
  // The Worker goes on without a log; what it cannot write itself it does not acknowledge.
  file.on('error', ({ message }) => console.error(`${noRoom} (${message})`))
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => ((printed = (printed + chunk.toString()).slice(-20_000)), file.write(chunk)))
  const end = async (name: NodeJS.Signals): Promise<void> => {
    send(name)
    const impatient = setTimeout(() => send('SIGKILL'), patience)
    await ended(child)
    clearTimeout(impatient)
    process.off('exit', onExit)
    file.end()
    held.release()
  }
  const ends = { stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
  for (const began = Date.now(); Date.now() - began < longestStart;) {
    if (child.exitCode !== null || child.signalCode !== null || !child.pid)
      throw new Error(`The Worker ended while it was starting:\n${printed}`)
    if (await answers(url)) return ends
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  await ends.kill()
  throw new Error(`The Worker did not answer within three minutes:\n${printed}`)
}
