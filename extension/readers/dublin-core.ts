import { normaliseDoi, normalisePmcid, normalisePmid } from '../../shared/identifiers.ts'
import type { Finding } from './finding.ts'
import { readMetaTable } from './meta-table.ts'
import { metaValues, type Page } from './page.ts'

const names = (...terms: string[]): string[] => terms.flatMap((term) => [`dc.${term}`, `dcterms.${term}`, `dc:${term}`, `dcterms:${term}`])

const plain = readMetaTable({
  title: names('title'),
  authors: [...names('creator'), ...names('contributor')],
  journal: ['dc.relation.ispartof', 'dc.source.journaltitle'],
  volume: ['dc.citation.volume', 'dc.source.volume'],
  issue: ['dc.citation.issue', 'dc.source.issue'],
  date: [...names('issued'), ...names('date')],
  publisher: names('publisher'),
  language: names('language'),
  ISSN: ['dc.source.issn'],
  publicationTypes: names('type'),
})

/** Some platforms write an underscore where the slash of a DOI belongs. */
const slashed = (text: string): string => text.replace(/^(?:doi:)?(10\.\d{4,9})_/i, '$1/')

/** Dublin Core says "identifier" for anything: only whole ones that are marked as what they are count, the first of each. */
export const dublinCore = (page: Page): Finding => {
  const values = metaValues(page, names('identifier')).map(slashed)
  const whole = values.filter((value) => /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:|info:doi\/)?\s*10\.\d{4,9}\//i.test(value))
  return {
    ...plain(page),
    DOI: whole.map(normaliseDoi).find(Boolean),
    PMID: values
      .filter((value) => /pmid/i.test(value))
      .map(normalisePmid)
      .find(Boolean),
    PMCID: values
      .filter((value) => /pmc/i.test(value))
      .map(normalisePmcid)
      .find(Boolean),
  }
}
