import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fingerprint } from './build.ts'
import { root } from './root.ts'
import { type Command, ended } from './worker-process.ts'

/** The workerd of the lock file. */
export const workerdPath = (): string => {
  const require = createRequire(join(root, 'node_modules/workerd/package.json'))
  return (require('workerd') as { default: string }).default
}

const sources = [
  'worker/*.ts',
  'worker/!(dashboard|local|client)/**/*',
  'worker/dashboard/public/_headers',
  'shared/**/*.{ts,json}',
  'wrangler.toml',
]
const made = join(root, 'dist/local-server')
/** Those of earlier states of the code that stay, for whoever goes back and forth. */
const kept = 3

const forgetOlder = (): void => {
  const age = (name: string): number => statSync(join(made, name), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const older = readdirSync(made)
    .toSorted((a, b) => age(b) - age(a))
    .slice(kept)
  for (const name of older) rmSync(join(made, name), { recursive: true, force: true })
}

/** The folder of the server as worker/operate makes it of the files that are there now: made once, for whoever starts it. */
export const serverFolder = async (): Promise<string> => {
  const folder = join(made, fingerprint(sources).slice(0, 16))
  if (existsSync(folder)) return folder
  mkdirSync(made, { recursive: true })
  const aside = mkdtempSync(join(made, 'making-'))
  const builder = join(root, 'worker/operate/build-server.ts')
  const child = spawn(process.execPath, [builder, '--local', '--to', aside], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await ended(child)
  try {
    if (child.exitCode !== 0) throw new Error(`The local server cannot be made:\n${output}`)
    renameSync(aside, folder)
    forgetOlder()
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    // Somebody else may have made it meanwhile.
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** Where the operator's socket is in a folder of data: short, because such an address has 107 characters at most. */
export const socketName = 'operator.sock'

/**
 * The server of one's own (worker/server) on this machine: the bundle that would be deployed, on workerd alone. Its data lie where `wrangler dev`
 * keeps them, the directory too.
 */
export const ownWorkerd = async (state: string, port: number, variables: Record<string, string>): Promise<Command> => {
  const folder = await serverFolder()
  const disks = { data: 'v3/do', 'directory-data': 'v3/d1' }
  const pages = join(root, 'dist/dashboard')
  for (const path of [...Object.values(disks).map((disk) => join(state, disk)), pages]) mkdirSync(path, { recursive: true })
  // A socket's file outlives workerd, and the next one would not start.
  rmSync(join(state, socketName), { force: true })
  const paths = Object.entries({ ...disks, pages }).flatMap(([name, path]) => ['-d', `${name}=${path}`])
  return {
    program: workerdPath(),
    args: [
      'serve',
      '-I',
      folder,
      ...paths,
      '-s',
      `http=127.0.0.1:${port}`,
      '-s',
      `operator=unix:${socketName}`,
      join(folder, 'config.capnp'),
    ],
    cwd: state,
    // Secrets have names of their own; what the configuration names is read from the environment.
    env: { PATH: process.env['PATH'], ...variables, SECRETS: JSON.stringify(variables) },
  }
}
