import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byteOrderMark, csvRecord } from '../../shared/csv.ts'

/** The oracle: a parser that follows RFC 4180 and throws at whatever does not. */
const read = (text: string): string[][] =>
  parse(text, { bom: true, relax_quotes: false, relax_column_count: false, record_delimiter: '\r\n' })

describe('[E2] CSV', () => {
  test('separators, quotes, line ends and letters of the world come back as they were', () => {
    const cells = ['plain', 'a,b', 'she said "no"', 'two\nlines', 'Żaba; 论文; ñ', ' space ', '', 'tab\there']
    expect(read(byteOrderMark + csvRecord(cells) + csvRecord(cells))).toEqual([cells, cells])
  })

  test('numbers are numbers and nothing is empty', () => {
    expect(csvRecord([1, -2.5, null, ''])).toBe('1,-2.5,,\r\n')
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
    "=cmd|' /C calc'!A0",
  ])('%j cannot be taken for a formula', (text) => {
    const [[cell = '']] = read(csvRecord([text, 'next'])) as [string[]]
    expect(cell).toMatch(/^'/)
    expect(cell.slice(1).replace(/[\r\n]/g, '')).toBe(text.replace(/[\u0000\r\n]/g, '')) // oxlint-disable-line no-control-regex -- what is taken out
  })

  test('whatever stands in the cells, a strict parser finds as many records and cells, and no cell begins a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 3, maxLength: 3 }), { minLength: 1 }), (records) => {
        const back = read(records.map(csvRecord).join(''))
        expect(back.map((cells) => cells.length)).toEqual(records.map((cells) => cells.length))
        for (const cell of back.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
      }),
    )
  })
})
