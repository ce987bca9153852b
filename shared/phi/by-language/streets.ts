import { own } from '../../values/own.ts'
import { languages } from './words/all.ts'
import type { LanguageWords } from './words/language-words.ts'
import { once, wordSet } from '../lexicons/word-set.ts'
import { plain } from '../text/plain-word.ts'

const accents: Readonly<Record<string, string>> = { a: '[aáàâ]', e: '[eéèê]', i: '[ií]', o: '[oóô]', u: '[uúû]', c: '[cç]' }

/** A word of the data as it may be written: with accents and a capital, or without. */
const written = (word: string): string => {
  const spelled = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/[aeiouc]/g, (letter) => own(accents, letter) ?? letter)
  return isFirm.has(word)
    ? spelled.replace(/^(\[?)(\p{L}+)/u, (_, bracket: string, letters: string) =>
        bracket ? `[${letters}${letters.toUpperCase()}` : `[${letters.charAt(0)}${letters.charAt(0).toUpperCase()}]${letters.slice(1)}`,
      )
    : spelled.replace(/^(\[?)(\p{L}+)/u, (_, bracket: string, letters: string) =>
        bracket ? `[${letters.toUpperCase()}` : letters.charAt(0).toUpperCase() + letters.slice(1),
      )
}

/** These open a street in small letters too, and one whose own name is in small letters. */
const isFirm = wordSet(
  'calle avda avda. av. avenida plaza pza. paseo carretera ctra. glorieta travesia urbanizacion carrer rue boulevard rua travessa piazza viale',
)

const nameWord =
  /[., ]{0,3}(?:(\p{Lu}[\p{L}.'’ªº-]{0,24})|((?:de|del|la|las|los|el|y|i|e|da|do|das|dos|des|du|di|della|dei|degli|le|les|al|a|en|sur|d[’'])(?!\p{L})|\d{1,3}(?= (?:de|d’)))|(\p{Ll}[\p{L}’'-]{1,20}))/uy

const houseNumber =
  /[ ,.]{0,3}(?:(?:n[.º°o]{0,2} ?|nº ?|núm\. ?|num\. ?|No\.? ?|[Nn][uú]mero |# ?)?(?:\d{1,4}(?![\d%])(?: ?[A-Za-z](?!\p{L}))?(?: ?[-/y] ?\d{1,4}[ªº]?)?|[sS] ?[/.] ?[nN](?!\p{L})\.?|SN(?!\p{L})|km\.? ?\d{1,3}(?:[.,]\d{1,3})?))(?![\p{L}\d])/uy

/** "2 A", "5º", "1ª", "esc.B", "Bajo D", "izda": what stands behind a house number, one at a time. */
const door =
  /[ ,.–-]{1,4}(?:\d{1,3}(?:[.ºª°oa]{1,2})?(?![\d%])(?: ?-? ?[A-Za-z]{1,2}(?!\p{L}))?|[ºª]?[A-Z]\d{0,2}|(?:[Ee]d(?:if|f)|[Ee]sc(?:alera)?|[Pp]ta|[Pp]uerta|[Pp]iso|[Pp]ortal|[Bb]loque|[Pp]lanta|[Dd]epto|[Ii]nt|[Cc]asa)\.? ?[\dA-Z]{0,3}(?:[ºª])?|[Bb]ajo|[Ii]zq?da?\.?|[Ii]zq(?:uierda)?|[Dd]cha\.?|[Dd]erecha|[Áá]tico|[Ss]ótano|[Dd]uplicado)(?![\p{L}\d])/uy

const stick = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Where a street ends whose kind ends at `at`: `sure` with a house number. Reads at most ten words. */
export function streetEnd(text: string, at: number, smallToo: boolean): { end: number; sure: boolean } | undefined {
  let end = at
  let named: number | undefined
  for (let words = 0; words < 10; words += 1) {
    const found = stick(nameWord, text, end)
    if (!found || (found[3] && !smallToo) || (words > 0 && /^[.,]/.test(found[0]) && named !== undefined && !/^, ?\p{Lu}/u.test(found[0])))
      break
    end += found[0].length
    if (found[1]) named = end - (/[.,]+$/.exec(found[0])?.[0].length ?? 0)
    const number = found[1] || (found[3] && smallToo) ? stick(houseNumber, text, end) : null
    if (!number) continue
    end += number[0].length
    for (let doors = 0; doors < 7; doors += 1) {
      const next = stick(door, text, end)
      if (!next) break
      end += next[0].length
    }
    return { end, sure: /\d/.test(text.slice(at, end)) }
  }
  return named === undefined ? undefined : { end: named, sure: false }
}

/** What opens a street in a language; firm openings in small letters too. */
const openingsOf = ({ streets: list }: LanguageWords): RegExp => {
  const openings = list
    .split('|')
    .filter((word) => word !== 'c/')
    .toSorted((a, b) => b.length - a.length)
  return new RegExp(`(?<![\\p{L}\\d/])(?:[cC] ?[/\\\\]|(?:${openings.map(written).join('|')})(?!\\p{L}))`, 'gu')
}

export const openings = once(() => new Map(languages.map((data) => [data.language, openingsOf(data)])))

export const isSmallToo = (opening: string): boolean => /^c ?[/\\]$/i.test(opening) || isFirm.has(plain(opening))

/** What the name of a German street ends with, as one word with it. */
export const germanKind = '(?:stra(?:ß|ss)e|str\\.|weg|gasse|platz|allee|ring|damm|ufer|steig|chaussee)'
export const germanStreet = new RegExp(
  [
    `(?<![\\p{L}\\d])\\p{Lu}[\\p{L}.-]{1,25}${germanKind}\\s\\d{1,4} ?[a-z]?(?![\\p{L}\\d])`,
    '(?<![\\p{L}\\d])\\p{Lu}[\\p{L}-]{2,25}(?: \\p{Lu}\\p{L}{2,20})? (?:Stra(?:ß|ss)e|Str\\.|Weg|Gasse|Platz|Allee|Ring|Damm) \\d{1,4} ?[a-z]?(?![\\p{L}\\d])',
  ].join('|'),
  'gu',
)
