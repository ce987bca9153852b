/**
 * What the built look for patients says of saved pages: `npm run portals -- INDEX.json > results.jsonl`, a line
 * `{file, patients, known}` a page. INDEX.json: rows `{file, url}` beside the pages. In a real browser without a network, by
 * the script that a press injects, into the page at its own address with its scripts and styles in place.
 */
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { buildAll } from '../../worker/local/build.ts'
import { startInjectedReader } from '../extension/injected-reader.ts'

interface Saved {
  file: string
  url?: string
  original_url?: string | null
}

const savedIn = (index: string): Saved[] => {
  const parsed = JSON.parse(readFileSync(index, 'utf8')) as Saved[] | { pages: Saved[] }
  return Array.isArray(parsed) ? parsed : parsed.pages
}

const [index] = process.argv.slice(2)
if (index === undefined) throw new Error('Which pages? npm run portals -- INDEX.json')
await buildAll(console.error)
const reader = await startInjectedReader()
for (const { file, url, original_url: original } of savedIn(index)) {
  const html = readFileSync(resolve(dirname(index), file), 'utf8')
  const { patients, known } = await reader.look(html, url ?? original ?? `https://saved-page.example/${encodeURIComponent(file)}`)
  console.log(JSON.stringify({ file, patients, known }))
}
await reader.close()
