import type { Candidate } from './finding.ts'
import { isClearGiven, isNameAfterLabel, isNameLike } from './name-words.ts'
import { nameEnd } from './name-spans.ts'
import { ordinaryWords } from './lexicons/ordinary-words.ts'
import { wordSet } from './lexicons/word-set.ts'
import { tokensOf } from './text/tokens.ts'

const chart =
  /\b(?:chart|patient|encounter|snapshot|openemr|openmrs|mychart|epic|hyperspace|cerner|powerchart|medplum|demographics|flowsheets?|face ?sheet|admission|discharge|mrn|dob|emr|ehr|inbox|in basket|visit|appointment|results review|orders|portal|record|athena|meditech|ward|bed \d|timeline|medications?|allerg(?:y|ies)|progress notes?|summary|telehealth|viewer|pacs|family portal|care ?link|historia cl[ií]nica|paciente|episodio|ingreso|evolutivo|informe de alta|hoja de|consulta externa|agenda|message|refill|referral|athena(?:one|net)|growth chart|problem list|diraya|selene|orbis|dxcare|trakcare|prontu[aá]rio|utente|dossier patient|patientenakte|cartella clinica)\b/i
const separator = / [-|·•–—:/] |\s[|·•]\s?|: |\n|\t/g

/** The form of names in images and messages between systems: Family^Given^Middle. */
export function findCaretNames(text: string): Candidate[] {
  if (!text.includes('^')) return []
  return [...text.matchAll(/(?<![\p{L}^])\p{Lu}[\p{L}'’-]{1,30}\^\p{L}[\p{L}'’ -]{0,30}(?:\^[\p{L}.'’-]{0,20}){0,3}/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    type: 'NAME',
    evidence: 'shaped',
    why: 'phi-family-and-given',
  }))
}

/** The parts of a title between its separators. */
function parts(title: string): { start: number; text: string }[] {
  const found: { start: number; text: string }[] = []
  let start = 0
  for (const match of title.matchAll(separator)) {
    found.push({ start, text: title.slice(start, match.index) })
    start = match.index + match[0].length
  }
  return [...found, { start, text: title.slice(start) }]
}

/** Words of a chart that lead to a name: "Encounter for", "Face sheet", "Patient". */
const leading =
  /^(?:(?:patient|pt|chart|name|encounter|visit|telehealth visit|results?|records?|appointment|notes?|orders?|summary|face ?sheet|snapshot|study|exam|images?|paciente|historia(?: clínica)?|informe|dossier|akte|cartella)(?: (?:for|of|with|de|del|du|von|di))?:? {1,2})?/i
/** Words that lead to the name in a part of a chart's title: "Message from", "Evolutivo de", "Informe de alta". */
function leadEnd(text: string): number {
  const known = leading.exec(text)?.[0].length ?? 0
  if (known > 0) return known
  const tokens = tokensOf(text)
  const link = tokens.findLastIndex(({ lower }, at) => at < 5 && links.has(lower))
  const name = tokens[link + 1]
  const led = tokens.slice(0, link + 1)
  if (link < 1 || !name || name.shape === 'lower' || !led.every((word) => /^(?: |)$/.test(word.gap))) return 0
  return led.every((word) => links.has(word.lower) || ordinaryWords.has(word.lower) || chart.test(word.text) || word.shape === 'lower') ||
    chart.test(text.slice(0, name.start))
    ? name.start
    : 0
}
const links = wordSet('for of with from to de del du von di da do für per para pour alta')

/** What stands behind a name in a title: a number or a day in brackets or not, a sex, an age, "'s record". */
const behindName =
  /\s*[[(#{]|,\d|,? {1,2}\d|,?\s(?:M|F|male|female|m|f)(?=[\s,.;)]|$)|['’]s(?=\s|$)|,?\s(?:DOB|MRN|ID|acct|born|FN|NHC|HC|NUHSA|CIPA?|DNI|IPP|geb|nato|nata|Né|Née|on \d)(?![\p{L}])/u

/** The name that a part holds and nothing else but what belongs to a chart; `Last, First` and `Last^First` are one, two words only beside chart words. */
function nameIn({ start, text }: { start: number; text: string }, inChart: boolean): { start: number; end: number } | undefined {
  const lead = leadEnd(text)
  const from = lead + (/^\s*/.exec(text.slice(lead))?.[0].length ?? 0)
  const rest = text.slice(from)
  const own = rest.slice(0, behindName.exec(rest)?.index ?? rest.length).trimEnd()
  return isWholeName(own, inChart) ? { start: start + from, end: start + from + own.length } : undefined
}

function isWholeName(own: string, inChart: boolean): boolean {
  if (/[\d;:?!]/.test(own) || own.length > 60) return false
  const tokens = tokensOf(own)
  const separators = tokens.slice(1).filter((token) => /^(?:, ?|\^)$/.test(token.gap)).length
  if (tokens.length < 2 || tokens.length > 6 || separators > 1 || !tokens.slice(1).every((token) => /^(?:, ?|\^| |\. |-)$/.test(token.gap)))
    return false
  const comma = tokens.findIndex((token, index) => index > 0 && /^(?:, ?|\^)$/.test(token.gap))
  if (comma > 0)
    return nameEnd(tokens, 0, isNameAfterLabel, 5) === comma - 1 && nameEnd(tokens, comma, isNameAfterLabel, 3) === tokens.length - 1
  return (
    inChart &&
    nameEnd(tokens, 0, isNameAfterLabel, 5) === tokens.length - 1 &&
    tokens.some((token) => isClearGiven(token) || isNameLike(token)) &&
    tokens.every((token) => token.text.length < 4 || isNameLike(token) || isClearGiven(tokens[0]))
  )
}

const number = /^(?:MRN|ID|#)?:? ?#?((?=[A-Z\d-]{4,16}$)[A-Z]{0,3}-?\d{2,10}(?:-\d{1,6}){0,3})$/i
const numberBeside =
  /(?<=[[(#] ?(?:MRN|ID|NHC)?:? ?#?)(?=[A-Z\d-]{4,16}[\])\s]|[A-Z\d-]{4,16}$)[A-Z]{0,3}-?\d[\d-]{3,13}|(?<![\w./-])\d{5,12}(?![\w/.-])/g
const enclosed = /[[(#] ?(?:MRN|ID|NHC)?:? ?#?\d[\d-]{4,}/
const aged = /\b\d{1,3} ?(?:yo|y\/o|y|yrs?|M|F)\b/

/** The patient in the title of a chart's page: a part that is a name, beside a number, a birth date or a chart word. */
export function findInTitle(text: string): Candidate[] {
  const all = parts(text)
  const numbers = all.filter((part) => number.test(part.text.trim()))
  const hasDay = /\b(?:dob|born)\b|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d/i.test(text)
  const inChart = chart.test(text) || numbers.length > 0 || hasDay || aged.test(text) || enclosed.test(text)
  if (!inChart) return []
  const names = all.flatMap((part) => nameIn(part, inChart) ?? []).filter(({ start, end }) => !chart.test(text.slice(start, end)))
  if (names.length === 0) return []
  const why = 'phi-chart-title'
  const beside = [...text.matchAll(numberBeside)].filter(({ index }) => !names.some(({ start, end }) => start <= index && index < end))
  return [
    ...names.map(({ start, end }): Candidate => ({ start, end, type: 'NAME', evidence: 'shaped', why })),
    ...numbers.map((part): Candidate => ({
      start: part.start,
      end: part.start + part.text.trimEnd().length,
      type: 'MRN',
      evidence: 'shaped',
      why,
    })),
    ...beside.map(({ 0: code, index }): Candidate => ({ start: index, end: index + code.length, type: 'MRN', evidence: 'shaped', why })),
  ]
}
