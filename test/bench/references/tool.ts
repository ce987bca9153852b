import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import type { CitationFormatKey } from '../../../shared/citations/citation-formats.ts'
import { type CslName, fromCsl, type Item } from './kept-item.ts'

/** A program of others that reads files of references. `read` answers their items in order of the file. */
export interface Tool {
  name: string
  version: string
  read: (file: string) => Item[]
}

type Reader = (Cite: new (text: string) => { data: Record<string, unknown>[] }) => (file: string) => Item[]

const require = createRequire(import.meta.url)

/** citation-js tells a conference apart from what it published. */
const readWithCitationJs: Reader = (Cite) => (file) =>
  new Cite(file).data.map((item) => fromCsl({ ...item, 'container-title': item['container-title'] ?? item['event-title'] }))

/** What npm installs: part of every test. */
export const citationJs = (): Tool => ({
  name: 'citation-js',
  version: (require('citation-js/package.json') as { version: string }).version,
  read: readWithCitationJs(require('citation-js') as Parameters<Reader>[0]),
})

/** Standard output of a program, or nothing where it is not installed. */
export const run = (program: string, args: readonly string[], input = ''): string | undefined => {
  const { status, stdout, error } = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 26 })
  return error || status !== 0 ? undefined : stdout
}

const pandocFormats = { bibtex: 'bibtex', 'csl-json': 'csljson' } as const

export const pandoc = (format: CitationFormatKey): Tool | undefined => {
  const version = /pandoc(?:\.exe)? (\S+)/.exec(run('pandoc', ['--version']) ?? '')?.[1]
  const from = format === 'ris' ? undefined : pandocFormats[format]
  if (!version || !from) return undefined
  const read = (file: string): Item[] =>
    (JSON.parse(run('pandoc', ['-f', from, '-t', 'csljson'], file) ?? '[]') as { author?: CslName[] }[]).map(fromCsl)
  return { name: 'pandoc', version, read }
}
