import type { Evidence } from '../../../../shared/domain/entities.ts'
import { directionFor } from '../../../../shared/domain/evidence-kinds.ts'
import { serviceNames } from '../../../../shared/lookups/assertion.ts'
import { evidenceStanding, shakenBy } from '../../../../shared/rules/evidence-standing.ts'
import { sayDate } from '../../ui/dates.ts'
import { list } from '../../i18n/locale.ts'
import { messages } from '../../i18n/bank.ts'

/** Who says so, and since when it is known here. */
const saysOf = (item: Evidence): string => {
  const { is, events } = evidenceStanding(item)
  const voices = events.filter(({ kind }) => kind === is).flatMap(({ saidBy }) => saidBy)
  const names = new Set(voices.map(({ service }) => serviceNames[service] ?? messages.rests.page))
  const day = sayDate(Math.min(item.lookedUp?.at ?? item.clippedAt, ...voices.map(({ asked }) => asked)))
  const standing = shakenBy(item)
  return standing ? messages.rests.says({ kind: messages.evidence.standings[standing], services: list.format(names), day }) : ''
}

/** Clips that an idea rests on although their items were taken back or are in doubt. */
export const shakenClips = (idea: string, evidence: readonly Evidence[]): Evidence[] =>
  evidence.filter((item) => directionFor(item, idea) === 'supports' && shakenBy(item) !== undefined)

/** At the top of an idea: which of its papers do not stand, who says so and since when. */
export const Shaken = ({ idea, evidence }: { idea: string; evidence: readonly Evidence[] }) => {
  const clips = shakenClips(idea, evidence)
  if (clips.length === 0) return null
  return (
    <div class="notice danger" role="note">
      <p>{messages.rests.lead}</p>
      <ul>
        {clips.map((item) => (
          <li key={item.id}>
            <b>{saysOf(item)}</b>: {item.citation.title ?? item.citation.DOI ?? item.link}
          </li>
        ))}
      </ul>
    </div>
  )
}
