import { englishNumbers } from './languages/en.ts'
import type { NumberType } from './languages/language-labels.ts'
import type { Candidate, CertaintySource, PatientInfoType, PhiReason } from './finding.ts'
import { hasDigit, matchesOf, soughtIn, type Sought, sureOf } from './text/prefiltered-pattern.ts'

type Label = { type: PatientInfoType; words: string; evidence: CertaintySource; why: PhiReason }

/** Why a number behind a label of that type may identify somebody. */
export const numberReasons: Readonly<Record<NumberType, PhiReason>> = {
  SSN: 'phi-ssn',
  MRN: 'phi-record-number',
  HEALTH_PLAN: 'phi-health-plan',
  ACCOUNT: 'phi-account',
  LICENSE: 'phi-licence',
  VEHICLE: 'phi-vehicle',
  DEVICE: 'phi-device',
  ID: 'phi-number-of-person',
  LOCATION: 'phi-postal-code',
}

const labels: readonly Label[] = englishNumbers.map((label) => ({ ...label, why: numberReasons[label.type] }))

const connector =
  '(?:[\\s:=#>(\\[.,-]|\\b(?:is|was|of|the|no|num|number|nr|id|identifier|code|ending|ends|last|four|digits|in|on|card|policy|plan|my|her|his)\\b){1,8}'
const value =
  '((?:[A-Za-z]{1,6}[- ]?)?\\d[A-Za-z\\d]{0,19}(?:[-./_][A-Za-z\\d]{1,12}){0,5}(?: \\d{2,6}){0,4}|(?=[A-Z\\d-]{4,24}(?![\\w-]))[A-Z]+[A-Z-]{0,8}\\d[A-Z\\d-]{2,20})'
