import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentHash, writeDocument } from './document-file.ts'

/**
 * `npm run client`: makes the types of the client from the document. The generator needs an older TypeScript than we have, so both are fetched
 * for this alone; `npm run client -- --document` only writes dist/openapi.json, which `npm run lint:api` reads.
 */
const document = writeDocument()
if (!process.argv.includes('--document')) {
  const types = join(import.meta.dirname, 'api.d.ts')
  const packages = ['--yes', '--package', 'openapi-typescript@7.13.0', '--package', 'typescript@5.9.3']
  execFileSync('npx', [...packages, 'openapi-typescript', document, '--output', types], { stdio: 'inherit' })
  writeFileSync(
    types,
    `// Made by npm run client, of the document with this SHA-256: ${documentHash()}\n/* oxlint-disable */\n${readFileSync(types, 'utf8')}`,
  )
  execFileSync('npx', ['oxfmt', types], { stdio: 'inherit' })
}
