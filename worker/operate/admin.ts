import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../local/root.ts'
import { exportNetwork, importNetwork } from '../local/move-network.ts'
import { readDeployment, writeWranglerConfig } from './deployment.ts'
import { readProduct } from './product.ts'
import { runWrangler } from './run-wrangler.ts'
import { askRecovery, type AskedRecovery, recoveryLines, recoveryTarget } from './recoveries.ts'
import { readDirectory, writeDirectory } from './write-directory.ts'
import { addressClaims } from '../../shared/domain/address-claims.ts'
import { hasLetter, plainText } from '../../shared/values/plain-text.ts'

/**
 * `npm run admin -- …`: what nobody can do in the dashboard, because nobody is in it yet. It writes to the directory (D1): on
 * this machine (the folder of `npm start`, or `--state <folder>`) through the server where it runs and by wrangler where it does not, with `--remote`
 * on the deployed Worker, as whoever is signed in to Cloudflare.
 */
const usage = `npm run admin -- new-network <slug> "<name>" --admin "<name>" [--email <address>]
npm run admin -- sign-in-link <person>@<slug>
npm run admin -- add-provider <slug> --label "<hospital>" --issuer <url> --client <id> --secret-name IDP_… --domains a.org,b.org
npm run admin -- set-provider <provider> [--trust-addresses yes|no] [--address-claim <claim>]   also with add-provider

npm run admin -- export <slug> <file>                                                    the whole network as one archive (docs/archive.md)
npm run admin -- import <file> [<slug>]                                                  makes the network of an archive here
npm run admin -- export-directory <file> --remote                the directory of a deployment as SQL
npm run admin -- bookmark <slug> --remote                        asks for the bookmark of a bank as it is now
npm run admin -- recover <slug> --to <moment or bookmark> --remote   takes a closed network’s bank back there
npm run admin -- recoveries <slug> --remote                      what became of both
npm run admin -- backup|check|restore|drill|close|open …         data in files; on this machine --data is .wrangler/state

--url <address of the Worker>   for the links that are printed (default http://localhost:8787)
--remote                        the deployed Worker instead of this machine; --settings <file> where it is not gleaner.deploy.toml
--socket <file>                 the operator’s socket of a server of one’s own (docs/self-hosting.md)
--state <folder>                this machine's data, default .wrangler/state`

const state = join(root, '.wrangler/state')

/** Copies and restores are a shell script, so that a server needs no Node for them; where there is no sqlite3, Node reads the files. */
const withFiles = (args: string[]): never => {
  const given = args.includes('--data') || !['backup', 'check'].includes(args[0] ?? '') ? args : [...args, '--data', state]
  const folder = join(root, 'worker/operate')
  const hasOwn = spawnSync('sqlite3', ['--version']).status === 0
  const env = { ...process.env, ...(hasOwn ? {} : { GLEANER_SQLITE: join(folder, 'sqlite-shell.ts') }) }
  process.exit(spawnSync('sh', [join(folder, 'files/gleaner-admin'), ...given], { stdio: 'inherit', env }).status ?? 1)
}
const ofFiles = new Set(['backup', 'check', 'restore', 'drill', 'close', 'open'])
if (ofFiles.has(process.argv[2] ?? '')) withFiles(process.argv.slice(2))

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    admin: { type: 'string' },
    email: { type: 'string' },
    label: { type: 'string' },
    issuer: { type: 'string' },
    client: { type: 'string' },
    'secret-name': { type: 'string' },
    domains: { type: 'string' },
    'trust-addresses': { type: 'string' },
    'address-claim': { type: 'string' },
    url: { type: 'string', default: 'http://localhost:8787' },
    state: { type: 'string', default: state },
    settings: { type: 'string', default: join(root, 'gleaner.deploy.toml') },
    socket: { type: 'string' },
    to: { type: 'string' },
    remote: { type: 'boolean', default: false },
  },
})

const stop = (message: string): never => {
  console.error(message)
  process.exit(1)
}
const needed = (value: string | undefined, what: string): string => value || stop(`${what} is missing.\n\n${usage}`)
/** A name that people will see. */
const shown = (value: string | undefined, what: string): string => {
  const name = plainText(needed(value, what))
  return hasLetter(name) ? name : stop(`${what} needs a letter that can be seen.`)
}
/** wrangler binds no values: a text is quoted as SQL quotes it, and has no zero byte to end it early. */
const text = (value: string): string => (value.includes('\0') ? stop('A text has a zero byte.') : `'${value.replaceAll("'", "''")}'`)

const execute = (sql: string[]): Promise<void> => writeDirectory(values, sql)

const day = 24 * 60 * 60 * 1000

