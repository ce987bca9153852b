import type { Citation, SaidCitation } from './citation.ts'
import { identifiersInAddress } from './address-identifiers.ts'
import { normaliseArxiv, normaliseDoi, normalisePmcid, normalisePmid, normaliseRegistry } from './identifiers.ts'
import { own } from '../values/own.ts'
import { tidyCitation } from './tidy-citation.ts'

/** Of what is pasted, so much is read. */
const longest = 20_000

const typesOfRis: Readonly<Record<string, string>> = {
  JOUR: 'article-journal',
  JFULL: 'article-journal',
  EJOUR: 'article-journal',
  BOOK: 'book',
  CHAP: 'chapter',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  RPRT: 'report',
  THES: 'thesis',
  ELEC: 'webpage',
  UNPB: 'article',
  DATA: 'dataset',
}

const typesOfBibtex: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  incollection: 'chapter',
  inbook: 'chapter',
  inproceedings: 'paper-conference',
  techreport: 'report',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  online: 'webpage',
}

/** Every name and value of a reference, in the order in which they stand. */
type Fields = readonly (readonly [name: string, value: string])[]

const first = (fields: Fields, ...names: string[]): string =>
  names.map((wanted) => fields.find(([name]) => name === wanted)?.[1] ?? '').find(Boolean) ?? ''

const suffix = /^(?:Jr|Sr|I{2,3}|IV|2nd|3rd|4th)\.?$/

/** "Poe, Jan", with a suffix behind the given names (RIS) or before them (BibTeX). */
const authorOf = (text: string): { family: string; given: string } | { literal: string } => {
  const [family = '', ...rest] = text.split(',').map((part) => part.trim())
  const given = rest.find((part) => part && !suffix.test(part)) ?? ''
  const behind = rest.find((part) => suffix.test(part))
  if (!given) return { literal: family }
  return { family: behind ? `${family} ${behind}` : family, given }
}

const riser = /^([A-Z][A-Z\d]) {1,2}- ?(.*)$/

const ofRis = (text: string): SaidCitation | undefined => {
  // A reference that lost its line breaks on the way.
  const lines = text.includes('\n') ? text : text.replaceAll(/ (?=[A-Z][A-Z\d] {1,2}- )/g, '\n')
  const [one = ''] = lines.split(/^ER {1,2}-/m)
  const fields: Fields = one.split(/\r?\n/).flatMap((line) => {
    const [, name = '', value = ''] = riser.exec(line.trim()) ?? []
    return name ? [[name, value.trim()] as const] : []
  })
  if (first(fields, 'TY') === '') return undefined
  const [start, end] = [first(fields, 'SP'), first(fields, 'EP')]
  return {
    type: own(typesOfRis, first(fields, 'TY')) ?? 'document',
    title: first(fields, 'TI', 'T1', 'CT', 'BT'),
    'container-title': first(fields, 'JO', 'JF', 'T2', 'JA'),
    volume: first(fields, 'VL'),
    issue: first(fields, 'IS'),
    page: end && !start.includes('-') ? `${start}-${end}` : start,
    publisher: first(fields, 'PB'),
    DOI: first(fields, 'DO'),
    URL: first(fields, 'UR'),
    PMID: normalisePmid(first(fields, 'M2', 'AN', 'C2')) ?? '',
    author: fields.flatMap(([name, value]) => (['AU', 'A1'].includes(name) && value ? [authorOf(value)] : [])),
    issued: { raw: first(fields, 'DA', 'PY', 'Y1').replaceAll('/', '-').replace(/-+$/, '') },
  }
}

/** The value that begins there: in braces, however nested, in quotation marks, or bare; and where it ends. */
const valueAt = (text: string, from: number): { value: string; end: number } => {
  const opening = text[from] ?? ''
  if (opening !== '{' && opening !== '"') {
    const bare = /^[^,}\s]*/.exec(text.slice(from, from + longest))?.[0] ?? ''
    return { value: bare, end: from + bare.length }
  }
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    if (text[at] === '}') depth -= 1
    const closes = opening === '{' ? depth === 0 : at > from && depth === 0 && text[at] === '"'
    if (closes) return { value: text.slice(from + 1, at), end: at + 1 }
  }
  return { value: text.slice(from + 1), end: text.length }
}

