import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownWorkerd, serverFolder } from '../../../worker/local/own-workerd.ts'
import { freePort } from '../../../worker/local/ports.ts'
import { cpuOf } from '../processor-time.ts'

/** What was asked of the server since the last reading. */
export interface Used {
  /** Calls of networks' objects: each is a request that Cloudflare bills. */
  calls: number
  /** Rows as SQLite’s cursors count them, which is how Cloudflare bills them. */
  objectRead: number
  objectWritten: number
  directoryRead: number
  directoryWritten: number
  /** The size of the bank that synced last; not since the last reading. */
  bytes: number
  /** Milliseconds of processor time of the whole server: door, Worker, object and directory. */
  cpu: number
}

/** Around the host’s own module: counts the rows of every statement in a network’s object, and the calls of objects. */
const host = `
import host from './host.js'
import { NetworkObject as Bare } from './gleaner.js'
export * from './host.js'
let [cursors, totals, calls, patched, bytes] = [[], { read: 0, written: 0 }, 0, false, 0]
const settle = () => { for (const one of cursors) { totals.read += one.rowsRead; totals.written += one.rowsWritten } cursors = [] }
const patch = (sql) => {
  if (patched) return
  patched = true
  const proto = Object.getPrototypeOf(sql)
  const { exec } = proto
  proto.exec = function (...args) { const cursor = exec.apply(this, args); cursors.push(cursor); if (cursors.length > 1000) settle(); return cursor }
}
export class NetworkObject extends Bare { constructor(state, env) { patch(state.storage.sql); super(state, env) }
  async sync(...args) { const said = await super.sync(...args); bytes = this.ctx.storage.sql.databaseSize; return said }
  settle() { this.ctx.storage.sql.exec('DELETE FROM undo_row') }
 }
const counted = (stub) => new Proxy(stub, { get: (target, key) => {
  const value = target[key]
  return typeof value === 'function' ? (...args) => { calls += 1; return target[key](...args) } : value
} })
export default { fetch: async (request, env, ctx) => {
  if (new URL(request.url).pathname === '/v1/measured') {
    settle()
    if (request.method === 'POST')
      for (const { object } of (await env.DIRECTORY.prepare('SELECT object FROM network').all()).results)
        await env.NETWORKS.get(env.NETWORKS.idFromName(object)).settle()
    const [{ read, written }] = (await env.DIRECTORY.prepare('measured').all()).results
    const said = { calls, objectRead: totals.read, objectWritten: totals.written, directoryRead: read, directoryWritten: written, bytes };
    [totals, calls] = [{ read: 0, written: 0 }, 0]
    return Response.json(said)
  }
  const NETWORKS = { get: (id) => counted(env.NETWORKS.get(id)), getByName: (name) => counted(env.NETWORKS.getByName(name)),
    idFromName: (name) => env.NETWORKS.idFromName(name), idFromString: (id) => env.NETWORKS.idFromString(id) }
  return host.fetch(request, { ...env, NETWORKS }, ctx)
} }
`

const directory = `
import serve, { Directory as Bare } from './directory.js'
export default serve
let [read, written] = [0, 0]
export class Directory extends Bare {
  query(queries) {
    if (queries[0]?.sql === 'measured') {
      const row = [read, written]
      ;[read, written] = [0, 0]
      return [{ columns: ['read', 'written'], rows: [row], meta: { rows_read: 0, rows_written: 0 } }]
    }
    const answers = super.query(queries)
    for (const { meta } of answers) { read += meta.rows_read; written += meta.rows_written }
    return answers
  }
}
`

const inFront = (config: string, name: string): string =>
  config.replace(
    `(name = "${name}.js", esModule = embed "${name}.js")`,
    (found) => `(name = "m-${name}.js", esModule = embed "m-${name}.js"), ${found}`,
  )

/** The Worker as it is, on workerd alone, with counters around its databases. Linux only. */
export const startMeasured = async () => {
  const [state, port, key] = [mkdtempSync(join(tmpdir(), 'gleaner-actions-')), await freePort(), randomBytes(16).toString('hex')]
  const [built, folder] = [await serverFolder(), join(state, 'server')]
  cpSync(built, folder, { recursive: true })
  writeFileSync(join(folder, 'm-host.js'), host)
  writeFileSync(join(folder, 'm-directory.js'), directory)
  const config = join(folder, 'config.capnp')
  writeFileSync(config, inFront(inFront(readFileSync(config, 'utf8'), 'host'), 'directory'))
  const variables = { ADDRESS_HEADER: 'none', DEVELOPMENT_KEY: key, MEMBER_LIMITS: '1000' }
  const { program, args, env } = await ownWorkerd(state, port, variables)
  const child = spawn(
    program,
    args.map((arg) => arg.replace(built, folder)),
    { cwd: state, env, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let printed = ''
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const url = `http://localhost:${port}`
  for (let tries = 0; !(await fetch(`${url}/v1/me`).catch(() => undefined)); tries += 1) {
    if (child.exitCode !== null || tries > 600) throw new Error(`The measured Worker does not start:\n${printed}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  let before = cpuOf(child.pid ?? 0)
  return {
    worker: { url, key, log: '', stop: () => Promise.resolve(), kill: () => Promise.resolve() },
    state,
    /** As five minutes later: what can be undone no more is forgotten (storage/undo-log.ts). */
    settle: async (): Promise<void> => void (await (await fetch(`${url}/v1/measured`, { method: 'POST' })).arrayBuffer()),
    /** Since the last call of it. */
    used: async (): Promise<Used> => {
      const said = (await (await fetch(`${url}/v1/measured`)).json()) as Omit<Used, 'cpu'>
      const now = cpuOf(child.pid ?? 0)
      const cpu = now - before
      before = now
      return { ...said, cpu }
    },
    stop: async (): Promise<void> => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await gone
      rmSync(state, { recursive: true, force: true })
    },
  }
}
