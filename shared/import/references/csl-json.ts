import { plainTitle } from '../../citations/titles.ts'
import type { SaidCitation } from '../../citations/citation.ts'
import { cslType } from '../../citations/csl-type.ts'
import { standingInNote } from '../../citations/item-note.ts'
import { saidText } from '../../citations/said-text.ts'
import { firstAddress, joinedPages, labelledDoi, labelledPmcid, labelledPmid } from './item-fields.ts'
import { languageCode } from './languages.ts'
import { type Entry, lineCounter, type Reading, type ReferenceProblem } from './reference-file.ts'
import { writtenDates } from './written-dates.ts'

/** Where a value of JSON ends that begins there, texts and brackets minded; -1 where it does not. */
const endOf = (text: string, from: number): number => {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') {
      for (at += 1; at < text.length && text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1
    } else if (sign === '{' || sign === '[') depth += 1
    else if (sign === '}' || sign === ']') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return -1
}

/** Where the list of items begins: in the file itself, or in what is called "items" in it (as an export or Crossref's answer has it). */
const listAt = (text: string): number => {
  const begin = text.search(/\S/)
  if (text[begin] === '[') return begin
  const named = /"(?:items|references|records|data)"\s*:\s*(?=\[)/.exec(text.slice(0, 100_000))
  return named ? named.index + named[0].length : -1
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const first = (value: unknown): string => {
  const [one] = [value].flat()
  return typeof one === 'string' || typeof one === 'number' ? String(one).trim() : ''
}

const datesOf = (issued: unknown): unknown => {
  if (isFields(issued) && issued['date-parts'] !== undefined) return issued
  const said = isFields(issued)
    ? first(issued['raw']) || first(issued['literal']) || first(issued['date-time']) || first(issued['year'])
    : first(issued)
  return { 'date-parts': writtenDates(said) }
}

/** The same fields as CSL names them, of an item of CSL-JSON or of Crossref. */
const saidOf = (item: Fields): SaidCitation => {
  const notes = [first(item['note']), first(item['annote'])].flatMap((text) => text.split('\n'))
  return {
    ...item,
    type: cslType(item['type']),
    title: plainTitle(saidText(first(item['title']).slice(0, 20_000))),
    'container-title': first(item['container-title']) || first(item['container-title-short']) || first(item['journalAbbreviation']),
    page: joinedPages(first(item['page'])),
    issue: first(item['issue']),
    publisher: first(item['publisher']),
    number: first(item['number']),
    DOI: first(item['DOI'] ?? item['doi']) || labelledDoi(notes),
    PMID: first(item['PMID'] ?? item['pmid']) || labelledPmid(notes),
    PMCID: first(item['PMCID'] ?? item['pmcid']) || labelledPmcid(notes),
    URL: firstAddress([first(item['URL'])]),
    language: languageCode(first(item['language'])),
    issued: datesOf(item['issued'] ?? item['published-print'] ?? item['published-online'] ?? item['published']),
    standing: notes.map(standingInNote).find(Boolean),
    cut: undefined,
  }
}

const fieldsOf = (text: string): Fields | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return isFields(value) ? value : undefined
  } catch {
    return undefined
  }
}

const nameOf = (text: string): string => /"id"\s*:\s*"?([^",}\n]{1,200})/.exec(text.slice(0, 2000))?.[1]?.trim() ?? ''

/** Each item by itself: one that is broken takes no other with it. */
export const readCslJson = (text: string): Reading => {
  const [entries, problems]: [Entry[], ReferenceProblem[]] = [[], []]
  const lineAt = lineCounter(text)
  const take = (part: string, at: number, index: number): void => {
    const [item, name, line] = [fieldsOf(part), nameOf(part), lineAt(at)]
    const whole = item && isFields(item['message']) ? item['message'] : item
    if (whole) entries.push({ said: saidOf(whole), line, name, index })
    else problems.push({ line, code: 'broken-entry', params: { name: name || String(index + 1) } })
  }
  const list = listAt(text)
  let [index, at] = [0, list + 1]
  for (; ; index += 1) {
    const next = text.slice(at).search(/[^\s,]/)
    if (next < 0) {
      if (list >= 0) problems.push({ line: lineAt(text.length), code: 'broken-file', params: {} })
      break
    }
    at += next
    if (text[at] === ']') break
    const end =
      text[at] === '{' || text[at] === '['
        ? endOf(text, at)
        : at + (/^(?:"(?:[^"\\]|\\.)*"|[^,\]]+)/s.exec(text.slice(at, at + 2000))?.[0].length ?? 1)
    take(text.slice(at, end < 0 ? text.length : end), at, index)
    if (end < 0) break
    at = end
  }
  return { entries, problems }
}
