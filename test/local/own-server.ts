import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { newTokenText } from '../../worker/auth/token-text.ts'

/** The server of one's own, as an operator has it: a folder that was built, and one of data. */
export interface OwnServer {
  url: string
  socket: string
  start: () => Promise<void>
  stop: (signal?: NodeJS.Signals) => Promise<void>
  /** What it printed. */
  printed: () => string
}

export const ownServer = (
  folder: string,
  data: string,
  port: number,
  environment: () => Record<string, string> = () => ({}),
): OwnServer => {
  const [url, socket] = [`http://127.0.0.1:${port}`, join(folder, 'operator.sock')]
  let [child, printed]: [ChildProcess | undefined, string] = [undefined, '']
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child?.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  const start = async (): Promise<void> => {
    mkdirSync(data, { recursive: true })
    // A socket's file outlives workerd, and the next one would not start.
    const args = ['-s', `http=127.0.0.1:${port}`, '-s', `operator=unix:${socket}`]
    rmSync(socket, { force: true })
    child = spawn(join(folder, 'workerd'), ['serve', '-I', folder, '-d', `data=${data}`, ...args, 'config.capnp'], {
      cwd: folder,
      env: { PATH: process.env['PATH'], ...environment() },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    for (let waited = 0; ; waited += 1) {
      if (waited > 500) throw new Error(`The server does not answer:\n${printed}`)
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The server ended while it was starting:\n${printed}`)
      const answer = await fetch(`${url}/v1/me`).catch(() => undefined)
      if (answer) return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  return { url, socket, start, stop, printed: () => printed }
}

/** Statements through the operator's socket. */
export const operate = (socketPath: string, sql: readonly string[]): Promise<unknown[][]> =>
  new Promise((resolve, reject) => {
    const asked = request({ socketPath, method: 'POST', path: '/' }, (answer) => {
      let said = ''
      answer.on('data', (chunk: Buffer) => (said += chunk.toString()))
      answer.on('end', () => (answer.statusCode === 200 ? resolve(JSON.parse(said) as unknown[][]) : reject(new Error(said))))
    })
    asked.once('error', reject)
    asked.end(JSON.stringify(sql))
  })

/** A program with an access token of the network's members: asks for the ideas by /api/v1, and answers the status. */
export const programAt = async ({ socket, url }: OwnServer): Promise<() => Promise<number>> => {
  const secret = newTokenText('person')
  const hash = createHash('sha256').update(secret).digest('hex')
  await operate(socket, [
    `INSERT INTO access_token (id, hash, person, network, label, scopes, made_by, created_at, expires_at)
     SELECT '${crypto.randomUUID()}', '${hash}', person, network, 'Test', 'read', person, 0, ${Date.now() + 3_600_000} FROM membership`,
  ])
  return async () => (await fetch(`${url}/api/v1/ideas`, { headers: { authorization: `Bearer ${secret}` } })).status
}
