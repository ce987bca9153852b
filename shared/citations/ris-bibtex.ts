import type { Citation, Name, Standing } from './citation.ts'
import { standingOf } from './standing.ts'
import { own } from '../values/own.ts'

/** A value is one line: a line end in a title must not begin a new field. */
const line = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

const standingNotes: Record<Standing, string> = {
  retracted: 'Retracted or withdrawn',
  doubted: 'Expression of concern',
  corrected: 'Corrected',
  notice: 'Notice of a retraction or withdrawal, not the paper itself',
}

/** What a reference manager is told of an item's standing, as a note; English, as all of these formats. */
export const standingNote = (citation: Citation): string => {
  const stand = standingOf(citation)
  return stand ? standingNotes[stand.standing] : ''
}

const lastName = (name: Name): string => ('family' in name ? [name.family, name.given].filter(Boolean).join(', ') : name.literal)

const pagesOf = ({ page }: Citation): [string, string] => {
  const [, from = '', to = ''] = /^([^-–]+)[-–]+(.+)$/.exec(page ?? '') ?? []
  return from ? [from.trim(), to.trim()] : [page ?? '', '']
}

const two = (number: number): string => String(number).padStart(2, '0')

const risTypes: Record<string, string> = {
  'article-journal': 'JOUR',
  webpage: 'ELEC',
  report: 'RPRT',
  article: 'UNPB',
  book: 'BOOK',
  chapter: 'CHAP',
  thesis: 'THES',
  document: 'GEN',
}

const risDate = ({ issued }: Citation): string => {
  const [year, month, day] = issued?.['date-parts'][0] ?? []
  return year ? `${year}/${month ? two(month) : ''}/${day ? two(day) : ''}/` : ''
}

/** A citation as RIS (Research Information Systems, the tagged format of EndNote, Zotero, Mendeley). PMID and PMCID have no tag of their own: managers keep them in the accession number and the notes. */
export const risEntry = (citation: Citation): string => {
  const [from, to] = pagesOf(citation)
  const year = citation.issued?.['date-parts'][0]?.[0]
  const fields: [string, string | undefined][] = [
    ['TY', own(risTypes, citation.type) ?? 'GEN'],
    ...(citation.author ?? []).map((name): [string, string] => ['AU', 'family' in name ? lastName(name) : `${name.literal},`]),
    ['TI', citation.title],
    [citation.type === 'article-journal' ? 'JO' : 'T2', citation['container-title']],
    ['VL', citation.volume],
    ['IS', citation.issue],
    ['SP', from],
    ['EP', to],
    ['PY', year ? String(year) : ''],
    ['DA', risDate(citation)],
    ['DO', citation.DOI],
    ['AN', citation.PMID],
    ['C2', citation.PMCID],
    ['M1', citation.number],
    ['SN', citation.ISSN],
    ['PB', citation.publisher],
    ['LA', citation.language],
    ['UR', citation.URL],
    ['N1', standingNote(citation)],
  ]
  return [...fields.flatMap(([tag, value]) => (value && line(value) ? [`${tag}  - ${line(value)}`] : [])), 'ER  - '].join('\r\n')
}

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
const escaped = (text: string): string => line(text).replace(/[\\{}%&$#_~^]/g, (sign) => own(special, sign) ?? sign)

/** Addresses and DOIs are read as they are by every manager; only what would end the field is taken out. */
const verbatim = (text: string): string =>
  line(text).replace(/[{}\\]/g, (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)

const bibtexTypes: Record<string, string> = {
  'article-journal': 'article',
  report: 'techreport',
  article: 'misc',
  book: 'book',
  chapter: 'incollection',
  thesis: 'phdthesis',
}

const suffix = /\s+(Jr|Sr|I{2,3}|IV)\.?$/i

/** A group in braces of its own, so that its "and" and its words are not taken for people. */
const bibtexName = (name: Name): string => {
  if (!('family' in name)) return `{${escaped(name.literal)}}`
  const tail = suffix.exec(name.family)?.[1]
  return [name.family.replace(suffix, ''), tail, name.given]
    .filter(Boolean)
    .map((part) => escaped(part ?? ''))
    .join(', ')
}

const letters = (text: string): string => text.normalize('NFKD').replace(/[^A-Za-z0-9]/g, '')

const keyBase = (citation: Citation): string => {
  const [author] = citation.author ?? []
  const name = author ? ('family' in author ? author.family : (author.literal.split(' ')[0] ?? '')) : ''
  const word =
    (citation.title ?? '')
      .split(/\s+/)
      .map(letters)
      .find((part) => part.length > 3) ?? ''
  return `${letters(name).toLowerCase() || 'anon'}${citation.issued?.['date-parts'][0]?.[0] ?? ''}${word.toLowerCase().slice(0, 20)}`
}

/** Gives the citations of one file their keys, all different: the second "smith2016sepsis" is "smith2016sepsis2". */
export const newKeys = (): ((citation: Citation) => string) => {
  const used = new Set<string>()
  const next = new Map<string, number>()
  return (citation) => {
    const base = keyBase(citation)
    let count = next.get(base) ?? 1
    let key = count === 1 ? base : `${base}${count}`
    while (used.has(key)) key = `${base}${(count += 1)}`
    used.add(key)
    next.set(base, count + 1)
    return key
  }
}

/** A citation as BibTeX in UTF-8. */
export const bibtexEntry = (citation: Citation, key: string): string => {
  const [year, month] = citation.issued?.['date-parts'][0] ?? []
  const [from, to] = pagesOf(citation)
  const type = own(bibtexTypes, citation.type) ?? 'misc'
  const fields: [string, string | undefined][] = [
    ['author', citation.author?.map(bibtexName).join(' and ')],
    ['title', citation.title && `{${escaped(citation.title)}}`],
    ['journal', citation['container-title'] && escaped(citation['container-title'])],
    ['volume', citation.volume && escaped(citation.volume)],
    ['number', citation.issue ?? citation.number],
    ['pages', to ? `${escaped(from)}--${escaped(to)}` : escaped(from)],
    [type === 'techreport' ? 'institution' : 'publisher', citation.publisher && escaped(citation.publisher)],
    ['year', year ? String(year) : undefined],
    ['month', month ? String(month) : undefined],
    ['doi', citation.DOI && verbatim(citation.DOI)],
    ['pmid', citation.PMID],
    ['pmcid', citation.PMCID],
    ['issn', citation.ISSN && escaped(citation.ISSN)],
    ['language', citation.language && escaped(citation.language)],
    ['url', citation.URL && verbatim(citation.URL)],
    ['note', standingNote(citation)],
  ]
  const written = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${name === 'number' ? escaped(value) : value}}`] : []))
  return `@${type}{${key},\n${written.join(',\n')}\n}`
}
