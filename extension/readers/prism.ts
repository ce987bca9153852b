import { readMetaTable } from './meta-table.ts'

/** PRISM, the vocabulary of magazines and journals. */
export const prism = readMetaTable({
  journal: ['prism.publicationname'],
  volume: ['prism.volume'],
  issue: ['prism.number', 'prism.issueidentifier'],
  firstPage: ['prism.startingpage'],
  lastPage: ['prism.endingpage'],
  date: ['prism.coverdate', 'prism.publicationdate'],
  DOI: ['prism.doi'],
  ISSN: ['prism.issn', 'prism.eissn'],
  publicationTypes: ['prism.section', 'prism.aggregationtype'],
})
