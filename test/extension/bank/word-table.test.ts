import { describe, expect, test } from 'vitest'
import { BankIndex } from '../../../extension/bank/bank-index.ts'
import { beginnings, saysAll, searchText } from '../../../extension/bank/word-search.ts'
import { end, hasMarked, WordTable } from '../../../extension/bank/word-table.ts'
import { idea, uuid } from '../../sample-network.ts'

const goOn = (): Promise<boolean> => Promise.resolve(true)

describe('words by numbers', () => {
  test('texts come back as they were, however many words there are and whatever is in them', () => {
    const table = new WordTable()
    const texts = [
      '',
      ' ',
      '  two  spaces ',
      'A line\nand\ta tab',
      'constructor __proto__ toString',
      'é \u0000 \u{1F476} \ud800',
      'x'.repeat(3000),
    ]
    for (let number = 0; number < 70_000; number += 1) texts.push(`Idea ${number}`)
    texts.push(Array.from({ length: 12_000 }, (_, number) => `Idea ${number * 5}`).join(' '))
    const packed = texts.map((text) => table.pack(text.split(' ')))
    expect(packed.map((one) => table.unpack(one).map((words) => words.join(' ')))).toEqual(texts.map((text) => [text]))
    expect(table.unpack(packed.slice(0, 9).join(end)).map((words) => words.join(' '))).toEqual(texts.slice(0, 9))
  })

  test('a marked word is found wherever its number lies, and no other', () => {
    const table = new WordTable()
    const packed = Array.from({ length: 70_000 }, (_, number) => table.pack([`w${number}`]))
    for (const wanted of [0, 1, 32_765, 32_766, 32_767, 32_768, 65_534, 65_535, 65_536, 69_999]) {
      const marks = table.marks((word) => word === `w${wanted}`)
      expect(packed.flatMap((one, number) => (hasMarked(one, marks) ? number : []))).toEqual([wanted])
    }
  })
})

const words =
  'weigh weighing infant infants café oedema edema haemoglobin follow up follow-up followup SpO₂ 48 h ﬁne naïve RCT 12 ward-round paediatric o’clock'.split(
    ' ',
  )

test('the bank is found by the same words as a text is, whatever is typed', async () => {
  // A linear congruential generator: the same texts every time.
  let seed = 20_261_201
  const dice = (most: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed % most
  }
  const text = (): string => Array.from({ length: 1 + dice(7) }, () => words[dice(words.length)]).join(' ')
  const ideas = Array.from({ length: 300 }, (_, place) =>
    idea({ id: uuid(place), change: text(), problem: text(), tags: [text()], movedAt: -place }),
  )
  const said = ideas.map(({ change, problem, tags }) => searchText([change, problem, tags.join(' ')].join(' ')))
  const index = new BankIndex()
  for (const one of ideas) index.put(one)
  for (let look = 0; look < 200; look += 1) {
    const typed = text().slice(0, 1 + dice(12))
    const wanted = beginnings(typed)
    const fitting = ideas.filter((_, place) => saysAll(said[place] ?? '', wanted))
    const found = await index.search(typed, 'all', 300, goOn)
    if (fitting.length > 0)
      expect(found?.lines.map(({ id, change, problem }) => ({ id, change, problem }))).toEqual(
        fitting.map(({ id, change, problem }) => ({ id, change, problem })),
      )
  }
})
