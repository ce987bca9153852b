import { splitRecords } from './split-records.ts'
import type { Assertion, ItemIds, Said } from '../../lookups/assertion.ts'
import { isOneEvent } from '../../lookups/paper-standing.ts'
import { watchColumns, watchedRow } from '../../lookups/retraction-watch.ts'

/** Signs that one record may have; real ones have some thousand. A quote that nobody closed would make one of the rest of the file. */
const longestRecord = 1_000_000

/**
 * Why a file is not taken for Retraction Watch's data set: its columns are others, a spreadsheet has written it anew (with other signs
 * between its columns, or days before months, so that the 4th of March would be taken for the 3rd of April), it ends within a row, or no
 * row of it names an item and a known nature. What such a file does not say is no sign that a mark is gone.
 */
export type WatchListProblem = 'not-the-list' | 'resaved' | 'cut' | 'nothing-told'

export interface WatchList {
  /** Rows read, without the head. */
  rows: number
  /** Rows that name an item and a known nature. */
  told: number
  /** The day of the newest notice: "2026-11-27". */
  newest: string
  /** What the list says of the items that were asked for, by their keys ("doi:10.5555/a", "pmid:7"). */
  said: ReadonlyMap<string, Said[]>
}

/** Keys by which an item is found in the list. */
export const watchKeys = ({ doi, pmid }: ItemIds): string[] => [...(doi ? [`doi:${doi}`] : []), ...(pmid ? [`pmid:${pmid}`] : [])]

/** Where the last whole record ends: behind a line end that stands in no quotes. */
const wholeUntil = (text: string): number => {
  let [quoted, end] = [false, 0]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === 34) quoted = !quoted
    else if (sign === 10 && !quoted) end = at + 1
  }
  return end
}

const hasColumns = (head: readonly string[]): boolean => watchColumns.every((name) => head.includes(name))

/** "13/03/2024": the data set has the month first. */
const dayFirst = /^\s*(?:1[3-9]|[23]\d)\/\d{1,2}\/\d{4}\b/

/**
 * Reads Retraction Watch's data set (CSV; some 60,000 rows, 60 MB) bit by bit, keeping of it only what it says of some items, and
 * never more of the text than a record. Columns may come in any order.
 *
 * @param wanted keys of the items that matter (`watchKeys`).
 */
export const createWatchListReader = (wanted: ReadonlySet<string>) => {
  const said = new Map<string, Said[]>()
  let head: string[] | undefined
  let [rest, rows, told, newest, cells] = ['', 0, 0, '', 0]
  let problem: WatchListProblem | undefined

  const take = (record: readonly string[]): void => {
    if (!head) {
      head = record.map((name) => name.replace(/^\uFEFF/, '').trim())
      if (hasColumns(head)) return
      problem =
        record.length === 1 && [';', '\t'].some((sign) => hasColumns(splitRecords(head?.[0] ?? '', sign)[0] ?? []))
          ? 'resaved'
          : 'not-the-list'
      return
    }
    if (record.length < 2 && record.every((cell) => cell.trim() === '')) return
    cells = record.length
    rows += 1
    const named = Object.fromEntries(head.map((name, index) => [name, record[index]]))
    if (dayFirst.test(named['RetractionDate'] ?? '')) problem = 'resaved'
    const row = watchedRow(named)
    if (!row) return
    told += 1
    if (row.said.date && row.said.date > newest) newest = row.said.date
    for (const key of watchKeys(row.item)) if (wanted.has(key)) said.set(key, [...(said.get(key) ?? []), row.said])
  }

  const read = (text: string): void => {
    for (const record of splitRecords(text, ',')) if (!problem) take(record)
  }

  return {
    /** The next part of the text; what is behind a problem is not looked at. */
    push: (text: string): void => {
      if (problem) return
      rest += text.replaceAll('\r', '')
      const end = wholeUntil(rest)
      if (end === 0 && rest.length > longestRecord) problem = 'not-the-list'
      if (end === 0) return
      read(rest.slice(0, end - 1))
      rest = rest.slice(end)
    },
    end: (): WatchList | { problem: WatchListProblem } => {
      const isOpen = rest.split('"').length % 2 === 0
      if (!problem && rest.trim() !== '') read(rest)
      if (!head) problem = 'not-the-list'
      else if (rows > 0 && (isOpen || cells < head.length)) problem ??= 'cut'
      if (told === 0) problem ??= 'nothing-told'
      return problem ? { problem } : { rows, told, newest, said }
    },
    hasFailed: (): boolean => problem !== undefined,
  }
}

/** Each once, in an order that does not hang on that of the file; no more than are kept. */
const inOrder = (said: readonly Said[]): Said[] => {
  const once = [...new Map(said.map((one) => [JSON.stringify(one), one]))]
  return once
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, one]) => one)
    .slice(0, 20)
}

/** What the list says of an item by any of its keys. */
export const saidByList = (list: Pick<WatchList, 'said'>, item: ItemIds): Said[] =>
  inOrder(watchKeys(item).flatMap((key) => list.said.get(key) ?? []))

/** Of what an earlier list said of an item, what this one says no more: neither of that entry nor of that event. */
export const lostFrom = (before: readonly Assertion[], said: readonly Said[]): Assertion[] =>
  before.filter(
    (one) => !said.some((other) => (one.record !== undefined && one.record === other.record) || isOneEvent({ ...other, asked: 0 }, one)),
  )

/** What a list says, and beside it what only an earlier one said. */
export const withLost = (said: readonly Said[], lost: readonly Assertion[]): Said[] =>
  inOrder([...said, ...lost.map(({ asked: _, ...one }) => one)])