/** A digit that stands where a value behind any label would have its first: looked for backwards from each digit, which is cheap. */
const labelBefore = new RegExp(
  `(?<!\\d)\\d(?<=(?<![\\p{L}\\p{N}])(?:${labels.map(({ words }) => words).join('|')})s?${connector}(?:[A-Za-z]{1,6}[- ]?|[A-Z][A-Z-]{0,23})?\\d)`,
  'iu',
)
export const labelReaders = labels.map((label) => ({
  ...label,
  needs: labelBefore,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${label.words})s?${connector}${value}`, 'giu'),
}))
const quantity =
  /^\s*(?:%|mg\b|mcg\b|ml\b|cc\b|kg\b|mm|cm|hours?\b|hrs?\b|days?\b|weeks?\b|months?\b|years?\b|minutes?\b|min\b|patients?\b|bpm|ml\/h|units?\b|L\b|y\/o|yo\b|of\b)/i

/** What a label may be followed by: a code with at least three digits that is neither a quantity nor a day. */
function isCode(code: string, type: PatientInfoType): boolean {
  const digits = code.replace(/\D/g, '').length
  const least = type === 'SSN' || type === 'MRN' || (type === 'HEALTH_PLAN' && /^[A-Z]/.test(code)) ? 3 : 4
  if (digits < least || (/^\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d|(?:19|20)\d\d)$/.test(code) && type !== 'MRN' && type !== 'SSN')) return false
  if (type !== 'MRN' && type !== 'SSN' && /^(?:19|20)\d\d$/.test(code)) return false
  return !/^(?:10\.\d{3}|NCT|PMC|PMID|GSE|GSM|SR[AX]|PRJ|rs|DRKS|ISRCTN|ACTRN|CRD)\d/i.test(code)
}

function findLabelled(text: string): Candidate[] {
  const found: Candidate[] = []
  if (!hasDigit(text) || !labelBefore.test(text)) return found
  for (const { pattern, type, evidence, why } of labelReaders) {
    for (const match of text.matchAll(pattern)) {
      const code = match[1] ?? ''
      const end = match.index + match[0].length
      if (!isCode(code, type) || quantity.test(text.slice(end, end + 12))) continue
      found.push({ start: end - code.length, end, type, evidence, why })
    }
  }
  return found
}

type Shape = Sought & { type: PatientInfoType; evidence: CertaintySource; why: PhiReason; test?: (code: string, before: string) => boolean }

const publication =
  /(?:pmid|pmcid|isbn|issn|doi|nct|crossref|version|n ?=|\$|€|£|rs|chembl|omim|snomed|loinc|icd|cpt|rxnorm|iso|grant|registration|trial|isrctn|crd|prospero|#)[\s:=.]{0,3}$/i

export const numberShapes: readonly Shape[] = [
  // Subject 014-0032, Participant P-00871, Study ID SCR-1182
  {
    type: 'ID',
    evidence: 'suggested',
    why: 'phi-number-of-person',
    needs: /(?:ubject|articipant|nrollee|tudy (?:id|no\.?|number|subject))\s?(?:#|:|id:?|no\.?)?\s?(?:[A-Z]{1,5}-?)?\d/i,
    pattern:
      /(?<=\b(?:subject|participant|enrollee|study (?:id|no\.?|number|subject))\s?(?:#|:|id:?|no\.?)?\s?)(?!NCT|ISRCTN|ACTRN|CRD)(?:[A-Z]{1,5}-?\d{2,7}(?:-\d{1,6}){0,2}|\d{2,5}-\d{2,7}(?:-\d{1,4})?)(?![\w-]|\.\d)/gi,
  },
  {
    type: 'SSN',
    evidence: 'shaped',
    why: 'phi-ssn',
    needs: /\d{3}-\d\d-\d{4}/,
    pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g,
  },
  {
    type: 'SSN',
    evidence: 'suggested',
    why: 'phi-ssn',
    needs: /\d{3} \d\d \d{4}/,
    pattern: /(?<![\d-])\d{3} \d{2} \d{4}(?![\d-])/g,
  },
  {
    type: 'HEALTH_PLAN',
    evidence: 'shaped',
    why: 'phi-health-plan',
    needs: /\d-?[A-Z]/,
    pattern:
      /(?<![\w-])[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}(?![\w-])/g,
  },
  {
    type: 'VEHICLE',
    evidence: 'suggested',
    why: 'phi-vehicle',
    needs: /\d(?:[A-Z\d]{8}|(?<=[A-Z\d]{9}))/,
    pattern: /(?<![\w-])(?=[A-HJ-NPR-Z]{0,16}\d)(?=\d{0,16}[A-HJ-NPR-Z])[A-HJ-NPR-Z\d]{17}(?![\w-])/g,
  },
  {
    type: 'ACCOUNT',
    evidence: 'shaped',
    why: 'phi-account',
    needs: /[A-Z]{2}\d\d/,
    pattern: /(?<![\w-])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?(?![\w-])/g,
  },
  {
    type: 'ACCOUNT',
    evidence: 'suggested',
    why: 'phi-account',
    needs: /\d{4}[ -]?\d{4}/,
    pattern: /(?<![\d.,/-])\d{4}([ -]?)\d{4}\1\d{4}\1\d{2,7}(?![\d-]|\.\d)/g,
    test: (_, before) => !publication.test(before),
  },
  {
    type: 'ID',
    evidence: 'suggested',
    why: 'phi-number-maybe-of-person',
    needs: /[A-Z]-?\d{5}/,
    pattern: /(?<![\w.,/:=-])(?!NCT|PMC|CRD|GSE|SRR|DRKS|CD\d{6})[A-Z]{1,3}-?\d{5,12}(?:-[A-Z\d]{1,4})?(?![\w-]|\.\d)/g,
    test: (_, before) => !publication.test(before),
  },
  {
    type: 'ID',
    evidence: 'suggested',
    why: 'phi-number-maybe-of-person',
    needs: /#\d{4}[\d-]/,
    pattern: /(?<=(?:^|[\s([{<])#)(?:\d{5,12}|\d{4}-\d{2,4})(?![\w-]|[.,/]\d)/g,
    test: (_, before) => !/(?:issue|ticket|pr|pull|grant|award|catalog(?:ue)?|cat|item|ref) ?#$/i.test(before),
  },
  {
    type: 'ID',
    evidence: 'suggested',
    why: 'phi-number-maybe-of-person',
    needs: /\d{7}/,
    pattern: /(?<![\w.,/:=-])\d{7,15}(?![\w-]|[.,/]\d)/g,
    test: (_, before) => !publication.test(before),
  },
  {
    type: 'ID',
    evidence: 'suggested',
    why: 'phi-number-maybe-of-person',
    wordy: true,
    needs: /-[\da-f]{4}-[\da-f]{4}-/i,
    pattern: /(?<![\w-])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\w-])/gi,
  },
]

function findShaped(text: string, sureOnly: boolean): Candidate[] {
  const found: Candidate[] = []
  for (const shape of soughtIn(text, sureOf(numberShapes, sureOnly))) {
    const { type, evidence, why, test } = shape
    for (const match of matchesOf(text, shape)) {
      if (test && !test(match[0], text.slice(Math.max(0, match.index - 16), match.index))) continue
      found.push({ start: match.index, end: match.index + match[0].length, type, evidence, why })
    }
  }
  return found
}

/** Numbers of one person: SSN, record, plan, account, licence, vehicle, device and others, 164.514(b)(2)(i)(G)-(M) (R). */
export function findNumbers(text: string, sureOnly = false): Candidate[] {
  return [...findLabelled(text), ...findShaped(text, sureOnly)]
}
