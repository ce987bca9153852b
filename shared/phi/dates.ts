import type { Candidate, CertaintySource } from './finding.ts'
import { hasDigit, matchesOf, soughtIn, type Sought, sureOf } from './text/prefiltered-pattern.ts'

const romans = 'I II III IV V VI VII VIII IX X XI XII'.split(' ')
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const day = '(0?[1-9]|[12]\\d|3[01])'
const year = '((?:1[89]|20)\\d\\d)'
const clock = '(?:[T ]\\d{1,2}:\\d\\d(?::\\d\\d)?)?'
// What belongs to a day before its number: "Monday, the 4th of May".
const weekday = /(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?$/i

/** A day found in a text; the year is missing where the text gives none, two-digit years stay as written. */
export type FoundDate = { start: number; end: number; year?: number; month: number; day?: number; evidence: CertaintySource }

type Reader = Sought & {
  evidence: CertaintySource
  read: (groups: (string | undefined)[], text: string, at: number) => Omit<FoundDate, 'start' | 'end' | 'evidence'> | undefined
}

const monthNumber = (name = '') => months.indexOf(name.slice(0, 3).toLowerCase()) + 1
const named = (name: string | undefined, dayText: string | undefined, yearText?: string) => ({
  month: monthNumber(name),
  ...(dayText === undefined ? {} : { day: Number(dayText) }),
  ...(yearText === undefined ? {} : { year: Number(yearText) }),
})

function numeric(first: number, second: number, yearNumber?: number) {
  const [monthPart, dayPart] = first > 12 ? [second, first] : [first, second]
  if (monthPart < 1 || monthPart > 12 || dayPart < 1 || dayPart > 31) return undefined
  return { month: monthPart, day: dayPart, ...(yearNumber === undefined ? {} : { year: yearNumber }) }
}

const lead =
  /(?:\b(?:on|from|since|until|till|by|dated?|dob|born|seen|visit|appt|appointment|admitted|admission|discharged?|adm|due|between|of|for|before|after|last|next|returned?|scheduled|surgery|note|notes|labs?|started|stopped|expired|died|birthday|bday|again|to|through|thru|and|back|the|signed|given|placed|fell|arrived|left|drawn|in|faxed)|[-–(:;,])\s*$/i
const strongLead =
  /\b(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|wednes|satur)(?:day)?,?|on|dated?|dob|born|since|until|admitted|discharged|visit|seen|from)\s*$/i
const measured =
  /\b(?:bp|pain|strength|score|grade|stage|ratio|murmur|vision|va|visual|motor|gcs|glasgow|eva|reflexes|apgars?|apgar|gcs|power|pulses|dose|rating|hydrocodone|percocet|norco|rated|rates|os|od|ou|acuity|muscle|scale|about|approximately|nearly|over|level)\b[^.;\n]{0,24}$/i
const unit =
  /^\s*(?:%|mg|mcg|ml|cc|l\b|g\b|kg|mm|cm|units?|iu|tabs?|tablets?|strength|murmur|of\b|points?|times|patients?|charts?|cases|sites|staff|hours?|hrs?|minutes?|min\b|weeks?|wks?|days?|months?|years?|systolic|diastolic|mmhg|hydrocodone|bilaterally|throughout|in (?:all|both)|pulses|reflex|inches|percocet|or\b)/i

const monthThenDigit = /\d(?<=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[., of'’]{0,6}\d)/i
const digitThenMonth = /\d(?:st|nd|rd|th)?(?: of)?[ -]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i

export const dateReaders: readonly Reader[] = [
  // 1957-03-09, 2024.10.15, with a clock behind it
  {
    needs: /\d{4}[-/.]\d/,
    pattern: new RegExp(`(?<![\\d.-])${year}([-/.])(0?[1-9]|1[0-2])\\2${day}(?!\\d)${clock}`, 'g'),
    evidence: 'shaped',
    read: ([y, , m, d]) => numeric(Number(m), Number(d), Number(y)),
  },
  // 4-VII-1951, 22/XI/04
  {
    needs: /\d[-/.][IVX]/i,
    pattern: /(?<![\w./-])(0?[1-9]|[12]\d|3[01])([-/.])(I{1,3}|IV|VI{0,3}|IX|XI{0,2}|X)\2((?:1[89]|20)\d\d|\d\d)(?![\w%]|[./-]\d)/gi,
    evidence: 'shaped',
    read: ([d, , m = '', y]) => ({ month: romans.indexOf(m.toUpperCase()) + 1, day: Number(d), year: Number(y) }),
  },
  // 03/14/2023, 14.3.2023, 7-25-16; a version number has a one-digit last part or more parts
  {
    needs: /\d[/.-]\d{1,2}[/.-]\d\d/,
    pattern: new RegExp(`(?<![\\w./-])(\\d{1,2})([/.-])(\\d{1,2})\\2((?:1[89]|20)\\d\\d|\\d\\d)(?![\\d])(?![./-]\\d)${clock}`, 'g'),
    evidence: 'shaped',
    read: ([a, , b, y]) => numeric(Number(a), Number(b), Number(y)),
  },
  // March 14th, 2023
  {
    needs: monthThenDigit,
    pattern: new RegExp(`\\b${month} ?${day}(?:st|nd|rd|th)?,? ?,? ?(?:${year}|['’](\\d\\d))(?!\\d)${clock}`, 'gi'),
    evidence: 'shaped',
    read: ([m, d, y, short]) => named(m, d, y ?? short),
  },
  // 14 March 2023, 14th of March 2023, 14MAR2023, 14-Mar-23
  {
    needs: digitThenMonth,
    pattern: new RegExp(
      `(?<!\\d)${day}(?:st|nd|rd|th)?(?: of)?[ -]?${month}[ ,-]{0,2}((?:1[89]|20)\\d\\d|(?<=-)\\d\\d)(?!\\d)${clock}`,
      'gi',
    ),
    evidence: 'shaped',
    read: ([d, m, y]) => named(m, d, y),
  },
  // March 14th
  {
    needs: monthThenDigit,
    pattern: new RegExp(
      `\\b${month} ${day}(?:st|nd|rd|th)?(?![\\d/%]|[.,:]\\d)(?! ?(?:mg|ml|%|mcg|units?|days|hours|weeks|months|years|patients)\\b)`,
      'gi',
    ),
    evidence: 'shaped',
    read: ([m, d], text, at) => (isWord(text, at) ? undefined : named(m, d)),
  },
  // 14 March, 14th of March
  {
    needs: digitThenMonth,
    pattern: new RegExp(
      `(?<![\\d.,/-])${day}(?:st|nd|rd|th)?(?: of)?[ -]${month}(?![a-z\\d])(?! (?:be|have|not|also|help|need|cause|reduce|improve|well)\\b)`,
      'gi',
    ),
    evidence: 'shaped',
    read: ([d, m], text, at) => (/^\d+ (?:may|mar|dec|march)\b/.test(text.slice(at, at + 9)) ? undefined : named(m, d)),
  },
  // July 2021
  {
    needs: monthThenDigit,
    pattern: new RegExp(`\\b(?:early |mid |late |mid-)?${month}(?: of|,)? ?(?:${year}|'(\\d\\d))(?!\\d)`, 'gi'),
    evidence: 'suggested',
    read: ([m, y, short], text, at) => (isPublication(text, at) ? undefined : named(m, undefined, y ?? short)),
  },
  // last December
  {
    wordy: true,
    pattern: new RegExp(`\\b(?:last|this past|this|next|since|in early|in late|in mid|in mid-|in|until|during) ${month}(?![a-z\\d])`, 'g'),
    evidence: 'suggested',
    read: ([m]) => named(m, undefined),
  },
  {
    wordy: true,
    needs: / [JFMASOND][a-z]{2}/,
    pattern: new RegExp(
      '\\b(?:last|this past|next|since|in early|in late|in mid|in mid-|in|until|during|this) (January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![a-z])(?!\\.? \\d)',
      'g',
    ),
    evidence: 'suggested',
    read: ([m], text, at) => (isAim(text, at) ? undefined : named(m, undefined)),
  },
  // 3/14, where the words before it say that it is a day
  {
    needs: /\d\/\d/,
    pattern: /(?<![\d./,-])(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])(?![\d/%]|\.\d|-\w)/g,
    evidence: 'suggested',
    read: ([m, d], text, at) => readShort(m, d, text, at),
  },
  // 20240203
  {
    needs: /\d{8}/,
    pattern: /(?<![\d.-])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g,
    evidence: 'suggested',
    read: ([y, m, d]) => numeric(Number(m), Number(d), Number(y)),
  },
  {
    wordy: true,
    needs: /(?:on|since|around|before|after) [CTNEHLMFVJ]/,
    pattern:
      /\b(?:on |since |around |before |after )(?:Christmas(?: Day| Eve)?|Thanksgiving|New Year'?s(?: Day| Eve)?|Easter(?: Sunday)?|Halloween|Labor Day|Memorial Day|Mother's Day|Father's Day|Valentine's Day|July 4th)/g,
    evidence: 'suggested',
    read: () => ({ month: 0 }),
  },
]

// "may 5" and "march 10" in small letters are more often a verb.
const isWord = (text: string, at: number) => /^(?:may|march) \d+(?!\d|st|nd|rd|th|[,.;)]|$)/.test(text.slice(at, at + 10))

/** "met the target in May", "started the bundle in March": what a unit did, and nobody in particular. */
const isAim = (text: string, at: number): boolean =>
  /\b(?:target|goal|aim|compliance|rate|rates|audit|audited|pilot|piloted|rolled out|went live|launch(?:ed)?|survey)\b[^.;\n]{0,40}$/i.test(
    text.slice(Math.max(0, at - 70), at),
  )

function isPublication(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at)
  // "to 0.9 by June 2025" is an aim, and no day of a patient.
  if (
    /\b(?:by|until|before|through) (?:the end of )?$/i.test(before) &&
    /\b(?:aim|goal|target|reduce|increase|improve|decrease|to \d|%)/i.test(text.slice(Math.max(0, at - 160), at))
  )
    return true
  return /(?:publi|updat|version|revis|guideline|release|edition|issue|consensus|statement|recommendation)[^.;]{0,24}$/i.test(before)
}

