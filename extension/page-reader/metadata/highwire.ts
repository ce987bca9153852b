import { readMetaTable } from './meta-table.ts'

/** `citation_*`, which HighWire began and Google Scholar asks for; the most careful of what publishers print. */
export const highwire = readMetaTable(['citation_'], {
  title: 'title',
  authors: 'author authors',
  journal: 'journal_title conference_title inbook_title',
  volume: 'volume',
  issue: 'issue',
  firstPage: 'firstpage pages',
  lastPage: 'lastpage',
  date: 'cover_date date publication_date year online_date',
  DOI: 'doi',
  PMID: 'pmid',
  PMCID: 'pmcid',
  number: 'arxiv_id technical_report_number',
  ISSN: 'issn eissn',
  publisher: 'publisher technical_report_institution dissertation_institution',
  language: 'language',
  publicationTypes: 'article_type section',
})