const ofBibtex = (text: string): SaidCitation | undefined => {
  const entry = /@(?!comment|string|preamble)(\w{1,20})\s*(?=\{\s*[^,\s{}]*\s*,)/i.exec(text)
  if (!entry) return undefined
  const { value: inside } = valueAt(text, entry.index + entry[0].length)
  const fields: [string, string][] = []
  const name = /([a-z][\w-]{0,30})\s*=\s*/giy
  for (let at = inside.indexOf(',') + 1; at < inside.length;) {
    name.lastIndex = at
    const found = name.exec(inside)
    if (!found) {
      at += 1
      continue
    }
    const { value, end } = valueAt(inside, name.lastIndex)
    fields.push([
      (found[1] ?? '').toLowerCase(),
      value
        .replaceAll(/[{}]|\\(?=[&%_$#])/g, '')
        .replaceAll(/\s+/g, ' ')
        .replaceAll('--', '-')
        .trim(),
    ])
    at = Math.max(end, name.lastIndex)
  }
  const [year, month] = [first(fields, 'year', 'date'), first(fields, 'month')]
  return {
    type: own(typesOfBibtex, (entry[1] ?? '').toLowerCase()) ?? 'document',
    title: first(fields, 'title'),
    'container-title': first(fields, 'journal', 'journaltitle', 'booktitle'),
    volume: first(fields, 'volume'),
    issue: first(fields, 'number'),
    page: first(fields, 'pages'),
    publisher: first(fields, 'publisher', 'institution', 'school'),
    DOI: first(fields, 'doi'),
    PMID: first(fields, 'pmid'),
    URL: first(fields, 'url'),
    author: first(fields, 'author')
      .split(/\s+and\s+/)
      .filter(Boolean)
      .map((one) => (one.includes(',') ? authorOf(one) : { literal: one })),
    issued: { raw: /^\d{1,2}$/.test(month) ? `${year}-${month.padStart(2, '0')}` : year },
  }
}

/** "Poe J, Roe A. Tea on wards. Invented Qual. 2021 Jun;6(2):4-9." */
const vancouverLike =
  /^(?<author>[^.]{2,1500})\.\s+(?<title>[^\n]{3,500}?[.?!])\s+(?<journal>[^.;\d][^.;]{1,200})\.?\s+(?<year>(?:1[89]|20)\d\d)[^;:]{0,20}(?:;\s*(?<volume>[\w.]{1,12})(?:\((?<issue>[^)]{1,20})\))?)?(?::\s*(?<page>[\w-]{1,30}(?:[-–][\w]{1,20})?))?/u
/** "Poe, J., & Roe, A. (2021). Tea on wards. Invented Quality, 6(2), 4–9." */
const apaLike =
  /^(?<author>[^()]{2,1500}?)\s*\((?<year>(?:1[89]|20)\d\d)[^)]{0,20}\)\.\s+(?<title>[^\n]{3,500}?[.?!])\s+(?<journal>[^,.\d][^,]{1,200}),\s*(?<volume>\d{1,5})?(?:\((?<issue>[^)]{1,20})\))?(?:,\s*(?<page>[\w-]{1,30}(?:[-–][\w]{1,20})?))?/u

const printed = (text: string): SaidCitation | undefined => {
  const found = (apaLike.exec(text) ?? vancouverLike.exec(text))?.groups
  if (!found) return undefined
  return {
    type: 'article-journal',
    author: (found['author'] ?? '').replaceAll(/,?\s*&\s*/g, ', ').replace(/,?\s*et al$/i, ''),
    title: (found['title'] ?? '').replace(/\.$/, ''),
    'container-title': found['journal'],
    volume: found['volume'],
    issue: found['issue'],
    page: found['page']?.replace('–', '-'),
    issued: { raw: found['year'] },
  }
}

const identifiersIn = (text: string): SaidCitation => {
  const alone = /^\S+$/.test(text) || /^(?:doi|pmid|pmcid|arxiv)\b\S*\s*\S+$/i.test(text)
  const labelled = /\bPMID:?\s*(\d{1,8})\b/i.exec(text)?.[1]
  const address = /https?:\/\/\S{3,1900}/i.exec(text)?.[0].replace(/[.,;)\]]+$/, '')
  return {
    ...(address ? { ...identifiersInAddress(address), URL: address } : {}),
    ...clean({
      DOI: normaliseDoi(text),
      PMID: labelled ?? (alone ? normalisePmid(text) : undefined),
      PMCID: normalisePmcid(text),
      number: normaliseRegistry(text)?.number ?? (normaliseArxiv(text) && `arXiv:${normaliseArxiv(text)}`),
    }),
  }
}

const clean = (said: SaidCitation): SaidCitation => Object.fromEntries(Object.entries(said).filter(([, value]) => Boolean(value)))

/**
 * A citation from what somebody pasted or typed: a DOI, PMID, PMCID, number of a registry or address by itself; one reference in RIS or BibTeX;
 * or one as Vancouver or APA prints it. Of several references the first. Any other text is a title. `undefined` for nothing.
 */
export const pastedReference = (pasted: string): Citation | undefined => {
  const text = pasted.slice(0, longest).trim()
  if (text === '') return undefined
  const written = ofRis(text) ?? ofBibtex(text)
  if (written) return tidyCitation(clean(written))
  const line = text.replaceAll(/\s+/g, ' ')
  const identifiers = identifiersIn(line)
  const named = printed(line)
  const bare = Object.keys(identifiers).length > 0 && !/\s\S+\s\S+\s/.test(line)
  const otherwise = bare ? {} : { title: line }
  return tidyCitation({
    type: identifiers.DOI || identifiers.PMID || named ? 'article-journal' : 'document',
    ...(named ?? otherwise),
    ...identifiers,
  })
}
