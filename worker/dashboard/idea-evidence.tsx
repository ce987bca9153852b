import type { Evidence, Idea, Stance } from '../../shared/network.ts'
import { directionFor, levelOf, publishedFor } from '../../shared/weighed-evidence.ts'
import { EvidenceAxes } from './evidence-axes.tsx'
import { EvidenceItem } from './evidence-item.tsx'
import { words } from './strings.ts'

interface Props {
  idea: Idea
  evidence: readonly Evidence[]
  stances: readonly Stance[]
  /** The two axes as one line, where room is dear. */
  brief?: boolean
}

const publishedAxis = ({ id }: Idea, evidence: readonly Evidence[]): string => {
  const { bestLevel, hasGuideline, against, unsaid } = publishedFor(id, evidence)
  return [words.evidence.published(bestLevel, hasGuideline), words.evidence.against(against), words.evidence.unsaid(unsaid)]
    .filter(Boolean)
    .join(' · ')
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

const Brief = ({ idea, evidence, stances }: Props) => (
  <p class="small">
    <span class="soft">{words.evidence.publishedAxis}:</span> <b title={words.evidence.byDesign}>{publishedAxis(idea, evidence)}</b>{' '}
    <span class="soft">· {words.evidence.networkAxis}:</span> <b>{networkAxis(stances)}</b>
  </p>
)

/** Best level first; a guideline before all, and behind them what has no level, speaks against the idea or was not said. */
const rankFor =
  ({ id }: Idea) =>
  (item: Evidence): number =>
    (levelOf(item) ?? (item.kind === 'guideline' ? 0 : item.kind === null ? 7 : 6)) + (directionFor(item, id) === 'supports' ? 0 : 10)

/** Two axes, never one number: what was published, and what the network's own sites found; then each clip with its sentence. */
export const IdeaEvidence = ({ idea, evidence, stances, brief = false }: Props) => (
  <>
    {brief ? (
      <Brief idea={idea} evidence={evidence} stances={stances} />
    ) : (
      <>
        <EvidenceAxes idea={idea.id} evidence={evidence} stances={stances} />
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
            .toSorted((one, other) => rankFor(idea)(one) - rankFor(idea)(other))
            .map((item) => (
              <EvidenceItem key={item.id} item={item} idea={idea} />
            ))}
        </tbody>
      </table>
    )}
  </>
)
