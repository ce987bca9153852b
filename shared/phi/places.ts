import type { Candidate, CertaintySource, PhiReason } from './finding.ts'
import { once } from './lexicons/word-set.ts'
import { matchesOf, soughtIn, type Sought, sureOf } from './text/prefiltered-pattern.ts'

const suffixes =
  'alley|aly|annex|arcade|avenue|ave|av|bayou|beach|bend|bluffs?|bottom|boulevard|blvd|branch|bridge|brooks?|burgs?|bypass|byway|camp|canyon|cape|causeway|center|centre|circles?|cir|cliffs?|close|club|common|corners?|course|court|ct|courts|coves?|creek|crescent|cres|crest|crossing|crossroads?|curve|dale|dam|divide|drive|dr|drives|estates?|expressway|extensions?|falls?|ferry|fields?|flats?|fords?|forest|forges?|forks?|fort|freeway|frontage road|gardens?|gate|gateway|glens?|greens?|groves?|harbors?|haven|heights|highlands|highway|hwy|hills?|hollow|inlet|islands?|isle|junctions?|keys?|knolls?|lakes?|land|landing|lane|ln|lights?|loaf|locks?|lodge|loop|mall|manors?|meadows?|mews|mills?|mission|motorway|mountains?|mount|neck|orchard|oval|overpass|parade|parks?|parkway|pkwy|pass|passage|path|pike|pines?|place|pl|plains?|plaza|points?|ports?|prairie|promenade|quay|radial|ramp|ranch|rapids?|rest|ridges?|river|roads?|rd|route|row|rue|run|shoals?|shores?|skyway|springs?|spurs?|squares?|sq|stations?|stravenue|stream|streets?|st|summit|terrace|ter|throughway|trace|track|trafficway|trail|trailer|trl|tunnel|turnpike|underpass|unions?|valleys?|viaduct|views?|villages?|ville|vista|walks?|wall|ways?|wells?'
const states =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR|AA|AE|AP'
const capital = "\\p{Lu}[\\p{L}'’.-]{1,24}"
// Capitals or small letters by hand: with the flag `i`, `\p{Lu}` would match every letter.
const anyCase = (source: string) =>
  source.replace(/\\.|[a-z]/g, (letter) => (letter.length > 1 ? letter : `[${letter}${letter.toUpperCase()}]`))
const unit = (): string =>
  `(?:,?\\s{0,3}(?:${anyCase('apartment|apt|suite|ste|unit|flat|room|rm|floor|fl|bldg|building|lot|box|#')})\\.?\\s?#?[\\p{L}\\d-]{1,6})?`
const tail = once(
  () =>
    `${unit()}${unit()}(?:,\\s{0,4}${capital}(?:[ -]${capital}){0,3})?(?:,?\\s{1,3}(?:${states})\\b)?(?:,?\\s{1,4}\\d{5}(?:-\\d{4})?(?!\\d))?`,
)

const late = (source: () => string, flags: string): (() => RegExp) => once(() => new RegExp(source(), flags))

type Rule = Sought & { evidence: CertaintySource; why: PhiReason; group?: number }

