import { normaliseDoi } from '../../../shared/citations/identifiers.ts'
import type { Metadata } from './finding.ts'
import { all, attribute, type Page } from '../page/page.ts'

/** COinS: an OpenURL in the title of an empty span. Reference lists have one an entry, so only a page with one single COinS describes itself. */
export const coins = (page: Page): Metadata => {
  const spans = all(page.scope, 'span.Z3988', 2)
  if (spans.length !== 1) return {}
  const values = new URLSearchParams(attribute(spans[0], 'title').slice(0, 8000))
  const value = (name: string): string | undefined => values.get(`rft.${name}`) ?? undefined
  const ids = values.getAll('rft_id')
  const family = value('aulast')
  const authors = values.getAll('rft.au')
  return {
    title: value('atitle'),
    authors: authors.length > 0 ? authors : family ? [{ family, given: value('aufirst') }] : undefined,
    journal: value('jtitle') ?? (value('atitle') && value('title')),
    volume: value('volume'),
    issue: value('issue'),
    firstPage: value('spage') ?? value('pages'),
    lastPage: value('epage'),
    date: value('date'),
    ISSN: value('issn'),
    DOI: ids.map(normaliseDoi).find(Boolean),
    PMID: ids.find((id) => /pmid\W/i.test(id)),
  }
}
