import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Name } from '../../../shared/citations/citation.ts'
import { citationFormatKeys, citationFormatOf, writeCitations } from '../../../shared/citations/citation-formats.ts'
import { initialsOf, namePartsOf } from '../../../shared/citations/name-parts.ts'
import { pageRange } from '../../../shared/citations/pages.ts'
import { type CslName, nameText } from '../../bench/references/kept-item.ts'

const person = (family: string, given: string, suffix = ''): object => ({ family, given, suffix })

describe('[E4] the parts of a name', () => {
  it.each<[Name, object]>([
    [{ family: 'Poe', given: 'JP' }, person('Poe', 'J. P.')],
    [{ family: 'Poe', given: 'JRRT' }, person('Poe', 'J. R. R. T.')],
    [{ family: 'Poe', given: 'Jo' }, person('Poe', 'Jo')],
    [{ family: 'Poe', given: 'J. P.' }, person('Poe', 'J. P.')],
    [{ family: 'Poe', given: 'J.P.' }, person('Poe', 'J. P.')],
    [{ family: 'Poe', given: 'Mary KT' }, person('Poe', 'Mary K. T.')],
    [{ family: 'Poe', given: 'Jean-Paul' }, person('Poe', 'Jean-Paul')],
    [{ family: 'Poe', given: 'A' }, person('Poe', 'A')],
    [{ family: 'LI', given: 'MEI' }, person('LI', 'MEI')],
    [{ family: 'POE', given: 'JOHN' }, person('POE', 'JOHN')],
    [{ family: 'POE', given: 'JB' }, person('POE', 'J. B.')],
    [{ family: 'Żaba', given: 'ŁŚ' }, person('Żaba', 'Ł. Ś.')],
    [{ family: '王', given: '小明' }, person('王', '小明')],
    [{ family: 'Stone Jr.', given: 'JH' }, person('Stone', 'J. H.', 'Jr')],
    [{ family: 'Stone, III', given: 'Al' }, person('Stone', 'Al', 'III')],
    [{ family: 'Stone 4th', given: 'Al' }, person('Stone', 'Al', '4th')],
    [{ family: 'Stone', given: 'John B. Sr' }, person('Stone', 'John B.', 'Sr')],
    [{ family: 'Stone', given: 'RJ Jr' }, person('Stone', 'R. J.', 'Jr')],
    [{ family: 'Stone', given: 'R 3rd' }, person('Stone', 'R', '3rd')],
    [{ family: 'Ivanov', given: 'IV' }, person('Ivanov', 'I. V.')],
    [{ family: 'Ivanov', given: 'A II' }, person('Ivanov', 'A I. I.')],
    [{ family: 'Prado Neto', given: 'Afonso' }, person('Prado Neto', 'Afonso')],
    [{ literal: 'Group of Tea, Jr' }, { literal: 'Group of Tea, Jr' }],
    [{ family: '', given: 'Plato' }, { literal: 'Plato' }],
  ])('%o', (name, parts) => expect(namePartsOf(name)).toEqual(parts))

  it.each([
    ['Anna-Maria B.', 'AMB'],
    ['J. P.', 'JP'],
    ['민준', '민준'],
    ['小明', '小明'],
    ['Åsa', 'Å'],
    ['', ''],
  ])('initials of %s', (given, initials) => expect(initialsOf(given)).toBe(initials))
})

it.each([
  ['101-109', '101', '109'],
  ['1348–59', '1348', '59'],
  ['S172-S180', 'S172', 'S180'],
  ['e1-e9', 'e1', 'e9'],
  ['129-137.e2', '129', '137.e2'],
  ['129-137.e1-e4', '129', '137.e1-e4'],
  ['105.e1-105.e7', '105.e1', '105.e7'],
  ['12-15-18', '12-15-18', ''],
  ['iv-ix', 'iv', 'ix'],
  ['5', '5', ''],
  ['e1002', 'e1002', ''],
  ['bmjqs-2020-012345', 'bmjqs-2020-012345', ''],
  ['2020-012345', '2020-012345', ''],
  ['2020-12345', '2020-12345', ''],
  ['e2020-0123', 'e2020-0123', ''],
  ['12-A7', '12-A7', ''],
  ['12-15, 18-20', '12-15, 18-20', ''],
  ['320-310', '320', '310'],
  ['', '', ''],
])('[E4] the pages of %s', (page, from, to) => expect(pageRange(page)).toEqual(page === '320-310' ? [page, ''] : [from, to]))

const small = ['de', 'la', 'von', 'van', 'der', 'da', 'e', 'y', 'and', 'del', 'el']
const large = ['García', 'Vega', 'Berg', "O'Neil", 'Moss-Morris', 'Łuk', 'Øst', 'Cruz', '王', 'Smith']
/** Small words before, between, never last: a family name ends in a name. */
const family = fc
  .tuple(fc.array(fc.constantFrom(...small, ...large), { maxLength: 3 }), fc.constantFrom(...large))
  .map(([before, last]) => [...before, last].join(' '))
const given = fc
  .array(fc.constantFrom('J.', 'JP', 'A', 'Ana', 'Jean-Paul', 'Åsa', 'K.T.', '小明', 'María'), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' '))
const people = fc
  .tuple(family, fc.constantFrom('', '', ' Jr', ' III', ' 3rd'), given)
  .map(([name, tail, first]): Name => ({ family: name + tail, given: first }))
const groups = fc
  .array(fc.constantFrom('Group', 'and', 'for', 'Tea,', 'Care', '&', 'the', 'Trial', 'and,', 'Jr', 'of'), { minLength: 2, maxLength: 6 })
  .map((words): Name => ({ literal: ['Society', ...words].join(' ').replace(/,$/, '') }))

const Cite = createRequire(import.meta.url)('citation-js') as new (text: string) => { data: { author: CslName[] }[] }

test.each(citationFormatKeys)('[E4] whatever people and groups an item has, citation-js reads the same of %s', (format) => {
  fc.assert(
    fc.property(fc.array(fc.oneof(people, groups), { minLength: 1, maxLength: 4 }), (author) => {
      const text = writeCitations(citationFormatOf(format), [{ type: 'article-journal', title: 'Tea', author }])
      const read = new Cite(text).data[0]?.author ?? []
      expect(read.map(nameText), text).toEqual(author.map((name) => nameText(namePartsOf(name))))
    }),
    { numRuns: 300 },
  )
})
