/**
 * How well the built reader does on pages that tell less: the saved pages without metadata, at another address, with their
 * class names renamed (`../shared/tools/ablate-pages.mjs`), read as at a press and scored by `score-pages.mjs`. Prints a
 * table of what is right and one of what of the said is right, each for all pages and for the third that is held out.
 * `node test/ablate-pages.ts [VARIANT …]`; the lines that were scored stay in `dist/ablated`.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAll } from '../worker/local/build.ts'
import { startInjectedReader } from './extension/injected-reader.ts'
import { readRow, readRows, type Row } from './read-pages.ts'

const shared = fileURLToPath(new URL('../../shared/', import.meta.url))
const [ablate, score] = ['ablate-pages.mjs', 'score-pages.mjs'].map((tool) => join(shared, 'tools', tool)) as [string, string]
const saved = join(shared, 'pages/index.json')
const out = fileURLToPath(new URL('../dist/ablated/', import.meta.url))

const fields = ['title', 'authors', 'journal', 'year', 'doi', 'pmid'] as const

/** A third of the pages, told by their names alone, that rules are not written from. */
const isHeldOut = ({ file }: Row): boolean => (createHash('sha256').update(file).digest()[0] ?? 0) % 3 === 0

/** "said rightly: title   70/71  98.6 %" by its name. */
const scoresOf = (index: string, results: string): Map<string, string> =>
  new Map(
    execFileSync(process.execPath, [score, index, results], { encoding: 'utf8' })
      .split('\n')
      .flatMap((line) => {
        const [, name, right, of] = /^(.+?)\s+(\d+)\/(\d+)\s/.exec(line) ?? []
        return name ? [[name, `${right}/${of} ${Math.round((100 * Number(right)) / Number(of))}`] as const] : []
      }),
  )

const row = (name: string, scores: ReadonlyMap<string, string>, prefix: string): string =>
  [name.padEnd(20), ...fields.map((field) => (scores.get(prefix + field) ?? '-').padStart(11))].join('')

const main = async (wanted: readonly string[]): Promise<void> => {
  mkdirSync(out, { recursive: true })
  execFileSync(process.execPath, [ablate, saved, out])
  await buildAll(console.error)
  const reader = await startInjectedReader()
  const lines: Record<'right' | 'said', string[]> = { right: [], said: [] }
  const variants = ['as they are', ...readdirSync(out).filter((name) => existsSync(join(out, name, 'index.json')))]
  for (const variant of variants.filter((name) => wanted.length === 0 || wanted.includes(name))) {
    const index = variant === 'as they are' ? saved : join(out, variant, 'index.json')
    const rows = readRows(index)
    const results = join(out, `${variant}.jsonl`)
    const read: string[] = []
    for (const page of rows) read.push(JSON.stringify((await readRow(reader, index, page, 0)).line))
    writeFileSync(results, read.join('\n'))
    const heldOut = join(out, `${variant} held out.json`)
    writeFileSync(heldOut, JSON.stringify((JSON.parse(readFileSync(index, 'utf8')) as Row[]).filter(isHeldOut)))
    for (const [name, part] of [
      [variant, index],
      ['  held out', heldOut],
    ] as const) {
      const scores = scoresOf(part, results)
      lines.right.push(row(name, scores, ''))
      lines.said.push(row(name, scores, 'said rightly: '))
    }
  }
  await reader.close()
  const head = ' '.repeat(20) + fields.map((field) => field.padStart(11)).join('')
  for (const [about, table] of Object.entries(lines)) console.log(`${about}, %\n${head}\n${table.join('\n')}`)
}

if (existsSync(ablate) && existsSync(saved)) await main(process.argv.slice(2))
else console.log('Skipped: ../shared, with the saved pages and the tools that make variants of them, is not here.')
