import { own } from '../../values/own.ts'
import type { Reading } from './reference-file.ts'
import { saidOfRis } from './ris.ts'
import type { TaggedField, TaggedRecord } from './tagged-lines.ts'
import { attribute, type Element, linesIn, textIn, within, xmlRecords } from './xml-records.ts'

/** EndNote's reference types by name, as its RIS calls them. */
const types: Readonly<Record<string, string>> = {
  'journal article': 'JOUR',
  book: 'BOOK',
  'edited book': 'EDBOOK',
  'electronic book': 'EBOOK',
  'book section': 'CHAP',
  'electronic book section': 'ECHAP',
  'conference proceedings': 'CONF',
  'conference paper': 'CPAPER',
  thesis: 'THES',
  report: 'RPRT',
  'government document': 'GOVDOC',
  'web page': 'WEB',
  'electronic article': 'EJOUR',
  'newspaper article': 'NEWS',
  'magazine article': 'MGZN',
  dataset: 'DATA',
  'unpublished work': 'UNPB',
  manuscript: 'MANSCPT',
  standard: 'STAND',
  patent: 'PAT',
  pamphlet: 'PAMP',
  'computer program': 'COMP',
  encyclopedia: 'ENCYC',
  dictionary: 'DICT',
  blog: 'BLOG',
  'personal communication': 'PCOMM',
  'film or broadcast': 'VIDEO',
}
/** By number, where a file has no names. */
const numbers: Readonly<Record<string, string>> = {
  17: 'JOUR',
  6: 'BOOK',
  5: 'CHAP',
  10: 'CONF',
  47: 'CPAPER',
  32: 'THES',
  27: 'RPRT',
  12: 'WEB',
  43: 'EJOUR',
  28: 'EDBOOK',
  46: 'GOVDOC',
  59: 'DATA',
}

const typeOf = (record: Element): string => {
  const [type] = within(record, 'ref-type')
  return own(types, attribute(type?.attributes ?? '', 'name').toLowerCase()) ?? own(numbers, textIn(type)) ?? 'GEN'
}

/** Elements of a record, each with the tag that the same field has in EndNote's RIS: so it is read as that. */
const paths: readonly (readonly [tag: string, ...path: string[]])[] = [
  ['AU', 'contributors', 'authors', 'author'],
  ['TI', 'titles', 'title'],
  ['T2', 'titles', 'secondary-title'],
  ['T2', 'periodical', 'full-title'],
  ['JA', 'titles', 'alt-title'],
  ['JA', 'periodical', 'abbr-1'],
  ['ST', 'titles', 'short-title'],
  ['SP', 'pages'],
  ['VL', 'volume'],
  ['IS', 'number'],
  ['PY', 'dates', 'year'],
  ['DA', 'dates', 'pub-dates', 'date'],
  ['PB', 'publisher'],
  ['SN', 'isbn'],
  ['AN', 'accession-num'],
  ['C2', 'custom2'],
  ['C5', 'custom5'],
  ['C7', 'custom7'],
  ['DO', 'electronic-resource-num'],
  ['DP', 'remote-database-provider'],
  ['DB', 'remote-database-name'],
  ['LA', 'language'],
  ['UR', 'urls', 'related-urls', 'url'],
  ['UR', 'urls', 'web-urls', 'url'],
]
const ofLines = new Set(['SN', 'UR', 'AN', 'C2'])

const fieldsOf = (record: Element): TaggedField[] => [
  { tag: 'TY', lines: [typeOf(record)] },
  ...paths.flatMap(([tag, ...path]) =>
    within(record, ...path).map((element) => ({ tag, lines: ofLines.has(tag) ? linesIn(element) : [textIn(element)] })),
  ),
]

export const readEndnoteXml = (text: string): Reading => {
  const { records, whole } = xmlRecords(text, ['record'])
  const tagged: TaggedRecord[] = records.map(({ record, line }) => ({ line, fields: fieldsOf(record) }))
  const commas = tagged.some(({ fields }) => fields.some(({ tag, lines }) => tag === 'AU' && lines.some((line) => /,\s*\S/.test(line))))
  return {
    entries: tagged.map((record) => ({ said: saidOfRis(record, commas), line: record.line })),
    problems: whole ? [] : [{ line: tagged.at(-1)?.line ?? 1, code: 'broken-file', params: {} }],
  }
}
