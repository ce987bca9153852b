import { plainTitle } from '../../citations/titles.ts'
import type { SaidCitation } from '../../citations/citation.ts'
import { normaliseArxiv, normaliseDoi, normaliseRegistry } from '../../citations/identifiers.ts'
import { standingInNote } from '../../citations/item-note.ts'
import { own } from '../../values/own.ts'
import { type BibtexEntry, bibtexEntries } from './bibtex-entries.ts'
import { bibtexNames } from './bibtex-names.ts'
import { firstAddress, inAddresses, issnsOf, joinedPages, labelledDoi, labelledPmcid, labelledPmid } from './item-fields.ts'
import { languageCode } from './languages.ts'
import type { Reading } from './reference-file.ts'
import { texText, verbatimText } from './tex.ts'
import { writtenDates } from './written-dates.ts'

const types: Readonly<Record<string, string>> = {
  article: 'article-journal',
  periodical: 'article-journal',
  suppperiodical: 'article-journal',
  review: 'article-journal',
  book: 'book',
  booklet: 'pamphlet',
  collection: 'book',
  mvbook: 'book',
  mvcollection: 'book',
  manual: 'book',
  proceedings: 'book',
  reference: 'book',
  incollection: 'chapter',
  inbook: 'chapter',
  suppbook: 'chapter',
  bookinbook: 'chapter',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  inreference: 'entry-encyclopedia',
  techreport: 'report',
  report: 'report',
  standard: 'standard',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  bachelorsthesis: 'thesis',
  thesis: 'thesis',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  webpage: 'webpage',
  unpublished: 'manuscript',
  preprint: 'article',
  dataset: 'dataset',
  software: 'software',
  patent: 'patent',
}

type Get = (...names: string[]) => string

/** What an entry has not and its parent says for it; a book's title is the chapter's whole. */
const inherited: Readonly<Record<string, readonly string[]>> = {
  booktitle: ['booktitle', 'title'],
  booksubtitle: ['booksubtitle', 'subtitle'],
}
const notInherited = /^(?:title|subtitle|author|crossref|xref|pages|doi|url|key|ids|file|abstract|note|annote|keywords|eprint|pmid)$/

const fieldsOf = (entry: BibtexEntry, byKey: ReadonlyMap<string, BibtexEntry>): Readonly<Record<string, string>> => {
  const parentKey = entry.fields['crossref'] ?? entry.fields['xdata'] ?? ''
  const parent = parentKey ? byKey.get(parentKey.trim().toLowerCase()) : undefined
  if (!parent || parent === entry) return entry.fields
  const fields: Record<string, string> = {}
  for (const [name, value] of Object.entries(parent.fields)) if (!notInherited.test(name)) fields[name] = value
  for (const [name, sources] of Object.entries(inherited)) {
    const value = sources.map((source) => own(parent.fields, source)).find(Boolean)
    if (value && name !== 'booksubtitle') fields[name] = value
  }
  return { ...fields, ...entry.fields }
}

const typeOf = (entry: BibtexEntry, get: Get): string => {
  const eprint = get('eprint') !== '' && !get('journal', 'journaltitle')
  if (entry.type === 'article' && eprint) return 'article'
  if (entry.type === 'article' && /magazine/i.test(get('entrysubtype'))) return 'article-magazine'
  if (entry.type === 'article' && /newspaper/i.test(get('entrysubtype'))) return 'article-newspaper'
  const known = own(types, entry.type)
  if (known) return known
  if (eprint) return 'article'
  if (get('journal', 'journaltitle')) return 'article-journal'
  return get('url') && !get('doi') ? 'webpage' : get('doi') ? 'article' : 'document'
}

const withSubtitle = (title: string, subtitle: string): string =>
  title && subtitle ? `${title.replace(/[.:]$/, '')}${/[?!]$/.test(title) ? ' ' : ': '}${subtitle}` : title

