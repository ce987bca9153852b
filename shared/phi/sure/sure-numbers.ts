import { findAges } from '../ages.ts'
import { findAgesByLanguage } from '../by-language/ages.ts'
import { germanKind, germanStreet } from '../by-language/streets.ts'
import { languages as wordsOfOthers } from '../by-language/words/all.ts'
import { findDates, datesIn } from '../dates.ts'
import type { Candidate } from '../finding.ts'
import { dayFirst, month, street } from '../first-look.ts'
import { mayHoldNationalNumber } from '../language-pack.ts'
import { once } from '../lexicons/word-set.ts'
import { findNumbers } from '../numbers.ts'
import { findPlaces } from '../places.ts'
import { plain } from '../text/plain-word.ts'
import { isAscii } from '../text/tokens.ts'
import { isBehindLabel } from './sure-labels.ts'

const isSure = ({ evidence }: Candidate): boolean => evidence !== 'suggested'

/** A day before the name of a month, in figures or in words. */
const nearMonth = new RegExp(`${dayFirst}|(?<![a-z])de ${month}`, 'iu')
/** "true" ends with one. */
const smallStreet = new RegExp(`c ?[/\\\\]|${street.replace('rue|', 'rue(?![a-z])|')}`, 'i')

/** How much of a text before and behind a digit the forms below read. */
const around = 50

/** The stretches of a text around its digits, parted by lines: no form below is longer. */
function aroundDigits(text: string): string {
  let near = ''
  let end = 0
  for (const { 0: digits, index } of text.matchAll(/\d+/g)) {
    const to = index + digits.length + around
    if (index - around > end) {
      near += `\n\n${text.slice(index - around, to)}`
    } else near += text.slice(end, to)
    end = Math.min(to, text.length)
  }
  return near
}

/** How the words end that lead to a phone. */
const ends = '(?:ne|el|le|ll|ge|er|ck|ct|il|pp|ms|xt|ed|ch|al|ph|sk|ce|me|rk|te|ax|no|at|on|is|as|im|em)'
/** What phones, faxes, pagers and addresses of computers have at least (`findContacts`, those that are sure), sought at their digits. */
const contact = new RegExp(
  [
    // Behind the last letters of "phone", "call back", "is", or behind a sign.
    String.raw`\d(?<=(?:(?:${ends}|[\s#.])[#:=.]|${ends}|[\s#]|^)\+?\(?\d)(?:[ ().+/-]{0,19}\d){6}`,
    String.raw`\d{4}(?<=(?:ager|eeper|leep|ext|tension|page)\.?(?: ?(?:number|no\.?|is))?\s?[:#]?\s?\d{4})`,
    String.raw`\d{3}[-. )] ?\d{3}[-. ]\d{4}`,
    String.raw`0\d{1,4}\)?[ -]\d{2,4}[ -]\d\d`,
    String.raw`0\d{4} \d{6}`,
    String.raw`\+\d`,
    String.raw`\d\s(?:office|fax|mobile|cell|home|desk|work|phone)\b`,
    String.raw`\d\.\d{1,3}\.\d{1,3}\.\d`,
  ].join('|'),
  'i',
)

/** What days have at least that are sure, or whose label says that they are of a birth. */
const dated =
  /(?<![\d.-])(?:1[89]|20)\d\d[-/.][01]?\d|\d[-/.][IVX]{1,4}[-/.]\d|\d[/.-]\d{1,2}[/.-]\d\d|\d(?<=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[., of'’]{0,6}\d)|\d(?:st|nd|rd|th)?(?: of)?[ -]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|dob|d\.o\.b|birth|born|geb|bdate/i
/** What addresses have at least that are sure. */
const placed = /\d[A-Za-z]?,?\s{1,2}[A-Z\d\u00c0-\u024f]|[Bb][Oo][Xx] ?\d|[A-Z]{2}\s{1,3}\d{5}|[Zz][Ii][Pp]|[Pp][Oo][Ss][Tt]/

const old = /(?<!\d)(?:9\d|1[01]\d|1[89]\d\d)(?!\d)/
const german = new RegExp(`${germanKind}\\s\\d`, 'i')

/** Whether any rule of any language could be sure of a number, a day, an age or a street in a text with a digit. */
export function mayBeSureNumber(text: string): boolean {
  const near = aroundDigits(text)
  // An accent in a word of another language may be missing, or be one too many.
  const spelled = isAscii(near) ? near : plain(near)
  return (
    contact.test(near) ||
    nearMonth.test(spelled) ||
    (german.test(near) && text.search(germanStreet) >= 0) ||
    (old.test(near) && (findAges(text).length > 0 || findAgesByLanguage({ text, languages: ['es'] }).some(isSure))) ||
    isBehindLabel(text) ||
    opensStreet(text) ||
    mayHoldNationalNumber(text) ||
    findNumbers(text, true).some(isSure) ||
    (placed.test(near) && findPlaces(text, true).some(isSure)) ||
    (dated.test(near) && findDates(datesIn(text, true)).some(isSure))
  )
}

/** What begins the opening of a street with a capital letter: "rua", and "v." of "V.le". */
const streetStarts = once(
  () =>
    new Set(wordsOfOthers.flatMap(({ streets }) => streets.split('|').map((word) => /[a-z]{2,}|[a-z]\.?/.exec(plain(word))?.[0] ?? ''))),
)

/** Whether a street may begin anywhere: by a word with a capital letter, or by one of those that open one in small letters too. */
function opensStreet(text: string): boolean {
  if (smallStreet.test(isAscii(text) ? text : plain(text))) return true
  for (const { 0: start } of text.matchAll(/[A-Z\u00c0-\u00de](?:[a-z\u00df-\u024f]+|\.)/g))
    if (streetStarts().has(plain(start))) return true
  return false
}
