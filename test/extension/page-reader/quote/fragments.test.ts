import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Quote } from '../../../../shared/domain/entities.ts'
import { type Reader, startReader } from '../../extract-browser.ts'

/** A piece of a page; the sentence stands between `<!--[-->` and `<!--]-->`. `script` runs after load. */
interface Structure {
  name: string
  html: string
  script?: string
}

const file = new URL('../../../../../shared/cases/fragments/structures.json', import.meta.url)
const structures = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { rows: Structure[] }).rows : []
/** A narrow no-break space joins what it stands between, in other places than those of the shared file. */
const joined: Structure[] = [
  { name: 'number and unit', html: '<p>On donne <!--[-->une dose unique de 15<!--]-->\u202f<b>mg</b> le matin.</p>' },
  { name: 'emphasis in quotation marks', html: '<p>Ils disent «\u202f<em><!--[-->laver les mains suffit<!--]--></em>\u202f» partout.</p>' },
  { name: 'a question', html: '<ul><li><!--[-->Que faire des cas graves<!--]-->\u202f?</li><li>Attendre.</li></ul>' },
]
const filling = '<p>Other text that fills the page and says little.</p>'.repeat(120)
const address = 'https://page.example.org/read/1'

let reader: Reader
beforeAll(async () => {
  reader = await startReader(fileURLToPath(new URL('../../quote-link-entry.ts', import.meta.url)), true)
}, 300_000)
afterAll(() => reader?.close())

const between = `const marks = []; const walker = document.createTreeWalker(document, 128); while (walker.nextNode()) marks.push(walker.currentNode)
  const [from, to] = ['[', ']'].map((mark) => marks.find(({ data }) => data === mark)); const range = document.createRange()
  if (from && to) { range.setStartAfter(from); range.setEndBefore(to) }`

const pageAt = async ({ html, script = '' }: Structure, at: string): Promise<Page> => {
  const body = `<!doctype html><meta charset="utf-8"><title>A page</title>${filling}${html}${filling}<script>${script}</script>`
  return (await reader.show(body, at)).page
}

const madeOf = async (structure: Structure): Promise<{ quote: Quote | null; link: string }> => {
  const page = await pageAt(structure, address)
  const made = await page.evaluate(`(() => { ${reader.code}; ${between}; getSelection().removeAllRanges(); getSelection().addRange(range)
    return { quote: gleanerReader.readQuote(document), link: gleanerReader.quoteLink(document, location.href) } })()`)
  return made as { quote: Quote | null; link: string }
}

const isInView = `(() => { ${between}; const { top, bottom } = range.getBoundingClientRect(); return scrollY > 0 && bottom > 0 && top < innerHeight })()`

/** Whether the sentence is on the screen soon after the link was followed. */
const opens = async (structure: Structure, link: string): Promise<boolean> => {
  const page = await pageAt(structure, link)
  // Not at every frame: each would be drawn for it.
  return page.waitForFunction(isInView, undefined, { timeout: 60_000, polling: 50 }).then(
    () => true,
    () => false,
  )
}

const isShown = async (structure: Structure, quote: Quote): Promise<boolean> => {
  const page = await pageAt(structure, address)
  return page.evaluate(`(() => { ${reader.code}; return gleanerReader.showQuote(document, ${JSON.stringify(quote)}) && ${isInView} })()`)
}

/** Chromium does not open these by their link, or they get none: they are found again by their words. */
const notByLink = new Set([
  'hidden MathJax copy',
  'MathML',
  'KaTeX with annotation',
  'line numbers',
  'drop cap span',
  'drop cap ::first-letter',
  'word by word spans (PDF to HTML)',
  'starts in a word',
  'tooltip in the sentence',
  'inline button',
  'pre newline',
])

const onPage = [...structures, ...joined].filter(({ html }) => html.includes('<!--[-->') && html.includes('<!--]-->'))

describe('[C12] the link to a sentence, on structures of pages', { timeout: 300_000 }, () => {
  it.each(onPage.map((structure) => [structure.name, structure] as const))(
    'opens at it, and it is found again: %s',
    async (name, structure) => {
      const { quote, link } = await madeOf(structure)
      if (!notByLink.has(name)) expect(link !== '' && (await opens(structure, link))).toBe(true)
      expect(quote).not.toBeNull()
      if (quote) expect(await isShown(structure, quote)).toBe(true)
    },
  )
})
