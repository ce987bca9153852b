import { readMetaTable } from './meta-table.ts'

/** PRISM, the vocabulary of magazines and journals. */
export const prism = readMetaTable(['prism.'], {
  journal: 'publicationname',
  volume: 'volume',
  issue: 'number issueidentifier',
  firstPage: 'startingpage',
  lastPage: 'endingpage',
  date: 'coverdate publicationdate',
  DOI: 'doi',
  ISSN: 'issn eissn',
  publicationTypes: 'section aggregationtype',
})
