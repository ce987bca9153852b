import type { Candidate } from './finding.ts'
import { hasDigit, matchesOf, type Sought } from './text/prefiltered-pattern.ts'

const number = '(9\\d|1[01]\\d)'
const patterns: readonly RegExp[] = [
  new RegExp(`(?<![\\d.,/%$-])${number}(?= ?-? ?(?:(?:years?|yrs?|yr\\.?|y)[- ]?(?:olds?|o\\b|of age)|y/?o\\b|yo\\b|y\\.o\\.))`, 'gi'),
  new RegExp(
    `(?<=\\b(?:aged?|age of|age:|ages|aged:|turned|turns|turning|is now|he is|she is|he's|she's|who is|mother is|father is|sister is|brother is|wife is|husband is|grandmother is|grandfather is|aunt is|uncle is|patient is|pt is|at the age of|died at|aged about|now) )${number}(?![\\d/%]|[.,]\\d|[-–]\\d| ?(?:mg|ml|kg|lbs?|cm|mm|bpm|percent|days|months|weeks|minutes|hours)\\b)`,
    'gi',
  ),
  new RegExp(`(?<=\\bage[:=]\\s?)${number}(?!\\d)`, 'gi'),
  new RegExp(`(?<![A-Za-z\\d.,/%$-])${number}(?= ?(?:M|F)\\b(?![./]))`, 'g'),
  // A birth year that shows an age over 89; the oldest that no clock is needed for.
  /(?<=\b(?:born in|birth year:?|b\.) ?)(?:18\d\d|19[0-2]\d|193[0-5])(?!\d)/gi,
]
/** With the digits of every age and year that they look for. */
export const agePatterns: readonly Sought[] = patterns.map((pattern) => ({ pattern, needs: /9\d|1[01]\d|18\d\d|19\d\d/ }))
const limit =
  /(?:\b(?:over|above|under|below|than|to|through|and|or|between|past|beyond|until|up to|at least|minimum)|[<>≤≥=–-])\s*(?:the )?(?:ages? (?:of )?)?$/i
const group = /^\s?(?:to|-|–|through|and) \d|^\s?-?\s?(?:years?|yrs?)?[- ]?(?:olds?|of age)?\s?(?:and|or) (?:older|over|above|up)/i

/** Ages over 89 and birth years that show one, 164.514(b)(2)(i)(C); thresholds ("over 90") are no one's age. */
export function findAges(text: string): Candidate[] {
  const found: Candidate[] = []
  if (!hasDigit(text)) return found
  for (const pattern of agePatterns) {
    for (const match of matchesOf(text, pattern)) {
      const end = match.index + match[0].length
      if (limit.test(text.slice(Math.max(0, match.index - 24), match.index)) || group.test(text.slice(end, end + 40))) continue
      found.push({ start: match.index, end, type: 'AGE90', evidence: 'shaped', why: 'phi-age-over-89' })
    }
  }
  return found
}
