import { expect, test } from 'vitest'
import { readNumbers } from '../../../../worker/dashboard/idea/measures/read-numbers.ts'

const now = Date.UTC(2026, 10, 24)
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / (24 * 60 * 60 * 1000)

test.each<[string, string, [string, number][]]>([
  [
    'a day and a number a line',
    '2026-03-01 4.2\n2026-03-08 5',
    [
      ['2026-03-01', 4.2],
      ['2026-03-08', 5],
    ],
  ],
  ['two columns of a spreadsheet with a heading', 'Date\tWeight\n2026-03-01\t4.2\n', [['2026-03-01', 4.2]]],
  [
    'a CSV file, quoted, Windows line ends',
    '"2026-03-01","4.2"\r\n"2026-03-08","5"\r\n',
    [
      ['2026-03-01', 4.2],
      ['2026-03-08', 5],
    ],
  ],
  ['semicolons and decimal commas', '2026-03-01;4,2', [['2026-03-01', 4.2]]],
  [
    'months, percentages, in any order of time',
    '2026-03 85 %\n2026-02 80%',
    [
      ['2026-02-01', 80],
      ['2026-03-01', 85],
    ],
  ],
])('[B4] numbers are read from %s', (_, text, expected) => {
  expect(readNumbers(text, now)).toEqual(expected.map(([on, value]) => [day(on), value]))
})

test.each([
  ['nothing', '', 'no line'],
  ['a column of names', '2026-03-01 4.2 Ada Lovelace', 'Line 1 has more than a day and a number'],
  ['a record’s number', '2026-03-01 40012345', 'too long for a measure'],
  ['a day that is none', '2026-02-30 4', 'Line 1 does not begin with a day'],
  ['a day ahead', '2027-01-01 4', 'day ahead'],
  ['a day said twice', '2026-03-01 4\n2026-03-01 5', 'Line 2 says a day that was said before'],
  ['a word for a number', '2026-03-01 many', 'no number'],
  [
    'too many lines',
    Array.from({ length: 501 }, (_, at) => `${new Date(now - at * 86_400_000).toISOString().slice(0, 10)} 1`).join('\n'),
    'more than 500',
  ],
])('[B4] %s is told by its line', (_, text, expected) => {
  expect(readNumbers(text, now)).toEqual(expect.stringContaining(expected))
})
