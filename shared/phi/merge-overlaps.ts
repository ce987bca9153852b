import type { Candidate, CertaintySource, PhiFinding } from './finding.ts'

const rank: Record<CertaintySource, number> = { known: 3, stated: 2, shaped: 1, suggested: 0 }

/** Candidates as findings in order: overlapping ones become one, which keeps the reason of the best known. */
export function joinOverlaps(candidates: readonly Candidate[]): PhiFinding[] {
  const sorted = candidates.filter((candidate) => candidate.end > candidate.start).toSorted((a, b) => a.start - b.start || b.end - a.end)
  const joined: Candidate[] = []
  for (const candidate of sorted) {
    const last = joined.at(-1)
    if (last && candidate.start < last.end) {
      const better = rank[candidate.evidence] > rank[last.evidence] ? candidate : last
      joined[joined.length - 1] = { ...better, start: last.start, end: Math.max(last.end, candidate.end) }
    } else joined.push(candidate)
  }
  return joined.map(({ start, end, type, evidence, why }) => ({
    start,
    end,
    type,
    certainty: evidence === 'suggested' ? 'low' : 'high',
    why,
  }))
}
