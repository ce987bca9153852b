import { relative } from './acting-names.ts'
import { mayHoldContacts } from './contacts.ts'
import { leadsOut } from './labelled-names.ts'
import { isRecord } from './language-pack.ts'
import { functionWords, ordinaryWords, roleWords } from './lexicons/ordinary-words.ts'
import { isGiven, isNameLike, isParticle } from './name-words.ts'
import { plain } from './text/plain-word.ts'
import { hasNumber } from './text/prefiltered-pattern.ts'
import { isLatin, isLetter, tokenAt, wordEnd } from './text/tokens.ts'

/** More than the longest word and what any rule reads behind it. */
const head = 600

/** How the names of months begin, without accents. */
export const month = '(?:j[au][iln]|fe[bv]|ma[giry]|mrz|a[bpv]r|a[gou][gou]|se[pt]|o[cktu]t|nov|d[ei][cz]|ene|gen|giu|lug)'
/** A day before the name of a month, in any language. */
export const dayFirst = `\\d(?:st|nd|rd|th|er|[º°.])?[ .-]{0,2}\\s?(?:(?:de|di|of)\\s)?[ -]?${month}`
const monthFirst = `${month}[a-z]{0,9}[^a-z\\d]{0,4}(?:[a-z]{1,4}[^a-z\\d]{0,3}){0,3}\\d`
/** What opens a street in small letters too. */
export const street =
  'calle|avda|av\\.|avenida|plaza|pza|paseo|carretera|ctra|glorieta|traves|urbaniza|carrer|rue|boulevard|rua|piazza|viale'
/**
 * All that two digits alone can be sure of, or one: days with a month's name or behind the label of a birth, an age of two digits, a
 * post box, a postal code by its name, a street in small letters or behind two numbers.
 */
const shortNumber = new RegExp(`9\\d|\\d[a-z]?,?[/\\s]+\\d|box ?\\d|zip|post|c ?[/\\\\]|${dayFirst}|${monthFirst}|${street}`)
/** "Lindenweg 12" */
const capitalBeforeNumber = /\p{Lu}\S{2,34}\s\d/u
const isShortNumber = (text: string): boolean => shortNumber.test(plain(text)) || capitalBeforeNumber.test(text)

/** A word behind which capitals are no name: an ordinary one that is no role, title or label, and stands in no name. */
const isWordBefore = (text: string, at: number): boolean => {
  const word = /(?:^|[\s(])([a-z]{2,20}) $/.exec(text.slice(Math.max(0, at - 22), at))?.[1] ?? ''
  if (roleWords.has(word) || leadsOut.has(word) || isParticle(tokenAt(word, 0, word.length, 0))) return false
  return functionWords.has(word) || ordinaryWords.has(word)
}

/** No house's number: "Gran via CT nº 12". */
const endsAcronym = /^(?:$|[\s.,;)?!])(?!\W{0,4}(?:[nk]\S{0,6} ?)?\d)/i
/** "in the ICU", "before CT": letters of the field's own, behind an ordinary word. */
const isAcronym = (text: string, start: number, end: number, opens: boolean): boolean => {
  if (end - start > 5) return false
  const own = text.slice(start, end)
  if (own !== own.toUpperCase() || !endsAcronym.test(text.slice(end, end + 12))) return false
  if (own !== 'I' && (!ordinaryWords.has(own.toLowerCase()) || isGiven(tokenAt(text, start, end, 0)))) return false
  return opens || isWordBefore(text, start)
}

/**
 * The first look at what was typed: whether any finder could be sure of anything in it. One pass over its characters; most texts
 * hold no sign that stands in addresses and records, no word with a capital letter but the first and abbreviations, and no number
 * of three digits. `false` is certain (tested against all finders), `true` is not.
 */
export function mayHoldSure(text: string): boolean {
  if (!isLatin(text)) return true
  let digit = false
  let joint = false
  let mixed = false
  let labelled = false
  let acronym = false
  let opening: { start: number; end: number } | undefined
  let opens = true
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (isLetter(code)) {
      const end = wordEnd(text, at)
      const touches = isDigitCode(text.charCodeAt(end))
      if (isUpper(text, at)) {
        // "Place Blanc7": behind another capital it may be a street.
        if (touches && (opening || acronym)) return true
        if (touches || isDigitCode(text.charCodeAt(at - 1)) || isAcronym(text, at, end, opens)) acronym = true
        else {
          if (!opens || text.slice(at + 1, end) !== text.slice(at + 1, end).toLowerCase()) return true
          opening = { start: at, end }
        }
      } else mixed ||= hasCapital(text, at + 1, end)
      if ((code === 119 || code === 87) && /^www\./i.test(text.slice(at, at + 4))) return true
      joint ||= text.slice(at, end).includes('-')
      opens = false
      at = end - 1
    } else if (isDigitCode(code)) {
      digit = true
      // "13 Team Falls": behind a number a capital letter opens nothing.
      opens = false
    } else if (code === 45) joint = true
    else if (code === 58) {
      joint = true
      labelled = true
      if (text.charCodeAt(at + 1) === 47) return true
    } else if (code === 61) labelled = true
    else if (code === 64 || code === 94 || code === 124 || code === 60) return true
  }
  // Behind a label anything with a digit or a capital is an address: "domicilio: gran vía 8", "domicilio: casa con ICU".
  if (labelled && (digit || acronym || mixed)) return true
  if (digit && (hasNumber(text) || isShortNumber(text))) return true
  if ((joint && mayHoldContacts(text)) || (mixed && isRecord(text))) return true
  return opening !== undefined && mayBeRelated(text, opening)
}

const isDigitCode = (code: number): boolean => code > 47 && code < 58

const isUpper = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  if (code < 128) return code < 91
  const letter = text.charAt(at)
  return letter !== letter.toLowerCase()
}

function hasCapital(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isLetter(text.charCodeAt(at)) && isUpper(text, at)) return true
  return false
}

/** "Zora (daughter)": of who opens the text, a relation behind it is sure. */
const mayBeRelated = (text: string, { start, end }: { start: number; end: number }): boolean => {
  const first = tokenAt(text, start, end, 0)
  return (isNameLike(first) || isParticle(first)) && relative.test(text.slice(0, start + head))
}
