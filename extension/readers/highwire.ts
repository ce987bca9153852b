import { readMetaTable } from './meta-table.ts'

/** `citation_*`, which HighWire began and Google Scholar asks for; the most careful of what publishers print. */
export const highwire = readMetaTable({
  title: ['citation_title'],
  authors: ['citation_author', 'citation_authors'],
  journal: ['citation_journal_title', 'citation_conference_title', 'citation_inbook_title'],
  volume: ['citation_volume'],
  issue: ['citation_issue'],
  firstPage: ['citation_firstpage', 'citation_pages'],
  lastPage: ['citation_lastpage'],
  date: ['citation_cover_date', 'citation_date', 'citation_publication_date', 'citation_year', 'citation_online_date'],
  DOI: ['citation_doi', 'publication_doi'],
  PMID: ['citation_pmid'],
  PMCID: ['citation_pmcid'],
  number: ['citation_arxiv_id', 'citation_technical_report_number'],
  ISSN: ['citation_issn', 'citation_eissn'],
  publisher: ['citation_publisher', 'citation_technical_report_institution', 'citation_dissertation_institution'],
  language: ['citation_language'],
  publicationTypes: ['citation_article_type', 'citation_section'],
})