/** A link that signs one member in, once, within a day. A person who is none makes the statement fail, not an empty link. */
const linkFor = (person: string, network: string): { link: string; statement: string } => {
  // 80 bits; the Worker hashes a code's capitals and digits.
  const code = randomBytes(10).toString('hex').toUpperCase()
  const hash = createHash('sha256').update(code).digest('hex')
  const member = `(SELECT person FROM membership WHERE person = ${text(person)} AND network = ${text(network)} AND status = 'active')`
  const statement = `INSERT INTO code (hash, kind, person, network, expires_at) VALUES (${text(hash)}, 'web', ${member}, ${text(network)}, ${Date.now() + day})`
  return { link: `${values.url}/sign-in#${code}`, statement }
}

const audit = (network: string, action: string, subject: string): string =>
  `INSERT INTO audit (at, network, person, action, subject, source) VALUES (${Date.now()}, ${text(network)}, '', ${text(action)}, ${text(subject)}, 'npm run admin')`

const newNetwork = async (): Promise<void> => {
  const [slug, name, admin] = [needed(positionals[1], 'The slug'), shown(positionals[2], 'The name'), shown(values.admin, '--admin')]
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(slug)) stop('A slug has 2 to 40 small letters, digits and dashes.')
  const [person, now] = [crypto.randomUUID(), Date.now()]
  const { link, statement } = linkFor(person, slug)
  const address = values.email?.trim().toLowerCase()
  await execute([
    `INSERT INTO network (slug, name, object, created_at) VALUES (${text(slug)}, ${text(name)}, ${text(`net:${crypto.randomUUID()}`)}, ${now})`,
    `INSERT INTO person (id, name, created_at) VALUES (${text(person)}, ${text(admin)}, ${now})`,
    `INSERT INTO membership (person, network, role, created_at) VALUES (${text(person)}, ${text(slug)}, 'admin', ${now})`,
    ...(address
      ? [`INSERT INTO identity (issuer, subject, person, created_at) VALUES ('email', ${text(address)}, ${text(person)}, ${now})`]
      : []),
    statement,
    audit(slug, 'network-made', person),
  ])
  console.log(
    `The network “${name}” is there, with ${admin} as its admin (${person}).\n\n  ${link}\n\nThis link signs them in once, within a day.`,
  )
}

const signInLink = async (): Promise<void> => {
  const [person = '', network = ''] = needed(positionals[1], 'The member').split('@')
  const { link, statement } = linkFor(person, network)
  await execute([statement, audit(network, 'sign-in-link-made', person)]).catch((error: Error) =>
    stop(`Is ${person} an active member of ${network}? ${error.message}`),
  )
  console.log(link)
}

/** How a provider speaks of people, as the options say it, by the columns that are set; what that means is printed before it is written. */
const spokenBy = (): Record<string, string> => {
  const [trust, claim] = [values['trust-addresses'], values['address-claim']]
  if (trust !== undefined && trust !== 'yes' && trust !== 'no') stop('--trust-addresses is yes or no.')
  if (claim !== undefined && !addressClaims.some((one) => one === claim)) stop(`--address-claim is one of ${addressClaims.join(', ')}.`)
  if (trust === 'yes')
    console.warn(`With --trust-addresses every address that this issuer says is believed, also one that it never verified. Right for a provider
of one organisation whose people cannot change their own address (a single-tenant Entra ID). Wrong for an issuer where
anybody can make an account or type an address: they could come in as a member of the hospital. Domains are checked all the same.`)
  if (trust !== 'yes' && (claim === 'upn' || claim === 'preferred_username'))
    console.warn(`No provider says that a ${claim} is verified: without --trust-addresses yes nobody will come in.`)
  return {
    ...(trust ? { trust_addresses: trust === 'yes' ? '1' : '0' } : {}),
    ...(claim ? { address_claim: text(claim) } : {}),
  }
}

const setProvider = async (): Promise<void> => {
  const [id, columns] = [text(needed(positionals[1], 'The provider')), Object.entries(spokenBy())]
  if (columns.length === 0) stop('There is nothing to set: --trust-addresses yes|no, --address-claim <claim>.')
  const of = (column: string): string => `(SELECT ${column} FROM provider WHERE id = ${id})`
  const detail = text(columns.map(([name, value]) => `${name}=${value.replaceAll("'", '')}`).join(' '))
  await execute([
    // A provider that is none makes the statement fail: the line of the audit needs its network.
    `INSERT INTO audit (at, network, person, action, subject, detail, source) VALUES (${Date.now()}, ${of('network')}, '', 'provider-changed', ${of('label')}, ${detail}, 'npm run admin')`,
    `UPDATE provider SET ${columns.map((pair) => pair.join(' = ')).join(', ')} WHERE id = ${id}`,
  ])
  console.log('The provider is set so from its next sign-in on.')
}

