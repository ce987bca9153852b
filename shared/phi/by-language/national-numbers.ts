import { own as ownOf } from '../../values/own.ts'
import { isDay, isLuhn, isVerhoeff, modulo97, weighted } from '../text/check-digits.ts'
import { mayHoldNationalNumber, withoutPublished } from '../language-pack.ts'
import type { Candidate, CertaintySource, PatientInfoType } from '../finding.ts'

interface NationalNumber {
  type: PatientInfoType
  pattern: RegExp
  /** The number without its separators; whether its check digits and its day are right. */
  isRight?: (code: string) => boolean
  /** Left out: its form and check digit leave no other reading. */
  evidence?: CertaintySource
}

const own = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}.,/+-])(?:${source})(?![\\p{L}\\p{N}]|[-/.,]\\d)`, 'gu')
const dniLetters = 'TRWAGMYFPDXBNJZSQVHLCKE'
const isDni = (code: string): boolean =>
  dniLetters[Number(code.slice(0, -1).replace(/^[XYZ]/, (first) => String('XYZ'.indexOf(first)))) % 23] === code.at(-1)
const isRut = (code: string): boolean => {
  const sum = code
    .slice(0, -1)
    .split('')
    .toReversed()
    .reduce((all, digit, at) => all + Number(digit) * (2 + (at % 6)), 0)
  return '0K987654321'[sum % 11] === code.at(-1)?.toUpperCase()
}
const isNir = (code: string): boolean =>
  code.length < 15 || 97 - modulo97(code.slice(0, 13).replace('2A', '19').replace('2B', '18')) === Number(code.slice(13))
const odd: Readonly<Record<string, number>> = Object.fromEntries(
  'BAKPLCQDREVOSFTGUHMINJWZYX'.split('').map((letter, value) => [letter, value]),
)
/** DM 23 December 1976, art. 12: letters at odd places count otherwise than at even ones. */
const isCodiceFiscale = (code: string): boolean => {
  const values = code
    .slice(0, 15)
    .split('')
    .map((sign, at) => {
      const number = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65
      return at % 2 === 0 ? (ownOf(odd, String.fromCharCode(65 + number)) ?? 0) : number
    })
  return String.fromCharCode(65 + (values.reduce((sum, one) => sum + one, 0) % 26)) === code[15]
}
const isCpf = (code: string): boolean =>
  [9, 10].every((length) => {
    const rest =
      code
        .slice(0, length)
        .split('')
        .reduce((sum, digit, at) => sum + Number(digit) * (length + 1 - at), 0) % 11
    return Number(code[length]) === (rest < 2 ? 0 : 11 - rest)
  })
const isFinnish = (code: string): boolean =>
  isDay(code.slice(0, 2), code.slice(2, 4)) &&
  '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(code.slice(0, 6) + code.slice(7, 10)) % 31] === code[10]
const isNorwegian = (code: string): boolean =>
  weighted(code, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1], 11) === 0 && weighted(code, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1], 11) === 0
const isSwedish = (code: string): boolean => {
  const ten = code.slice(-10)
  return isLuhn(ten) && isDay(String(Number(ten.slice(4, 6)) % 60), ten.slice(2, 4))
}
const isBelgian = (code: string): boolean =>
  [code.slice(0, 9), `2${code.slice(0, 9)}`].some((digits) => 97 - modulo97(digits) === Number(code.slice(9)))
const isCzech = (code: string): boolean => Number(code) % 11 === 0 && isDay(code.slice(4, 6), String((Number(code.slice(2, 4)) % 50) % 20))
const isAustrian = (code: string): boolean =>
  weighted(code, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6], 11) === Number(code[3]) && isDay(code.slice(4, 6), code.slice(6, 8))
const isPps = (code: string): boolean => {
  const second = /\d{7}.([A-IW])/.exec(code)?.[1]
  const sum = weighted(code, [8, 7, 6, 5, 4, 3, 2], 1000) + (second && second !== 'W' ? 9 * (second.charCodeAt(0) - 64) : 0)
  return 'WABCDEFGHIJKLMNOPQRSTUV'[sum % 23] === code[7]
}
const isChinese = (code: string): boolean =>
  '10X98765432'[weighted(code, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2], 11)] === code[17]?.toUpperCase() &&
  isDay(code.slice(12, 14), code.slice(10, 12))
const isCns = (code: string): boolean => weighted(code, [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 11) === 0
const isCuil = (code: string): boolean => weighted(code, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1], 11) === 0
const isAhv = (code: string): boolean => weighted(code, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1], 10) === 0
const isMedicare = (code: string): boolean => weighted(code, [1, 3, 7, 9, 1, 3, 7, 9], 10) === Number(code[8])
const nhiLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const isNhi = (code: string): boolean => {
  const values = code
    .slice(0, 6)
    .split('')
    .map((sign) => (/\d/.test(sign) ? Number(sign) : nhiLetters.indexOf(sign) + 1))
  const sum = values.reduce((all, one, at) => all + one * (7 - at), 0)
  return /\d$/.test(code) ? sum % 11 !== 0 && (11 - (sum % 11)) % 10 === Number(code[6]) : nhiLetters[23 - (sum % 24)] === code[6]
}
const isNric = (code: string): boolean => {
  const rest = (weighted(code.slice(1), [2, 7, 6, 5, 4, 3, 2], 1000) + (/[TG]/.test(code) ? 4 : 0)) % 11
  return (/^[ST]/.test(code) ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK')[rest] === code.at(-1)
}
const isSnils = (code: string): boolean => weighted(code, [9, 8, 7, 6, 5, 4, 3, 2, 1], 101) % 100 === Number(code.slice(9))
const isUruguayan = (code: string): boolean => weighted(code.padStart(8, '0'), [2, 9, 8, 7, 6, 3, 4, 1], 10) === 0
const isThai = (code: string): boolean => (11 - weighted(code, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2], 11)) % 10 === Number(code[12])
const isBirthFirst = (code: string): boolean => isDay(code.slice(4, 6), code.slice(2, 4))
const isDayFirst = (code: string): boolean => isDay(code.slice(0, 2), code.slice(2, 4))

/**
 * National numbers by their form and check digits, from the rules that each country publishes (in the order of the list): Spain (Real
 * Decreto 1553/2005; Orden TAS/2865/2003), France (NIR, décret 82-103), Italy (DM 23.12.1976), Belgium (KB 3.4.1984), Sweden
 * (Skatteverket SKV 704), Finland (Väestötietolaki), Denmark (CPR-kontoret), Norway (folkeregisterforskriften § 2-2-3), Brazil (Receita Federal;
 * DATASUS), Mexico (RENAPO), Argentina (ANSES), Chile (Servicio de Impuestos Internos), Czechia and Slovakia (zákon 133/2000), Switzerland (ZAS),
 * Austria (ASVG § 31), Ireland (DSP), Australia (Services Australia; AS 5017), New Zealand (HISO 10046), Canada (Ontario, Québec),
 * India (UIDAI; NHA), Korea, China (GB 11643), Singapore, Russia, Uruguay, Thailand, Pakistan, Iceland, Latvia, the United Kingdom, Hong Kong, Malaysia.
 */
export const nationalNumbers: readonly NationalNumber[] = [
  {
    type: 'ID',
    pattern: own('(?:\\d{8}|\\d{1,2}\\.\\d{3}\\.\\d{3})[- ]?[A-HJ-NP-TV-Z]|[XYZ][- ]?\\d{7}[- ]?[A-HJ-NP-TV-Z]'),
    isRight: isDni,
  },
  {
    type: 'SSN',
    pattern: own('\\d{2}([ /-])\\d{8}\\1\\d{2}'),
    isRight: (code) => Number(code.slice(0, 10)) % 97 === Number(code.slice(10)),
  },
  { type: 'HEALTH_PLAN', pattern: own('B{8}[A-Z]{2}\\d{6}') },
  {
    type: 'SSN',
    pattern: own(
      '[1-478]( )\\d{2}\\1(?:0[1-9]|1[0-2]|[2-9]\\d)\\1(?:\\d{2}|2[AB])\\1\\d{3}\\1\\d{3}(?:\\1\\d{2})?|[1-478]\\d{2}(?:0[1-9]|1[0-2])(?:\\d{2}|2[AB])\\d{6} ?\\d{2}',
    ),
    isRight: isNir,
  },
  { type: 'SSN', pattern: own('[A-Z]{6}[\\dL-NP-V]{2}[A-EHLMPR-T][\\dL-NP-V]{2}[A-Z][\\dL-NP-V]{3}[A-Z]'), isRight: isCodiceFiscale },
  { type: 'SSN', pattern: own('\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}\\.\\d{2}'), isRight: isBelgian },
  { type: 'SSN', pattern: own('(?:19|20)?\\d{6}[-+]\\d{4}'), isRight: isSwedish },
  { type: 'SSN', pattern: own('\\d{6}[-+A-FU-Y]\\d{3}[\\dA-FHJ-NPR-Y]'), isRight: isFinnish },
  { type: 'SSN', pattern: own('\\d{6}-\\d{4}'), isRight: isDayFirst, evidence: 'suggested' },
  { type: 'SSN', pattern: own('\\d{6} ?\\d{5}'), isRight: isNorwegian },
  { type: 'ID', pattern: own('\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}'), isRight: isCpf },
  { type: 'HEALTH_PLAN', pattern: own('[1-2789]\\d{2} \\d{4} \\d{4} \\d{4}'), isRight: isCns },
  { type: 'ID', pattern: own('[A-Z]{4}\\d{6}[HMX][A-Z]{5}[A-Z\\d]\\d'), isRight: (code) => isDay(code.slice(8, 10), code.slice(6, 8)) },
  { type: 'ID', pattern: own('(?:20|2[3-7]|3[034])-\\d{8}-\\d'), isRight: isCuil },
  { type: 'ID', pattern: own('\\d{1,2}\\.\\d{3}\\.\\d{3}-[\\dKk]|\\d{7,8}-[\\dKk]'), isRight: isRut },
  { type: 'SSN', pattern: own('\\d{6}/\\d{4}'), isRight: isCzech },
  { type: 'SSN', pattern: own('756\\.\\d{4}\\.\\d{4}\\.\\d{2}|756\\d{10}'), isRight: isAhv },
  { type: 'SSN', pattern: own('[1-9]\\d{3} \\d{6}'), isRight: isAustrian },
  { type: 'SSN', pattern: own('\\d{7}[A-W][A-IW]?'), isRight: isPps },
  { type: 'HEALTH_PLAN', pattern: own('[2-6]\\d{3} \\d{5} \\d'), isRight: isMedicare },
  { type: 'MRN', pattern: own('8003 ?60\\d{2} ?\\d{4} ?\\d{4}'), isRight: isLuhn },
  { type: 'MRN', pattern: own('[A-HJ-NP-Z]{3}(?:\\d{4}|\\d{2}[A-HJ-NP-Z]{2})'), isRight: isNhi, evidence: 'suggested' },
  { type: 'HEALTH_PLAN', pattern: own('\\d{4}[- ]\\d{3}[- ]\\d{3}[- ][A-Z]{2}'), isRight: (code) => isLuhn(code.slice(0, 10)) },
  {
    type: 'HEALTH_PLAN',
    pattern: own('[A-Z]{4} \\d{4} \\d{4}'),
    isRight: (code) => isDay(String(Number(code.slice(8, 10))), String(Number(code.slice(6, 8)) % 50)),
  },
  { type: 'ID', pattern: own('[2-9]\\d{3} \\d{4} \\d{4}'), isRight: isVerhoeff },
  { type: 'MRN', pattern: own('\\d{2}-\\d{4}-\\d{4}-\\d{4}') },
  { type: 'SSN', pattern: own('\\d{6}-[1-8]\\d{6}'), isRight: isBirthFirst },
  { type: 'ID', pattern: own('[1-9]\\d{5}(?:19|20)\\d{9}[\\dXx]'), isRight: isChinese },
  { type: 'ID', pattern: own('[STFG]\\d{7}[A-Z]'), isRight: isNric },
  { type: 'SSN', pattern: own('\\d{3}-\\d{3}-\\d{3}[ -]\\d{2}'), isRight: isSnils },
  { type: 'ID', pattern: own('\\d\\.\\d{3}\\.\\d{3}-\\d'), isRight: isUruguayan },
  { type: 'ID', pattern: own('\\d-\\d{4}-\\d{5}-\\d{2}-\\d'), isRight: isThai },
  { type: 'ID', pattern: own('\\d{5}-\\d{7}-\\d') },
  { type: 'SSN', pattern: own('(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]') },
  { type: 'SSN', pattern: own('\\d{6}-\\d{5}'), isRight: isDayFirst, evidence: 'suggested' },
  { type: 'ID', pattern: own('[A-Z]{1,2}\\d{6}\\([\\dA]\\)') },
  { type: 'ID', pattern: own('\\d{6}-\\d{2}-\\d{4}'), isRight: isBirthFirst },
]

/** Without what parts it; the sign between the day and the number of a Finn says the century. */
const bare = (code: string): string =>
  /^\d{6}[-+A-FU-Y]\d{3}[\dA-Z]$/.test(code) && !/^\d{6}[-+]\d{4}$/.test(code) ? code : code.replace(/[ ./()+-]/g, '')

const publication =
  /(?:pmid|pmcid|isbn|issn|doi|nct|orcid|isrctn|crd|grant|award|trial|protocol|catalog(?:ue)?|cat|ref|patent)\S{0,4}[\s:=.#]{0,3}$/i

/** National numbers that stand in a text with no label, 164.514(b)(2)(i)(G)-(I) (R). */
export function findNationalNumbers(text: string): Candidate[] {
  if (!mayHoldNationalNumber(text)) return []
  const own = withoutPublished(text)
  return nationalNumbers.flatMap(({ type, pattern, isRight, evidence = 'shaped' }) =>
    [...own.matchAll(pattern)].flatMap(({ 0: code, index }): Candidate[] => {
      if (isRight && !isRight(bare(code))) return []
      if (publication.test(text.slice(Math.max(0, index - 16), index))) return []
      const why = type === 'SSN' || type === 'ID' ? 'phi-number-of-person' : type === 'MRN' ? 'phi-record-number' : 'phi-health-plan'
      return [{ start: index, end: index + code.length, type, evidence, why }]
    }),
  )
}
