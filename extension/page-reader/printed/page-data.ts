import type { Name } from '../../../shared/citations/citation.ts'
import { fold } from '../page/clean.ts'
import { all, attribute, type Page } from '../page/page.ts'
import type { Metadata } from '../metadata/finding.ts'

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

const mostNodes = 6000
const mostLetters = 600_000

/** A text that stands in an object or list of its own: {content: …}, [{value: …}]. */
const innerText = (value: unknown): unknown => {
  const inner: unknown = Array.isArray(value) ? value[0] : value
  return isNode(inner) ? (inner['content'] ?? inner['value'] ?? inner['text'] ?? inner['_']) : value
}

/** The value of the first key of that form, where it is a text or number. */
const valueOf = (node: Node, key: RegExp): string | undefined => {
  for (const [name, held] of Object.entries(node)) {
    if (!key.test(name)) continue
    const value = innerText(held)
    if ((typeof value === 'string' || typeof value === 'number') && value !== '') return String(value).slice(0, 500)
  }
  return undefined
}

const personIn = (value: unknown): string | Name | undefined => {
  if (typeof value === 'string') return value.slice(0, 200)
  if (!isNode(value)) return undefined
  const [family, given] = [
    valueOf(value, /^(?:family|last|sur)_?-?name$|^(?:family|last)$/i),
    valueOf(value, /^(?:given|first|fore)_?-?names?$|^given$/i),
  ]
  return family && given ? { family, given } : valueOf(value, /^(?:(?:full|display|preferred)_?name|name)$/i)
}

const authorsIn = (node: Node): (string | Name)[] => {
  const list = Object.entries(node).find(
    ([name, value]) => /^(?:authors?|contributors?|creators?)$/i.test(name) && Array.isArray(value),
  )?.[1]
  const people = (Array.isArray(list) ? list.slice(0, 200) : []).map(personIn)
  return people.every((person) => person !== undefined) ? people : []
}

const findingIn = (node: Node): Metadata => ({
  authors: authorsIn(node),
  journal: valueOf(node, /^(?:publication|journal|container|source|src)[_-]?(?:title|name)$/i),
  volume: valueOf(node, /^volume(?:_?number)?$/i),
  issue: valueOf(node, /^issue(?:_?number)?$/i),
  date: valueOf(
    node,
    /^(?:(?:online_?)?publication|published|online|issue)_?(?:date|on)$|^date_?published$|^cover-?_?date(?:-?_?start)?$/i,
  ),
  DOI: valueOf(node, /^(?:article_?)?doi$/i),
  PMID: valueOf(node, /^pm(?:id|_?id)$|^pubmed_?id$/i),
})

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // A block that is not JSON says nothing.
    return undefined
  }
}

/** The object that a script gives a name and that holds a text: `state = { … }`; found by its brackets and parsed, never run. */
const assigned = (script: string, wanted: string): string => {
  for (const { index, 0: begin } of [...script.matchAll(/=\s*(?=\{\s*")/g)].slice(0, 20)) {
    const start = index + begin.length
    let [depth, at] = [0, start]
    const signs = /"(?:[^"\\]|\\.)*"|[{}]/g
    signs.lastIndex = start
    for (let sign = signs.exec(script); sign; sign = signs.exec(script)) {
      depth += sign[0] === '{' ? 1 : sign[0] === '}' ? -1 : 0
      at = signs.lastIndex
      if (depth === 0) break
    }
    const text = script.slice(start, at)
    if (depth === 0 && fold(text).includes(wanted)) return text
  }
  return ''
}

/**
 * What a platform's own data say of the item with that title: found by shape in blocks of JSON (an object with the title and
 * identifiers, authors or the journal), never run. An empty finding where none does.
 */
export const pageData = (page: Page, title: string): Metadata => {
  const wanted = fold(title)
  if (wanted.length < 12) return {}
  let [nodes, letters] = [0, 0]
  for (const script of all(page.scope, 'script[type$="/json"],script:not([src],[type$="json"])', 60)) {
    const whole = script.textContent ?? ''
    const isJson = /json$/i.test(attribute(script, 'type'))
    const text = isJson
      ? whole
      : whole.length < 300_000 && fold(whole).includes(wanted.slice(0, 30))
        ? assigned(whole, wanted.slice(0, 30))
        : ''
    letters += whole.length
    if (letters > mostLetters) break
    if (/ld\+json/i.test(attribute(script, 'type')) || !fold(text.slice(0, mostLetters)).includes(wanted.slice(0, 30))) continue
    const queue: unknown[] = [parsed(text)]
    for (let value = queue.shift(); queue.length > 0 || value !== undefined; value = queue.shift()) {
      nodes += 1
      if (nodes > mostNodes) return {}
      if (Array.isArray(value)) queue.push(...value.slice(0, 300))
      if (!isNode(value)) continue
      const found =
        fold(valueOf(value, /^(?:article_?|document_?|display_?|full_?)?(?:title|headline|name)$/i) ?? '') === wanted
          ? findingIn(value)
          : {}
      if (found.DOI ?? found.journal ?? found.authors?.length) return found
      queue.push(
        ...Object.values(value)
          .filter((inner) => typeof inner === 'object')
          .slice(0, 300),
      )
    }
  }
  return {}
}

const named = /["'](?:article)?doi["']?\s*[:=]\s*["'](?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/[^"'\s\\<>]{1,150})["']/gi

/** The one DOI that the page's own scripts call so; none where they call several so. */
export const doiInScripts = (page: Page): string | undefined => {
  const found = new Set<string>()
  let letters = 0
  for (const script of all(page.scope, 'script:not([src])', 60)) {
    const text = (script.textContent ?? '').slice(0, 200_000)
    letters += text.length
    if (letters > mostLetters) break
    if (text.includes('10.')) for (const [, doi = ''] of [...text.matchAll(named)].slice(0, 50)) found.add(doi.toLowerCase())
  }
  return found.size === 1 ? [...found][0] : undefined
}
