import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { BankIndex } from '../../../extension/bank/bank-index.ts'
import { matcherOf } from '../../../extension/bank/word-search.ts'
import { maybeBritish, searchedWords, slipPattern, spellings } from '../../../shared/values/search-words.ts'
import { idea, uuid } from '../../sample-network.ts'
import { searchSamples } from '../../search-samples.ts'

interface Case {
  id: string
  text: string
  finds: string[]
  not: string[]
}
const file = new URL('../../../../shared/cases/search.json', import.meta.url)
const cases = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases : []

const isFoundIn = async (text: string, typed: string): Promise<boolean> => {
  const index = new BankIndex()
  index.put(idea({ id: uuid(1), change: text, problem: '', topic: '' }))
  return ((await index.search(typed, 'all', 5, () => Promise.resolve(true)))?.total ?? 0) > 0
}

describe('[R9] the extension’s search', () => {
  it.each([...cases, ...searchSamples].map((one) => [one.id, one] as const))('%s', async (_, { text, finds, not }) => {
    for (const typed of finds) expect([typed, await isFoundIn(text, typed)]).toEqual([typed, true])
    for (const typed of not) expect([typed, await isFoundIn(text, typed)]).toEqual([typed, false])
  })

  it('finds what was typed before possible typing slips', async () => {
    const index = new BankIndex()
    for (const [at, change] of ['Note the wieght', 'Weight at noon'].entries())
      index.put(idea({ id: uuid(at), change, problem: '', movedAt: at }))
    const found = async (typed: string): Promise<string[] | undefined> =>
      (await index.search(typed, 'all', 5, () => Promise.resolve(true)))?.lines.map(({ change }) => change)
    expect(await found('wieght')).toEqual(['Note the wieght'])
    expect(await found('weihgt')).toEqual(['Weight at noon'])
  })
})

test('[R9] other forms of a word are indexed after the text, so that phrases stay intact', () => {
  expect(searchedWords('Follow up haemoglobin within 48 h')).toEqual({
    words: ['follow', 'up', 'haemoglobin', 'within', '48', 'h'],
    forms: ['hemoglobin', 'followup', '48h'],
  })
})

test('[R9] the last word of a text is written as one with none', () => {
  expect(searchedWords('Print the checklist').forms).toEqual([])
})

test('[R9] a word in which a spelling stands passes the look for British ones', () => {
  const pieces =
    'a gyn f c ae oe m i d paed aest tiol dem soph str rrh tumo colo neighbo ur cent lit theat met re s program me catalog ue sulph ageing lic is e ed es ing ation ations anal dial ys counsell labell er or licen defen practis judg ement ø'
  const seen = new Set<RegExp>()
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces.split(' ')), { minLength: 1, maxLength: 5 }), (some) => {
      const one = some.join('')
      for (const [from] of spellings) {
        if (one.search(from) < 0) continue
        seen.add(from)
        expect(one).toMatch(maybeBritish)
      }
    }),
    { numRuns: 50_000 },
  )
  expect(spellings.filter(([from]) => !seen.has(from))).toEqual([])
})

test.each([
  ['wieght', 'weight', true],
  ['comfot', 'comfort', true],
  ['discharg', 'discharge', true],
  ['dischsrge', 'discharge', true],
  ['intervntion', 'intervention', true],
  ['occured', 'occurred', true],
  ['native', 'naive', false],
  ['feed', 'need', false],
  ['2024', '2042', false],
])('[R9] %s for %s', (typed, word, is) => {
  expect(word.startsWith(typed) || (slipPattern(typed)?.test(word) ?? false)).toBe(is)
})

test('[R9] a list in memory is filtered by the same words', () => {
  expect(matcherOf('SpO2')('Keep SpO₂ up')).toBe(true)
  expect(matcherOf('')('anything')).toBe(true)
})
