import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { root } from '../local/root.ts'
import { type Product, settingNames } from './product.ts'

/** One deployment at Cloudflare, as its operator's own file says it. Staging and production are two such files: wrangler's environments lose bindings. */
export interface Deployment {
  name: string
  account_id?: string
  /** Of the D1 database; written by the first deployment. */
  database_id?: string
  /** Host names of the Worker's own, as Cloudflare's custom domains. Without any it is at workers.dev. */
  domains?: string[]
  /** Which addresses mail may go to; any, if left out. Mail is off without MAIL_FROM. */
  mail_to?: string[]
  /** Names of secrets that are asked for if they are not set yet (`IDP_…`, `TURNSTILE_SECRET`). */
  secrets?: string[]
  /** Whether what is counted goes to Workers Analytics Engine; its dataset is made by the first data point. */
  analytics?: boolean
  vars?: Record<string, string>
}

const keys = new Set(['name', 'account_id', 'database_id', 'domains', 'mail_to', 'secrets', 'analytics', 'vars'])
const isUuid = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)
export const placeholder = '00000000-0000-0000-0000-000000000000'
const isSecret = (name: string): boolean => /^IDP_|SECRET|_KEY$/.test(name) && name !== 'TURNSTILE_SITE_KEY'

/** Reads the operator's file; where there is none, that of a first deployment. */
export const readDeployment = (file: string): Deployment =>
  existsSync(file) ? (parse(readFileSync(file, 'utf8')) as unknown as Deployment) : { name: 'gleaner' }

/** The whole of what wrangler is given: wrangler.toml with the operator's file laid over it, and paths that hold from any folder. */
export const wranglerConfig = (product: Product, deployment: Deployment): Record<string, unknown> => {
  const { name, account_id, database_id = placeholder, domains, mail_to, analytics, vars = {} } = deployment
  const mail = { name: 'MAIL', ...(mail_to ? { allowed_destination_addresses: mail_to } : {}) }
  return {
    ...product,
    name,
    ...(account_id ? { account_id } : {}),
    main: join(root, product.main),
    assets: { ...product.assets, directory: join(root, product.assets.directory) },
    d1_databases: product.d1_databases.map((one) => ({
      ...one,
      database_name: `${name}-directory`,
      database_id,
      migrations_dir: join(root, one.migrations_dir),
    })),
    ...(domains ? { routes: domains.map((pattern) => ({ pattern, custom_domain: true })) } : {}),
    ...(vars['MAIL_FROM'] ? { send_email: [mail] } : {}),
    ...(analytics ? { analytics_engine_datasets: [{ binding: 'ANALYTICS', dataset: name.replaceAll('-', '_') }] } : {}),
    vars,
  }
}

const cronField = /^(?:\*|\d{1,2}(?:-\d{1,2})?)(?:\/\d{1,2})?$/
const isCron = (cron: string): boolean => {
  const fields = cron.split(' ')
  return fields.length === 5 && fields.every((field) => field.split(',').every((one) => cronField.test(one)))
}

const ofOperator = (deployment: Deployment): string[] => {
  const { name, database_id, domains = [], secrets = [], vars = {} } = deployment
  const known = new Set(settingNames())
  return [
    ...Object.keys(deployment).flatMap((key) => (keys.has(key) ? [] : [`The operator’s file has “${key}”, which is nothing.`])),
    ...(/^[a-z0-9][a-z0-9-]{0,53}$/.test(name ?? '') ? [] : ['name: small letters, digits and dashes, 54 at most.']),
    ...(database_id === undefined || (isUuid(database_id) && database_id !== placeholder)
      ? []
      : ['database_id is no id of a database. Leave it out, and the deployment makes one.']),
    ...domains.flatMap((domain) => (/^(?:[a-z\d-]+\.)+[a-z]{2,}$/.test(domain) ? [] : [`“${domain}” is no host name.`])),
    ...(secrets.includes('METRICS_KEY') ? ['METRICS_KEY is for a server of one’s own: at Cloudflare say analytics = true.'] : []),
    ...secrets.flatMap((secret) => (isSecret(secret) ? [] : [`“${secret}” is no secret: it belongs into [vars].`])),
    ...Object.keys(vars).flatMap((key) => {
      if (isSecret(key)) return [`${key} is a secret: its name belongs into “secrets”, its value nowhere but into the question.`]
      return known.has(key) ? [] : [`[vars] has ${key}, which the Worker does not know.`]
    }),
  ]
}

const ofProduct = (product: Product, today: string): string[] => {
  const { compatibility_date: date, triggers, durable_objects, migrations, d1_databases, assets } = product
  const made = new Set(migrations.flatMap(({ new_sqlite_classes: classes }) => classes))
  const folder = join(root, d1_databases[0]?.migrations_dir ?? '-')
  const numbers = existsSync(folder)
    ? readdirSync(folder)
        .toSorted()
        .map((file) => Number(file.slice(0, 4)))
    : []
  return [
    ...(date <= today ? [] : [`compatibility_date ${date} is in the future.`]),
    ...triggers.crons.flatMap((cron) => (isCron(cron) ? [] : [`“${cron}” is no cron.`])),
    ...('env' in product ? ['wrangler.toml has [env]: databases and objects are not inherited by it.'] : []),
    ...durable_objects.bindings.flatMap(({ class_name: name }) => (made.has(name) ? [] : [`No [[migrations]] makes ${name}.`])),
    ...(numbers.length > 0 && numbers.every((number, at) => number === at + 1) ? [] : [`${folder} has no unbroken row of migrations.`]),
    ...(existsSync(join(root, assets.directory, 'index.html')) ? [] : ['The dashboard is not built: npm run build:dashboard']),
  ]
}

/** What wrangler’s own dry run passes silently; each fault in a sentence. */
export const faultsOf = (product: Product, deployment: Deployment, today: string): string[] => [
  ...ofOperator(deployment),
  ...ofProduct(product, today),
]

/** Bindings that wrangler’s dry run does not list, though they are configured. */
export const unlisted = (product: Product, printed: string): string[] =>
  [
    ...product.durable_objects.bindings.map(({ name }) => name),
    ...product.d1_databases.map(({ binding }) => binding),
    product.assets.binding,
  ].filter((name) => !printed.includes(`env.${name} `))

/** Writes that for wrangler and gives its path. */
export const writeWranglerConfig = (product: Product, deployment: Deployment): string => {
  const folder = join(root, '.wrangler/deploy-configs')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${deployment.name}.json`)
  writeFileSync(file, JSON.stringify(wranglerConfig(product, deployment), null, 2))
  return file
}
