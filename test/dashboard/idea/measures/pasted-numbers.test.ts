import { describe, expect, it } from 'vitest'
import { readNumbers, readTable } from '../../../../worker/dashboard/idea/measures/read-numbers.ts'
import { hasSites, readSites } from '../../../../worker/dashboard/idea/measures/read-sites.ts'

const now = Date.UTC(2026, 10, 30, 12)
const sites = [
  { key: 'ash', label: 'Ash Hospital' },
  { key: 'elm', label: 'Elm' },
  { key: 'oak', label: 'Óak' },
]
const table = 'Month\tash hospital\tElm\toak\n2026-01\t12\t340\t\n2026-02\t13\t\t\n'

describe('[B4] several sites in columns', () => {
  it('reads each column as the site of its heading, by label or key; a site without numbers is left out', () => {
    expect(hasSites(readTable(table, now), sites)).toBe(true)
    const read = readSites(`${table}2026-03\t1,5\t2,5\t`, now, {}, sites)
    expect(Array.isArray(read) && read.map(({ site, read: { points } }) => [site, points.map(([, value]) => value)])).toEqual([
      ['ash', [12, 13, 1.5]],
      ['elm', [340, 2.5]],
    ])
  })

  it.each<[string, string]>([
    ['a heading that is no site', 'Month\tAsh\tFalls\n2026-01\t1\t2'],
    ['one site twice', 'Month\tElm\tELM\n2026-01\t1\t2'],
    ['no headings', '2026-01\t1\t2'],
    ['one column', 'Month\tElm\n2026-01\t1'],
  ])('offers none for %s', (_, text) => expect(hasSites(readTable(text, now), sites)).toBe(false))

  it('keeps nothing where one column has a problem or a question', () => {
    const wrong = readSites('Month\tElm\tOak\n2026-01\t1\t2\n2026-02\t3\t1.2.3', now, {}, sites)
    expect(wrong).toMatchObject({ problem: expect.any(String) as string })
    const asked = readSites('Month\tElm\tOak\n2026-01\t1\t1,234', now, {}, sites)
    expect(asked).toMatchObject({ problem: expect.stringContaining('1,234') as string, read: { question: { of: 'comma' } } })
    expect(Array.isArray(readSites('Month\tElm\tOak\n2026-01\t1\t1,234', now, { comma: 'thousands' }, sites))).toBe(true)
  })
})

const valuesOf = (pasted: string): unknown => {
  const read = readNumbers(pasted, now)
  return typeof read === 'string' ? read : read.map(([, value]) => value)
}

/** Written in one go before the rules were run on them: each with every end that is right, the better first. */
describe('[B4] numbers as hospitals paste them', () => {
  it.each<[string, (number[] | 'question')[]]>([
    ['2025-11-01;1 234', [[1234], 'question']],
    ['01-02-2026\t12', ['question']],
    ['Jan-26\t12\nFeb-26\t13', [[12, 13]]],
    ['2026-W05;3,5\n2026-W06;4,5', [[3.5, 4.5]]],
    ['2026-01-01\t12%\n2026-02-01\t15,5 %', [[12, 15.5]]],
    ['2026-01-01\t0,5\n2026-02-01\t0,75', [[0.5, 0.75]]],
    ['2026-01-01\t3/40', ['question']],
    ['Date\tNumerator\tDenominator\n2026-01-01\t3\t40', ['question']],
    ['2026-01-01\t<5', ['question']],
    ['2026-01-01\t12 (3)', ['question']],
    ['2026-01-01\t12*', ['question']],
    ['2026-02-30\t12', ['question']],
    ['30/02/2026\t12', ['question']],
    ['2026-13-01\t12', ['question']],
    ['2026-01-01\t12\n2026-01-01\t13', ['question']],
    ['Jan 2026;12;\nFeb 2026;;\nMar 2026;9;', [[12, 9]]],
    ['31/12/2025\t1\n01/02/2026\t2', [[1, 2], 'question']],
    ['12/31/2025\t1\n01/02/2026\t2', [[1, 2], 'question']],
    ['enero 2026\t12\nfebrero 2026\t14\nmarzo de 2026\t15', [[12, 14, 15]]],
    ['Sept 2025\t3\nOct 2025\t4', [[3, 4]]],
    ['sept. 2025\t3\noct. 2025\t4', [[3, 4]]],
    ['2026-01\t12\n2026-02\t13', [[12, 13]]],
    ['January\t12', ['question']],
    ['1.1.2026;12,5\n1.2.2026;13,0', [[12.5, 13]]],
    ['01.01.2026;1.234\n01.02.2026;1.310', [[1234, 1310], 'question']],
    ['01.01.2026;1.234,5\n01.02.2026;1.310', [[1234.5, 1310]]],
    ['2026-01-01;1.234\n2026-02-01;1.5', [[1.234, 1.5]]],
    ['Hospital report 2026\t\nMonth\tFalls\n2026-01-01\t12', [[12]]],
    ['"2026-01-01";"12,5"\n"2026-02-01";"13"', [[12.5, 13]]],
    ['"2026-01-01","1,234.5"', [[1234.5], 'question']],
    ['46023\t12', ['question']],
    ['2026-01-01\t1e3', ['question', [1000]]],
    ['2026-01-01\t(5)', ['question', [-5]]],
    ['2026-01-01\t12\n2026-02-01\t-\n2026-03-01\tn/a\n2026-04-01\t4', [[12, 4]]],
    ['2026-01-01\t12\nTotal\t12', ['question', [12]]],
    ['2026-01-01\t1,5\n2026-02-01\t1.5', ['question', [1.5, 1.5]]],
    ['2026-01-01\t12,000\n2026-02-01\t9,500', [[12_000, 9500], 'question']],
    ['2026-01-01\t1,234,567', ['question', [1_234_567]]],
    ['2026-01-01 08:15\t12', [[12]]],
    ['1/31/2026 8:15 AM\t12', [[12], 'question']],
    ['2026-01-01T08:15:00.000Z,12', [[12]]],
    ['2026-01-01\t12\r\n2026-02-01\t13\r\n', [[12, 13]]],
    ['2026-01-01|12\n2026-02-01|13', [[12, 13]]],
    ['2026-01-01\tabc', ['question']],
    ['2026-01-01', ['question']],
    ['12\t2026-01-01', ['question', [12]]],
    ['2026-01-01,12,5', ['question']],
    ['2027-05-01\t12', ['question']],
    ['Jan 26\t12\nFeb 26\t13', [[12, 13]]],
    ['1 Jan 2026\t12', [[12]]],
    ['Thu 1 Jan 2026\t12', [[12], 'question']],
    ['Q1 2026\t12\nQ2 2026\t13', [[12, 13]]],
    ['2026-01-01\t−0,5', [[-0.5]]],
    ['2026-01-01\t 7 \n 2026-02-01 \t8', [[7, 8]]],
    ['2026-01-01\t٣', ['question', [3]]],
  ])('%j', (paste, want) => {
    const read = valuesOf(paste)
    expect(want).toContainEqual(typeof read === 'string' ? 'question' : read)
  })
})

