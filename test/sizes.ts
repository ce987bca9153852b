import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { init, parse } from 'es-module-lexer'

/** `npm run size`: what is built is weighed by how it is loaded, so that the name of a file decides nothing. Needs `npm run build`. */

const dist = fileURLToPath(new URL('../dist/', import.meta.url))

interface Module {
  /** Bytes, minified and gzipped. */
  size: number
  /** Paths of what is loaded with it, and of what it may load later. */
  withIt: string[]
  later: string[]
}

await init
const known = new Map<string, Module>()

/** A built module and what it imports. Names in imports are relative, or from the root of the app that the file belongs to. */
const moduleAt = (app: string, path: string): Module => {
  const seen = known.get(app + path)
  if (seen) return seen
  const code = readFileSync(join(dist, app, path))
  const [imports] = parse(code.toString())
  const pathOf = (name: string): string => new URL(name, new URL(path, 'file:///')).pathname.slice(1)
  const named = imports.flatMap(({ n, d }) => (n === undefined ? [] : [{ path: pathOf(n), dynamic: d >= 0 }]))
  const made = {
    size: gzipSync(code, { level: 9 }).length,
    withIt: named.filter(({ dynamic }) => !dynamic).map((one) => one.path),
    later: named.filter(({ dynamic }) => dynamic).map((one) => one.path),
  }
  known.set(app + path, made)
  return made
}

/** Those modules and all that is loaded with them. */
const loadedWith = (app: string, paths: readonly string[], seen = new Set<string>()): Set<string> => {
  for (const path of paths) {
    if (seen.has(path)) continue
    seen.add(path)
    loadedWith(app, moduleAt(app, path).withIt, seen)
  }
  return seen
}

const weigh = (app: string, paths: Iterable<string>): number => [...paths].reduce((sum, path) => sum + moduleAt(app, path).size, 0)

/** Whatever can be loaded later from these, each with all that comes along and is not there yet. */
const partsAfter = (app: string, first: ReadonlySet<string>): Map<string, Set<string>> => {
  const parts = new Map<string, Set<string>>()
  const open = [...first]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const entry of moduleAt(app, path).later) {
      if (parts.has(entry) || first.has(entry)) continue
      const part = new Set([...loadedWith(app, [entry], new Set(first))].filter((one) => !first.has(one)))
      parts.set(entry, part)
      open.push(...part)
    }
  }
  return parts
}

const scriptsOf = (app: string, page: string): string[] =>
  [...readFileSync(join(dist, app, page), 'utf8').matchAll(/<script[^>]* src="\/([^"]+)"/g)].map(([, path = '']) => path)

const chrome = 'extension/chrome-mv3'
const page = (app: string, name: string): { first: number; largest: number; all: number } => {
  const first = loadedWith(app, scriptsOf(app, name))
  const parts = partsAfter(app, first)
  const all = new Set([...first, ...[...parts.values()].flatMap((part) => [...part])])
  return { first: weigh(app, first), largest: Math.max(0, ...[...parts.values()].map((part) => weigh(app, part))), all: weigh(app, all) }
}
const script = (path: string): number => weigh(chrome, [path])

const panel = page(chrome, 'sidepanel.html')
const options = page(chrome, 'options.html')
const dashboard = page('dashboard', 'index.html')

/** Bytes, and how many there may be, in kB (1,000 bytes), gzipped. */
const budgets: readonly (readonly [name: string, bytes: number, limit: number])[] = [
  ['background', script('background.js'), 51.3],
  ['what is made of a page, loaded by the first press', script('page-rules.js'), 35],
  ['what decides on a quick clip, loaded by the first', script('quick-rules.js'), 76.5],
  ['the patient guard for other languages and countries, loaded by a quick clip that asks for it', script('guard-languages.js'), 53],
  ['what searches the bank for the address bar, loaded by its keyword', script('bank-suggestions.js'), 3],
  ['reader, injected into a page', script('capture.js'), 15],
  ['signs of kind and standing, injected beside it', script('page-signs.js'), 4],
  ['patient page reader, injected into a page', script('portal.js'), 24],
  ['signs of publication, injected with it', script('standing.js'), 5],
  ['reader of the screen, injected where metadata are in doubt', script('screen.js'), 20],
  ['reader of what is printed, injected where metadata fall short', script('printed.js'), 20.2],
  ['reader of records, injected where print leaves something open', script('record.js'), 21.1],
  ['sentence in frames and shadow trees, injected where none is selected', script('quote-elsewhere.js'), 2],
  ['link to a sentence, injected into a page', script('quote-link.js'), 10],
  ['side panel, first load', panel.first, 80],
  ['side panel, the largest part loaded later: the patient guard', panel.largest, 72.7],
  ['side panel, everything in every language', panel.all, 275],
  ['options, first load', options.first, 80],
  ['dashboard, first load', dashboard.first, 80],
  ['dashboard, the largest part loaded later: the patient guard, once a list of ideas is read', dashboard.largest, 72.7],
  ['dashboard, everything in every language', dashboard.all, 443],
]

let over = 0
for (const [name, bytes, limit] of budgets) {
  const isOver = bytes > limit * 1000
  if (isOver) over += 1
  console.log(`${isOver ? 'OVER ' : '     '}${(bytes / 1000).toFixed(2).padStart(7)} of ${String(limit).padStart(3)} kB  ${name}`)
}
process.exit(over === 0 ? 0 : 1)
