import type { Candidate } from './finding.ts'
import type { Reading } from './reading.ts'

const bed =
  /^[ .:#]{0,3}(?:n[.º°o]{0,2} ?)?(\d{1,4}(?:[ -]?[A-Za-z](?![\p{L}\d])|[-/.]\d{1,2})?)(?![\d%]|[-–]\p{L}|[.,]\d| ?(?:x|de|of|von|di|sur|por|per|a|to|y|and|h|m|m2|cm|kg|mg|ml|l|°|º|horas?|hours?|días?|days?|min|nurses?|patients?|pacientes?|beds?|camas?)(?![\p{L}\d]))/u
const letters = /^\s{0,2}(?:[:=]|is|are|son|sont|sind|sono|são)?\s{0,2}(\p{Lu}\.? ?-?\p{Lu}(?:\.? ?-?\p{Lu}){0,2}\.?)(?!\p{L})/u

/** Rooms, beds and the first letters of a name behind their label, in any language, 164.514(b)(2)(i)(A) (R). */
export function findBeds({ text, tokens, labels }: Reading): Candidate[] {
  return labels.flatMap(({ kind, last }): Candidate[] => {
    const label = tokens[last]
    if (!label || (kind !== 'BED' && kind !== 'INITIALS')) return []
    const found = (kind === 'BED' ? bed : letters).exec(text.slice(label.end, label.end + 20))
    const [whole, own] = found ?? []
    if (whole === undefined || own === undefined) return []
    const end = label.end + whole.length
    return [
      kind === 'BED'
        ? { start: end - own.length, end, type: 'ID', evidence: 'suggested', why: 'phi-number-maybe-of-person' }
        : { start: end - own.length, end, type: 'NAME', evidence: 'suggested', why: 'phi-name-with-initial' },
    ]
  })
}
