import { plainTitle } from '../../citations/titles.ts'
import type { Name, SaidCitation } from '../../citations/citation.ts'
import { normaliseDoi } from '../../citations/identifiers.ts'
import { listedNames } from '../../citations/said-names.ts'
import { standingOfTypes } from '../../citations/standing.ts'
import { own } from '../../values/own.ts'
import { readDelimited } from '../tables/read-delimited.ts'
import { barePmid, firstAddress, inAddresses, issnsOf, joinedPages, labelledDoi, labelledPmcid, labelledPmid } from './item-fields.ts'
import { languageCode } from './languages.ts'
import type { Reading } from './reference-file.ts'
import { bestDates, writtenDates } from './written-dates.ts'
import { namesByAnd, writtenNames } from './written-names.ts'

/** Fields by how services head their columns (Covidence, Rayyan, Zotero, PubMed, Scopus, Embase, Web of Science, EBSCO), in small letters and digits only; the first column with something in it counts. */
const columns = {
  title: 'title|articletitle|primarytitle|documenttitle|ti',
  author: 'authorfullnames|af|authors|author|authornames|authorsfullname|au|creators|creator',
  container:
    'journal|journalbook|publicationtitle|sourcetitle|journaltitle|secondarytitle|source|publication|booktitle|containertitle|so|publicationname',
  year: 'year|publishedyear|publicationyear|pubyear|yearpublished|py',
  month: 'month|publishedmonth|publicationmonth',
  day: 'day',
  date: 'date|publicationdate|datepublished|coverdate|pd',
  volume: 'volume|vol|vl',
  issue: 'issue|number|issuenumber|is',
  pages: 'pages|page|pagerange|pagination|artno|articlenumber|firstpageartno',
  first: 'pagestart|firstpage|startpage|beginningpage|bp',
  last: 'pageend|lastpage|endpage|endingpage|ep',
  doi: 'doi|digitalobjectidentifier|doilink|di',
  pmid: 'pmid|pubmedid|medlinepmid|pubmed|pm',
  pmcid: 'pmcid|pmc|pubmedcentralid',
  accession: 'accessionnumber|an',
  issn: 'issn|issns|eissn|printissn|sn',
  url: 'url|link|links|urls|plink|articleurl|ul',
  language: 'language|languageoforiginaldocument|languageofarticle|la',
  publisher: 'publisher|publishername|institution|university|pu',
  type: 'itemtype|documenttype|referencetype|publicationtype|typeofreference|type|doctype|dt',
  notes: 'notes|note|extra',
  abstract: 'abstract|abstractnote|ab',
  other: 'keywords|authorkeywords|tags|covidence|study|ref|key|issn|citation|firstauthor|createdate|nihmsid|citedby|eid',
} as const
type Column = keyof typeof columns

const plainHead = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

const byHead: Readonly<Record<string, Column>> = Object.fromEntries(
  (Object.entries(columns) as [Column, string][]).toReversed().flatMap(([field, names]) => names.split('|').map((name) => [name, field])),
)

/** What lists of ideas have and lists of references have not. */
const ofIdeas =
  /^(?:idea|ideas|problem|proposal|propos\w*by|owner|site|sites|hospital|topic|topics|status|state|phase|priority|submittedby|contact|benefit|cost|pathway|department|unit|centro|estado|sitio|tema)$/

interface Head {
  at: number
  fields: (Column | undefined)[]
}

/** The row that heads the columns, and whether they are of references. */
const headOf = (rows: readonly (readonly string[])[]): Head | undefined => {
  for (const [at, row] of rows.slice(0, 10).entries()) {
    const heads = row.map(plainHead)
    const fields = heads.map((head) => own(byHead, head))
    const has = new Set(fields.filter((field) => field !== undefined))
    const tells = ['author', 'container', 'doi', 'pmid', 'pmcid', 'volume', 'pages', 'first', 'issn', 'abstract', 'accession'].filter(
      (field) => has.has(field as Column),
    ).length
    const identified = ['doi', 'pmid', 'pmcid'].some((field) => has.has(field as Column))
    const foreign = heads.filter((head) => ofIdeas.test(head)).length
    if (
      (has.has('title') || identified) &&
      foreign < tells &&
      tells >= (has.has('title') ? 2 : 1) &&
      (tells > 2 || foreign === 0) &&
      row.length > 1
    )
      return { at, fields }
  }
  return undefined
}

