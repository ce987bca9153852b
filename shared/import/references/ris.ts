import { plainTitle } from '../../citations/titles.ts'
import type { SaidCitation } from '../../citations/citation.ts'
import { firstDoi, normaliseArxiv, normaliseDoi, normaliseRegistry } from '../../citations/identifiers.ts'
import { standingOfTypes } from '../../citations/standing.ts'
import { own } from '../../values/own.ts'
import { barePmid, firstAddress, inAddresses, issnsOf, joinedPages, labelledDoi, labelledPmcid, labelledPmid } from './item-fields.ts'
import { standingInNote } from '../../citations/item-note.ts'
import { languageCode } from './languages.ts'
import type { Reading } from './reference-file.ts'
import { risRecords } from './ris-lines.ts'
import { firstText, linesOf, type TaggedRecord, textsOf } from './tagged-lines.ts'
import { bestDates } from './written-dates.ts'
import { mendedGroups, writtenNames } from './written-names.ts'

const types: Readonly<Record<string, string>> = {
  ABST: 'article-journal',
  BLOG: 'post-weblog',
  BOOK: 'book',
  CASE: 'legal_case',
  CHAP: 'chapter',
  COMP: 'software',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  DATA: 'dataset',
  DBASE: 'dataset',
  DICT: 'entry-dictionary',
  EBOOK: 'book',
  ECHAP: 'chapter',
  EDBOOK: 'book',
  EJOUR: 'article-journal',
  ELEC: 'webpage',
  ENCYC: 'entry-encyclopedia',
  GOVDOC: 'report',
  HEAR: 'hearing',
  ICOMM: 'personal_communication',
  INPR: 'article-journal',
  JFULL: 'article-journal',
  JOUR: 'article-journal',
  MANSCPT: 'manuscript',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  PAMP: 'pamphlet',
  PAT: 'patent',
  PCOMM: 'personal_communication',
  RPRT: 'report',
  SLIDE: 'speech',
  STAND: 'standard',
  STAT: 'legislation',
  THES: 'thesis',
  UNPB: 'article',
  VIDEO: 'motion_picture',
  WEB: 'webpage',
}
const inWhole = new Set(['chapter', 'paper-conference', 'entry-dictionary', 'entry-encyclopedia'])

const typeOf = (record: TaggedRecord): string => {
  const said = firstText(record, 'TY')
    .toUpperCase()
    .replace(/[^A-Z].*$/, '')
  const journal = firstText(record, 'JF', 'JO', 'T2', 'JA', 'J2')
  if (!said) return 'article-journal'
  return own(types, said) ?? (journal ? 'article-journal' : firstText(record, 'DO') ? 'article' : 'document')
}

/** Where both a full and a short name are there, the full one; T2 may hold the name of a special issue instead. */
const containerOf = (record: TaggedRecord, type: string): string => {
  if (inWhole.has(type)) return firstText(record, 'T2', 'BT', 'JF', 'JO', 'T3', 'C3', 'JA', 'J2')
  if (type === 'book' || type === 'report' || type === 'thesis' || type === 'webpage') return firstText(record, 'T2', 'JF', 'JO')
  const second = firstText(record, 'T2')
  const special = /\b(?:special (?:issue|section)|supplement|themed issue|section:)/i.test(second)
  return special ? firstText(record, 'JF', 'JO', 'T2') : firstText(record, 'JF', 'T2', 'JO', 'BT', 'J1', 'JA', 'J2', 'J9', 'JI')
}

/** A second line of an author is another one, or goes on with a group's long name. */
const authorsOf = (record: TaggedRecord): string[] =>
  record.fields
    .filter(({ tag }) => tag === 'AU' || tag === 'A1')
    .flatMap(({ lines }) => {
      const texts = lines.map((line) => line.trim()).filter(Boolean)
      return texts.some((text) => text.includes(',')) ? texts : texts.join(' ')
    })
    .flatMap((text) => text.split(/\s*;\s+(?=\p{L})|;$/u))

const numberTags = 'AN ID M1 M2 M3 C1 C2 C3 C4 C5 C6 C7 C8 U1 U2 U3 U4 U5 RN AV XR'.split(' ')

