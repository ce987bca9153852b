import { joinOverlaps } from '../finding.ts'
import type { Candidate, PatientInfoType } from '../finding.ts'
import { once } from '../lexicons/word-set.ts'
import type { Reading } from '../reading.ts'
import type { Token } from '../text/tokens.ts'
import { kind as houseWords, towns } from './place-words.ts'
import { isEponym, isFamilyName, isGivenName, isSmallWord, ordinaryWords, titles } from './words.ts'

/** A word or a run of digits, with what the learned part asks of it, all as numbers. */
export interface LearnedWord {
  /** UTF-16 offsets; `end` is exclusive. */
  start: number
  end: number
  /** The word in small letters without accents; empty for digits. */
  plain: string
  /** The hash of `plain`; of digits, how many there are. */
  whole: () => number
  /** 1 small letters, 2 one capital, 3 capitals, 4 a capital first, 5 capitals inside, 6 parts; 7 and more are digits. */
  shape: number
  /** In which lists of words it stands, one bit each. Asked for by few: what looks it up takes the most time. */
  lists: () => number
  /** What stands before it: the first of `signs` that does, counted from 2; 1 for anything else, 0 for nothing. */
  gap: number
  inBrackets: boolean
  /** 1 Spanish, 2 in no language that is known, 3 another; 0 for digits. */
  language: number
  /** What the rules found there: 1 a name, 2 a place, 3 a house, 4 anything else; 8 more where they are sure; 0 nothing. */
  rule: number
}

const signs = [/^ $/, /[®™©]/, /\n/, /\(/, /\)/, /:/, /[.;!?]/, /,/, /["“«”»]/, /[-–]/, /\//, /@/]
const gapOf = (gap: string): number => (gap === ' ' ? 2 : gap === '' ? 0 : signs.findIndex((sign) => sign.test(gap)) + 2)

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 2_166_136_261
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619)
  return hash
}

function shapeOf({ text, shape }: Token): number {
  if (shape === 'lower') return 1
  if (shape === 'initial') return 2
  if (shape === 'upper') return 3
  if (/[-'’‐‑]/.test(text)) return 6
  return text.slice(1) === text.slice(1).toLowerCase() ? 4 : 5
}

/** The bit of `lists` for articles, prepositions and the like. */
export const smallWord = 32

const listsOf = (token: Token): number =>
  (isGivenName(token) ? 1 : 0) +
  (isFamilyName(token) ? 2 : 0) +
  (towns.has(token.plain) ? 4 : 0) +
  (houseWords().has(token.plain) ? 8 : 0) +
  (ordinaryWords.has(token.plain) ? 16 : 0) +
  (isSmallWord(token.plain) ? smallWord : 0) +
  (titles.has(token.plain) ? 64 : 0) +
  (isEponym(token) ? 128 : 0)

const codes: Partial<Record<PatientInfoType, number>> = { NAME: 1, LOCATION: 2, FACILITY: 3 }

/** What the rules found, a number for each character. */
function rulesIn(text: string, found: readonly Candidate[]): Uint8Array {
  const rules = new Uint8Array(text.length)
  for (const { start, end, type, certainty } of joinOverlaps(found))
    rules.fill((codes[type] ?? 4) + (certainty === 'high' ? 8 : 0), start, end)
  return rules
}

type Own = Pick<LearnedWord, 'plain' | 'whole' | 'shape' | 'lists' | 'language'>

const ofToken = (token: Token, language: string | undefined): Own => ({
  plain: token.plain,
  whole: once(() => hashOf(token.plain)),
  shape: shapeOf(token),
  lists: once(() => listsOf(token)),
  language: language === 'es' ? 1 : language === undefined ? 2 : 3,
})

const inNone = (): number => 0

const ofDigits = (count: number): Own => {
  const size = Math.min(count, 6)
  return { plain: '', whole: () => size, shape: 6 + size, lists: inNone, language: 0 }
}

/** The words and the runs of digits of a text in order, beside what the rules found in it. Linear in its length. */
export function learnedWords({ text, tokens, languages }: Reading, found: readonly Candidate[]): LearnedWord[] {
  const rules = rulesIn(text, found)
  const words: LearnedWord[] = []
  let before = 0
  let inBrackets = false
  const add = (start: number, end: number, own: Own): void => {
    const gap = text.slice(before, start)
    for (const sign of gap) inBrackets = sign === '(' || (inBrackets && sign !== ')' && sign !== '\n')
    words.push({ start, end, gap: gapOf(gap), inBrackets, rule: rules[start] || rules[end - 1] || 0, ...own })
    before = end
  }
  const addDigits = (from: number, end: number): void => {
    for (const { 0: digits, index } of text.slice(from, end).matchAll(/\d+/g))
      add(from + index, from + index + digits.length, ofDigits(digits.length))
  }
  for (const [index, token] of tokens.entries()) {
    addDigits(before, token.start)
    add(token.start, token.end, ofToken(token, languages[index]))
  }
  addDigits(before, text.length)
  return words
}
