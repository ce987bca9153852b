import type { PrintedHead } from '../../reading/printed-head.ts'
import type { Citation, Name } from '../../../shared/citations/citation.ts'
import { merge } from '../metadata/merge.ts'
import { windowTitle } from '../metadata/page-title.ts'
import { withoutProxy } from '../page/address.ts'
import { openPage, type Page } from '../page/page.ts'
import { citingLines } from './cited.ts'
import { citedPeople } from './cited-people.ts'
import { journalAbove } from './journal-above.ts'
import { isRepository, labelledAuthors, labelledDate, labelledJournal, printedType, registryNumber } from './labelled.ts'
import { readLines } from './lines.ts'
import { markedByline } from './marked-byline.ts'
import { doiInScripts, pageData } from './page-data.ts'
import { readParted } from './parted-byline.ts'
import { findTitle } from './title.ts'

const nameOf = (name: Name): string => ('family' in name ? `${name.given ?? ''} ${name.family}`.trim() : name.literal)

/** What labels, lines that cite the item, and the platform's data say of the item with that head's title. */
const recordOf = (page: Page, { citation: { title = '', volume, author = [] } }: PrintedHead): Citation => {
  const lines = readLines(page)
  const at = findTitle(lines, windowTitle(page))?.at ?? 0
  const cited = citingLines(lines, title).map((each) => lines[each]?.text ?? '')
  const number = registryNumber(page.address, windowTitle(page), lines, at)
  const data = pageData(page, title)
  const lists: readonly (readonly (string | Name)[])[] = [
    data.authors ?? [],
    labelledAuthors(lines, at),
    markedByline(page),
    readParted(page, lines[at]?.element ?? page.document.body, author.map(nameOf)),
    cited.flatMap((text) => citedPeople(text, title)),
  ]
  return merge([
    {
      title,
      type: number
        ? 'dataset'
        : (printedType(lines, at, cited) ?? (!volume && isRepository(page.address, lines, at) ? 'report' : undefined)),
      number,
      authors: lists.find((names) => names.length > 1) ?? lists.find((names) => names.length > 0),
      journal: labelledJournal(lines, at) ?? (author.length > 0 ? journalAbove(lines, at) : undefined),
      date: labelledDate(lines, at),
    },
    data,
    { DOI: doiInScripts(page) },
  ])
}

/** A head with what a record adds: what is open, the kind of item, and more authors where print says that it cuts them. */
const withRecord = (head: PrintedHead, record: Citation): PrintedHead => {
  const { author = [] } = head.citation
  const isFuller = (record.author?.length ?? 0) > author.length && (head.isCut || author.length < 2)
  return {
    ...head,
    citation: { ...record, ...head.citation, type: record.type, ...(isFuller ? { author: record.author } : {}) },
    isCut: head.isCut && !isFuller,
  }
}

/**
 * Completes what is printed (`readPrinted`, whose answer it finds where that left it) by what only records, repositories and
 * platforms' own data have. Injected only where print leaves something open; `null` where nothing was printed.
 */
export const readRecord = (document: Document, address: string): PrintedHead | null => {
  const { gleanerHead: head } = globalThis
  try {
    const url = withoutProxy(address)
    return head && url ? withRecord(head, recordOf(openPage(document, url), head)) : null
  } catch {
    // As `extract`: a page that breaks its own document says nothing more.
    return head ?? null
  }
}
