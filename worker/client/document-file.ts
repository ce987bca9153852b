import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApiDocument } from '../open-api/document.ts'

const root = join(import.meta.dirname, '../..')

/** The document as it stands in files; the server's address is an example. */
export const documentText = (): string => `${JSON.stringify(openApiDocument('https://gleaner.example'), undefined, 2)}\n`

/** What the generated types are of. */
export const documentHash = (): string => createHash('sha256').update(documentText()).digest('hex')

/** Writes the document where tools read it; answers its path. */
export const writeDocument = (): string => {
  const path = join(root, 'dist/openapi.json')
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(path, documentText())
  return path
}
