import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languageFor, languages } from '../shared/i18n/language.ts'

/** Stands for whatever a text is made with: reads as "2", counts as 2, and has every property, each such a value again. */
const anyValue: unknown = new Proxy(() => {}, {
  get: (_, key) => {
    if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'string' ? '2' : 2)
    if (key === Symbol.iterator) return [][Symbol.iterator].bind([])
    return anyValue
  },
  apply: () => anyValue,
})

/** A text that is made, made once with 2 for each value, and with as many texts where it works on those. */
const made = (make: (...values: unknown[]) => unknown, path: string): unknown => {
  for (const value of [2, '2', anyValue, [], {}, { why: 'patient', places: 2 }])
    try {
      return make(...Array.from({ length: Math.max(make.length, 3) }, () => value))
    } catch {
      continue
    }
  throw new Error(`${path} could not be made`)
}

/** Without what it was made with, and without what is spelt alike in both beside a number. */
const wordsOf = (text: string): string => text.replaceAll(/\b(?:ideas?|undefined|d)\b|[^\p{L}]/gu, '')

/** Every text of a catalogue as `[path, text]`, those that functions make as well. */
const texts = (node: unknown, path = ''): [string, string][] => {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function') return texts(made(node as (...values: unknown[]) => unknown, path), `${path}()`)
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => texts(value, `${path}.${key}`))
}

/** Proper names, addresses, keys and words that are spelt alike in both. */
const alike = /^(Gleaner|https:\/\/…|–|Error|Bank|Triage|Incubator|[⌘⌥⇧ ]+.*|Esc|OK|Ideas|Idea|BMJ Qual Saf.*|No|Total)$/

describe.each([
  [
    'extension',
    async () => [(await import('../extension/i18n/strings.ts')).strings, (await import('../extension/i18n/strings-es.ts')).spanish],
  ],
  [
    'standing of an item',
    async () => [
      (await import('../extension/i18n/strings-standing.ts')).standingWords,
      (await import('../extension/i18n/strings-standing-es.ts')).standingWordsSpanish,
    ],
  ],
  [
    'what a damage lost',
    async () => [
      (await import('../extension/i18n/strings-loss.ts')).words,
      (await import('../extension/i18n/strings-loss-es.ts')).lossWordsSpanish,
    ],
  ],
  [
    'panel’s views',
    async () => [
      (await import('../extension/i18n/strings-home.ts')).words,
      (await import('../extension/i18n/strings-home-es.ts')).homeWordsSpanish,
    ],
  ],
  [
    'check for a person',
    async () => [(await import('../worker/auth/human-words.ts')).english, (await import('../worker/auth/human-words.ts')).spanish],
  ],
] as const)('the Spanish catalogue of the %s', (_, load) => {
  test('has every text, none left in English', async () => {
    const [english, spanish] = await load()
    const said = new Map(texts(spanish))
    const left = texts(english).filter(([path, text]) => !alike.test(text) && wordsOf(text) !== '' && (said.get(path) ?? text) === text)
    expect(left).toEqual([])
  })
})

type Catalogue = { [name: string]: string | Catalogue }
const places = ['shared/i18n', 'extension/i18n', 'worker/dashboard/i18n']
const catalogue = (place: string, language: string): Catalogue => JSON.parse(readFileSync(`${place}/${language}.json`, 'utf8')) as Catalogue
/** Without its parameters: "{to}: {lacks}" is spelt alike in every language. */
const withoutParameters = (message: string): string => wordsOf(message.replaceAll(/\{\w+(?:, \w+)?\}/g, ''))

describe.each(
  places.flatMap((place) => Object.keys(languages).flatMap((language) => (language === 'en' ? [] : [[language, place] as const]))),
)('the messages in %s of %s', (language, place) => {
  test('are none of them left in English', () => {
    const translated = new Map(texts(catalogue(place, language)))
    const english = texts(catalogue(place, 'en')).filter(([, text]) => !alike.test(text) && withoutParameters(text) !== '')
    expect(english.length).toBeGreaterThan(200)
    expect(english.filter(([path, text]) => translated.get(path) === text)).toEqual([])
  })
})

test('what the browser shows by itself has every text in both languages', () => {
  const [english, spanish] = ['en', 'es'].map(
    (language) =>
      JSON.parse(readFileSync(`extension/public/_locales/${language}/messages.json`, 'utf8')) as Record<string, { message: string }>,
  )
  expect(Object.keys(spanish ?? {})).toEqual(Object.keys(english ?? {}))
  for (const [name, { message }] of Object.entries(english ?? {})) expect(spanish?.[name]?.message).not.toBe(message)
})

test.each([
  [null, ['es-MX', 'en'], 'es'],
  [null, ['fr-FR', 'es', 'en'], 'es'],
  ['en', ['es'], 'en'],
  ['xx', [], 'en'],
  [null, ['constructor'], 'en'],
])('chosen %s, preferred %j: %s', (chosen, preferred, language) => {
  expect(languageFor(chosen, preferred)).toBe(language)
})
