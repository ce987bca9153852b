import type { Citation, Name } from './citation.ts'
import { normaliseArxiv } from './identifiers.ts'
import { issuedParts, months } from './issued.ts'
import { namePartsOf } from './name-parts.ts'
import { pageRange } from './pages.ts'
import { oneLine, itemNote } from './item-note.ts'
import { own } from '../values/own.ts'

const special: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** BibTeX counts braces, a stroke before them or not: where they do not come in plain pairs, they are written as brackets. */
const paired = (text: string): string => (/^(?:[^{}]|\{[^{}]*\})*$/.test(text) ? text : text.replaceAll('{', '(').replaceAll('}', ')'))

const escaped = (text: string): string => paired(oneLine(text)).replace(/[\\{}%&$#_~^]/g, (sign) => own(special, sign) ?? sign)

/** Addresses and DOIs are read as they are by every manager; only what would end the field is taken out. */
const verbatim = (text: string): string =>
  oneLine(text).replace(/[{}\\]/g, (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)

/** Types of BibTeX, each with where it keeps the whole that an item stands in, and who published it. */
const types: Record<string, readonly [type: string, container?: string, publisher?: string]> = {
  'article-journal': ['article'],
  'article-magazine': ['article'],
  'article-newspaper': ['article'],
  book: ['book', 'series'],
  chapter: ['incollection', 'booktitle'],
  'paper-conference': ['inproceedings', 'booktitle'],
  report: ['techreport', 'series', 'institution'],
  review: ['article'],
  standard: ['techreport', 'series', 'institution'],
  thesis: ['phdthesis', 'series', 'school'],
}

const small = /^\p{Ll}/u
const hasAnd = /(?:^|\s)and(?:\s|$)/i

/** Braces keep a family name in one piece where a small word or an "and" inside it would part it; those before it ("de la Cruz") are known as such. */
const needsBraces = (family: string): boolean => {
  const words = family.split(/\s+/)
  const first = words.findIndex((word) => !small.test(word))
  return family.includes(',') || hasAnd.test(family) || (first >= 0 && words.slice(first).some((word) => small.test(word)))
}

/** In braces of its own: its capitals stay, its commas and its "and" part nothing. */
const group = (text: string): string => `{${escaped(text)}}`

/** A person as "Family, Jr, Given". */
const nameOf = (name: Name): string => {
  const parts = namePartsOf(name)
  if ('literal' in parts) return group(parts.literal)
  const { family, given, suffix } = parts
  if (!given) return group([family, suffix].filter(Boolean).join(' '))
  const first = given.replace(/[\s,]+/g, ' ')
  return [
    needsBraces(family) ? group(family) : escaped(family),
    ...(suffix ? [suffix] : []),
    hasAnd.test(first) ? group(first) : escaped(first),
  ].join(', ')
}

/** A number of arXiv is an `eprint`, of a report its `number`; of others a note, for elsewhere `number` is an issue or lost. */
const numberFields = ({ number, issue }: Citation, type: string, note: string): [string, string | undefined][] => {
  const eprint = number && normaliseArxiv(number)
  const own = type === 'techreport' ? number : undefined
  const told = eprint || own ? '' : number
  return [
    ['number', (issue ?? own) && escaped(issue ?? own ?? '')],
    ['eprint', eprint],
    ['archiveprefix', eprint && 'arXiv'],
    ['note', [told && escaped(told), note].filter(Boolean).join('. ')],
  ]
}

/** A citation as BibTeX in UTF-8. */
export const bibtexEntry = (citation: Citation, key: string): string => {
  const [year, month] = issuedParts(citation)
  const [from, to] = pageRange(citation.page ?? '')
  const [type, container = 'journal', publisher = 'publisher'] = own(types, citation.type) ?? ['misc']
  const fields: [string, string | undefined][] = [
    ['author', citation.author?.map(nameOf).join(' and ')],
    ['title', citation.title && group(citation.title)],
    [container, citation['container-title'] && (container === 'booktitle' ? group : escaped)(citation['container-title'])],
    ['volume', citation.volume && escaped(citation.volume)],
    ['pages', to ? `${escaped(from)}--${escaped(to)}` : escaped(from)],
    [publisher, citation.publisher && escaped(citation.publisher)],
    ['year', year ? String(year) : undefined],
    ['doi', citation.DOI && verbatim(citation.DOI)],
    ['pmid', citation.PMID],
    ['pmcid', citation.PMCID],
    ['issn', citation.ISSN && escaped(citation.ISSN)],
    ['language', citation.language && escaped(citation.language)],
    ['url', citation.URL && verbatim(citation.URL)],
    ...numberFields(citation, type, itemNote(citation)),
  ]
  const written = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []))
  // A month is a macro, which each style prints in its own words.
  if (month) written.push(`  month = ${months[month - 1]?.toLowerCase()}`)
  return `@${type}{${key},\n${written.join(',\n')}\n}`
}