const datesOf = (get: Get): number[][] => {
  const [date, year] = [get('date').replace(/[~?%]/g, ''), get('year')]
  const [said] = writtenDates(year)
  if (date) return writtenDates(date, said?.[0])
  const month = get('month').replace(/[#.]/g, ' ').trim()
  if (said?.length !== 1 || !month) return writtenDates(year)
  const number = /^\d{1,2}$/.test(month) ? [Number(month)] : undefined
  if (number) return [[...said, ...number.filter((one) => one > 0 && one < 13)]]
  return writtenDates([get('day'), month].filter(Boolean).join(' '), said[0]).slice(0, 1)
}

const arxivOf = (get: Get): string | undefined => {
  const [eprint, kind] = [get('eprint'), get('archiveprefix', 'eprinttype')]
  const own =
    /^arxiv$/i.test(kind) || (!kind && /^\d{4}\.\d{4,5}(?:v\d+)?$/.test(eprint))
      ? normaliseArxiv(`arXiv:${eprint.replace(/^arxiv:\s*/i, '')}`)
      : undefined
  return own ?? normaliseArxiv(`${get('journal')} ${get('journaltitle')} ${get('note')} ${get('howpublished')}`)
}

const saidOf = (entry: BibtexEntry, byKey: ReadonlyMap<string, BibtexEntry>): SaidCitation => {
  const fields = fieldsOf(entry, byKey)
  const get: Get = (...names) => names.map((name) => texText(own(fields, name) ?? '')).find(Boolean) ?? ''
  const exact: Get = (...names) => names.map((name) => verbatimText(own(fields, name) ?? '')).find(Boolean) ?? ''
  const type = typeOf(entry, get)
  const notes = [get('note'), get('annotation'), get('annote'), get('addendum')]
  const addresses = [exact('url'), exact('howpublished')]
  const arxiv = arxivOf(get)
  const isNumbered = type === 'report' || type === 'standard' || type === 'patent'
  const pubmed = /^(?:pubmed|pmid|medline)$/i.test(get('eprinttype', 'archiveprefix')) ? exact('eprint') : ''
  return {
    type,
    title: plainTitle(withSubtitle(get('title'), get('subtitle')) || get('booktitle')),
    author: bibtexNames(own(fields, 'author') ?? ''),
    'container-title': get(
      'journal',
      'journaltitle',
      ...(own(types, entry.type) === 'book' ? [] : ['booktitle']),
      'series',
      'shortjournal',
    ),
    volume: get('volume'),
    issue: isNumbered ? get('issue') : get('issue', 'number'),
    page: joinedPages(get('pages') || get('eid', 'article-number')),
    publisher: get('publisher', 'institution', 'school', 'organization'),
    number:
      (arxiv && `arXiv:${arxiv}`) ?? normaliseRegistry([exact('eprint'), ...notes].join(' '))?.number ?? (isNumbered ? get('number') : ''),
    DOI: normaliseDoi(exact('doi')) ?? labelledDoi(notes) ?? inAddresses(addresses, 'DOI'),
    PMID: exact('pmid', 'pubmedid', 'pubmed') || pubmed || labelledPmid(notes) || inAddresses(addresses, 'PMID'),
    PMCID: exact('pmcid', 'pmc') || labelledPmcid(notes) || inAddresses(addresses, 'PMCID'),
    ISSN: issnsOf([exact('issn'), exact('isbn').replace(/\$?\\backslash\$?r/g, ' ')].map((text) => text.replace(/\$\\backslash\$r/g, ' '))),
    URL: firstAddress(addresses),
    language: languageCode(get('language', 'langid', 'hyphenation')),
    issued: { 'date-parts': datesOf(get) },
    standing: notes.map(standingInNote).find(Boolean),
  }
}

/** What only biblatex has. */
const isBiblatex = ({ type, fields }: BibtexEntry): boolean =>
  ['date', 'journaltitle', 'eprinttype', 'langid', 'location'].some((name) => Object.hasOwn(fields, name)) ||
  /^(?:online|report|thesis|preprint|mv\w+|in?reference|dataset)$/.test(type)

export const readBibtex = (text: string): Reading & { biblatex: boolean } => {
  const { entries, problems } = bibtexEntries(text)
  const byKey = new Map(entries.toReversed().map((entry) => [entry.key.toLowerCase(), entry]))
  return {
    entries: entries
      .filter(({ type }) => type !== 'xdata' && type !== 'set')
      .map((entry) => ({ said: saidOf(entry, byKey), line: entry.line, name: entry.key })),
    problems,
    biblatex: entries.some(isBiblatex),
  }
}
