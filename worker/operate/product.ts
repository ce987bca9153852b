import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { root } from '../local/root.ts'

/** What wrangler.toml says: from it come the configuration of one's own workerd and that of a deployment, so nothing is said twice. */
export interface Product {
  name: string
  main: string
  compatibility_date: string
  triggers: { crons: string[] }
  assets: { directory: string; binding: string; not_found_handling: string; run_worker_first: string[] }
  d1_databases: { binding: string; database_name: string; database_id: string; migrations_dir: string }[]
  durable_objects: { bindings: { name: string; class_name: string }[] }
  migrations: { tag: string; new_sqlite_classes: string[] }[]
}

export const readProduct = (): Product => parse(readFileSync(join(root, 'wrangler.toml'), 'utf8')) as unknown as Product

/** Names of the variables and secrets that an operator may set, from worker/env.d.ts; or with `local`, that a developer's machine may. */
export const settingNames = (local = false): string[] => {
  const declared = readFileSync(join(root, 'worker/env.d.ts'), 'utf8')
  const kept = new Set(local ? [] : ['DEVELOPMENT_KEY', 'ADDRESS_HEADER', 'TURNSTILE_ADDRESS', 'LOOKUP_ADDRESS'])
  return [...declared.matchAll(/^ {2}([A-Z_]+)\?: string$/gm)].map(([, name = '']) => name).filter((name) => !kept.has(name))
}