/** A second round, written in one go after the first was mended and before they were run. */
describe('[B4] more numbers as hospitals paste them', () => {
  it.each<[string, (number[] | 'question')[]]>([
    ['01.01.2026;1.234\n01.02.2026;987', [[1234, 987], 'question']],
    ['01.01.2026;12.5\n01.02.2026;13.25', [[12.5, 13.25]]],
    ['01.01.2026;0.125\n01.02.2026;0.250', [[0.125, 0.25]]],
    ['1/1/2026;1.234,50\n1/2/2026;2.000,00', ['question']],
    ['15/1/2026;1.234,50\n15/2/2026;2.000,00', [[1234.5, 2000]]],
    ['2026-01-01\t1 234,5\n2026-02-01\t987', [[1234.5, 987]]],
    ["2026-01-01\t1'234.5", [[1234.5]]],
    ['2026-01-01\t12 per 1000', ['question']],
    ['2026-01-01\t12/340', ['question']],
    ['Enero-26\t1\nFebrero-26\t2', [[1, 2]]],
    ['ene 2026;1,5\nabr 2026;2', [[1.5, 2]]],
    ['2026W05\t1\n2026W06\t2', [[1, 2]]],
    ['2026-W54\t1', ['question']],
    ['Week 5 2026\t1', [[1], 'question']],
    ['20260101\t1', [[1], 'question']],
    ['1st Jan 2026\t1\n2nd Feb 2026\t2', [[1, 2]]],
    ['January 5, 2026\t7', [[7]]],
    ['"Jan 5, 2026",7', [[7]]],
    ['31/01/26\t1\n28/02/26\t2', [[1, 2]]],
    ['Total\n2026-01-01\t1', [[1], 'question']],
    ['2026-01-01\t5\n\n\n2026-02-01\t6', [[5, 6]]],
    ['2026-02-01\t6\n2026-01-01\t5', [[5, 6]]],
    ['2026-01-01\t-\n2026-02-01\t-', ['question']],
    ['2026-01-01;1;2;3', ['question']],
    ['Ada Berg\t12', ['question']],
    ['2026-01-01\tAda', ['question']],
    ['2026-01-01\t100 %\n2026-02-01\t99,5 %', [[100, 99.5]]],
    ['2026-01-01,"1,5"\n2026-02-01,"2,25"', [[1.5, 2.25]]],
    ['fecha;valor\n01/02/2026;1,5', ['question']],
    ['29/02/2024\t1\n01/03/2024\t2', [[1, 2]]],
  ])('%j', (paste, want) => {
    const read = valuesOf(paste)
    expect(want).toContainEqual(typeof read === 'string' ? 'question' : read)
  })
})
