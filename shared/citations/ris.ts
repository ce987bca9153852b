import type { Citation, Name } from './citation.ts'
import { issuedParts } from './issued.ts'
import { namePartsOf } from './name-parts.ts'
import { pageRange } from './pages.ts'
import { oneLine, itemNote } from './item-note.ts'
import { own } from '../values/own.ts'

const types: Record<string, string> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  article: 'UNPB',
  book: 'BOOK',
  chapter: 'CHAP',
  dataset: 'DATA',
  manuscript: 'UNPB',
  'paper-conference': 'CONF',
  report: 'RPRT',
  review: 'JOUR',
  software: 'COMP',
  standard: 'STAND',
  thesis: 'THES',
  webpage: 'ELEC',
}

/** An entry of a registry is a page: Zotero and others take GEN for a journal's article. */
const typeOf = ({ type, URL, number }: Citation): string => own(types, type) ?? (URL || number ? 'ELEC' : 'GEN')

/** In RIS a comma parts family name, given names and suffix, and nothing else. */
const withoutCommas = (text: string): string => text.replace(/\s*[,，]+\s*/g, ' ').trim()

/** "Poe, J. P., Jr". A group ends in a comma, so that its words are not taken for a person's. */
const authorOf = (name: Name): string => {
  const parts = namePartsOf(name)
  if ('literal' in parts) return `${withoutCommas(parts.literal)},`
  const [family, ...rest] = [parts.family, parts.given, parts.suffix].map(withoutCommas)
  return rest.some(Boolean) ? [family, ...rest].join(', ').replace(/[\s,]+$/, '') : `${family},`
}

const two = (number: number | undefined): string => (number ? String(number).padStart(2, '0') : '')

const dateOf = (citation: Citation): string => {
  const [year, month, day] = issuedParts(citation)
  return year ? `${year}/${two(month)}/${two(day)}/` : ''
}

/** Names of identifiers as Zotero reads them out of its field "Extra", into which it puts M2. */
const namedIdentifiers = ({ PMID, PMCID, number }: Citation): [string, string | undefined][] => [
  ['M2', PMID && `PMID: ${PMID}`],
  ['M2', PMCID && `PMCID: ${PMCID}`],
  ['M2', number],
]

/**
 * A citation as RIS (Research Information Systems, the tagged format of EndNote, Zotero, Mendeley). PMID, PMCID and the number
 * of a registry have no tag of their own: EndNote keeps them in the accession number (AN) and C2, Zotero in M2. M1 would do for
 * neither, it is an issue to Zotero.
 */
export const risEntry = (citation: Citation): string => {
  const [from, to] = pageRange(citation.page ?? '')
  const [year] = issuedParts(citation)
  const fields: [string, string | undefined][] = [
    ['TY', typeOf(citation)],
    ...(citation.author ?? []).map((name): [string, string] => ['AU', authorOf(name)]),
    ['TI', citation.title],
    [typeOf(citation) === 'JOUR' ? 'JO' : 'T2', citation['container-title']],
    ['VL', citation.volume],
    ['IS', citation.issue],
    ['SP', from],
    ['EP', to],
    ['PY', year ? String(year) : ''],
    ['DA', dateOf(citation)],
    ['DO', citation.DOI],
    ['AN', citation.PMID ?? citation.number],
    ['C2', citation.PMCID],
    ...namedIdentifiers(citation),
    ['SN', citation.ISSN],
    ['PB', citation.publisher],
    ['LA', citation.language],
    ['UR', citation.URL],
    ['N1', itemNote(citation)],
  ]
  return [...fields.flatMap(([tag, value]) => (value && oneLine(value) ? [`${tag}  - ${oneLine(value)}`] : [])), 'ER  - '].join('\r\n')
}
