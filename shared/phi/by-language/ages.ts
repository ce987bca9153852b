import type { Candidate } from '../finding.ts'
import { languages } from './words/all.ts'
import { once } from '../lexicons/word-set.ts'
import type { LabelledReading } from './labels.ts'

const yearWords = once(() =>
  languages
    .flatMap(({ years }) => years.split('|'))
    .map((word) => word.replace('n', '[nñ]'))
    .join('|'),
)

const age = once(
  () => new RegExp(`(?<![\\d.,/%-])(?:9\\d|1[01]\\d)(?=[ -]?(?:${yearWords()})(?!\\p{L}))(?:[ -]?(?:${yearWords()}))`, 'giu'),
)

/** "varón 94a,": years by one letter, where nothing else of a sentence follows it. */
const byLetter = /(?<=\p{L}\.?,? {1,2}|\()(?:9\d|1[01]\d)(?= ?a\.?(?:[,;:)]|$))/gu

/** "edad 95", "âge : 93" */
const labelled = /(?<=(?<!\p{L})(?:edad|idade|[âa]ge|alter|et[àa])\s?[:=]?\s?(?:de )?)(?:9\d|1[01]\d)(?![\d%/]|[.,]\d| ?(?:a|y|-|–) ?\d)/giu

const inWords = /(?<!\p{L})(?:noventa|novanta|neunzig|cien|ciento un)(?: (?:y|e) \p{L}{3,7})? (?:años|anos|anni|Jahre)(?!\p{L})/giu

const limit =
  /(?:más de|mas de|mayor(?:es)? (?:de|que)|menor(?:es)? (?:de|que)|menos de|hasta(?: los)?|desde(?: los)?|entre(?: los)?|superior a|inferior a|partir de(?: los)?|a los|mais de|maior(?:es)? de|plus de|moins de|über|unter|mehr als|oltre(?: i)?|pi[uù] di|meno di|durante|hace|últimos|ultimos|próximos|y|\d ?(?:a|à|bis|e|et|und|y los|a los)|[<>≤≥=–-])\s?$/i

/** Ages over 89 in other languages, 164.514(b)(2)(i)(C). */
export function findAgesByLanguage({ text, languages: own }: Pick<LabelledReading, 'text' | 'languages'>): Candidate[] {
  return [
    ...text.matchAll(age()),
    ...text.matchAll(inWords),
    ...text.matchAll(labelled),
    ...(own.some((language) => language === 'es' || language === 'pt') ? text.matchAll(byLetter) : []),
  ].flatMap(({ 0: match, index }): Candidate[] => {
    const before = text.slice(Math.max(0, index - 24), index)
    const old =
      /(?:con|de|tiene|cumpli[oó]|a los) (?:los )?$/i.test(before) &&
      !/más de|mas de|mayor|menor|menos de|partir|plus de|mais de|moins de|di/i.test(before)
    if (limit.test(before) && !old) return []
    return [
      {
        start: index,
        end: index + match.length,
        type: 'AGE90',
        evidence: /\d/.test(match) ? 'shaped' : 'suggested',
        why: 'phi-age-over-89',
      },
    ]
  })
}
