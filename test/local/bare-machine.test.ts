import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { freePort } from '../../worker/local/ports.ts'
import { root } from '../../worker/local/root.ts'
import { buildServer } from '../../worker/operate/build-server.ts'

/** What `gleaner-admin` and the drill call; `npm run drill` takes a whole Debian instead of these. */
const programs =
  'sh cat chmod chown cmp cp cut date diff dirname find grep head id ls mkdir mktemp mv rm sed setpriv sort sqlite3 stat tail tr wc'.split(
    ' ',
  )
const which = (program: string): string =>
  ['/usr/bin', '/bin', '/usr/sbin', '/sbin'].map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? ''
const certificates = '/etc/ssl/certs'
const missing = ['curl', 'chroot', 'ldd', 'mknod', ...programs].filter((program) => !which(program))
if (!existsSync(certificates)) missing.push('ca-certificates')
const isRoot = process.getuid?.() === 0
if (!isRoot || missing.length > 0)
  console.log(`The drill in a bare folder is skipped: it needs root and ${missing.join(', ') || 'nothing else'}`)

/** A folder with these programs, the libraries that they and workerd load, the authorities’ certificates, and nothing else: no Node, no list of users. */
const bareMachine = (workerd: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-bare-'))
  const machine = join(folder, 'machine')
  const put = (path: string): void => {
    mkdirSync(join(machine, dirname(path)), { recursive: true })
    cpSync(realpathSync(path), join(machine, path))
  }
  for (const program of [...programs.map(which), workerd]) {
    const { stdout } = spawnSync('ldd', [program], { encoding: 'utf8' })
    for (const [library] of stdout.matchAll(/\/\S+\.so\S*/g)) if (!existsSync(join(machine, library))) put(library)
    if (program === workerd) continue
    const name = program.split('/').at(-1) ?? ''
    for (const place of ['/usr/bin', '/bin']) {
      mkdirSync(join(machine, place), { recursive: true })
      cpSync(realpathSync(program), join(machine, place, name))
    }
  }
  for (const place of ['tmp', 'srv', 'opt', 'etc', 'dev']) mkdirSync(join(machine, place), { recursive: true })
  cpSync(certificates, join(machine, certificates), { recursive: true, dereference: true })
  writeFileSync(join(machine, 'etc/debian_version'), 'a folder of its own\n')
  for (const [device, minor] of [
    ['null', '3'],
    ['urandom', '9'],
  ] as const)
    spawnSync('mknod', ['-m', '666', join(machine, 'dev', device), 'c', '1', minor])
  return folder
}

test.skipIf(!isRoot || missing.length > 0)(
  '[D50] [D53] on a machine that has only what the documentation names, a system user without capabilities starts, copies, loses and restores it',
  async () => {
    const built = join(mkdtempSync(join(tmpdir(), 'gleaner-server-')), 'server')
    await buildServer(built)
    const folder = bareMachine(join(built, 'workerd'))
    const drill = spawn('sh', [join(root, 'test/drill/bare-machine.sh'), built, folder], {
      env: { ...process.env, PORT: String(await freePort()) },
    })
    let said = ''
    for (const stream of [drill.stdout, drill.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const status = await new Promise((resolve) => drill.once('close', resolve))
    expect([status, said]).toEqual([0, expect.stringContaining('The network is there: the drill is passed')])
  },
  180_000,
)
