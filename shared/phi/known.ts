import type { FoundDate } from './dates.ts'
import type { Candidate, KnownIdentifier } from './finding.ts'
import { fold, foldWord, stretchesOf, type Folded } from './text/folded.ts'
import { findKnownName } from './known-names.ts'
import { findKnownDate, findKnownNumber } from './known-numbers.ts'
import { ordinaryWords } from './lexicons/ordinary-words.ts'
import type { Token } from './text/tokens.ts'

/** A banner's address: the whole, its street with number, its town and its postal code. */
function findKnownPlace(text: string, folded: Folded, { type, value }: KnownIdentifier): Candidate[] {
  return value.split(/[,\n]/).flatMap((part) => {
    const own = part.trim()
    const word = foldWord(own)
    const withoutUnit = foldWord(own.replace(/\s(?:apt|apartment|suite|ste|unit|flat|#).{0,12}$/i, ''))
    const forms = /\d/.test(own)
      ? [word, withoutUnit].filter((form) => form.length > 4)
      : word.length > 4 && !ordinaryWords.has(word)
        ? [word]
        : []
    return forms.flatMap((form) =>
      stretchesOf(form, folded)
        .filter(
          ({ start, end }) =>
            !/[\p{L}\p{N}]/u.test(text[start - 1] ?? ' ') &&
            !/[\p{L}\p{N}]/u.test(text[end] ?? ' ') &&
            (/\d/.test(own) || text[start] !== text[start]?.toLowerCase()),
        )
        .map(({ start, end }): Candidate => ({ start, end, type, evidence: 'known', why: 'phi-page-showed-place' })),
    )
  })
}

/** What the page's banner showed, wherever and however it stands in the text. */
export function findKnown(
  text: string,
  tokens: readonly Token[],
  dates: readonly FoundDate[],
  known: readonly KnownIdentifier[],
): Candidate[] {
  if (known.length === 0) return []
  const folded = fold(text)
  return known.flatMap((identifier) => {
    if (identifier.type === 'NAME') return findKnownName(text, tokens, folded, identifier.value)
    if (identifier.type === 'DATE') return findKnownDate(text, dates, identifier)
    if (identifier.type === 'LOCATION' || identifier.type === 'FACILITY') return findKnownPlace(text, folded, identifier)
    return findKnownNumber(text, folded, identifier)
  })
}
