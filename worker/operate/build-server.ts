import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { buildAll } from '../local/build.ts'
import { workerdPath } from '../local/own-workerd.ts'
import { root } from '../local/root.ts'
import { readProduct, settingNames } from './product.ts'
import { runWrangler } from './run-wrangler.ts'
import { readHeaders, serverConfig } from './server-config.ts'

/** The bundle that `wrangler deploy` would send, byte for byte. */
const bundleTo = async (file: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-bundle-'))
  try {
    const product = readProduct()
    mkdirSync(join(folder, 'pages'))
    const config = {
      ...product,
      main: join(root, product.main),
      assets: { ...product.assets, directory: join(folder, 'pages') },
      d1_databases: product.d1_databases.map((one) => ({ ...one, migrations_dir: join(root, one.migrations_dir) })),
    }
    writeFileSync(join(folder, 'wrangler.json'), JSON.stringify(config))
    await runWrangler(['deploy', '--dry-run', '--config', join(folder, 'wrangler.json'), '--outdir', join(folder, 'out')])
    cpSync(join(folder, 'out/index.js'), file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Built {
  output: { code?: string }[]
}

/** A module of worker/server as one file, with whatever it imports but the platform and the Worker's own bundle, which lies beside it. */
const moduleOf = async (name: string): Promise<string> => {
  const beside = {
    name: 'beside',
    enforce: 'pre' as const,
    resolveId: (id: string) => (id === '../index.ts' ? { id: './gleaner.js', external: true } : undefined),
  }
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [beside],
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry: join(root, `worker/server/${name}.ts`), formats: ['es'] },
      rolldownOptions: { external: /^cloudflare:/ },
    },
  })) as unknown as Built[]
  const [code, ...more] = built.flatMap(({ output }) => output.map((one) => one.code))
  if (code === undefined || more.length > 0) throw new Error(`worker/server/${name}.ts was not built into one file.`)
  return code
}

/** The parts that are the same on a server and on a developer's machine: the bundle, the modules of worker/server, migrations and the configuration. */
const writeModules = async (to: string, headers: string, local: boolean): Promise<void> => {
  await bundleTo(join(to, 'gleaner.js'))
  for (const name of ['host', 'door', 'directory', 'mail']) writeFileSync(join(to, `${name}.js`), await moduleOf(name))
  const objects = readProduct().migrations.flatMap(({ new_sqlite_classes: names }) => names)
  appendFileSync(join(to, 'host.js'), `\nexport { ${objects.join(', ')} } from './gleaner.js'\n`)
  const migrations = join(root, 'worker/migrations')
  const texts = readdirSync(migrations).toSorted()
  writeFileSync(join(to, 'migrations.json'), JSON.stringify(texts.map((name) => [name, readFileSync(join(migrations, name), 'utf8')])))
  const said = existsSync(headers) ? readHeaders(readFileSync(headers, 'utf8')) : []
  writeFileSync(join(to, 'config.capnp'), serverConfig(readProduct(), settingNames(local), said, local))
}

/** For a developer's machine: no copy of workerd and of the pages, and it may ask this machine too, where providers of tests are. */
const buildLocal = async (to: string): Promise<void> => {
  await writeModules(to, join(root, 'worker/dashboard/public/_headers'), true)
  const site = readFileSync(join(root, 'worker/operate/files/site.capnp'), 'utf8')
  writeFileSync(join(to, 'site.capnp'), site.replace('= ["public"];', '= ["public", "private", "local"];'))
}

/**
 * Makes the folder that is put on a server: workerd, the Worker's bundle, the modules of worker/server, migrations, the dashboard's pages, and what
 * is in worker/operate/files. It has no data and no secret.
 */
export const buildServer = async (to: string, pages = join(root, 'dist/dashboard')): Promise<void> => {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  cpSync(pages, join(to, 'pages'), { recursive: true })
  const headers = join(to, 'pages/_headers')
  await writeModules(to, headers, false)
  rmSync(headers, { force: true })
  cpSync(join(root, 'worker/operate/files'), to, { recursive: true })
  cpSync(workerdPath(), join(to, 'workerd'))
  for (const name of ['workerd', 'gleaner-admin']) chmodSync(join(to, name), 0o755)
}

const forServer = async (to: string): Promise<void> => {
  await buildAll(console.log, ['dashboard'])
  console.log('Making the server’s folder …')
  await buildServer(to)
  const { stdout } = spawnSync(join(to, 'workerd'), ['--version'], { encoding: 'utf8' })
  console.log(`\n  ${to}\n  ${stdout.trim()}\n\nPut it on the server and follow docs/self-hosting.md, for example:
  tar -C ${dirname(to)} -cJf gleaner-server.tar.xz ${to.split('/').at(-1)}`)
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { to: { type: 'string', default: join(root, 'dist/server') }, local: { type: 'boolean', default: false } },
  })
  await (values.local ? buildLocal : forServer)(values.to)
}
