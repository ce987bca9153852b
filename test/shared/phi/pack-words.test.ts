import { expect, test } from 'vitest'
import { packed, withPackedWords } from '../../../shared/phi/lexicons/pack-words.ts'
import { wordSet } from '../../../shared/phi/lexicons/word-set.ts'

const words = 'abdomen abdominal able zebra able follow-up chagas’ o’brien'

test('packed words are the same words', () => {
  const set = wordSet(packed(words))
  for (const word of words.split(' ')) expect(set.has(word)).toBe(true)
  for (const word of ['abd', 'abdomenal', 'zebr', '=', '']) expect(set.has(word)).toBe(false)
})

test('a long list in a module is packed where it stands, a short one stays', () => {
  const long = words.repeat(1).concat(' ', Array.from({ length: 60 }, (_, step) => `word${'abcdefghij'[step % 10]}${step}`).join(' '))
  const source = `const a = wordSet(\n  '${long}',\n)\nconst b = wordSet('one two')`
  const made = withPackedWords(source)
  expect(made).toContain('wordSet("=')
  expect(made).toContain("wordSet('one two')")
  expect(made.length).toBeLessThan(source.length)
})