/** Numbers that services keep in fields of their own; only those that can be nothing else are believed without a label. */
const pmidOf = (record: TaggedRecord): string | undefined => {
  const database = textsOf(record, 'DP', 'DB').join(' ')
  const ofPubmed = /\b(?:nlm|pubmed|medline)\b/i.test(database)
  const own = linesOf(record, ...numberTags)
  const accession = ofPubmed || database === '' ? linesOf(record, 'AN', 'UI', 'ID') : []
  const small = ofPubmed ? linesOf(record, 'AN').map((text) => /^[1-9]\d{3,7}$/.exec(text)?.[0]) : []
  return (
    labelledPmid(own) ??
    inAddresses(linesOf(record, 'UR', 'L2', 'LK'), 'PMID') ??
    [
      ...small,
      ...[...linesOf(record, 'C5', 'C2', 'C6', 'C7'), ...accession, ...linesOf(record, 'M2', 'U1', 'U2', 'U3', 'U4', 'U5')].map(barePmid),
    ].find(Boolean) ??
    labelledPmid(linesOf(record, 'N1', 'NO'))
  )
}

const numberOf = (record: TaggedRecord, type: string): string | undefined => {
  const texts = linesOf(record, 'M2', 'AN', 'M1', 'C1', 'ID', 'UR')
  const arxiv = texts.map(normaliseArxiv).find(Boolean)
  const registered = texts.map((text) => normaliseRegistry(text)?.number).find(Boolean)
  const numbered = type === 'report' || type === 'standard'
  const report = numbered ? firstText(record, 'SN', 'M1', 'IS', 'VL') || (firstText(record, 'DB', 'DP') ? '' : firstText(record, 'AN')) : ''
  return (arxiv && `arXiv:${arxiv}`) ?? registered ?? (issnsOf([report]).length > 0 || /^[\d-]{10,17}$/.test(report) ? undefined : report)
}

const issueOf = (record: TaggedRecord, type: string): string => {
  const said = firstText(record, 'IS', 'CP')
  const other = type === 'article-journal' ? firstText(record, 'M1') : ''
  return said || (/^(?:\d{1,4}(?:[-/–]\d{1,4})?|(?:suppl|pt|part)\b.{0,12})$/i.test(other) ? other : '')
}

const doiTags = 'L3 M3 U1 U2 U3 U4 U5 M1 M2 C1 C7 ID AN'.split(' ')

const doiOf = (record: TaggedRecord): string | undefined => {
  const addresses = linesOf(record, 'UR', 'L2', 'LK', 'L1')
  return (
    linesOf(record, 'DO', 'DI').map(normaliseDoi).find(Boolean) ??
    firstDoi(linesOf(record, ...doiTags).map((text) => text.replace(/^doi\s*[:-]\s*/i, ''))) ??
    labelledDoi(linesOf(record, 'M3', 'N1', 'NO')) ??
    inAddresses(addresses, 'DOI')
  )
}

/** What a record in RIS says, in whatever dialect. `commas`: whether the file's persons are written with one. */
export const saidOfRis = (record: TaggedRecord, commas: boolean): SaidCitation => {
  const type = typeOf(record)
  const standing = standingOfTypes(linesOf(record, 'M3'))
  const title =
    firstText(record, 'TI', 'T1', 'CT') || (type === 'book' ? firstText(record, 'BT', 'T2') : '') || firstText(record, 'ST', 'TT')
  return {
    type,
    title: plainTitle(title),
    author: writtenNames(mendedGroups(authorsOf(record), commas), commas),
    'container-title': containerOf(record, type),
    volume: firstText(record, 'VL', 'VO'),
    issue: type === 'report' ? '' : issueOf(record, type),
    page: joinedPages(firstText(record, 'SP', 'C7'), firstText(record, 'EP', 'LP')),
    publisher: firstText(record, 'PB', 'PU'),
    number: numberOf(record, type),
    DOI: doiOf(record),
    PMID: pmidOf(record),
    PMCID:
      labelledPmcid(linesOf(record, 'C2', 'M2', 'U1', 'U2', 'U3', 'U4', 'U5', 'AN', 'C1', 'C6', 'N1')) ??
      inAddresses(linesOf(record, 'UR', 'L2'), 'PMCID'),
    ISSN: type === 'report' ? [] : issnsOf(linesOf(record, 'SN')),
    URL: firstAddress(linesOf(record, 'UR', 'LK', 'L2')),
    language: languageCode(firstText(record, 'LA')),
    issued: { 'date-parts': bestDates(textsOf(record, 'PY', 'Y1', 'DA')) },
    standing: standing ?? textsOf(record, 'N1').map(standingInNote).find(Boolean),
    standingSeen: standing && 'type',
  }
}

export const readRis = (text: string): Reading => {
  const records = risRecords(text)
  const commas = records.some((record) => linesOf(record, 'AU', 'A1').some((name) => /,\s*\S/.test(name)))
  return {
    entries: records
      .filter((record) => textsOf(record, 'TY').length > 0 || textsOf(record, 'TI', 'T1').length > 0)
      .map((record) => ({ said: saidOfRis(record, commas), line: record.line, name: firstText(record, 'ID') })),
    problems: [],
  }
}
