import { levelByDesign } from '../../shared/evidence.ts'
import type { Evidence, Stance } from '../../shared/network.ts'
import { EvidenceItem } from './evidence-item.tsx'
import { words } from './strings.ts'

interface Props {
  evidence: readonly Evidence[]
  stances: readonly Stance[]
}

const publishedAxis = (evidence: readonly Evidence[]): string => {
  const levels = evidence.map((item) => levelByDesign(item.kind)).filter((level) => level !== undefined)
  const guideline = evidence.some((item) => item.kind === 'guideline')
  return words.evidence.published(levels.length > 0 ? Math.min(...levels) : undefined, guideline)
}

const networkAxis = (stances: readonly Stance[]): string => {
  const of = (result: Stance['result']): number => stances.filter((stance) => stance.result === result).length
  return words.evidence.network({
    testing: stances.filter((stance) => stance.stance === 'testing').length,
    tested: stances.filter((stance) => stance.stance === 'tested').length,
    improved: of('improved'),
    worse: of('worse'),
  })
}

/** Two axes, never one number: what was published, and what the network's own sites found. */
export const IdeaEvidence = ({ evidence, stances }: Props) => (
  <>
    <dl class="axes">
      <div>
        <dt>{words.evidence.publishedAxis}</dt>
        <dd>{publishedAxis(evidence)}</dd>
        <dd class="soft small">{words.evidence.byDesign}</dd>
      </div>
      <div>
        <dt>{words.evidence.networkAxis}</dt>
        <dd>{networkAxis(stances)}</dd>
      </div>
    </dl>
    {evidence.length === 0 ? (
      <p class="soft">{words.evidence.none}</p>
    ) : (
      <ul class="evidences">
        {evidence.map((item) => (
          <EvidenceItem key={item.id} item={item} />
        ))}
      </ul>
    )}
  </>
)