const types: Readonly<Record<string, string>> = {
  article: 'article-journal',
  journalarticle: 'article-journal',
  journal: 'article-journal',
  jour: 'article-journal',
  review: 'article-journal',
  letter: 'article-journal',
  note: 'article-journal',
  editorial: 'article-journal',
  shortsurvey: 'article-journal',
  erratum: 'article-journal',
  book: 'book',
  bookchapter: 'chapter',
  booksection: 'chapter',
  chapter: 'chapter',
  conferencepaper: 'paper-conference',
  conferenceproceedings: 'paper-conference',
  proceedingspaper: 'paper-conference',
  report: 'report',
  thesis: 'thesis',
  dissertation: 'thesis',
  webpage: 'webpage',
  preprint: 'article',
  dataset: 'dataset',
  magazinearticle: 'article-magazine',
  newspaperarticle: 'article-newspaper',
  document: 'document',
  encyclopediaarticle: 'entry-encyclopedia',
}

/** Authors of a cell: by semicolons, by "and", or as an index prints them with commas. */
const authorsOf = (cell: string): Name[] => {
  const text = cell.replace(/\s*\(\d{4,}\)/g, '').trim()
  if (text.includes(';')) {
    const parts = text.split(/\s*;\s*/).map((part) => part.replace(/^and\s+/i, '').replace(/([^.\s]{2,})\.$/, '$1'))
    const commas = parts.filter((part) => /,\s*\S/.test(part)).length > 0
    return parts.flatMap((part) => listedNames(part) ?? writtenNames([part], commas))
  }
  if (/\sand\s/i.test(text)) return namesByAnd(text)
  const listed = listedNames(text.replace(/\.$/, ''))
  if (listed) return listed
  const byComma = text.split(/\s*,\s*/)
  const indexed = byComma.length > 1 && byComma.every((part) => /^\p{L}[\p{L}\p{M}'’ -]+ (?:\p{Lu}\.?[ -]?){1,4}$/u.test(part))
  return indexed ? writtenNames(byComma, false) : writtenNames([text], true)
}

const saidOf = (get: (field: Column) => string, all: (field: Column) => string[]): SaidCitation => {
  const notes = all('notes').flatMap((text) => text.split('\n'))
  const year = /\d{4}/.exec(get('year'))?.[0] ?? ''
  const [month, day] = [get('month'), get('day')]
  const numbered = /^\d{1,2}$/.test(month)
    ? `${year}-${month}${/^\d{1,2}$/.test(day) ? `-${day}` : ''}`
    : [day, month, year].filter(Boolean).join(' ')
  const dates = bestDates([year, month && year ? numbered : '', get('date')].filter(Boolean))
  const said = own(types, plainHead(get('type')))
  const standing = standingOfTypes(get('type').split(/\s*[;|]\s*/))
  return {
    type: said ?? (get('container') || get('volume') || get('doi') || get('pmid') ? 'article-journal' : 'document'),
    title: plainTitle(get('title')),
    author: authorsOf(get('author')),
    'container-title': get('container'),
    volume: get('volume'),
    issue: get('issue'),
    page: joinedPages(get('first'), get('last')) || joinedPages(get('pages')),
    publisher: get('publisher'),
    DOI: normaliseDoi(get('doi')) ?? labelledDoi(notes) ?? inAddresses(all('url'), 'DOI'),
    PMID:
      /^\D*0*([1-9]\d{0,8})\D*$/.exec(get('pmid'))?.[1] ??
      labelledPmid(notes) ??
      inAddresses(all('url'), 'PMID') ??
      barePmid(get('accession')),
    PMCID: get('pmcid') || labelledPmcid(notes) || inAddresses(all('url'), 'PMCID'),
    ISSN: issnsOf(all('issn')),
    URL: firstAddress(all('url')),
    language: languageCode(get('language')),
    issued: { 'date-parts': dates.length > 0 ? dates : writtenDates(get('year')) },
    ...(standing && { standing, standingSeen: 'type' }),
  }
}

/** A table of references by its head; the line of an item is its row as a spreadsheet numbers it. `undefined` where it is a table of something else. */
export const readReferenceTable = (text: string, name: string): Reading | undefined => {
  const rows = readDelimited(text, name).sheet.rows.map((row) => row.map((cell) => cell.text))
  const head = headOf(rows)
  if (!head) return undefined
  const order = (field: Column): number[] =>
    columns[field].split('|').flatMap((wanted) => (rows[head.at] ?? []).flatMap((cell, at) => (plainHead(cell) === wanted ? [at] : [])))
  const places = new Map((Object.keys(columns) as Column[]).map((field) => [field, order(field)]))
  return {
    entries: rows.slice(head.at + 1).flatMap((row, at) => {
      if (row.every((cell) => cell.trim() === '')) return []
      const all = (field: Column): string[] => (places.get(field) ?? []).map((place) => (row[place] ?? '').trim()).filter(Boolean)
      return [{ said: saidOf((field) => all(field)[0] ?? '', all), line: head.at + at + 2 }]
    }),
    problems: [],
  }
}
