import type { NameSpan } from '../name-spans.ts'
import { isEnglishAt } from '../reading.ts'
import type { LabelledReading } from './labels.ts'
import type { Token } from '../text/tokens.ts'
import { behindTitles, isNeeded, isUnknownSmall, nameRunEnd, smallNameEnd } from './name-run.ts'
import { isFamilyName, isGivenName, isNameWordBehindLabel, isSmallWord, titles } from './words.ts'

/** "Apellidos: Muñoz Pascual", "Remitido por: Dr. Ferran Campillo". */
export function labelledNames({ text, tokens, words }: LabelledReading): NameSpan[] {
  return words.flatMap(({ kind, last }): NameSpan[] => {
    const label = tokens[last]
    if (kind !== 'PERSON' || !label || !/^[ .]{0,2}(?:[:：=]|->)\s{0,4}/.test(text.slice(label.end, label.end + 8))) return []
    const first = behindTitles(tokens, last + 1)
    const head = tokens[first]
    if (!head || (first === last + 1 && /[\n.;]\s*\S*$/.test(head.gap.replace(/^[ .]{0,2}[:：=]\s{0,4}/, '')))) return []
    const own = nameItself.test(label.plain)
    const end = nameRunEnd(tokens, first, own ? isAnyNameWord : isNameWordBehindLabel)
    if (isNeeded(tokens, first, end) && (own || end > first || first > last + 1 || isGivenName(head) || isFamilyName(head)))
      return [{ first, last: end, evidence: 'shaped', why: 'phi-name-after-label' }]
    const small = smallNameEnd(tokens, first)
    return small >= first ? [{ first, last: small, evidence: 'suggested', why: 'phi-name-after-label' }] : []
  })
}

const nameItself =
  /^(?:nombres?|apellidos?|nome|apelido|sobrenome|noms?|prenoms?|cognome|nominativo|vorname|nachname|familienname|geburtsname|zuname)$/

/** Behind "Apellidos:" every word with a capital is one. */
const isAnyNameWord = (token: Token | undefined): boolean =>
  token !== undefined && token.shape !== 'lower' && !/^(?:servicio|hospital|unidad|fecha|sexo|edad|domicilio|nhc|dni)$/.test(token.plain)

/** "Dra. Ferrer", "doña Josefina Otegui", "don manuel". */
export function titledNames(reading: LabelledReading): NameSpan[] {
  const { tokens } = reading
  return tokens.flatMap((token, index): NameSpan[] => {
    const isFrench = token.text === 'M' && reading.languages[index] === 'fr'
    if (!titles.has(token.plain) && token.text !== 'D' && token.text !== 'Dª' && !isFrench) return []
    const stopped = tokens[index + 1]?.gap.startsWith('.') === true
    if (token.text.length < 3 && (token.shape === 'lower' || (!stopped && !/^(?:Dr|Pr)$/.test(token.text)))) return []
    if (token.shape === 'upper' && !stopped && !/^(?:DR|DRA|SR|SRA)$/.test(token.text)) return []
    if (isEnglishAt(reading, index) && token.shape === 'lower') return []
    const first = isFrench ? index + 1 : behindTitles(tokens, index)
    const head = tokens[first]
    if (first === index || !head) return []
    const end = nameRunEnd(tokens, first, isNameWordBehindLabel)
    if (isNeeded(tokens, first, end)) return [{ first, last: end, evidence: 'shaped', why: 'phi-name-after-title' }]
    const small = head.shape === 'lower' ? smallNameEnd(tokens, first) : -1
    if (small >= first) return [{ first, last: small, evidence: 'suggested', why: 'phi-name-after-title' }]
    const noble = /^(?:don|dona|sra|srta|mme|mlle|frau|herr|sig)$/.test(token.plain) && isUnknownSmall(head)
    return head.shape === 'lower' && (isFamilyName(head) || noble) && !isSmallWord(head.plain)
      ? [{ first, last: first, evidence: 'suggested', why: 'phi-name-after-title' }]
      : []
  })
}
