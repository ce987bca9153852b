import { describe, expect, test } from 'vitest'
import '../../../shared/phi/by-language/provide.ts'
import { findPatientInfo, type Field, type KnownIdentifier } from '../../../shared/phi/detect.ts'

const known: KnownIdentifier[] = [
  { type: 'NAME', value: 'Lindqvist-Osei, Katherine' },
  { type: 'MRN', value: '48-15-16' },
  { type: 'DATE', value: '03/09/1957' },
  { type: 'PHONE', value: '(413) 555-0142' },
  { type: 'LOCATION', value: '12 Quarry Byway Apt 4, Holyoke' },
]

const found = (text: string, identifiers = known, field: Field = 'citation') =>
  findPatientInfo(text, { field, known: identifiers }).map(({ start, end }) => text.slice(start, end))

const forms: [form: string, text: string, found: string][] = [
  ['order', 'saw Katherine Lindqvist-Osei today', 'Katherine Lindqvist-Osei'],
  ['capitals', 'LINDQVIST-OSEI,KATHERINE is boarding', 'LINDQVIST-OSEI,KATHERINE'],
  ['one half', 'again Osei on the list', 'Osei'],
  ['small letters', 'discussed lindqvist at huddle', 'lindqvist'],
  ['nickname', 'Kate prefers texts', 'Kate'],
  ['initial', 'K Lindqvist had three scans', 'K Lindqvist'],
  ['initials', 'K.L., bed 4, missed a dose', 'K.L.'],
  ['one edit', 'asked about Lindqvvist and the dose', 'Lindqvvist'],
  ['run together', 'see KatherineLindqvistOsei note', 'KatherineLindqvistOsei'],
  ['number without separators', 'order error for 481516', '481516'],
  ['number with others', 'pulled 48 15 16 for audit', '48 15 16'],
  ['leading zeros', 'chart 00481516 is old', '00481516'],
  ['date in words', 'born on 9 March 1957', '9 March 1957'],
  ['short date', 'label says 3/9/57', '3/9/57'],
  ['date in a file name', 'scan_19570309.pdf is lost', '19570309'],
  ['birthday', 'their birthday is March 9th', 'March 9th'],
  ['last seven digits', 'no answer on 555-0142', '555-0142'],
  ['digits only', 'no answer on 4135550142', '4135550142'],
  ['street', 'letter returned from 12 Quarry Byway', '12 Quarry Byway'],
  ['town', 'the van from Holyoke was late', 'Holyoke'],
]

test('the letters before a number are part of it, the space before them is not', () =>
  expect(found('as for her, GAN200413, born in May', [{ type: 'MRN', value: 'GAN200413' }])).toEqual(['GAN200413']))

describe('what the banner showed is found in every form, even in the most lenient field', () => {
  test.each(forms)('%s: %s', (_, text, expected) => expect(found(text)).toEqual([expected]))
})

test('accents may be missing or be put in', () => {
  expect(found('Gomez was moved', [{ type: 'NAME', value: 'José Gómez' }])).toEqual(['Gomez'])
  expect(found('Gómez was moved', [{ type: 'NAME', value: 'GOMEZ^JOSE' }])).toEqual(['Gómez'])
})

test('a name that is also a word counts only where a person is meant', () => {
  const brown: KnownIdentifier[] = [{ type: 'NAME', value: 'Brown, Alec' }]
  expect(found('Use the brown tray, and the Brown catheter.', brown)).toEqual([])
  expect(found("Brown's wife asked twice.", brown)).toEqual(['Brown'])
  expect(found('Alec Brown fell.', brown)).toEqual(['Alec Brown'])
})

test('several patients are all looked for', () => {
  const both: KnownIdentifier[] = [
    { type: 'NAME', value: 'Osei, Kwame' },
    { type: 'NAME', value: 'Achebe, Ngozi' },
  ]
  expect(found('Osei and Achebe were swapped', both)).toEqual(['Osei', 'Achebe'])
})

test('a part of a longer number is another number', () => expect(found('PMID 14815169 and 4815160', known)).toEqual([]))
