import { hasDigit } from '../text/prefiltered-pattern.ts'
import { contactBlock } from './contact-lines.ts'
import { houses } from './houses.ts'
import { townsIn } from './towns.ts'
import type { Candidate } from '../finding.ts'
import { plain } from '../text/plain-word.ts'
import type { LabelledReading } from './labels.ts'
import { place } from './place-words.ts'
import { postal, postalAlone, shortPostal, unnamedStreet } from './postal-codes.ts'
import { germanStreet, isSmallToo, openings, streetEnd } from './streets.ts'
import { ordinaryWords } from './words.ts'

/** Addresses, towns and houses as other languages write them, 164.514(b)(2)(i)(B). */
export function findPlacesByLanguage(reading: LabelledReading, sureOnly: boolean): Candidate[] {
  const { text, languages: own } = reading
  const abroad = own.some((language) => language !== undefined && language !== 'en')
  const unknown = own.every((language) => language === undefined)
  const found: Candidate[] = [...townsIn(reading)]
  // A street is sure by its number.
  if ((!abroad && !unknown) || (sureOnly && !hasDigit(text))) return found
  if (!sureOnly) found.push(...houses(reading))
  for (const [language, opening] of openings()) {
    if (!unknown && !own.includes(language)) continue
    for (const { 0: match, index: opens } of text.matchAll(opening)) {
      // "56 rue Victor Hugo"
      const index =
        opens -
        (language === 'fr'
          ? (/(?<![\d.,/])\d{1,4}(?: ?(?:bis|ter))?,? $/.exec(text.slice(Math.max(0, opens - 12), opens))?.[0].length ?? 0)
          : 0)
      const street = streetEnd(text, opens + match.length, isSmallToo(match))
      if (street && (street.sure || abroad))
        found.push(place(index, street.end, street.sure ? 'shaped' : 'suggested', street.sure ? 'phi-address' : 'phi-part-of-address'))
    }
  }
  if (!sureOnly) found.push(...contactBlock(reading))
  for (const { 0: match, index } of text.matchAll(germanStreet)) found.push(place(index, index + match.length, 'shaped', 'phi-address'))
  if (!sureOnly && /\d{4}/.test(text)) {
    for (const { 0: match, index } of text.matchAll(postal)) {
      if (/^(?:19|20)\d\d[.,]? /.test(match)) continue
      const tail = /^[.,]? ?\(?([^)\n\d]{2,30})\)/.exec(text.slice(index + match.length, index + match.length + 40))
      found.push(place(index, index + match.length, 'suggested', 'phi-postal-code'))
      if (tail?.[1] && !ordinaryWords.has(plain(tail[1])))
        found.push(place(index + match.length, index + match.length + tail[0].length, 'suggested', 'phi-place'))
    }
    if (own.includes('de'))
      for (const { 0: match, index } of text.matchAll(shortPostal))
        if (!/^(?:19|20)/.test(match)) found.push(place(index, index + match.length, 'suggested', 'phi-postal-code'))
    for (const { 0: match, index } of text.matchAll(postalAlone))
      found.push(place(index, index + match.length, 'suggested', 'phi-postal-code'))
    for (const { 0: match, 1: inner = '', index } of text.matchAll(unnamedStreet)) {
      const start = index + match.length - inner.length
      found.push(place(start, start + inner.trimEnd().length, 'suggested', 'phi-address'))
    }
  }
  return found
}
