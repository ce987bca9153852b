import { readMetaTable } from './meta-table.ts'

/** bepress Digital Commons, which many universities and hospitals run as repository. */
export const bepress = readMetaTable(['bepress_citation_'], {
  title: 'title',
  authors: 'author',
  journal: 'journal_title',
  volume: 'volume',
  issue: 'issue',
  firstPage: 'firstpage',
  lastPage: 'lastpage',
  date: 'date online_date',
  DOI: 'doi',
  PMID: 'pmid',
  ISSN: 'issn',
})
