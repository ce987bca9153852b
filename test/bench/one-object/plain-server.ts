import { spawn } from 'node:child_process'
import type { Command } from '../../../worker/local/worker-process.ts'
import { ended } from '../../../worker/local/worker-process.ts'
import { cpuOf } from '../processor-time.ts'

/** A workerd that is measured from outside. */
export interface PlainServer {
  url: string
  /** Milliseconds of processor time so far. */
  cpu: () => number
  stop: () => Promise<void>
}

/** Starts it and waits until it answers anything at all. */
export const startPlain = async ({ program, args, cwd, env }: Command, url: string): Promise<PlainServer> => {
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] })
  const onExit = (): void => void child.kill('SIGKILL')
  process.once('exit', onExit)
  let printed = ''
  child.stderr.on('data', (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-20_000)))
  for (let tries = 0; !(await fetch(url).catch(() => undefined)); tries += 1) {
    if (child.exitCode !== null || tries > 600) throw new Error(`workerd does not start:\n${printed}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended(child)
    process.off('exit', onExit)
  }
  return { url, cpu: () => cpuOf(child.pid ?? 0), stop }
}
