import { wordSet } from '../lexicons/word-set.ts'
import type { NameSpan } from '../name-spans.ts'
import { isEnglishAt } from '../reading.ts'
import type { LabelledReading } from './labels.ts'
import { behindTitles, isNeeded, isUnknownSmall, nameRunEnd, smallNameEnd } from './name-run.ts'
import { isClearGivenName, isEponym, isFamilyName, isGivenName, isNameParticle, isNameWord, people } from './words.ts'

const role = 'phi-name-after-role'

/** These are words of no other language: they tell it in a text of a few words. */
const ownCues = wordSet('pac pcte pte ptes paciente familia senora senor bebe patiente patientin')

/** "la paciente Jaume Rivas", "El padre de Vicente", "pac ezequiel llanos varela, fn". */
export function namesAfterPeople(reading: LabelledReading): NameSpan[] {
  const { text, tokens, labels, words } = reading
  return tokens.flatMap((token, index): NameSpan[] => {
    if (reading.languages[index] === 'en' || (isEnglishAt(reading, index) && !ownCues.has(token.plain))) return []
    const spoken = (token.lower === 'caso' || token.lower === 'lo') && tokens[index + 1]?.lower === 'de'
    if (!spoken && !people.has(token.plain)) return []
    const next = tokens[index + 1]
    if (!next) return []
    const linked = /^(?:de|del|d|di|da|do|von|es|llamado|llamada|se)$/.test(next.lower) && next.gap === ' '
    const family = linked && tokens[index + 2]?.lower === 'los' ? index + 3 : undefined
    const first = family ?? behindTitles(tokens, linked ? index + 2 : index + 1)
    const head = tokens[first]
    if (!head || !/^(?:[.:]? {1,2}|, | \(|['’]|: )$/.test(tokens[linked ? index + 2 : index + 1]?.gap ?? '')) return []
    const end = nameRunEnd(tokens, first, isNameWord)
    // "niño H.B."
    const letter = tokens[first + 1]
    if (!linked && head.shape === 'initial' && letter?.shape === 'initial' && /^\. ?$/.test(letter.gap))
      return [{ first, last: first + 1, evidence: 'suggested', why: 'phi-name-with-initial' }]
    if (isNeeded(tokens, first, end) && head.shape !== 'lower' && (head.text.length > 2 || end > first)) {
      const known = isGivenName(head) || isFamilyName(head)
      if (
        !known &&
        (isEponym(head) ||
          (head.shape === 'upper' && head.text.length < 6) ||
          (end === first && next.gap.includes('.') && !/^(?:pac|pcte|ptes?)$/.test(token.plain)))
      )
        return []
      return [{ first, last: end, evidence: isGivenName(head) || end > first ? 'shaped' : 'suggested', why: role }]
    }
    if (head.shape !== 'lower' || (linked && next.lower !== 'de' && next.lower !== 'di')) return []
    const small = smallNameEnd(tokens, first)
    const behind = tokens[small + 1]
    const identified = [...labels, ...words].some(({ first: at, kind }) => at === small + 1 && kind !== 'PERSON' && kind !== 'HOME')
    const isName =
      small > first &&
      (isClearGivenName(head) || identified || isFamilyName(tokens[small])) &&
      !(linked && !isGivenName(head)) &&
      tokens.slice(first, small + 1).every((word) => !/[.,]/.test(word.gap) || word === head)
    if (
      isName ||
      (small === first &&
        (isClearGivenName(head) || isFamilyName(head)) &&
        (identified || behind === undefined || /^[,.)]/.test(behind.gap) || behind.shape === 'lower'))
    )
      return [{ first, last: small, evidence: 'suggested', why: role }]
    return isUnknownSmall(head) && isBeforeBed(reading, first)
      ? [{ first, last: first, evidence: 'suggested', why: role }]
      : unknownUntilLabel(text, reading, first)
  })
}

/** "pte otegui de la cama 28", "pac otegui, cama 28" */
const isBeforeBed = ({ tokens, labels }: LabelledReading, index: number): boolean => {
  const at = tokens[index + 1]?.lower === 'de' && tokens[index + 2]?.lower === 'la' ? index + 3 : index + 1
  return labels.some(({ first, kind }) => kind === 'BED' && first === at)
}

/** "pac zoilo urkiri beotas, fn 3/4/2019": two to five words in no list, and what identifies behind a comma. */
function unknownUntilLabel(text: string, { tokens, labels, words: said }: LabelledReading, first: number): NameSpan[] {
  const hit = [...labels, ...said].find(
    ({ first: at, kind }) =>
      at > first &&
      at <= first + 6 &&
      (kind === 'BIRTH' || kind === 'MRN' || kind === 'SSN' || kind === 'HEALTH_PLAN' || kind === 'ID' || kind === 'PHONE'),
  )
  const end = hit && tokens[hit.first - 1]
  const head = tokens[first]
  if (!hit || !end || !head || !/^, ?$/.test(tokens[hit.first]?.gap ?? '')) return []
  const words = tokens.slice(first, hit.first)
  if (words.length > 5 || !words.every((word, at) => isUnknownSmall(word) || (at > 0 && isNameParticle(word)))) return []
  return text.slice(head.start, end.end).includes(',')
    ? []
    : [{ first, last: hit.first - 1, evidence: 'suggested', why: 'phi-name-in-small-letters' }]
}
