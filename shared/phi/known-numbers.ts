import type { FoundDate } from './dates.ts'
import type { Candidate, KnownIdentifier } from './finding.ts'
import { foldWord, stretchesOf, type Folded } from './text/folded.ts'
import { datesIn } from './dates.ts'

const why = 'phi-page-showed'
const isDigit = (character: string | undefined) => character !== undefined && /\d/.test(character)

/** Whether the digits of a stretch go on before or behind it; zeros put in front are part of it. */
function grown(text: string, start: number, end: number): { start: number; end: number } | undefined {
  let from = start
  while (text[from - 1] === '0' || (text[from - 1] === '-' && text[from - 2] === '0')) from -= 1
  return isDigit(text[from - 1]) || isDigit(text[end]) ? undefined : { start: from, end }
}

// Too far apart to be one number: "bed 20, 77 beats, 14 days" has letters between, but "20.\n\n77" has not.
const isTogether = (text: string, start: number, end: number) => !/\n\n|[^\s./()+_–-]{0,1}\s{3}|, /.test(text.slice(start, end))

/** A number of the banner with or without its letters, separators and leading zeros, and a phone's last seven digits. */
export function findKnownNumber(text: string, folded: Folded, { type, value }: KnownIdentifier): Candidate[] {
  const whole = foldWord(value)
  const digits = value.replace(/\D/g, '')
  const bare = digits.replace(/^0+/, '')
  const forms = new Set([whole])
  if (type === 'PHONE' || type === 'FAX') {
    if (digits.length >= 10) forms.add(digits.slice(-10))
    if (digits.length >= 7) forms.add(digits.slice(-7))
  } else if (bare.length >= 4 || digits.length >= 5) forms.add(digits).add(bare)
  return [...forms]
    .filter((form) => form.length >= 4)
    .flatMap((form) =>
      stretchesOf(form, folded).flatMap(({ start, end }): Candidate[] => {
        if (!isTogether(text, start, end)) return []
        const stretch = isDigit(text[start]) ? grown(text, start, end) : { start, end }
        if (!stretch || (isDigit(text[end]) && isDigit(text[end - 1]))) return []
        const prefix = /[a-z]{0,4}[ -]?$/i.exec(whole.slice(0, whole.indexOf(bare) < 0 ? 0 : whole.indexOf(bare)))?.[0] ?? ''
        const before = text.slice(Math.max(0, stretch.start - prefix.length - 1), stretch.start)
        const withPrefix =
          prefix !== '' && foldWord(before) === foldWord(prefix) ? stretch.start - before.trimStart().length : stretch.start
        return [{ start: withPrefix, end: stretch.end, type, evidence: 'known', why }]
      }),
    )
}

/** A day of the banner in every layout: its own words, numbers in either order, short years, run together. */
export function findKnownDate(text: string, dates: readonly FoundDate[], { type, value }: KnownIdentifier): Candidate[] {
  return datesIn(value).flatMap((known) => {
    if (known.day === undefined) return []
    const found = dates
      .filter((date) => isSame(known, date))
      .map(({ start, end }): Candidate => ({ start, end, type, evidence: 'known', why }))
    return [...found, ...findCompact(text, known).map((stretch): Candidate => ({ ...stretch, type, evidence: 'known', why }))]
  })
}

function isSame(known: FoundDate, date: FoundDate): boolean {
  const inOrder = date.month === known.month && date.day === known.day
  const swapped = date.month === known.day && date.day === known.month && date.evidence !== 'suggested'
  const years = date.year === undefined || known.year === undefined || date.year % 100 === known.year % 100
  return (inOrder || swapped) && years
}

const two = (number: number) => String(number).padStart(2, '0')

function findCompact(text: string, { year = 0, month, day = 0 }: FoundDate): { start: number; end: number }[] {
  const [y, m, d] = [String(year), two(month), two(day)]
  const s = y.slice(-2)
  const long = [y + m + d, m + d + y, d + m + y]
  const short = [m + d + s, d + m + s, s + m + d]
  const separated = [
    `${month}/${day}`,
    `${m}/${d}`,
    `${m}-${d}-${s}`,
    `${month}-${day}-${s}`,
    `${day}.${month}.`,
    `${d}.${m}.`,
    `${y}/${m}/${d}`,
    `${y} ${m} ${d}`,
    `${m} ${d} ${y}`,
    `${d} ${m} ${y}`,
  ]
  return [...long, ...short, ...separated].flatMap((form) => {
    const found: { start: number; end: number }[] = []
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      const end = at + form.length
      if (
        !isDigit(text[at - 1]) &&
        !isDigit(text[end]) &&
        !/[/.,]/.test(text[at - 1] ?? ' ') &&
        !/^(?:[/.,]\d|%)/.test(text.slice(end, end + 2))
      )
        found.push({ start: at, end })
    }
    return found
  })
}
