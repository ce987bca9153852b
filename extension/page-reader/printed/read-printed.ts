import { fold } from '../page/clean.ts'
import { readDate } from '../metadata/dates.ts'
import { windowTitle } from '../metadata/page-title.ts'
import { merge } from '../metadata/merge.ts'
import { withoutProxy } from '../page/address.ts'
import { openPage, type Page } from '../page/page.ts'
import type { PrintedHead } from '../../reading/printed-head.ts'
import { readByline } from './byline.ts'
import { citedIssue, citingLines } from './cited.ts'
import { readDoi, readPubMed } from './identifiers.ts'
import { type Issue, readIssue } from './issue.ts'
import { agreedJournal, type Said } from './journal.ts'
import { isJournalName, journalBefore } from './journal-name.ts'
import { type Line, readLines } from './lines.ts'
import { readPublished } from './published.ts'
import { findTitle } from './title.ts'

interface Placed {
  at: number
  issue: Issue
  weight: number
}

const issuesOf = (lines: readonly Line[], title: number, citing: readonly number[]): Placed[] => {
  const placed: Placed[] = []
  const isTitleBeside = lines[title]?.isBeside ?? false
  for (let at = Math.max(0, title - 12); at < Math.min(lines.length, title + 60); at += 1) {
    const { text, isBeside, level } = lines[at] as Line
    if (text.length > 260 || (isBeside && !isTitleBeside && at !== title - 1) || (level > 0 && level < 3) || citing.includes(at)) continue
    const issue = readIssue(text)
    const isWhole = issue?.year !== undefined && issue.firstPage !== undefined
    if (issue && issue.before.length < 110 && !/current issue/i.test(text))
      placed.push({ at, issue, weight: (Math.abs(at - title) < 8 ? 2 : 1) + (isWhole ? 0.5 : 0) })
  }
  const after = lines.flatMap(({ text, isAfter }, at) => {
    const issue = isAfter && text.length < 200 ? readIssue(text) : undefined
    // What is longer before the year is a reference's authors and title.
    return issue?.year && issue.volume && issue.firstPage && issue.before.length < 70 ? [{ at, issue, weight: 1 }] : []
  })
  return [
    ...(after.length === 1 ? after : []),
    ...citing.flatMap((at) => {
      const issue = citedIssue(lines[at]?.text ?? '', lines[title]?.text ?? '')
      return issue ? [{ at, issue, weight: 3 }] : []
    }),
    ...placed,
  ].toSorted((one, other) => other.weight - one.weight)
}

const journalsIn = (lines: readonly Line[], placed: readonly Placed[], title: string): Said[] =>
  placed.flatMap(({ at, issue, weight }) => {
    const named = journalBefore(issue.before, title)
    if (named) return [{ name: named, weight }]
    const above = issue.before.replace(/[^A-Za-z]/g, '').length < 4 ? (lines[at - 1]?.text.replace(/[.\s]+$/, '') ?? '') : ''
    return above && fold(above) !== fold(title) && isJournalName(above)
      ? [{ name: above, weight: issue.year && issue.volume && issue.firstPage ? 1.9 : 1.5 }]
      : []
  })

/** Where the next item of an endless page begins: a heading as high as the title, behind the text, with names behind it. */
const nextItem = (lines: readonly Line[], title: number): number | undefined => {
  const { level = 0 } = lines[title] ?? {}
  const next = lines.findIndex((line, at) => level === 1 && at > title + 5 && line.level === level && readByline(lines, at)?.after === 1)
  return next < 0 ? undefined : next
}

/** Reads the head of the item from what a page shows, whatever its metadata say; `undefined` where nothing is likely its title. */
const headOf = (page: Page): OpenHead | undefined => {
  const all = readLines(page)
  const found = findTitle(all, windowTitle(page))
  if (!found) return undefined
  const lines = all.slice(0, nextItem(all, found.at))
  const { at, text: title, isSure } = found
  const citing = citingLines(lines, title)
  const placed = issuesOf(lines, at, citing)
  const byline = readByline(lines, at)
  const issue = placed.find(({ issue: { year } }) => year) ?? placed[0]
  const end = lines.at(-1)?.element
  const cited = citing.map((each) => lines[each]?.text ?? '')
  const { before: _, year, ...where } = issue?.issue ?? { before: '' }
  const citation = merge([
    {
      title,
      authors: byline?.names,
      journal: agreedJournal(page, lines, at, journalsIn(lines, placed, title), byline !== undefined),
      ...where,
      date: dateOf(lines, at, year),
      DOI: readDoi(page, lines, at, cited, end),
      ...readPubMed(page, lines, at, end),
    },
  ])
  const isOpen =
    byline?.isCut === true || (citation.author?.length ?? 0) < 2 || !citation['container-title'] || !citation.issued || !citation.DOI
  return { citation, isSure, isCut: byline?.isCut ?? false, isCited: citing.length > 0, isOpen }
}

/** The year of the issue where a line says it, with the day that belongs to it; else the day of publication, else of the copyright. */
const dateOf = (lines: readonly Line[], title: number, year: string | undefined): string | undefined => {
  const { labelled, bare, copyright } = readPublished(lines, title)
  const days = [...labelled, ...bare].toSorted((one, other) => (readDate(other)?.length ?? 0) - (readDate(one)?.length ?? 0))
  return year ? (days.find((day) => String(readDate(day)?.[0]) === year) ?? year) : (labelled[0] ?? bare[0] ?? copyright)
}

/** A head that may leave authors, journal or day open, so that records are asked (`read-record.ts`). */
type OpenHead = PrintedHead & { isOpen: boolean }

declare global {
  /** What print said, for the script that completes it; in the extension's own world of the page. */
  var gleanerHead: OpenHead | undefined
}

/**
 * Reads the head of an item as a page prints it. Injected only where metadata fall short (`fallsShort`); what of it is
 * believed is decided outside the page (`withPrinted`).
 */
export const readPrinted = (document: Document, address: string): OpenHead | null => {
  globalThis.gleanerHead = undefined
  try {
    const url = withoutProxy(address)
    globalThis.gleanerHead = url ? headOf(openPage(document, url)) : undefined
  } catch {
    // As `extract`: a page that breaks its own document prints nothing.
  }
  return globalThis.gleanerHead ?? null
}
