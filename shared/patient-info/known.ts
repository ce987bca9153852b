import type { Candidate, KnownIdentifier } from './finding.ts'
import type { FoundDate } from './dates.ts'
import type { Token } from './tokens.ts'
export function findKnown(text: string, tokens: readonly Token[], dates: readonly FoundDate[], known: readonly KnownIdentifier[]): Candidate[] {
  void text; void tokens; void dates; void known
  return []
}
