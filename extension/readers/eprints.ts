import { readMetaTable } from './meta-table.ts'

/** EPrints repositories. */
export const eprints = readMetaTable({
  title: ['eprints.title'],
  authors: ['eprints.creators_name'],
  journal: ['eprints.publication'],
  volume: ['eprints.volume'],
  issue: ['eprints.number'],
  firstPage: ['eprints.pagerange'],
  date: ['eprints.date', 'eprints.datestamp'],
  DOI: ['eprints.id_number', 'eprints.doi'],
  ISSN: ['eprints.issn'],
  publisher: ['eprints.publisher'],
  publicationTypes: ['eprints.type'],
})
