import { parse } from 'csv-parse/sync'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvHead, csvRecord, csvTime } from '../../../shared/exports/csv.ts'

/** The oracle: a parser that follows RFC 4180 and throws at whatever does not. */
const read = (text: string): string[][] =>
  parse(text, { bom: true, relax_quotes: false, relax_column_count: false, record_delimiter: '\r\n' })

/** Often what begins a formula, behind what is not seen. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(
      fc.string({ unit: fc.constantFrom(...' \t\r\n\u3000\u200b\u200e\u2060\ufeff\u00ad'.split('')) }),
      fc.constantFrom(...'=+-@＝＋－＠﹦'.split('')),
      fc.string(),
    )
    .map((parts) => parts.join('')),
)

describe('[E2] CSV', () => {
  test('separators, quotes, line ends and letters of any script survive a round trip', () => {
    const cells = ['plain', 'a,b', 'she said "no"', 'two\nlines', 'Żaba; 论文; ñ', ' space ', '', 'tab\there']
    expect(read(csvHead(cells) + csvRecord(cells))).toEqual([cells, cells])
    expect(csvHead(['id', 'at'])).toBe('\ufeffid,at\r\n')
  })

  test('numbers stay numbers, and a missing value is an empty cell', () => {
    expect(csvRecord([1, -2.5, null, ''])).toBe('1,-2.5,,\r\n')
  })

  test('times are what spreadsheets take for a date', () => {
    expect(csvTime(new Date(Date.UTC(2026, 10, 30, 5, 42, 51, 7)).toISOString())).toBe('2026-11-30T05:42:51')
  })

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    ' =1+1',
    '\n=1',
    '\u0000=1',
    '＝1+1',
    '＋1',
    '＠x',
    '=HYPERLINK("http://x")',
    '－1',
    '\u3000＝1',
    '\u00a0=1',
    '\u200b=1+1',
    '\u2060\u00ad@x',
    ' \u202e -1',
    '\ufeff+1',
    '\ufe0f=1',
    '﹦1',
    '﹢1',
    '﹣1',
    '﹫x',
    '\u20dd=1+1',
    '\u2800=1+1',
    '\u{13441}\u{1d159}@now',
    '\u0903\u0489-1+1',
  ])('%j cannot be taken for a formula', (text) => {
    const [[cell = '']] = read(csvRecord([text, 'next'])) as [string[]]
    expect(cell).toMatch(/^'/)
    expect(cell.slice(1).replace(/[\r\n]/g, '')).toBe(text.replace(/[\u0000\r\n]/g, '')) // oxlint-disable-line no-control-regex -- what is taken out
  })

  test.each(['Weigh at noon, twice', 'the "why"', 'a = b', 'x@y.example', '\u200bWeigh', '–', '• one', '1-2', "it's", '%'])(
    '%j is left as it is',
    (text) => {
      expect(read(csvRecord([text, 'next']))).toEqual([[text, 'next']])
    },
  )

  test('property: whatever the cells contain, a strict parser finds as many records and cells, and no cell begins a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (records) => {
        const back = read(records.map(csvRecord).join(''))
        expect(back.map((cells) => cells.length)).toEqual(records.map((cells) => cells.length))
        for (const cell of back.flat()) expect(cell.normalize('NFKC')).not.toMatch(/^[\s\p{C}\p{Z}]*[=+\-@]/u)
      }),
    )
  })
})

interface Case {
  id: string
  cell?: string
  want: string
}
const file = new URL('../../../../shared/cases/csv.json', import.meta.url)
const cases = (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases : []).filter(
  ({ cell }) => cell !== undefined,
)

describe.skipIf(cases.length === 0)('[E2] cells that were wrong before', () => {
  test.each(cases.map((one) => [one.id, one] as const))('%s', (_, { cell = '', want }) => {
    const [[written]] = read(csvRecord([cell, 'next'])) as [[string]]
    expect(written).toBe(want === 'guarded' ? `'${cell}` : cell)
  })
})
