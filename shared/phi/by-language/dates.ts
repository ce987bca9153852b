import { own } from '../../values/own.ts'
import type { Candidate, CertaintySource } from '../finding.ts'
import { languages } from './words/all.ts'
import { once } from '../lexicons/word-set.ts'
import type { Token } from '../text/tokens.ts'
import { plain } from '../text/plain-word.ts'
import type { LabelledReading } from './labels.ts'

const accented: Readonly<Record<string, string>> = { a: 'aáàâä', e: 'eéèê', i: 'ií', o: 'oóöô', u: 'uúûü', c: 'cç' }

/** A word as it may be written, with accents or without, in small letters, capitals or a capital first. */
const written = (word: string): string =>
  word
    .split('')
    .map((letter) => `[${own(accented, letter) ?? letter}${(own(accented, letter) ?? letter).toUpperCase()}]`)
    .join('')

const monthWords = once(() =>
  [...new Set(languages.flatMap(({ months }) => months.flatMap((month) => month.split('|'))))].toSorted((a, b) => b.length - a.length),
)

const longMonth = once(() =>
  monthWords()
    .filter((word) => word.length > 3)
    .map(written)
    .join('|'),
)

const shortMonth = once(() => monthWords().map(written).join('|'))

const dayWords = once(() =>
  languages
    .flatMap(({ days = '' }) => days.split(' '))
    .filter(Boolean)
    .map(written)
    .join('|'),
)

const of = "(?:\\s?(?:de[l]?|do|di|d’|d'|en|\\.|\\/|-|–)?\\s?(?:l?\\s?(?:año|ano|an|anno))?\\s?)"

const year = "(?:(?:1[89]|20)\\d\\d|['’]\\d\\d)"

const date = once(
  () =>
    new RegExp(
      [
        // 15 de diciembre de 1996, 3. März 2020, le 1er mars, 18-oct-04
        `(?<![\\d.,/])(?:0?[1-9]|[12]\\d|3[01])(?:º|°|er|\\.)?(?:\\s?(?:de|di)\\s|[ .-]{1,2}|\\s)(?:${shortMonth()})\\.?(?:(?:${of})(?:${year}|(?<=[-/.]|del )\\d\\d))?(?![\\p{L}\\d])`,
        // quince de diciembre
        `(?<!\\p{L})(?:${dayWords()})(?: y (?:uno|[Uu]n))? de (?:${longMonth()})(?:${of}${year})?(?!\\p{L})`,
        // diciembre de 1996, marzo-09, Septiembre del año 2000, sep-04
        `(?<!\\p{L})(?:(?:${longMonth()})(?: ?[-/ya] ?| (?:de \\d{4} )?[ay] ))?(?:${shortMonth()})\\.?(?:${of})(?:(?:1[89]|20)\\d\\d|(?<=[-/’'])\\d\\d)(?![\\p{L}\\d]|[.,]\\d)`,
      ].join('|'),
      'gu',
    ),
)

/** "en marzo", "desde septiembre", "el mes de octubre": a month alone, where the words before say that it is one. */
const lone = once(
  () =>
    new RegExp(
      `(?<=(?<!\\p{L})(?:[Ee]n|[Dd]esde|[Hh]asta|[Dd]e|[Aa]|[Mm]es de|[Ee]m|[Ee]n|[Dd]epuis|[Ii]m|[Ss]eit|[Dd]al?|[Nn]el|[Pp]asado|[Ll]ast|mois de|mese di) )(?:${longMonth()})(?:(?= (?:pasado|último|de ese|de este|del mismo|de aquel|del año)))?(?!\\p{L}| ?\\d)`,
      'gu',
    ),
)

const monthSet = once(() => new Set(monthWords()))

const isMonth = ({ plain: word }: Token): boolean =>
  monthSet().has(word) || (word.length > 5 && /[-'‐‑]/.test(word) && word.split(/[-'‐‑]/).some((part) => monthSet().has(part)))

/** The stretches around the names of months: nothing is a day that holds none, and the expressions above are long. */
function aroundMonths(text: string, tokens: readonly Token[]): { start: number; text: string }[] {
  const found: { start: number; end: number }[] = []
  for (const token of tokens) {
    if (!isMonth(token)) continue
    const last = found.at(-1)
    const [start, end] = [Math.max(0, token.start - 40), token.end + 50]
    if (last && start <= last.end) last.end = end
    else found.push({ start, end })
  }
  return found.map(({ start, end }) => ({ start, text: text.slice(start, end) }))
}

const aim =
  /(?:objetivo|meta|campaña|encuesta|auditor[ií]a|tasa|cumplimiento|piloto|formación|curso|taller|reducir|aumentar|bajar|subir|mejorar|lograr|alcanzar|reduzir|réduire|senken|ridurre|antes de|guía|guia|actualiz|versi[oó]n|publica|edici[oó]n|plazo)[^.;\n]{0,80}$/i

/** Days and months in the words of other languages, 164.514(b)(2)(i)(C); and the days behind labels of birth. */
export function findDatesByLanguage(reading: LabelledReading, sureOnly: boolean): Candidate[] {
  const { text, languages: own, tokens, words } = reading
  const found: Candidate[] = []
  const abroad = own.some((language) => language !== undefined && language !== 'en')
  const add = (start: number, end: number, evidence: CertaintySource): void => {
    found.push({ start, end, type: 'DATE', evidence, why: evidence === 'stated' ? 'phi-birth-date' : 'phi-date' })
  }
  for (const { start, text: part } of aroundMonths(text, tokens)) {
    for (const { 0: match, index: at } of part.matchAll(date())) {
      const index = start + at
      const day = !monthSet().has(plain(/^\p{L}+/u.exec(match)?.[0] ?? ''))
      if (!day && !abroad && /^(?:mar|set|out|mai|fa|gen|dic)/i.test(match) && !/\d{4}/.test(match)) continue
      if (!day && aim.test(text.slice(Math.max(0, index - 90), index))) continue
      // "1 mar", "5 mai": two letters more of another word, or a number of something, in English.
      if (!abroad && /^\d+\.?\s?\p{L}{3}$/u.test(match)) continue
      add(index, index + match.length, day && /\d/.test(match) ? 'shaped' : 'suggested')
    }
    if (!abroad || sureOnly) continue
    for (const { 0: match, index: at } of part.matchAll(lone())) {
      const index = start + at
      if (plain(match) === match.toLowerCase() && /^(?:set|out|mar)$/i.test(match)) continue
      if (!aim.test(text.slice(Math.max(0, index - 90), index))) add(index, index + match.length, 'suggested')
    }
  }
  for (const { kind, last } of words) {
    const label = tokens[last]
    if (kind !== 'BIRTH' || !label) continue
    const at = /^[\s:：=.,()-]{0,6}(?:(?:es|el|le|il|am|em|a|is) )?/.exec(text.slice(label.end, label.end + 12))?.[0].length ?? 0
    const start = label.end + at
    const known = [...reading.dates, ...found].find(
      (one) => one.start >= start && one.start <= start + 3 && /\d/.test(text.slice(one.start, one.end)),
    )
    if (known) add(known.start, known.end, 'stated')
    // "24/08//1979", "12/04 /2011", "05/25/2008": a day as someone mistyped it.
    else {
      const typed = /^\d{1,4}\s?[/.-]{1,2}\s?\d{1,2}\s?[/.-]{1,2}\s?\d{1,4}/.exec(text.slice(start, start + 16))
      if (typed) add(start, start + typed[0].length, 'stated')
    }
  }
  return found
}
