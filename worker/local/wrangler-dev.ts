import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from './ports.ts'
import { root } from './root.ts'
import { type Command, ended } from './worker-process.ts'

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

/** Runs a wrangler command to its end; its output is the error's text if it fails. */
const run = async (args: string[]): Promise<void> => {
  const child = spawn(process.execPath, [wrangler, ...args], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
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

const options = (state: string, port: number, inspector: number): string[] =>
  `--ip localhost --port ${port} --inspector-port ${inspector} --show-interactive-dev-session=false --log-level info --persist-to`
    .split(' ')
    .concat(state)
const asVariable = ([name, value]: [string, string]): string[] => ['--var', `${name}:${value}`]

/** `wrangler dev`: nearest to a deployment, and slow to start. */
export const wranglerDev = async (state: string, port: number, variables: Record<string, string>): Promise<Command> => ({
  program: process.execPath,
  args: [wrangler, 'dev', ...options(state, port, await freePort()), ...Object.entries(variables).flatMap(asVariable)],
  cwd: root,
  env: environment,
})
