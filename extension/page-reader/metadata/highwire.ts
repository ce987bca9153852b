import { metaValues, type Page } from '../page/page.ts'
import { readDate } from './dates.ts'
import type { Metadata } from './finding.ts'
import { readMetaTable } from './meta-table.ts'

const table = readMetaTable(['citation_'], {
  title: 'title',
  authors: 'author authors',
  journal: 'journal_title conference_title inbook_title',
  volume: 'volume',
  issue: 'issue',
  firstPage: 'firstpage pages',
  lastPage: 'lastpage',
  DOI: 'doi',
  PMID: 'pmid',
  PMCID: 'pmcid',
  number: 'arxiv_id technical_report_number',
  ISSN: 'issn eissn',
  publisher: 'publisher technical_report_institution dissertation_institution',
  language: 'language',
  publicationTypes: 'article_type section',
})

/** Items that are no article of a journal, by a field that only they have. */
const types: readonly (readonly [field: string, type: string])[] = [
  ['dissertation_institution', 'thesis'],
  ['technical_report_institution', 'report'],
  ['inbook_title', 'chapter'],
  ['conference_title', 'paper-conference'],
]

/** The first date that is said, or one of the same year that says more of it. */
const dateOf = (page: Page): string | undefined => {
  const dates = ['cover_date', 'date', 'publication_date', 'year', 'online_date'].flatMap(
    (name) => metaValues(page, [`citation_${name}`])[0] ?? [],
  )
  const parts = dates.map((date) => readDate(date))
  const year = parts.find((part) => part)?.[0]
  const most = Math.max(...parts.map((part) => (part && part[0] === year ? part.length : 0)))
  return dates.find((_, at) => parts[at]?.[0] === year && parts[at]?.length === most) ?? dates[0]
}

/** `citation_*`, which HighWire began and Google Scholar asks for; the most careful of what publishers print. */
export const highwire = (page: Page): Metadata => {
  const finding = table(page)
  const type = types.find(([field]) => page.metas.has(`citation_${field}`))?.[1]
  return { ...finding, date: dateOf(page), ...(type && finding.title ? { type } : {}) }
}