export const placeRules: readonly Rule[] = [
  // 427 Balistreri Way Unit 19, Chicopee, MA 01013
  {
    needs: /\d[A-Za-z]?,?\s/,
    pattern: late(
      () =>
        `(?<![\\d.,/-])\\d{1,6}[A-Za-z]?,?\\s{1,2}(?:[NSEW]\\.?\\s)?(?:${capital}|\\d{1,3}(?:st|nd|rd|th))(?:\\s${capital}){0,3}\\s(?:${anyCase(suffixes)})\\b\\.?(?:\\s[NSEW]\\b)?${tail()}`,
      'gu',
    ),
    evidence: 'shaped',
    why: 'phi-address',
  },
  // lives at 12 Saint Helens, home address: 9 The Limes
  {
    needs: /\d[A-Za-z]?\s/,
    pattern: late(
      () =>
        `\\b(?:[Ll]iv(?:es?|ed|ing) (?:at|on)|[Rr]esid(?:es?|ed|ing) (?:at|on)|[Aa]ddress(?:es)?(?: is|:| -)?|ADDRESS:?|[Ss]ent to|[Rr]eturned from|[Hh]ome at)\\s{1,2}(\\d{1,6}[A-Za-z]?\\s(?:${capital}|\\d{1,5})(?:\\s(?:${capital}|\\d{1,5})){0,5}${tail()})`,
      'gu',
    ),
    evidence: 'shaped',
    why: 'phi-address',
    group: 1,
  },
  {
    needs: /box ?\d/i,
    pattern: late(
      () =>
        `\\b(?:P\\.? ?O\\.? ?|PSC \\d{1,5}, ?|UNIT \\d{1,5} |CMR \\d{1,5}, ?|Post(?:al)? ?)Box ?\\d{1,6}(?:\\s{1,3}(?:APO|FPO|DPO) (?:AA|AE|AP) \\d{5})?${tail()}`,
      'giu',
    ),
    evidence: 'shaped',
    why: 'phi-post-box',
  },
  // Suite 204, Apt. 3
  {
    needs: /[etx]\.? ?#?\d/i,
    pattern: /(?<=[,\n]\s{0,3})(?:apartment|apt|suite|ste|unit|flat)\.? ?#?\d[\w-]{0,5}/gi,
    evidence: 'suggested',
    why: 'phi-part-of-address',
  },
  // SA1 1AA, K1A 0B1
  {
    needs: /[A-Z]\d[A-Z\d]? ?\d/,
    pattern: /(?<![\w-])(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d)(?![\w-])/g,
    evidence: 'suggested',
    why: 'phi-postal-code',
  },
  // off Maple Street
  {
    wordy: true,
    needs: /(?:St|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Place|Terrace|Circle|Parkway|Highway|Square)/,
    pattern: late(
      () =>
        `\\b(?:on|off|at|near|from|to|of|along)\\s(${capital}(?:\\s${capital})?\\s(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Place|Terrace|Circle|Parkway|Highway|Square))\\b`,
      'gu',
    ),
    evidence: 'suggested',
    why: 'phi-part-of-address',
    group: 1,
  },
  {
    needs: /[A-Z]{2}\s{1,3}\d{5}/,
    pattern: late(() => `\\b(?:${states})\\s{1,3}(\\d{5}(?:-\\d{4})?)(?![\\d-])`, 'g'),
    evidence: 'shaped',
    why: 'phi-postal-code',
    group: 1,
  },
  {
    needs: /(?:zip|post).*\d/is,
    pattern: /\b(?:zip(?: ?code)?|postal code|postcode)\s?[:#=]?\s?(?:is )?(\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?![\w-])/gi,
    evidence: 'stated',
    why: 'phi-postal-code',
    group: 1,
  },
]

export const townRule: Sought = {
  needs: /,\s?[A-Z]{2}/,
  pattern: late(() => `,\\s?(?:${states.replace('MD|', '')})\\b(?:,?\\s{1,3}\\d{5}(?:-\\d{4})?)?(?!\\p{L})`, 'gu'),
}
const townBefore = late(() => `(?<!\\p{L})${capital}(?:[ -]${capital}){0,2}$`, 'u')
const degree = /^,\s?(?:PA|OR|ME|IN|MA|OK)$/

/** "Chicopee, MA 01013": looks back from the state, so that a long run of capitals is read once. */
function findTowns(text: string): Candidate[] {
  return [...matchesOf(text, townRule)].flatMap((match): Candidate[] => {
    const town = townBefore().exec(text.slice(Math.max(0, match.index - 60), match.index))
    if (!town || (degree.test(match[0]) && town[0].includes(' '))) return []
    return [
      {
        start: match.index - town[0].length,
        end: match.index + match[0].length,
        type: 'LOCATION',
        evidence: 'suggested',
        why: 'phi-place',
      },
    ]
  })
}

/** Street addresses, post boxes, towns with their state, and postal codes, 164.514(b)(2)(i)(B). */
export function findPlaces(text: string, sureOnly = false): Candidate[] {
  const found = sureOnly ? [] : findTowns(text)
  for (const rule of soughtIn(text, sureOf(placeRules, sureOnly))) {
    const { evidence, why, group } = rule
    for (const match of matchesOf(text, rule)) {
      const whole = group === undefined ? match[0] : (match[group] ?? '')
      const start = match.index + match[0].length - whole.length
      found.push({ start, end: start + whole.length, type: 'LOCATION', evidence, why })
    }
  }
  return found
}
