import { own } from '../values/own.ts'
import type { Candidate, CertaintySource, PatientInfoType } from './finding.ts'
import type { LabelHit } from './labels.ts'
import { numberReasons } from './numbers.ts'
import type { Token } from './text/tokens.ts'

const small =
  'nº|nª|n|no|nr|nro|num|numero|núm|número|nummer|numer|number|is|was|es|era|son|ist|lautet|é|è|est|är|er|on|jest|je|the|el|la|de|del|do|da|di|du|der|von|su|her|his|patient|paciente|patiente|patientin|paziente|utente|id|code|codice|código|nhc|y|la'
/** What may stand between a label and its value. */
const connector = new RegExp(`(?:[\\s:：=#>()\\[\\].,º°ª|–-]|(?<![\\p{L}])(?:${small})(?![\\p{L}])){0,9}`, 'iuy')
/** A code: digits and letters in groups, with at least one digit; groups after a space begin with a digit. */
const unit = '(?:años?|anos|ans|anni|jahre|years?|meses|months?|dias|días|days|mg|ml|kg|cm|mm|horas?|hours?)(?!\\p{L})'
/** Digits and letters in groups, with a digit near the beginning; after a space a group begins with a digit, but for one last letter or two. */
const value = new RegExp(
  `\\d{7,8}\\p{Ll}(?![\\p{L}\\d])|(?:\\p{Lu}{1,10}[ -]?)?\\d[\\p{Lu}\\d]{0,19}(?:[-./+\\u2011\\u2013][\\p{Lu}\\d]{1,12}){0,6}` +
    `(?:[ \\u00a0\\u202f]\\d[\\dA-Z]{0,9}(?![\\p{L}\\d%/]|[.,]\\d| ?${unit})){0,7}(?:[-/][\\p{Lu}\\d]{1,6}){0,2}(?: \\p{Lu}(?![\\p{L}.]))?(?:\\([\\dA]\\))?` +
    '|\\p{Ll}\\d{6,9}\\p{Ll}?(?![\\p{L}\\d])|\\d{6,9}[ -]?\\p{Ll}(?![\\p{L}\\d])|\\d{4,}',
  'uy',
)
const quantity =
  /^\s*(?:%|[x×]\s?\d|(?:mg|mcg|µg|ml|cc|kg|g|mm|cm|m|horas?|h|hrs?|hours?|días?|dias|days?|tage|jours|giorni|semanas?|weeks?|meses|months?|mois|mesi|monate|años?|anos|years?|ans|anni|jahre|min|minutos?|pacientes|patients?|pazienti|casos|cases|veces|unidades|units?|ui|iu|camas|beds|lpm|bpm|mmhg|euros?|usd)(?![\p{L}\d])|[€$£])/iu
const published = /^(?:10\.\d{3}|NCT|PMC|PMID|GSE|GSM|SR[AX]|PRJ|DRKS|ISRCTN|ACTRN|CRD|EudraCT|ISBN|ISSN)/i
const day = /^\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d|(?:19|20)\d\d)$/
const year = /^(?:1[89]|20)\d\d(?:[-/]\d{2,4})?$/

const numbered = /(?<!\p{L})n(?:[.º°o]{1,2}|[uú]m(?:ero)?\.?)\s?(?:d[eo] )?$/iu
/** New Zealand's form of 2026 has two digits only. */
const newHealthIndex = /^[A-Z]{3}\d\d[A-Z]{2}$/

const everywhere: ReadonlySet<PatientInfoType> = new Set<PatientInfoType>(['SSN', 'MRN', 'HEALTH_PLAN'])

/** How many digits there are at least; four of others. */
const leastDigits: Partial<Record<PatientInfoType, number>> = { SSN: 6, HEALTH_PLAN: 5, MRN: 3 }

/** "1.23-4.56": from one decimal to another. */
const interval = /^\d+[.,]\d+ ?[-–] ?\d+[.,]\d/

function isCode(code: string, weak: boolean, kind: PatientInfoType): boolean {
  const digits = code.replace(/\D/g, '').length
  if (kind === 'MRN' && newHealthIndex.test(code)) return true
  if (digits < (weak ? 5 : (leastDigits[kind] ?? 4)) || day.test(code) || interval.test(code) || published.test(code)) return false
  return !(year.test(code) && (weak || !everywhere.has(kind)))
}

/** What stands behind a label of any language and is a number of one person: with certainty, 164.514(b)(2)(i)(G)-(M) (R). */
export function findLabelledNumbers(text: string, tokens: readonly Token[], labels: readonly LabelHit[]): Candidate[] {
  return labels.flatMap(({ first, last, kind, weak }): Candidate[] => {
    const token = tokens[last]
    if (!token || kind === 'BED' || kind === 'INITIALS') return []
    const why = own(numberReasons, kind)
    if (why === undefined) return []
    connector.lastIndex = token.end
    const gap = connector.exec(text)?.[0] ?? ''
    // "N.º de utente" says it before the word.
    if (
      weak &&
      !/[:=#º°]|\bn(?:o|r|ro|um|umero)?\b/iu.test(gap) &&
      !numbered.test(text.slice(Math.max(0, (tokens[first]?.start ?? 0) - 12), tokens[first]?.start))
    )
      return []
    value.lastIndex = token.end + gap.length
    const code = value.exec(text)?.[0]
    if (code === undefined || (gap === '' && /^\p{L}/u.test(code))) return []
    const start = token.end + gap.length
    const end = start + code.length
    // "95% CI", and other words of two letters.
    const isShort = first === last && token.text.length === 2 && kind !== 'MRN' && kind !== 'LOCATION'
    if (isShort && (/%\s?$/.test(text.slice(Math.max(0, token.start - 3), token.start)) || code.replace(/\D/g, '').length < 6)) return []
    if (!isCode(code, weak, kind) || quantity.test(text.slice(end, end + 14))) return []
    const evidence: CertaintySource = everywhere.has(kind) ? 'stated' : 'shaped'
    return [{ start, end, type: kind, evidence, why }]
  })
}
