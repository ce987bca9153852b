import { readMetaTable } from './meta-table.ts'

/** EPrints repositories. */
export const eprints = readMetaTable(['eprints.'], {
  title: 'title',
  authors: 'creators_name',
  journal: 'publication',
  volume: 'volume',
  issue: 'number',
  firstPage: 'pagerange',
  date: 'date datestamp',
  DOI: 'id_number doi',
  ISSN: 'issn',
  publisher: 'publisher',
  publicationTypes: 'type',
})
