import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { buildAll } from '../local/build.ts'
import { root } from '../local/root.ts'
import { type Deployment, faultsOf, readDeployment, unlisted, wranglerConfig, writeWranglerConfig } from './deployment.ts'
import { readProduct } from './product.ts'
import { runWrangler } from './run-wrangler.ts'

/**
 * `npm run deploy`: from nothing, or from what is there, to a Worker that runs at Cloudflare. It may be run again after any failure.
 * `--dry-run` needs no network and no account; `--settings <file>` names another deployment (staging); `--url` where to look at the running thing.
 */
const { values } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    settings: { type: 'string', default: join(root, 'gleaner.deploy.toml') },
    url: { type: 'string' },
  },
})
const product = readProduct()

const stop = (message: string): never => {
  console.error(message)
  process.exit(1)
}

const checked = (deployment: Deployment): Deployment => {
  const faults = faultsOf(product, deployment, new Date().toISOString().slice(0, 10))
  return faults.length > 0 ? stop(`Nothing was sent.\n  ${faults.join('\n  ')}`) : deployment
}

/** Everything that can be told without the network. */
const dryRun = async (deployment: Deployment): Promise<string> => {
  const config = writeWranglerConfig(product, deployment)
  const printed = await runWrangler(['deploy', '--dry-run', '--config', config])
  if (printed.includes('WARNING')) stop(`Nothing was sent. wrangler warns:\n${printed}`)
  const lost = unlisted(product, printed)
  if (lost.length > 0) stop(`Nothing was sent. These bindings would be lost: ${lost.join(', ')}\n${printed}`)
  return config
}

/** Makes the database where there is none yet, and writes its id into the operator's file at once: a second run finds it. */
const withDatabase = async (deployment: Deployment): Promise<Deployment> => {
  if (deployment.database_id) return deployment
  const name = `${deployment.name}-directory`
  const listed = JSON.parse(await runWrangler(['d1', 'list', '--json'])) as { name: string; uuid: string }[]
  let id = listed.find((one) => one.name === name)?.uuid
  if (!id) {
    console.log(`Making the database ${name} …`)
    const printed = await runWrangler(['d1', 'create', name])
    id = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/.exec(printed)?.[0]
  }
  if (!id) return stop(`wrangler named no id for ${name}. Look with: npx wrangler d1 list`)
  const before = existsSync(values.settings) ? readFileSync(values.settings, 'utf8') : `name = "${deployment.name}"\n`
  // Ahead of any [table], to which it would belong otherwise.
  writeFileSync(values.settings, `database_id = "${id}"\n${before}`)
  return { ...deployment, database_id: id }
}

/** Asks for the secrets that are not set yet; nothing of what is typed is shown or kept. */
const askSecrets = async ({ secrets = [] }: Deployment, config: string, folder: string): Promise<string[]> => {
  if (secrets.length === 0) return []
  const listed = await runWrangler(['secret', 'list', '--config', config]).catch(() => '[]')
  const missing = secrets.filter((name) => !listed.includes(`"${name}"`))
  if (missing.length === 0) return []
  const file = join(folder, 'secrets.env')
  writeFileSync(file, '', { mode: 0o600 })
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  for (const name of missing) {
    process.stdout.write(`${name}: `)
    const asked = terminal.question('\u001b[8m')
    const secret = (await asked).trim()
    process.stdout.write('\u001b[28m')
    if (secret !== '') appendFileSync(file, `${name}=${JSON.stringify(secret)}\n`)
  }
  terminal.close()
  return ['--secrets-file', file]
}

/** Whether the thing that runs is this Worker: it knows its addresses, and shows its pages. */
const look = async (url: string): Promise<void> => {
  for (let tries = 0; tries < 30; tries += 1) {
    const [me, page] = await Promise.all(
      ['/v1/me', '/'].map((path) => fetch(new URL(path, url)).then(async (answer) => [answer.status, await answer.text()] as const)),
    ).catch(() => [])
    if (me?.[0] === 401 && page?.[0] === 200 && page[1].includes('<title>')) return console.log(`${url} answers as it should.`)
    await new Promise((resolve) => setTimeout(resolve, 2000))
  }
  stop(`${url} does not answer as Gleaner does. It was deployed; look at: npx wrangler tail`)
}

const deploy = async (first: Deployment): Promise<void> => {
  await runWrangler(['whoami']).then((said) => /not authenticated/i.test(said) && stop('Sign in first: npx wrangler login'))
  const deployment = checked(await withDatabase(first))
  const config = await dryRun(deployment)
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-secrets-'))
  try {
    const secrets = await askSecrets(deployment, config, folder)
    console.log('Bringing the tables of the directory up to date …')
    await runWrangler(['d1', 'migrations', 'apply', 'DIRECTORY', '--remote', '--config', config])
    console.log('Sending the Worker …')
    const printed = await runWrangler(['deploy', '--strict', '--config', config, ...secrets])
    const said = deployment.domains?.[0] ?? /https:\/\/(\S+\.workers\.dev)/.exec(printed)?.[1]
    const url = values.url ?? (said ? `https://${said}` : stop(`It was sent; wrangler named no address:\n${printed}`))
    await look(url)
    const rows = await runWrangler([
      'd1',
      'execute',
      'DIRECTORY',
      '--remote',
      '--config',
      config,
      '--json',
      '--command',
      'SELECT slug FROM network',
    ])
    if (!rows.includes('"slug"'))
      console.log(`Nobody is in it yet. Make the first network and its admin:
  npm run admin -- new-network <slug> "<name>" --admin "<name>" --remote --settings ${values.settings} --url ${url}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const deployment = readDeployment(values.settings)
await buildAll(console.log, ['dashboard'])
checked(deployment)
if (values['dry-run']) {
  await dryRun(deployment)
  const config = wranglerConfig(product, deployment) as { d1_databases: { database_name: string }[] }
  console.log(
    `Nothing was sent, and nothing is wrong. It would be “${deployment.name}”, with ${deployment.database_id ? 'the database' : 'a new database'} ${config.d1_databases[0]?.database_name}.`,
  )
} else await deploy(deployment).catch((error: Error) => stop(error.message))
