import { isDaily } from '../server/next-time.ts'
import type { Product } from './product.ts'

const quoted = (text: string): string => JSON.stringify(text)
const json = (value: unknown): string => quoted(JSON.stringify(value))
const list = (lines: readonly string[]): string => lines.map((line) => `\n    ${line}`).join(',')

/** A bank's file is named after this and the network: it never changes, and is what `wrangler dev` uses as well. */
const uniqueKey = (product: Product, className: string): string => `${product.name}-${className}`

const namespace = (className: string, key: string): string =>
  `(className = ${quoted(className)}, uniqueKey = ${quoted(key)}, enableSql = true)`

/** Where the directory's one object lies. On a developer's machine: where `wrangler dev` has it, so that both go on with the same data. */
const directoryPlace = (product: Product, local: boolean): { key: string; name: string; disk: string } =>
  local
    ? { key: 'miniflare-D1DatabaseObject', name: product.d1_databases[0]?.database_id ?? '', disk: 'directory-data' }
    : { key: uniqueKey(product, 'Directory'), name: 'directory', disk: 'data' }

/**
 * The configuration of workerd: every object, route and cron of wrangler.toml, every variable of worker/env.d.ts. Throws where wrangler.toml has
 * something that this server cannot do. `headers` are the dashboard's own, read from its `_headers`. `local` is for a developer's machine.
 */
export const serverConfig = (product: Product, settings: readonly string[], headers: unknown, local = false): string => {
  const { compatibility_date: date, durable_objects, migrations, triggers, d1_databases, assets } = product
  const strange = triggers.crons.filter((cron) => !isDaily(cron))
  if (strange.length > 0) throw new Error(`The server’s clock does not know this schedule: ${strange.join(', ')}`)
  const stored = migrations.flatMap(({ new_sqlite_classes: classes }) => classes)
  const unknown = durable_objects.bindings.filter(({ class_name: name }) => !stored.includes(name))
  if (unknown.length > 0) throw new Error(`No migration in wrangler.toml makes ${unknown.map(({ class_name }) => class_name).join(', ')}`)
  const [directory] = d1_databases
  const place = directoryPlace(product, local)
  const inner = '[(name = "fetcher", service = "directory")]'
  const bindings = [
    ...durable_objects.bindings.map(({ name, class_name }) => `(name = ${quoted(name)}, durableObjectNamespace = ${quoted(class_name)})`),
    '(name = "CLOCK", durableObjectNamespace = "Clock")',
    `(name = "CRONS", json = ${json(triggers.crons)})`,
    `(name = ${quoted(directory?.binding ?? '')}, wrapped = (moduleName = "cloudflare-internal:d1-api", innerBindings = ${inner}))`,
    `(name = ${quoted(assets.binding)}, service = "pages")`,
    '(name = "MAIL", service = "mail")',
    ...[...settings, 'SECRETS'].map((name) => `(name = "${name}", fromEnvironment = "${name}")`),
  ]
  return `# Made by npm run build:server from wrangler.toml. What an operator sets is in site.capnp and in the environment.
using Workerd = import "/workerd/workerd.capnp";
using Site = import "/site.capnp";

const config :Workerd.Config = (
  services = [
    (name = "door", worker = .door), (name = "gleaner", worker = .gleaner), (name = "directory", worker = .directory), (name = "mail", worker = .mail),
    (name = "pages", disk = (path = "pages")),
    ${[...new Set(['data', place.disk])].map((name) => `(name = "${name}", disk = (path = "${name}", writable = true)),`).join(' ')}
    (name = "internet", network = (allow = Site.reaches, tlsOptions = (trustBrowserCas = true, trustedCertificates = Site.authorities))),
    (name = "relay", network = (allow = ["public", "private", "local"], tlsOptions = (trustBrowserCas = true, trustedCertificates = Site.authorities)))],
  sockets = [
    (name = "http", address = "127.0.0.1:8787", http = (forwardedProtoHeader = "X-Forwarded-Proto"), service = "door"),
    (name = "operator", address = "unix:operator.sock", http = (), service = (name = "gleaner", entrypoint = "Operator"))],
  v8Flags = ["--max-heap-size=192"],
  logging = (structuredLogging = true));

const door :Workerd.Worker = (
  modules = [(name = "door.js", esModule = embed "door.js")],
  compatibilityDate = "${date}",
  bindings = [(name = "API", service = "gleaner"), (name = "PAGES", service = "pages"),
    (name = "ROUTES", json = ${json(assets.run_worker_first)}),
    (name = "HEADERS", json = ${json(headers)}),
    (name = "PROXIES", fromEnvironment = "PROXIES")]);

const gleaner :Workerd.Worker = (
  modules = [(name = "host.js", esModule = embed "host.js"), (name = "gleaner.js", esModule = embed "gleaner.js")],
  compatibilityDate = "${date}",
  durableObjectStorage = (localDisk = "data"),
  durableObjectNamespaces = [${list([...stored, 'Clock'].map((name) => namespace(name, uniqueKey(product, name))))}],
  bindings = [${list(bindings)}]);

const directory :Workerd.Worker = (
  modules = [(name = "directory.js", esModule = embed "directory.js")],
  compatibilityDate = "${date}",
  durableObjectStorage = (localDisk = "${place.disk}"),
  durableObjectNamespaces = [${namespace('Directory', place.key)}],
  bindings = [(name = "OBJECT", durableObjectNamespace = "Directory"), (name = "NAME", text = ${quoted(place.name)}), (name = "MIGRATIONS", json = embed "migrations.json")]);

const mail :Workerd.Worker = (
  modules = [(name = "mail.js", esModule = embed "mail.js")],
  compatibilityDate = "${date}",
  globalOutbound = "relay",
  bindings = [(name = "MAIL_SERVER", fromEnvironment = "MAIL_SERVER"), (name = "MAIL_TOKEN", fromEnvironment = "MAIL_TOKEN")]);
`
}

/** Lines of a `_headers` file: each pattern of paths with its headers. */
export const readHeaders = (text: string): [pattern: string, headers: [name: string, value: string][]][] => {
  const found: [string, [string, string][]][] = []
  for (const line of text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))) {
    const header = /^\s+([^:\s]+):\s*(.*)$/.exec(line)
    if (header) found.at(-1)?.[1].push([header[1] ?? '', header[2] ?? ''])
    else found.push([line.trim(), []])
  }
  return found
}
