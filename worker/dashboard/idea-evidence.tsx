import { levelByDesign } from '../../shared/evidence.ts'
import type { Evidence, Stance } from '../../shared/network.ts'
import { EvidenceAxes } from './evidence-axes.tsx'
import { EvidenceItem } from './evidence-item.tsx'
import { words } from './strings.ts'

interface Props {
  evidence: readonly Evidence[]
  stances: readonly Stance[]
  /** The two axes as one line, where room is dear. */
  brief?: boolean
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

const Brief = ({ evidence, stances }: Props) => (
  <p class="small">
    <span class="soft">{words.evidence.publishedAxis}:</span> <b title={words.evidence.byDesign}>{publishedAxis(evidence)}</b>{' '}
    <span class="soft">· {words.evidence.networkAxis}:</span> <b>{networkAxis(stances)}</b>
  </p>
)

/** Best design first; what has no level, such as a guideline, before all. */
const rank = (item: Evidence): number => levelByDesign(item.kind) ?? (item.kind === 'guideline' ? 0 : 6)

/** Two axes, never one number: what was published, and what the network's own sites found; then each clip with its sentence. */
export const IdeaEvidence = ({ evidence, stances, brief = false }: Props) => (
  <>
    {brief ? (
      <Brief evidence={evidence} stances={stances} />
    ) : (
      <>
        <EvidenceAxes evidence={evidence} stances={stances} />
        <p class="soft small">{words.evidence.byDesign}</p>
      </>
    )}
    {evidence.length === 0 ? (
      <p class="soft">{words.evidence.none}</p>
    ) : (
      <table role="table" class="evidences">
        <caption class="unseen">{words.evidence.title}</caption>
        <thead role="rowgroup" class="unseen">
          <tr role="row">
            {[words.axes.published, words.axes.item, words.axes.who].map((name) => (
              <th key={name} role="columnheader" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {evidence
            .toSorted((one, other) => rank(one) - rank(other))
            .map((item) => (
              <EvidenceItem key={item.id} item={item} />
            ))}
        </tbody>
      </table>
    )}
  </>
)
