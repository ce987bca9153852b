import { own } from '../values/own.ts'
import { normalisePmid } from '../citations/identifiers.ts'
import type { ItemIds, Said } from './assertion.ts'
import { isoOf, itemIds } from './item-ids.ts'
import { kindOfNature } from './kind-names.ts'

/** One row of Retraction Watch's data set: what it says of one item. An item may have several rows. */
export interface WatchedRow {
  item: ItemIds
  said: Said
  /** "Falsification/Fabrication of Data", as the data set lists them. */
  reasons: string[]
}

/** Columns that are read, as the data set names them. */
export const watchColumns = [
  'Record ID',
  'RetractionDate',
  'RetractionDOI',
  'RetractionPubMedID',
  'OriginalPaperDOI',
  'OriginalPaperPubMedID',
  'RetractionNature',
  'Reason',
] as const

/** "3/6/2004 0:00": month first, always. */
const dateOf = (text: string): string | undefined => {
  const [, month, date, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text.trim()) ?? []
  return year && Number(month) <= 12 && Number(date) <= 31 ? isoOf([Number(year), Number(month), Number(date)]) : undefined
}

/** No number is "0", no DOI is "unavailable" in any letters. */
const idsOf = (doi: string, pmid: string): ItemIds => itemIds({ doi: doi.trim(), pmid: normalisePmid(pmid.trim()) ?? '' })

/**
 * What a row says, by the names of its columns; `undefined` where it names no item or no known nature. The data set's columns
 * may come in any order, and its last one is empty.
 */
export const watchedRow = (row: Readonly<Record<string, string | undefined>>): WatchedRow | undefined => {
  const cell = (name: (typeof watchColumns)[number]): string => own(row, name) ?? ''
  const item = idsOf(cell('OriginalPaperDOI'), cell('OriginalPaperPubMedID'))
  const kind = kindOfNature(cell('RetractionNature'))
  if (!kind || !(item.doi ?? item.pmid)) return undefined
  const notice = idsOf(cell('RetractionDOI'), cell('RetractionPubMedID'))
  const date = dateOf(cell('RetractionDate'))
  const record = cell('Record ID').trim()
  return {
    item,
    said: {
      service: 'retraction-watch',
      source: 'retraction-watch',
      kind,
      ...((notice.doi ?? notice.pmid) && { notice }),
      ...(date && { date }),
      ...(record && { record }),
    },
    reasons: cell('Reason')
      .split(';')
      .map((reason) => reason.replace(/^\s*\+/, '').trim())
      .filter(Boolean),
  }
}
