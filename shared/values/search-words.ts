import { own } from './own.ts'

/** A text without what two ways of writing differ by: case, accents, sub- and superscripts (NFKD), ligatures, marks that are not seen. */
const folded = (text: string): string =>
  (isAscii(text) ? text : text.normalize('NFKD').replaceAll(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')).toLowerCase()

/** Most texts are, and need no classes of all the world's letters. */
const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

const wordsIn = (text: string): string[] => text.match(isAscii(text) ? /[a-z\d]+/g : /[\p{L}\p{N}]+/gu) ?? []
/** Words that a hyphen or an apostrophe holds together. */
const compoundsIn = (text: string): string[] =>
  /[-\u2010'’]/.test(text) ? (text.match(/[\p{L}\p{N}]+(?:[-\u2010'’][\p{L}\p{N}]+)+/gu) ?? []) : []
const apart = /[-\u2010'’]/g

/** British spellings as American ones: where they stand in a word, and what stands there then. */
export const spellings: readonly (readonly [RegExp, string])[] = [
  [/aem|oem(?=i)/g, 'em'],
  [/paed/g, 'ped'],
  [/aest/g, 'est'],
  [/(?<=gyn|^f|^c|arch)ae/g, 'e'],
  [/^(?:ae|oe)(?=tiol|dem|soph|str)/, 'e'],
  [/(?<=^f|rrh)oe/g, 'e'],
  [/(?<=tumo|colo|labo|vio|favo|hono|odo|humo|vapo|neighbo)u(?=r)/g, ''],
  [/(?<=cent|lit|fib|tit|theat|^met)re(?=s?$)/, 'er'],
  [/(?<=program)me/, ''],
  [/(?<=catalog|dialog)ue/, ''],
  [/sulph/g, 'sulf'],
  [/^ageing/, 'aging'],
  [/(?<=[a-z]{4})is(?=(?:e[ds]?|ing|ations?)$)/, 'iz'],
  [/(?<=anal|dial|paral)ys(?=e[ds]?$|ing$)/, 'yz'],
  [/(?<=counsel|label|model|travel|cancel|fuel)l(?=ed|ing|er|or)/, ''],
  [/(?<=licen|defen|offen)c(?=e)/, 's'],
  [/^practis/, 'practic'],
  [/(?<=judg)ement/, 'ment'],
]

/** Letters that Unicode does not take apart, as they are typed without them. */
const plainLetters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', œ: 'oe', æ: 'ae', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** What stands in every word in which one of the spellings does: most words are left alone by one look. */
export const maybeBritish =
  /[^\0-\x7f]|[ao]e|our|res?$|mme|gue|sulph|^ageing|is(?:e|ing|at)|ys(?:e|ing)|ll(?:ed|ing|er|or)|nce|^practis|gement/

const american = (text: string): string =>
  maybeBritish.test(text)
    ? spellings.reduce(
        (spelled, [from, to]) => spelled.replace(from, to),
        text.replaceAll(/[ßøœæłđðþı]/g, (letter) => own(plainLetters, letter) ?? letter),
      )
    : text

/** Two words that are written as one as well. */
const joined = new Set(
  (
    'followup breastfeeding breastmilk bottlefeeding bedside checkup checklist bloodstream handwashing handover handoff preterm postterm ' +
    'inpatient outpatient workup workflow teamwork healthcare childcare wellbeing caregiver readmission nonadherence postoperative ' +
    'preoperative intubation extubation reintubation underweight overweight birthweight skincare earplug eyecare mouthcare fullterm ' +
    'longterm shortterm online lifespan lifelong newborn stillbirth daycare'
  ).split(' '),
)
const beginnings = new Set([...joined].flatMap((one) => Array.from({ length: one.length - 1 }, (_, at) => one.slice(0, at + 1))))
/** "follow up" as "followup", "48 h" as "48h". */
const asOne = (first: string, second: string | undefined): second is string =>
  second !== undefined &&
  ((beginnings.has(first) && joined.has(first + second)) || (second.length < 4 && /^\d+$/.test(first) && /^[a-z]{1,3}$/.test(second)))

/**
 * A text as it is looked through: its words in order, and other forms of them (spelled as Americans do, written as one word)
 * behind them.
 */
export const searchedWords = (text: string): { words: string[]; forms: string[] } => {
  const plain = folded(text)
  const words = wordsIn(plain)
  const whole = compoundsIn(plain).map((parts) => parts.replaceAll(apart, ''))
  const pairs = words.flatMap((first, at) => {
    const second = words[at + 1]
    return asOne(first, second) ? [first + second] : []
  })
  const said = new Set(words)
  return { words, forms: [...new Set([...words, ...whole, ...pairs].map(american).concat(whole, pairs))].filter((form) => !said.has(form)) }
}

/** Each typed word with the forms that stand for it: itself, as Americans spell it, as one word with the one before or behind. */
export const typedWords = (typed: string): string[][] => {
  const words = wordsIn(folded(typed))
  return words.map((one, at) => {
    const [before, behind] = [words[at - 1], words[at + 1]]
    const pairs = [before && before + one, behind && one + behind].filter((pair) => pair !== undefined)
    return [...new Set([one, american(one), ...pairs.flatMap((pair) => [pair, american(pair)])])].filter(Boolean)
  })
}

const least = { swapped: 4, missing: 5, any: 7 }

/** In what a word was meant for: any letter. */
export const anyLetter = '?'

/**
 * How words begin that a word with a typing slip may have been meant for: two letters swapped, one left out of or added to a
 * pair, any one missing; in longer words any one too many or another as well. None for short words: most are words.
 */
export const meantBy = (typed: string): string[] => {
  const stem = typed.length > least.any ? typed.replace(/(?:ing|ed|es|e|s)$/, '') : typed
  if (stem.length < least.swapped || !/^\p{L}+$/u.test(stem)) return []
  const letters = stem.split('')
  const around = (at: number, middle: string, skip: number): string => stem.slice(0, at) + middle + stem.slice(at + skip)
  const meant = letters.flatMap((letter, at) => {
    const next = letters[at + 1]
    const missing = stem.length < least.missing || at === 0 ? [] : [around(at, anyLetter, 0)]
    const other = stem.length < least.any ? [] : [around(at, anyLetter, 1), around(at, '', 1)]
    if (next === undefined) return [...missing, ...other]
    return [...missing, ...other, next === letter ? around(at, '', 1) : around(at, next + letter, 2), around(at, letter, 0)]
  })
  return [...new Set(meant)]
}

/** Words that begin in one of these ways; nothing where there is none. */
export const beginningPattern = (beginnings: readonly string[]): RegExp | undefined =>
  beginnings.length > 0 ? new RegExp(`^(?:${beginnings.join('|').replaceAll(anyLetter, String.raw`\p{L}`)})`, 'u') : undefined

/** What a word with a typing slip may have been meant for, as a pattern of how a word begins. */
export const slipPattern = (typed: string): RegExp | undefined => beginningPattern(meantBy(typed))
