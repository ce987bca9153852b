import { languages as wordsOfOthers } from '../by-language/words/all.ts'
import { languages } from '../languages/all.ts'
import { otherNumbers } from '../languages/other.ts'
import { once, wordSet } from '../lexicons/word-set.ts'
import { plain } from '../text/plain-word.ts'
import { isAscii, isLetter } from '../text/tokens.ts'

const partsOf = (list: string): string[] => list.split('|').filter(Boolean)
const numberLabels = once(() =>
  [...languages.flatMap(({ numbers, phones }) => [...Object.values(numbers), phones]), ...Object.values(otherNumbers)].flatMap(partsOf),
)
const isCapitals = (label: string): boolean => /\p{Lu}/u.test(label)

/** The last words of labels, without the signs of numbers behind them, each with the words before it; '' where the last says it alone. */
type Ends = ReadonlyMap<string, readonly string[]>

/** A last word shorter than `least` says it with the word before only: "c p", "nacido el". */
function endsOf(labels: readonly string[], least: number): Ends {
  const found = new Map<string, string[]>()
  for (const label of labels) {
    const runs =
      plain(label)
        .replace(/[ºª?]/g, ' ')
        .match(/\p{L}+/gu) ?? []
    const last = runs.at(-1) ?? ''
    found.set(last, [...(found.get(last) ?? []), last.length < least ? (runs.at(-2) ?? '') : ''])
  }
  return found
}

const numberEnds = once(() =>
  endsOf(
    numberLabels().filter((label) => !isCapitals(label)),
    2,
  ),
)
/** Those that count in capitals only, or with a sign. */
const capitalEnds = once(() => endsOf(numberLabels().filter(isCapitals), 2))
const birthEnds = once(() =>
  endsOf(
    wordsOfOthers.flatMap(({ births }) => partsOf(births)),
    4,
  ),
)

/** Whether a label ends with this word, which begins at `start`. */
function isEnd(ends: Ends, word: string, text: string, start: number): boolean {
  const before = ends.get(word)
  return before !== undefined && (before.includes('') || before.includes(wordBefore(text, start)))
}

/** What may stand between a label and its number. */
const between = wordSet(
  'nº nª n no nr nro num numero number nummer numer is was es era son ist lautet e est ar er on jest je the el la de del do da di du der von su her his patient paciente patiente patientin paziente utente id code codice codigo nhc y al o il le am em a o',
)
const connects = /[\s:：=#>()[\].,º°ª|+–-]/

/** Whether a label of a number stands before any digit, with nothing but signs and small words between, or one of a birth not far before. */
export function isBehindLabel(text: string): boolean {
  let read = 0
  for (const { index } of text.matchAll(/\d+/g)) {
    if (followsLabel(text, index) || holdsBirth(text, Math.max(read, index - birthReach), index)) return true
    read = index
  }
  return false
}

/** Three digits with no small letter between, or New Zealand's form of 2026 with two: no code behind a label has less. */
const code = /\d[^a-z\d]*\d[^a-z\d]*\d|[A-Z]{3}\d\d[A-Z]{2}/

/** Where the letters before `end` begin. */
function lettersStart(text: string, end: number): number {
  let at = end
  while (at > 0 && isLetter(text.charCodeAt(at - 1))) at -= 1
  return at
}

function followsLabel(text: string, digit: number): boolean {
  if (!code.test(text.slice(Math.max(0, digit - 4), digit + 60))) return false
  let at = digit
  // The letters that a code begins with: "SCR-1182".
  let isCode = true
  for (;;) {
    while (at > 0 && connects.test(text.charAt(at - 1))) at -= 1
    if (digit - at > 2) isCode = false
    const end = at
    at = lettersStart(text, end)
    if (at === end) return false
    const word = wordIn(text, at, end)
    if (isEnd(numberEnds(), word, text, at)) return true
    if (isEnd(capitalEnds(), word, text, at) && counts(text, at, end)) return true
    if (!isCode && !between.has(word)) return false
    isCode = false
  }
}

/** "nºcol": the sign of a number is none of the word behind it. */
const wordIn = (text: string, start: number, end: number): string => {
  const word = plain(text.slice(start, end))
  return isAscii(word) ? word : word.replace(/^.*[ºª]/, '')
}

const counts = (text: string, start: number, end: number): boolean =>
  text.slice(start, end) === text.slice(start, end).toUpperCase() || /^\s{0,2}[n:=#]/i.test(text.slice(end, end + 4))

const wordBefore = (text: string, at: number): string =>
  plain(/(\p{L}+)[^\p{L}]{0,4}$/u.exec(text.slice(Math.max(0, at - 30), at))?.[1] ?? '').replace(/[ºª]/g, '')

/** How far before a digit a label of a birth may end: a day of the week and the name of a month may stand between. */
const birthReach = 70

/** Whether a label of a birth ends in a stretch of a text. */
function holdsBirth(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (!isLetter(text.charCodeAt(at))) continue
    const start = at
    while (at < to && isLetter(text.charCodeAt(at))) at += 1
    const word = wordIn(text, start, at)
    if (isEnd(birthEnds(), word, text, start)) return true
  }
  return false
}