function readShort(m: string | undefined, d: string | undefined, text: string, at: number) {
  const before = text.slice(Math.max(0, at - 40), at)
  const after = text.slice(at + (m ?? '').length + (d ?? '').length + 1, at + 40)
  const isList = /[,;]\s*$/.test(before) && !/^\s?(?:[,.;)]|$)/.test(after)
  const other = /^ ?(?:to|-|–|of|vs\.?|versus) ?(\d+)\/(\d+)/.exec(after)
  if (other && (other[2] === d || Number(other[1]) > 12)) return undefined
  const closes = /^(?:[,:;.)]|\s?$)/.test(after) && Number(d) !== 10 && (Number(d) > 6 || Number(m) > Number(d)) && !/\w\/$/.test(before)
  if (
    !(lead.test(before) || strongLead.test(before) || closes) ||
    (isList && !closes) ||
    unit.test(after) ||
    (!strongLead.test(before) && (measured.test(before) || Number(m) === Number(d)))
  )
    return undefined
  return numeric(Number(m), Number(d))
}

const stated = /\b(?:dob|d\.o\.b|birth ?date|date of birth|birthday|born(?: on)?|geb|bdate)\W{0,4}$/i

/** What every label of `stated` holds: behind one any day is sure. */
const mayBeStated = /dob|d\.o\.b|birth|born|geb|bdate/i

/** Every day and month in a text, in no order; overlapping ones are all given. Years alone are never dates. */
export function datesIn(text: string, sureOnly = false): FoundDate[] {
  const found: FoundDate[] = []
  for (const reader of soughtIn(text, sureOf(dateReaders, sureOnly && !mayBeStated.test(text)))) {
    const { evidence, read } = reader
    for (const match of matchesOf(text, reader)) {
      const [whole, ...groups] = match
      const date = read(groups, text, match.index)
      if (!date) continue
      const named = text[match.index - 1] === ' ' ? weekday.exec(text.slice(Math.max(0, match.index - 15), match.index)) : null
      const start = match.index - (named?.[0].length ?? 0)
      const label = hasDigit(whole) && stated.test(text.slice(Math.max(0, start - 20), start))
      found.push({ ...date, start, end: match.index + whole.length, evidence: label ? 'stated' : evidence })
    }
  }
  return found
}

/** Every element of a date but the year, 164.514(b)(2)(i)(C). */
export function findDates(dates: readonly FoundDate[]): Candidate[] {
  return dates.map(({ start, end, evidence }) => ({
    start,
    end,
    type: 'DATE',
    evidence,
    why: evidence === 'stated' ? 'phi-birth-date' : 'phi-date',
  }))
}
