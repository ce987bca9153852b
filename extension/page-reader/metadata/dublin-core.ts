import { firstDoi, normalisePmcid } from '../../../shared/citations/identifiers.ts'
import type { Metadata } from './finding.ts'
import { readMetaTable } from './meta-table.ts'
import { metaValues, type Page } from '../page/page.ts'

const prefixes = ['dc.', 'dcterms.', 'dc:', 'dcterms:']

const plain = readMetaTable(prefixes, {
  title: 'title',
  authors: 'creator contributor',
  journal: 'relation.ispartof source.journaltitle',
  volume: 'citation.volume source.volume',
  issue: 'citation.issue source.issue',
  date: 'issued date.issued date',
  publisher: 'publisher',
  language: 'language',
  ISSN: 'source.issn',
  publicationTypes: 'type',
})

/** Some platforms write an underscore where the slash of a DOI belongs. */
const slashed = (text: string): string => text.replace(/^(?:doi:)?(10\.\d{4,9})_/i, '$1/')

/** Dublin Core says "identifier" for anything: only whole ones that are marked as what they are count, the first of each. */
export const dublinCore = (page: Page): Metadata => {
  const values = [...metaValues(page, ['publication_doi']), ...prefixes.flatMap((prefix) => metaValues(page, [`${prefix}identifier`]))].map(
    slashed,
  )
  return {
    ...plain(page),
    DOI: firstDoi(values),
    PMID: values.find((value) => /pmid\W/i.test(value)),
    PMCID: values.map(normalisePmcid).find(Boolean),
  }
}
