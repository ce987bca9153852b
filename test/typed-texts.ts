import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { languages } from '../shared/i18n/language.ts'

type Catalogue = { readonly [name: string]: string | Catalogue }

const textsIn = (catalogue: Catalogue): string[] =>
  Object.entries(catalogue).flatMap(([name, value]) => (typeof value === 'string' ? [name, value] : textsIn(value)))

/** Every message of ours in every language, with its code. */
export const ours = ['shared/i18n', 'extension/i18n', 'worker/dashboard/i18n'].flatMap((place) =>
  Object.keys(languages).flatMap((language) => textsIn(JSON.parse(readFileSync(`${place}/${language}.json`, 'utf8')) as Catalogue)),
)

/** What somebody may type: anything, and above all what we say ourselves, how messages are written and how they travel. */
export const typedText = fc.oneof(
  fc.constantFrom(...ours),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom('no lead', 'on hold: no lead', 'sin responsable', '{why}', "'{'", '#', '$1', '$&', '__proto__', 'toString'),
  fc.constantFrom('{"code":"idea-not-found"}', '{"code":"idea-held","parameters":{"why":"x"}}', 'idea-not-found', '[object Object]'),
)

const marker = 'Xqz-typed-7'

/** Whatever is typed stands where any other text would stand, sign for sign, and nothing else changes with it. */
export const staysAsTyped = (said: (typed: string) => string, typed = typedText, numRuns = 300): void => {
  const parts = said(marker).split(marker)
  expect(parts.length, said(marker)).toBeGreaterThan(1)
  fc.assert(
    fc.property(typed, (text) => {
      expect(said(text)).toBe(parts.join(text))
    }),
    { numRuns },
  )
}
