import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workerdPath } from '../../../worker/local/own-workerd.ts'
import { freePort } from '../../../worker/local/ports.ts'
import { readProduct } from '../../../worker/operate/product.ts'
import { type PlainServer, startPlain } from './plain-server.ts'

/** What anybody would write first: a Worker that passes a text on, and an object that reads one row and writes one. */
const module = `
import { DurableObject } from 'cloudflare:workers'
export class Simple extends DurableObject {
  constructor(state, env) {
    super(state, env)
    state.storage.sql.exec('CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, text TEXT NOT NULL)')
  }
  say(text) {
    const { sql } = this.ctx.storage
    const { last } = sql.exec('SELECT coalesce(max(id), 0) AS last FROM entry').one()
    sql.exec('INSERT INTO entry (text) VALUES (?)', text)
    return JSON.stringify({ last })
  }
}
export default {
  fetch: async (request, env) =>
    request.method === 'POST' ? new Response(await env.SIMPLE.getByName('one').say(await request.text())) : new Response(''),
}
`

const config = (port: number): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main), (name = "data", disk = (path = "data", writable = true))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]);
const main :Workerd.Worker = (
  modules = [(name = "main.js", esModule = embed "main.js")],
  compatibilityDate = "${readProduct().compatibility_date}",
  durableObjectStorage = (localDisk = "data"),
  durableObjectNamespaces = [(className = "Simple", uniqueKey = "simple", enableSql = true)],
  bindings = [(name = "SIMPLE", durableObjectNamespace = "Simple")]);
`

/** The simple object on workerd alone, its data in that folder. */
export const startSimple = async (state: string): Promise<PlainServer> => {
  const port = await freePort()
  mkdirSync(join(state, 'data'), { recursive: true })
  writeFileSync(join(state, 'main.js'), module)
  writeFileSync(join(state, 'config.capnp'), config(port))
  const args = ['serve', 'config.capnp']
  return startPlain({ program: workerdPath(), args, cwd: state, env: { PATH: process.env['PATH'] } }, `http://127.0.0.1:${port}`)
}
