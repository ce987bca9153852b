import { Random } from '../../fuzz/random.ts'
import {
  months,
  births,
  numbers,
  people,
  titles,
  names,
  places,
  streets,
  given,
  family,
  capitals,
  before,
  signs,
  roleSigns,
  starts,
  ends,
  codes,
  days,
  national,
  kindsOfStreet,
  house,
  behind,
  joins,
  dayForms,
  years,
  phones,
  phoneNumbers,
  codesOfPost,
} from './kinds-words.ts'

/** What the texts of one kind are put together of: one of each list, in order. */
type Kind = readonly (readonly string[])[]

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const same = (word: string): string => word
const upper = (word: string): string => word.toUpperCase()
const each = (all: readonly string[], ...ways: ((word: string) => string)[]): string[] => [
  ...new Set(all.flatMap((word) => ways.map((way) => way(word)))),
]

/** Everything that the rules can be sure of, by what it stands beside: each label, word and form of each language's data. */
export const kinds: Readonly<Record<string, Kind>> = {
  'number behind its label': [starts, numbers, signs, codes, ends],
  'number behind its label in capitals': [starts, each(numbers, upper, capital), signs, codes, ends],
  'day behind the label of a birth': [starts, each(births, same, capital), signs, days, ends],
  'month behind the label of a birth': [births, [' ', ': ', ' am '], dayForms, each(months, same, capital), ['', ' 1950', ' ’50', ' 5']],
  month: [
    starts,
    dayForms,
    each(months, same, capital, upper),
    ['', ' 1950', ' de 1950', '-50', ' 4th', ' 4', ' del año ’50', ' de l’an ’50'],
    ends,
  ],
  'name behind a role': [starts, people, roleSigns, given, joins, family, ends],
  'name behind a title': [starts, each(titles, same, capital), ['. ', ' ', '.', ' de la '], each([...given, ...family], same, upper), ends],
  'name behind a label': [starts, each(names, same, capital), signs, given, joins, family, ends],
  'name before what says whose': [['', 'told ', 'la ', 'und '], given, joins, family, behind, ends],
  'name before a role in brackets': [
    ['', 'told ', 'la '],
    given,
    [' (', ' [', ' <', ', ', ' {', ' |'],
    people,
    [')', ']', '>', '', ' waits)'],
  ],
  'capitals behind a word': [['', 'told ', 'and '], before, [' ', '. ', '  '], each(given, upper), ['', '.', ' waited', ',', ' 5']],
  'ordinary word in capitals behind a word': [['', 'told '], each(before, same), [' '], each(capitals, upper), ['', '.', ' waited', ' 5']],
  'address or town behind its label': [
    starts,
    each(places, same, capital),
    signs,
    ['gran vía 8', 'the ICU', 'Sol 5', 'Zafra', 'sol', 'eSalud', 'la CT'],
    ends,
  ],
  street: [
    ['', 'vive en ', 'abita in ', 'wohnt ', 'rua '],
    each(streets, same, capital),
    [' ', '. ', ' de '],
    ['Sol', 'CT', 'sol', 'Lilas', 'verdi', 'la IV', 'ICU'],
    house,
    ends,
  ],
  'German street': [
    ['', 'wohnt in der ', '1', 'Die '],
    ['Linden', 'Garten', 'linden', 'St.Anna', 'OR.linden', 'Alter'],
    kindsOfStreet,
    house,
    ends,
  ],
  'English street': [
    ['', 'lives at ', 'near ', 'sent to '],
    ['9 ', '12 N ', '427A '],
    ['5th', 'Elm', 'Saint Helens', '8', 'CT'],
    [' ave', ' Street', ' Way Unit 19', ' drive', ''],
  ],
  'postal code': [
    ['', 'the family lives at '],
    ['zip', 'zip code ', 'postal code: ', 'postcode ', 'Postcode is ', 'CA ', 'PO box ', 'E-', ''],
    codesOfPost,
    ends,
  ],
  age: [['', 'aged ', 'edad ', 'Alter: ', 'anni ', 'turned '], ['91', '104', '1930', '90'], [' ', '-', ''], years, ends],
  phone: [starts, phones, signs, phoneNumbers, ends],
  'national number': [starts, [...numbers.slice(0, 60), ''], [' ', ': '], national, ends],
}

/**
 * Texts of a kind, the same ones each time: of its longest list every one as often as of any other, of the other lists by chance.
 * `turns`: how often each of the longest list comes at least, with other company.
 */
export function textsOf(kind: Kind, turns: number, seed: number): string[] {
  const random = new Random(seed)
  const longest = Math.max(...kind.map((list) => list.length))
  return Array.from({ length: Math.max(longest, 100) * turns }, (_, turn) =>
    kind.map((list) => (list.length === longest ? (list[turn % longest] ?? '') : random.pick(list))).join(''),
  )
}
