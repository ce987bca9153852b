import { fold } from '../page/clean.ts'
import { readDate } from '../metadata/dates.ts'
import { windowTitle } from '../metadata/page-title.ts'
import { merge } from '../metadata/merge.ts'
import { withoutProxy } from '../page/address.ts'
import { openPage, type Page } from '../page/page.ts'
import type { PrintedHead } from '../../reading/printed-head.ts'
import type { Name } from '../../../shared/citations/citation.ts'
import { type Byline, readByline, readParted } from './byline.ts'
import { markedByline } from './marked-byline.ts'
import { readDoi, readPubMed } from './identifiers.ts'
import { type Issue, readIssue } from './issue.ts'
import { agreedJournal, isJournalName, journalBefore, type Said } from './journal.ts'
import { type Line, readLines } from './lines.ts'
import { pageData } from './page-data.ts'
import { readPublished } from './published.ts'
import { findTitle } from './title.ts'

const citesItself =
  /(?:suggested citation|\bcitation\s?:|cite (?:this|as)|how to cite|to cite this|^\W*cit(?:e|er|ar|ation)\W*$|copy citation|cómo citar|citar (?:como|este)|citación|como citar|comment citer|pour citer|citer (?:cet|comme)|zitier(?:weise|en|hinweis)|published in final edited form as|reference this)/i

/** Lines that cite the item itself: behind such words, or with its own title in them. */
const citingLines = (lines: readonly Line[], title: string): number[] => {
  const own = fold(title).slice(0, 45)
  const found = new Set<number>()
  for (const [at, { text, isBeside, level }] of lines.entries()) {
    const holdsTitle =
      own.length > 20 &&
      level === 0 &&
      text.length > title.length + 20 &&
      text.length < 1500 &&
      fold(text).includes(own) &&
      /(?:19|20)\d{2}|10\.\d{4}/.test(text)
    if (holdsTitle && !isBeside) found.add(at)
    if (citesItself.test(text) && text.length < 1500)
      for (const behind of [at, at + 1, at + 2])
        if (lines[behind] && /(?:19|20)\d{2}/.test(lines[behind].text)) {
          found.add(behind)
          break
        }
  }
  return [...found].slice(0, 6)
}

/** "Leal GM and Leal WS. Title …", "Kobayashi M, Okamura H (2009) Title …": who stands before the title, where that is all of them. */
const citedPeople = (text: string, title: string): string[] => {
  const at = text.toLowerCase().indexOf(title.slice(0, 30).toLowerCase())
  if (at < 5 || at > 1200) return []
  const before = text.slice(0, at).replace(/^.*?(?:citation|cite[^:]*|citar[^:]*|citer[^:]*|zitier[^:]*):\s*/i, '')
  if (/\bet al\b|…|\.{3}/i.test(before)) return []
  const names = before
    .replace(/\(?\b(?:19|20)\d{2}\)?[\s.,:]*$/, '')
    .replace(/[\s.,:“"]+$/, '')
    .split(/\s*(?:[,;]|\s(?:and|et|und|y|e|&)\s)\s*/)
  return names.every((name) => /^\p{Lu}[\p{L}'’\s-]+\s\p{Lu}{1,3}(?:\s(?:Jr|Sr|I{2,3}))?$/u.test(name)) ? names : []
}

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
    if (text.length > 260 || (isBeside && !isTitleBeside && at !== title - 1) || level > 0 || citing.includes(at)) continue
    const issue = readIssue(text)
    const isWhole = issue?.year !== undefined && issue.firstPage !== undefined
    if (issue && issue.before.length < 110 && !/current issue/i.test(text))
      placed.push({ at, issue, weight: (Math.abs(at - title) < 8 ? 2 : 1) + (isWhole ? 0.5 : 0) })
  }
  return [
    ...citing.flatMap((at) => {
      const issue = readIssue(lines[at]?.text ?? '')
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

/** Reads the head of the item from what a page shows, whatever its metadata say; `undefined` where nothing is likely its title. */
const headOf = (page: Page): PrintedHead | undefined => {
  const lines = readLines(page)
  const found = findTitle(lines, windowTitle(page))
  if (!found) return undefined
  const { at, text: title, isSure } = found
  const line = lines[at] as Line
  const citing = citingLines(lines, title)
  const placed = issuesOf(lines, at, citing)
  const byline = readByline(lines, at)
  const issue = placed.find(({ issue: { year } }) => year) ?? placed[0]
  const end = lines.at(-1)?.element
  const { before: _, year, ...where } = issue?.issue ?? { before: '' }
  const citation = merge([
    {
      title,
      authors: authorsOf(
        byline,
        page,
        line.element,
        citing.flatMap((each) => citedPeople(lines[each]?.text ?? '', title)),
      ),
      journal: agreedJournal(page, lines, at, journalsIn(lines, placed, title)),
      ...where,
      date: dateOf(lines, at, year),
      DOI: readDoi(
        page,
        lines,
        at,
        citing.map((each) => lines[each]?.text ?? ''),
        end,
      ),
      ...readPubMed(page, lines, at, end),
    },
    pageData(page, title),
  ])
  return { citation, isSure, isCut: byline?.isCut ?? false, isCited: citing.length > 0 }
}

/** Names behind the title; where there are not several, those of elements that are marked as authors, or of a line that cites the item. */
const authorsOf = (byline: Byline | undefined, page: Page, title: Element, cited: readonly string[]): readonly (string | Name)[] => {
  if (byline && byline.names.length > 1) return byline.names
  const lists = [markedByline(page), readParted(page, title, byline?.names ?? []), cited]
  return lists.find((names) => names.length > 1) ?? lists.find((names) => names.length > 0) ?? byline?.names ?? []
}

/** The year of the issue where a line says it, with the day that belongs to it; else the day of publication, else of the copyright. */
const dateOf = (lines: readonly Line[], title: number, year: string | undefined): string | undefined => {
  const { labelled, bare, copyright } = readPublished(lines, title)
  const days = [...labelled, ...bare].toSorted((one, other) => (readDate(other)?.length ?? 0) - (readDate(one)?.length ?? 0))
  return year ? (days.find((day) => String(readDate(day)?.[0]) === year) ?? year) : (labelled[0] ?? bare[0] ?? copyright)
}

/**
 * Reads the head of an item as a page prints it. Injected only where metadata fall short (`fallsShort`); what of it is
 * believed is decided outside the page (`withPrinted`).
 */
export const readPrinted = (document: Document, address: string): PrintedHead | null => {
  try {
    const url = withoutProxy(address)
    return (url && headOf(openPage(document, url))) ?? null
  } catch {
    // As `extract`: a page that breaks its own document prints nothing.
    return null
  }
}
