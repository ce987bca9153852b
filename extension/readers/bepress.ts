import { readMetaTable } from './meta-table.ts'

/** bepress Digital Commons, which many universities and hospitals run as repository. */
export const bepress = readMetaTable({
  title: ['bepress_citation_title'],
  authors: ['bepress_citation_author'],
  journal: ['bepress_citation_journal_title'],
  volume: ['bepress_citation_volume'],
  issue: ['bepress_citation_issue'],
  firstPage: ['bepress_citation_firstpage'],
  lastPage: ['bepress_citation_lastpage'],
  date: ['bepress_citation_date', 'bepress_citation_online_date'],
  DOI: ['bepress_citation_doi'],
  PMID: ['bepress_citation_pmid'],
  ISSN: ['bepress_citation_issn'],
})
