import type { Candidate } from './finding.ts'
import { eponymNouns } from './lexicons/medical-words.ts'
import { isEponym, isParticle } from './name-words.ts'
import { plain } from './text/plain-word.ts'
import type { NameSpan } from './name-spans.ts'
import { functionWords, ordinaryWords, roleWords } from './lexicons/ordinary-words.ts'
import type { Token } from './text/tokens.ts'

/** Marks a found name wherever else its words stand with a capital: who is named once is meant each time. */
export function spreadNames(tokens: readonly Token[], spans: readonly NameSpan[]): Candidate[] {
  const words = new Set<string>()
  for (const { first, last } of spans)
    for (const token of tokens.slice(first, last + 1))
      for (const word of [token, ...parts(token)])
        if (
          word.lower.length > 2 &&
          !isParticle(token) &&
          !ordinaryWords.has(word.lower) &&
          !functionWords.has(word.lower) &&
          !roleWords.has(word.lower)
        )
          words.add(plain(word.lower))
  if (words.size === 0) return []
  return tokens.flatMap((token, index): Candidate[] => {
    if (token.shape === 'lower' || !words.has(plain(token.lower))) return []
    if (isEponym(token) && eponymNouns.has(tokens[index + 1]?.lower ?? '')) return []
    return [{ start: token.start, end: token.end, type: 'NAME', evidence: 'suggested', why: 'phi-part-of-name' }]
  })
}

const parts = (token: Token): { lower: string }[] => (token.lower.includes('-') ? token.lower.split('-').map((lower) => ({ lower })) : [])

const link = /^(?:and|&|y|e|et|und|i)$/

/** "Ayodele and Philippa Penrose", "Ciro y Ulises (gemelos)": a word with a capital that a name is joined to is one as well. */
export const coupledNames = (tokens: readonly Token[], spans: readonly NameSpan[], mayBeName: (token: Token) => boolean): NameSpan[] =>
  spans.flatMap(({ first }): NameSpan[] => {
    const [other, joint] = [tokens[first - 2], tokens[first - 1]]
    if (!other || !joint || other.shape !== 'capital' || !link.test(joint.lower) || joint.gap !== ' ' || tokens[first]?.gap !== ' ')
      return []
    if (!mayBeName(other) || spans.some((span) => span.first <= first - 2 && first - 2 <= span.last)) return []
    return [{ first: first - 2, last: first - 2, evidence: 'suggested', why: 'phi-part-of-name' }]
  })