const addProvider = async (): Promise<void> => {
  const [network, id] = [needed(positionals[1], 'The network'), crypto.randomUUID()]
  const secretName = needed(values['secret-name'], '--secret-name')
  if (!/^IDP_[A-Z0-9_]+$/.test(secretName)) stop('The secret’s name begins with IDP_ and has capitals, digits and underscores.')
  const issuer = new URL(needed(values.issuer, '--issuer'))
  const domains = needed(values.domains, '--domains')
    .split(',')
    .map((domain) => domain.trim().toLowerCase())
  const spoken = Object.entries(spokenBy())
  const row = [
    id,
    network,
    shown(values.label, '--label'),
    values.issuer ?? issuer.href,
    needed(values.client, '--client'),
    secretName,
    JSON.stringify(domains),
  ]
  await execute([
    `INSERT INTO provider (id, network, label, issuer, client, secret_name, domains${spoken.map(([name]) => `, ${name}`).join('')}) VALUES (${[...row.map(text), ...spoken.map(([, value]) => value)].join(', ')})`,
    audit(network, 'provider-added', values.label ?? ''),
  ])
  console.log(`Sign-in page with its button: ${values.url}/sign-in?with=${id}
Tell the hospital this address to come back to: ${values.url}/v1/providers/${id}/callback
Set the client's secret: npx wrangler secret put ${secretName}`)
}

const directory = { execute, text }

const exportToFile = async (): Promise<void> => {
  const [slug, file] = [needed(positionals[1], 'The slug'), needed(positionals[2], 'The file')]
  const bytes = await exportNetwork(directory, values.url, slug, file)
  console.log(`${file} has the whole network “${slug}” (${bytes} bytes). It names its members: keep it as you keep the bank itself.`)
}

const importFromFile = async (): Promise<void> => {
  const taken = await importNetwork(directory, values.url, needed(positionals[1], 'The file'), positionals[2])
  const { link, statement } = linkFor(taken.admin, taken.slug)
  await execute([statement, audit(taken.slug, 'sign-in-link-made', taken.admin)])
  console.log(`The network “${taken.slug}” is there, with ${taken.rows} rows, ${taken.log} entries of its history and ${taken.members + 1} members.
${taken.known > 1 ? `${taken.known - 1} members are known in this deployment already: invite them.\n` : ''}${taken.unread.length > 0 ? `Not read, because this version does not know it: ${taken.unread.join(', ')}\n` : ''}
  ${link}

This link signs its first admin in once, within a day. Nobody else can sign in before they get one (sign-in-link) or an invitation.`)
}

const exportDirectory = async (): Promise<void> => {
  const file = needed(positionals[1], 'The file')
  if (!values.remote) stop('Only a deployment needs this: elsewhere the directory is a file, and backup copies it.')
  const config = writeWranglerConfig(readProduct(), readDeployment(values.settings))
  await runWrangler(['d1', 'export', 'DIRECTORY', '--remote', '--config', config, '--output', file])
  console.log(`${file} has the directory: who people are, not what they wrote. Keep it as you keep passwords’ hashes.`)
}

const askFor = async (target: { moment: number | null; bookmark: string | null }): Promise<void> => {
  const slug = needed(positionals[1], 'The slug')
  await execute([askRecovery(text(slug), target, Date.now()), audit(slug, 'recovery-asked', values.to ?? 'bookmark')]).catch(
    (error: Error) => stop(`Is there a network “${slug}”? ${error.message}`),
  )
  console.log(`The Worker looks every ten minutes. What became of it says npm run admin -- recoveries ${slug} (with the same options).`)
}

const bookmark = (): Promise<void> => askFor({ moment: null, bookmark: null })
const recover = async (): Promise<void> => askFor(recoveryTarget(needed(values.to, '--to'), Date.now()))

const recoveries = async (): Promise<void> => {
  const slug = text(needed(positionals[1], 'The slug'))
  const found = await readDirectory<AskedRecovery>(values, `SELECT * FROM recovery WHERE network = ${slug} ORDER BY number`)
  console.log(found.length > 0 ? recoveryLines(found).join('\n') : 'Nothing was asked for.')
}

const commands = new Map([
  ['bookmark', bookmark],
  ['recover', recover],
  ['recoveries', recoveries],
  ['export', exportToFile],
  ['import', importFromFile],
  ['export-directory', exportDirectory],
  ['new-network', newNetwork],
  ['sign-in-link', signInLink],
  ['add-provider', addProvider],
  ['set-provider', setProvider],
])
const command = commands.get(positionals[0] ?? '') ?? ((): Promise<void> => Promise.resolve(stop(usage)))
await command().catch((error: unknown) => stop(error instanceof Error ? error.message : String(error)))
