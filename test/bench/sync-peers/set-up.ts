import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** `node test/bench/sync-peers/set-up.ts FOLDER`: puts Gleaner among the peers in a copy of the harness (docs/performance.md). */
const peers = resolve(process.argv[2] ?? '.')

const bundle = (source: string, output: string, ...options: string[]): void => {
  const args = [
    join(import.meta.dirname, source),
    '--bundle',
    `--outfile=${join(peers, 'dist', output)}`,
    `--alias:sync-peers/doc=${join(peers, 'lib/doc.mjs')}`,
    '--alias:dexie=dexie/dist/modern/dexie.mjs',
    '--log-level=error',
    ...options,
  ]
  const { status } = spawnSync(join(peers, 'node_modules/.bin/esbuild'), args, { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${source} cannot be bundled`)
}

/** Adds our server to a harness file's list, once. */
const enlist = (file: string, after: string, entry: string): void => {
  const source = readFileSync(join(peers, file), 'utf8')
  if (source.includes('worker-gleaner')) return
  if (!source.includes(after)) throw new Error(`${file} has no list of servers`)
  writeFileSync(
    join(peers, file),
    source.replace(after, () => `${after} ${entry},`),
  )
}

/** Of an extension's browser what its modules ask for when they are loaded: a page has none of it, and nothing is kept there. */
const storage = `{const silent={addListener(){},removeListener(){}},area={get:async()=>({}),set:async()=>{},remove:async()=>{},onChanged:silent};
Object.assign(globalThis.chrome??={},{storage:{local:area,session:area,managed:area,onChanged:silent},runtime:{id:'bench',onMessage:silent}})}`

bundle('client.mjs', 'gleaner.js', '--format=iife', '--minify', `--banner:js=${storage}`)
bundle('server.mjs', 'worker-gleaner.js', '--format=esm', '--external:cloudflare:workers', '--conditions=workerd,worker,import')
enlist('bench.mjs', 'const SERVERS = {', "gleaner: (p, d, s) => [NODE24, ['servers/wd.mjs', p, 'dist/worker-gleaner.js', d, s]]")
enlist('restore.mjs', 'const SERVERS = {', "gleaner: (d) => [NODE24, ['servers/wd.mjs', SP, 'dist/worker-gleaner.js', d, 0]]")
