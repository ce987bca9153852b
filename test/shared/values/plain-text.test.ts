import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasLetter, isVisible, plainText, saysSomething } from '../../../shared/values/plain-text.ts'
import { decisions, ideaId, sender } from '../../sample-network.ts'

const shown = (...points: number[]): string => String.fromCodePoint(...points)
const [zwsp, zwnj, zwj, rlo, pdf, softHyphen, rlm, filler, braille, tag] = [
  0x200b, 0x200c, 0x200d, 0x202e, 0x202c, 0xad, 0x200f, 0x3164, 0x2800, 0xe0061,
].map((point) => shown(point)) as [string, string, string, string, string, string, string, string, string, string]

describe('[W5] invisible characters are removed from names', () => {
  test.each([
    ['Ada Lovelace', 'Ada Lovelace'],
    [`Ada${zwsp} Love${softHyphen}lace`, 'Ada Lovelace'],
    [`Ada ${rlo}ecalevoL${pdf}`, 'Ada ecalevoL'],
    [`Ada${tag}`, 'Ada'],
    ['Ada\u0000\u0007Lovelace', 'AdaLovelace'],
    ['Ada\n\tLovelace', 'Ada Lovelace'],
    ['  Ada   Lovelace ', 'Ada Lovelace'],
    ['Ada Lovelace', 'Ada Lovelace'],
    ['Jose\u0301', 'José'],
    [filler + braille + zwj, ''],
    [`a${zwj}b${zwnj}c`, 'abc'],
    [`Jose${zwsp}\u0301`, 'José'],
    [shown(0x13441, 0x13442, 0x1d159, 0xfffc, 0x16fe4), ''],
    [`Ada${shown(0x13441)}`, 'Ada'],
    ['\u0301Ada \u0327\u0301Lovelace', 'Ada Lovelace'],
    ['Ada\u20dd\u0489', 'Ada'],
    [`Zo${'\u0316\u0317'.repeat(20)}a`, 'Zo\u0316\u0317\u0316\u0317a'],
  ])('%j', (typed, kept) => {
    expect(plainText(typed)).toBe(kept)
  })

  test.each([
    ['Persian', `علی${zwnj}رضا`],
    ['Hindi', `क्${zwj}ष`],
    ['Sinhala', `ශ්${zwj}රී ලංකා`],
    ['Malayalam', `നന്${zwnj}മ`],
    ['Hebrew', 'רחל לוי'],
    ['Arabic', 'محمد بن عبد الله'],
    ['Vietnamese', 'Nguyễn Thị Ánh'],
    ['Japanese', '佐藤 花子'],
    ['Thai', 'สมชาย'],
    ['Irish', 'Seán Ó Súilleabháin'],
    ['Hebrew with points', 'רָחֵל לֵוִי'],
    ['Tibetan', 'བསྒྲུབས་པ'],
    ['Hindi without joiners', 'लक्ष्मी'],
    ['Khmer', 'សុខ ស្រីមុំ'],
  ])('a name in its own spelling stays as it is: %s', (_, name) => {
    expect(plainText(name)).toBe(name.normalize('NFC'))
    expect(hasLetter(plainText(name))).toBe(true)
  })

  test('a single joiner stays between two letters that it may join; direction marks are always removed', () => {
    expect(plainText(`علی${zwnj}${zwnj}رضا`)).toBe('علیرضا')
    expect(plainText(`${zwnj}علی${zwnj}`)).toBe('علی')
    expect(plainText(`${rlm}רחל${rlm}`)).toBe('רחל')
  })

  test('property: normalising is idempotent, and leaves no invisible characters but joiners inside words', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.constantFrom('a', ' ', 'e\u0301', '\u0301', '\u0327', zwsp, zwnj, zwj, 'ا', 'क', '\u094d'),
            fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
          ),
          maxLength: 40,
        }),
        (typed) => {
          const once = plainText(typed)
          expect(plainText(once)).toBe(once)
          expect(once).not.toMatch(/[\p{Cc}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u)
          expect(once).not.toMatch(/^[\u200c\u200d]|[\u200c\u200d]$/u)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

test.each([
  [zwsp, false, false],
  [`${filler}${braille}`, false, false],
  [' \u00a0\u2003', false, false],
  ['…', true, false],
  ['👍', true, false],
  ['7', true, true],
  ['早く', true, true],
])('[M6] %j is to be seen: %s, says something: %s', (text, visible, says) => {
  expect([isVisible(text), saysSomething(text)]).toEqual([visible, says])
})

decisions(
  'proposeIdea',
  [zwsp, filler, braille, '—', '👍', `${rlo}${pdf}`].map((change) => ({
    it: `[M6] an idea of ${JSON.stringify(change)} is none`,
    by: sender,
    args: { idea: ideaId, change },
    refused: 'invalid' as const,
    saying: 'must not be empty',
  })),
)
