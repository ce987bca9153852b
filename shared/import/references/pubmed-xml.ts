import { plainTitle } from '../../citations/titles.ts'
import type { Name, SaidCitation } from '../../citations/citation.ts'
import { standingOfTypes } from '../../citations/standing.ts'
import { issnsOf, joinedPages } from './item-fields.ts'
import { languageCode } from './languages.ts'
import type { Reading } from './reference-file.ts'
import { writtenDates } from './written-dates.ts'
import { attribute, type Element, firstIn, textIn, within, xmlRecords } from './xml-records.ts'

const isValid = ({ attributes }: Element): boolean => attribute(attributes, 'ValidYN') !== 'N'

const nameOf = (author: Element): Name[] => {
  const [group, family] = [firstIn(author, 'CollectiveName'), firstIn(author, 'LastName')]
  if (group) return [{ literal: group }]
  const given = firstIn(author, 'ForeName') || firstIn(author, 'FirstName') || firstIn(author, 'Initials')
  const [suffix] = firstIn(author, 'Suffix').replace(/\.$/, '').split(' ')
  if (!family) return given ? [{ literal: given }] : []
  return given ? [{ family: suffix ? `${family} ${suffix}` : family, given }] : [{ literal: family }]
}

const authorsIn = (lists: readonly Element[]): Name[] =>
  lists
    .filter(({ attributes }) => attribute(attributes, 'Type') !== 'editors')
    .flatMap((list) => within(list, 'Author'))
    .filter(isValid)
    .flatMap(nameOf)

const datesIn = (date: Element | undefined): number[][] => {
  const [year, month, day] = [firstIn(date, 'Year'), firstIn(date, 'Month'), firstIn(date, 'Day')]
  if (!year) return writtenDates(firstIn(date, 'MedlineDate'))
  return writtenDates(/^\d+$/.test(month) ? [year, month, day].filter(Boolean).join('-') : [year, month, day].join(' '))
}

const identifier = (elements: readonly Element[], type: RegExp, name: string): string =>
  textIn(elements.filter(isValid).find(({ attributes }) => type.test(attribute(attributes, name))))

const typesOf = (record: Element): string[] =>
  within(within(within(record, 'MedlineCitation')[0] ?? record, 'Article')[0], 'PublicationTypeList', 'PublicationType').map(textIn)

/** An article of a journal. Identifiers of its reference list, and of papers that correct or take back, are not its own. */
const saidOfArticle = (record: Element): SaidCitation => {
  const [medline = record] = within(record, 'MedlineCitation')
  const [article] = within(medline, 'Article')
  const [journal] = within(article, 'Journal')
  const [issue] = within(journal, 'JournalIssue')
  const ids = within(record, 'PubmedData', 'ArticleIdList', 'ArticleId')
  const [pages] = within(article, 'Pagination')
  const kinds = typesOf(record)
  const standing = standingOfTypes(kinds)
  const dates = datesIn(within(issue, 'PubDate')[0])
  return {
    type: kinds.includes('Preprint') ? 'article' : 'article-journal',
    title: plainTitle(firstIn(article, 'ArticleTitle')) || plainTitle(firstIn(article, 'VernacularTitle')),
    author: authorsIn(within(article, 'AuthorList')),
    'container-title':
      firstIn(journal, 'Title') || firstIn(journal, 'ISOAbbreviation') || firstIn(medline, 'MedlineJournalInfo', 'MedlineTA'),
    volume: firstIn(issue, 'Volume'),
    issue: firstIn(issue, 'Issue'),
    page: joinedPages(firstIn(pages, 'MedlinePgn')) || joinedPages(firstIn(pages, 'StartPage'), firstIn(pages, 'EndPage')),
    DOI: identifier(within(article, 'ELocationID'), /^doi$/i, 'EIdType') || identifier(ids, /^doi$/i, 'IdType'),
    PMID: firstIn(medline, 'PMID') || identifier(ids, /^pubmed$/i, 'IdType'),
    PMCID: identifier(ids, /^pmc$/i, 'IdType'),
    ISSN: issnsOf([...within(journal, 'ISSN'), ...within(medline, 'MedlineJournalInfo', 'ISSNLinking')].map(textIn)),
    language: languageCode(firstIn(article, 'Language')),
    issued: { 'date-parts': dates.length > 0 ? dates : datesIn(within(article, 'ArticleDate')[0]) },
    ...(standing && { standing, standingSeen: 'type' }),
  }
}

const saidOfBook = (record: Element): SaidCitation => {
  const [document = record] = within(record, 'BookDocument')
  const [book] = within(document, 'Book')
  const [title, whole] = [firstIn(document, 'ArticleTitle'), firstIn(book, 'BookTitle')]
  const ids = [...within(document, 'ArticleIdList', 'ArticleId'), ...within(record, 'PubmedBookData', 'ArticleIdList', 'ArticleId')]
  const authors = authorsIn(within(document, 'AuthorList'))
  return {
    type: title ? 'chapter' : 'book',
    title: plainTitle(title || whole),
    author: authors.length > 0 || title ? authors : authorsIn(within(book, 'AuthorList')),
    'container-title': title ? plainTitle(whole) : '',
    publisher: firstIn(book, 'Publisher', 'PublisherName'),
    DOI: identifier(ids, /^doi$/i, 'IdType'),
    PMID: firstIn(document, 'PMID'),
    language: languageCode(firstIn(document, 'Language')),
    issued: { 'date-parts': datesIn(within(book, 'PubDate')[0]) },
  }
}

export const readPubmedXml = (text: string): Reading => {
  const { records, whole } = xmlRecords(text, ['PubmedArticle', 'PubmedBookArticle', 'MedlineCitation'])
  const entries = records.map(({ record, line }) => ({
    said: record.name === 'PubmedBookArticle' ? saidOfBook(record) : saidOfArticle(record),
    line,
    types: typesOf(record),
  }))
  return { entries, problems: whole ? [] : [{ line: entries.at(-1)?.line ?? 1, code: 'broken-file', params: {} }] }
}
