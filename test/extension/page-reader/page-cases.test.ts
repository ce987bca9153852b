import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Citation, Name } from '../../../shared/citations/citation.ts'
import type { PageReading } from '../../../extension/reading/reading.ts'
import { type Reader, startReader } from '../extract-browser.ts'

type Printed = Name | { family: string; given?: string; suffix: string }
/** A suffix is kept behind the family name, where indexes file it. */
const kept = (name: Printed): Name => ('suffix' in name ? { family: `${name.family} ${name.suffix}`, given: name.given } : name)

interface Truth {
  title?: string
  title_alt?: string | string[]
  names?: Printed[]
  names_alt?: Printed[][]
  authors_or_none?: boolean
  journal?: string | null
  journal_alt?: string | string[]
  year?: number
  doi?: string | null
  pmid?: string | null
  pmcid?: string | null
  type?: string
  issued?: number[]
  number?: string
  publisher?: string
  url?: string
  standing?: string
}
interface Row {
  file: string
  expect: 'cite' | 'no-citation' | 'blocked'
  original_url: string
  truth: Truth
  type_alt?: string[]
  not?: { title?: string; doi?: string; pmid?: string; family?: string }
  absent?: (keyof Citation)[]
}

const folder = new URL('../../../../shared/cases/pages/', import.meta.url)
const index = new URL('index.json', folder)
const present = existsSync(index)
const rows = present ? (JSON.parse(readFileSync(index, 'utf8')) as Row[]) : []

const kinds = { cite: ['citation'], 'no-citation': ['page', 'listing'], blocked: ['blocked'] }
const listOf = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat())
/** As the scorer compares: letters and numbers alone. */
const plain = (text: string | null | undefined): string => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

let reader: Reader
beforeAll(async () => {
  if (present) reader = await startReader()
}, 300_000)
afterAll(() => reader?.close())

/** What of a citation is not as the page says, each field with what was read. */
const faults = ({ truth, type_alt: types = [], not = {}, absent = [] }: Row, { citation }: PageReading): unknown[] => {
  const read: Partial<Citation> = citation ?? {}
  const names = read.author ?? []
  const wrong: unknown[] = []
  const hold = (name: string, is: boolean, value: unknown): void => void (is || wrong.push([name, value]))
  if (truth.title) hold('title', [truth.title, ...listOf(truth.title_alt)].map(plain).includes(plain(read.title)), read.title)
  if (truth.names) {
    const isOne = [truth.names, ...(truth.names_alt ?? [])].some((want) => JSON.stringify(want.map(kept)) === JSON.stringify(names))
    hold('author', isOne || (truth.authors_or_none === true && names.length === 0), names)
  }
  if (truth.journal !== undefined)
    hold(
      'journal',
      [truth.journal, ...listOf(truth.journal_alt)].map(plain).includes(plain(read['container-title'])),
      read['container-title'],
    )
  if (truth.issued) hold('issued', JSON.stringify(read.issued?.['date-parts'][0]) === JSON.stringify(truth.issued), read.issued)
  else if (truth.year) hold('year', read.issued?.['date-parts'][0]?.[0] === truth.year, read.issued)
  for (const [field, value] of [
    ['DOI', truth.doi],
    ['PMID', truth.pmid],
    ['PMCID', truth.pmcid],
  ] as const)
    if (value !== undefined) hold(field, plain(read[field]) === plain(value), read[field])
  if (truth.type) hold('type', [truth.type, ...types].includes(read.type ?? ''), read.type)
  if (truth.number) hold('number', read.number === truth.number, read.number)
  if (truth.publisher) hold('publisher', read.publisher === truth.publisher, read.publisher)
  if (truth.url) hold('URL', read.URL === truth.url, read.URL)
  if (truth.standing) hold('standing', read.standing === truth.standing, read.standing)
  hold('not', read.title !== not.title || read.title === undefined, read.title)
  hold('not', read.DOI !== not.doi || read.DOI === undefined, read.DOI)
  hold('not', read.PMID !== not.pmid || read.PMID === undefined, read.PMID)
  hold('not', !names.some((name) => 'family' in name && name.family === not.family), names)
  for (const field of absent) hold(`no ${field}`, read[field] === undefined, read[field])
  return wrong
}

describe.skipIf(!present)(
  `pages that were read wrongly${present ? '' : ' (skipped: ../shared/cases is not here)'}`,
  { timeout: 60_000 },
  () => {
    it.each(rows.map((row) => [row.file, row] as const))('%s', async (file, row) => {
      const reading = await reader.press(readFileSync(new URL(file, folder), 'utf8'), row.original_url)
      expect(kinds[row.expect]).toContain(reading?.kind)
      if (reading && row.expect !== 'blocked') expect(faults(row, reading)).toEqual([])
    })
  },
)
