import type { Candidate } from '../finding.ts'
import type { LabelledReading } from './labels.ts'

export const number =
  /^[\s.:：=()nNº°]{0,8}(?:(?:es|el|al|o|é|ist|est|le|il|y|de) ){0,2}((?:\+ ?|00)?\(?\d[\d ().·/-]{4,18}\d)(?: ?(?:ext|int)\.? ?\d{1,5})?(?!\d|[.,]\d)/

/** Spain: nine digits that begin with 6 to 9, in groups; no other number is written so. */
const spanish =
  /(?<![\d.,/+-])(?:(?:\+|00)34[ -]?)?[6-9]\d(?:[ .-]\d{3}[ .-]\d{2}[ .-]\d{2}|\d(?:[ .-]\d{3}[ .-]\d{3}|[ .-]\d{2}[ .-]\d{2}[ .-]\d{2}|\d[ .-]\d{2}[ .-]\d{3}|[ .-]\d{6}))(?![\d%]|[.,]\d)/g

const french = /(?<![\d.,/+-])0[1-9](?:[ .]\d{2}){4}(?![\d.,]\d)/g

/** Phones behind the labels of other languages, and in their forms, 164.514(b)(2)(i)(D) (E). */
export function findPhonesByLanguage({ text, tokens, labels, languages: own }: LabelledReading, sureOnly: boolean): Candidate[] {
  const found = labels.flatMap(({ kind, last }): Candidate[] => {
    const label = tokens[last]
    if (kind !== 'PHONE' || !label) return []
    const match = number.exec(text.slice(label.end, label.end + 50))
    if (
      !match?.[1] ||
      match[1].replace(/\D/g, '').length < (/^(?:busca|ext)$/.test(label.plain) ? 4 : 6) ||
      /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(match[1])
    )
      return []
    const start = label.end + match[0].indexOf(match[1])
    const isFax = label.lower === 'fax'
    return [
      {
        start,
        end: label.end + match[0].length,
        type: isFax ? 'FAX' : 'PHONE',
        evidence: 'stated',
        why: isFax ? 'phi-fax' : 'phi-phone',
      },
    ]
  })
  if (sureOnly || own.every((language) => language === 'en')) return found
  for (const pattern of [spanish, french])
    for (const { 0: match, index } of text.matchAll(pattern))
      found.push({ start: index, end: index + match.length, type: 'PHONE', evidence: 'suggested', why: 'phi-phone' })
  return found
}
