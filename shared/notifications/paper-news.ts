import type { Evidence, Idea } from '../domain/entities.ts'
import { directionFor } from '../domain/evidence-kinds.ts'
import type { Service } from '../lookups/assertion.ts'
import { eventsHeard, evidenceStanding } from '../rules/evidence-standing.ts'
import { own } from '../values/own.ts'

/** What is news of a paper that an idea rests on. */
const toldKinds = ['retracted', 'partly', 'doubted', 'corrected', 'reinstated'] as const
export type PaperNewsKind = `paper-${(typeof toldKinds)[number]}`

export interface PaperNews {
  kind: PaperNewsKind
  /** The clip. */
  evidence: string
  /** When it was first heard of, or when the clip came to stand with the idea where that was later, in milliseconds since 1970. */
  at: number
  /** The paper, as its clip names it. */
  title: string
  services: Service[]
}

/**
 * What was heard of a clip's item since it was clipped and is worse, or better again, than its own page said. One event is one
 * piece of news, whoever else tells of it later; of what people say themselves nothing is told.
 */
export const paperNews = (
  item: Evidence,
  { id: idea, proposedAt, imported }: Pick<Idea, 'id' | 'proposedAt' | 'imported'>,
): PaperNews | undefined => {
  if (!item.lookedUp || directionFor(item, idea) !== 'supports') return undefined
  const standing = evidenceStanding(item)
  const kind = toldKinds.find((one) => one === standing.is)
  if (!kind) return undefined
  const voices = eventsHeard(standing).flat()
  if (voices.length === 0 || voices.some(({ service }) => service === 'page')) return undefined
  return {
    kind: `paper-${kind}`,
    evidence: item.id,
    at: Math.max(
      Math.min(...voices.map(({ asked }) => asked)),
      // Nobody could be told of it for this idea before: a further clip and an old one that is attached bring what was heard long ago.
      item.clippedAt,
      own(item.attachedAt ?? {}, idea) ?? 0,
      imported?.at ?? proposedAt,
    ),
    title: item.citation.title ?? item.citation.DOI ?? '',
    services: [...new Set(voices.map(({ service }) => service))],
  }
}
