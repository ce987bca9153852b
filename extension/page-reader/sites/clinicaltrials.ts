import { normaliseNct } from '../../../shared/citations/identifiers.ts'
import type { Extractor } from '../metadata/finding.ts'
import { first, metaValues, textOf } from '../page/page.ts'

const day = /(?:First Posted|Study First Submitted|First Submitted)[^:]{0,30}:?\s*((?:[A-Z][a-z]+ \d{1,2}, \d{4})|\d{4}-\d{2}(?:-\d{2})?)/

/** A record of a trial has no authors, journal or DOI; its number is its identity, and results of others are linked on it. */
export const extractor: Extractor = {
  hosts: ['clinicaltrials.gov'],
  complete: true,
  read: (page) => {
    const number = normaliseNct(page.address.pathname)
    if (!number) return {}
    const title =
      textOf(first(page.scope, 'h1'), 600) || (metaValues(page, ['og:title'])[0] ?? '').replace(/ - (?:Full Text View|Tabular View).*$/, '')
    return {
      type: 'report',
      title,
      number,
      publisher: 'ClinicalTrials.gov',
      date: day.exec(textOf(page.document.body, 20_000))?.[1],
      authors: [],
    }
  },
}
