import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languageFor, languages } from '../shared/i18n/language.ts'

/** Without what is spelt alike in every language beside a number. */
const wordsOf = (text: string): string => text.replaceAll(/\b(?:ideas?|d)\b|[^\p{L}]/gu, '')

/** Every text of a catalogue as `[path, text]`. */
const texts = (node: unknown, path = ''): [string, string][] => {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => texts(value, `${path}.${key}`))
}

/** Proper names, addresses, keys and words that are spelt alike in both. */
const alike =
  /^(Gleaner|https:\/\/…|–|Error|Bank|Triage|Incubator|[⌘⌥⇧ ]+.*|Esc|OK|Ideas|Idea|BMJ Qual Saf.*|No|Total|PDSA|Sepsis|Chrome|Edge|Firefox|(Standard )?Webhooks|Crossref|PubMed|Europe PMC|OpenAlex|DataCite|Unpaywall|ClinicalTrials\.gov|bioRxiv|DOI|PM(C?)ID|ISSN|RIS|BibTeX|biblatex|CSL-JSON)$/

const others = Object.keys(languages).filter((language) => language !== 'en')
type Catalogue = { [name: string]: string | Catalogue }
const places = ['shared/i18n', 'extension/i18n', 'worker/dashboard/i18n']
const catalogue = (place: string, language: string): Catalogue => JSON.parse(readFileSync(`${place}/${language}.json`, 'utf8')) as Catalogue
/** Without its parameters: "{to}: {lacks}" is spelt alike in every language. */
const withoutParameters = (message: string): string => wordsOf(message.replaceAll(/\{\w+(?:, \w+)?\}/g, ''))

describe.each(places.flatMap((place) => others.map((language) => [language, place] as const)))(
  'the messages in %s of %s',
  (language, place) => {
    test('are none of them left in English', () => {
      const translated = new Map(texts(catalogue(place, language)))
      const english = texts(catalogue(place, 'en')).filter(([, text]) => !alike.test(text) && withoutParameters(text) !== '')
      expect(english.length).toBeGreaterThan(200)
      expect(english.filter(([path, text]) => translated.get(path) === text)).toEqual([])
    })
  },
)

const shownByBrowser = (language: string): Record<string, { message: string }> =>
  JSON.parse(readFileSync(`extension/public/_locales/${language}/messages.json`, 'utf8')) as Record<string, { message: string }>

test.each(others)('the texts that the browser itself shows are all there in %s', (language) => {
  const [english, translated] = [shownByBrowser('en'), shownByBrowser(language)]
  expect(Object.keys(translated)).toEqual(Object.keys(english))
  for (const [name, { message }] of Object.entries(english)) expect(translated[name]?.message).not.toBe(message)
})

test.each([
  [null, ['es-MX', 'en'], 'es'],
  [null, ['xx-XX', 'es', 'en'], 'es'],
  ['en', ['es'], 'en'],
  ['xx', [], 'en'],
  [null, ['constructor'], 'en'],
])('chosen %s, preferred %j: %s', (chosen, preferred, language) => {
  expect(languageFor(chosen, preferred)).toBe(language)
})
