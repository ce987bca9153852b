import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { requirementSchema } from '../../../shared/domain/framework.ts'
import { isWord, meaningOf, type Need, needName, nameOf, reasonFor, words } from '../../../shared/domain/glossary.ts'
import { languages } from '../../../shared/i18n/language.ts'

type Catalogue = Record<string, Record<string, string>>
const catalogues = Object.keys(languages).map((language) => JSON.parse(readFileSync(`shared/i18n/${language}.json`, 'utf8')) as Catalogue)

/** Every requirement that a gate can have, and the approval that a gate of steering's asks for. */
const needs = [
  ...requirementSchema.options.flatMap(({ entries: { need } }) => ('options' in need ? need.options : [need.literal])),
  'approval',
] satisfies Need[]

test('[V21] each word has a name and a meaning, each requirement a name and a reason, in every language and in words of its own', () => {
  expect(needs.length).toBeGreaterThan(15)
  const codes = [...words.flatMap((word) => [nameOf(word), meaningOf(word)]), ...needs.flatMap((need) => [needName(need), reasonFor(need)])]
  for (const { glossary = {} } of catalogues) expect(new Set(Object.keys(glossary))).toEqual(new Set(codes))
  const [english = {}, ...others] = catalogues.map(({ glossary }) => glossary)
  const sentences = [...words.map(meaningOf), ...needs.map(reasonFor)]
  for (const other of others) expect(sentences.filter((code) => other?.[code] === english[code])).toEqual([])
  expect(new Set(sentences.map((code) => english[code])).size).toBe(sentences.length)
})

test('[V21] a key of a network’s own is no word of the glossary', () => {
  expect(['incubator', 'evaluate', 'our-own-pathway', 'constructor'].map((key) => isWord(key))).toEqual([true, true, false, false])
})
