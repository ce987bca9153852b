import { useEffect, useRef, useState } from 'preact/hooks'
import type { IdeaPage } from '../../../../shared/api/bank.ts'
import type { Evidence, Idea, Stance } from '../../../../shared/domain/entities.ts'
import { directionFor } from '../../../../shared/domain/evidence-kinds.ts'
import { levelOf, publishedFor } from '../../../../shared/rules/weighed-evidence.ts'
import { lastDone, offerUndo, undo } from '../../ui/undo.ts'
import { EvidenceAxes } from './evidence-axes.tsx'
import { EvidenceItem } from './evidence-item.tsx'
import { mutate } from '../../data/mutate.ts'
import { messages } from '../../i18n/bank.ts'

interface Props {
  page: IdeaPage
  /** The two axes as one line, where room is dear. */
  brief?: boolean
}

const publishedLevel = (level: number | undefined, hasGuideline: boolean): string => {
  if (level === undefined) return hasGuideline ? messages.evidence.guideline : messages.evidence.nothingWithLevel
  return hasGuideline ? messages.evidence.guidelineAndLevel({ level }) : messages.evidence.bestLevel({ level })
}

const publishedAxis = ({ id }: Idea, evidence: readonly Evidence[]): string => {
  const { bestLevel, hasGuideline, against, unsaid } = publishedFor(id, evidence)
  return [
    publishedLevel(bestLevel, hasGuideline),
    ...(against > 0 ? [messages.evidence.clipsAgainst({ count: against })] : []),
    ...(unsaid > 0 ? [messages.evidence.kindsUnsaid({ count: unsaid })] : []),
  ].join(' · ')
}

const networkAxis = (stances: readonly Stance[]): string => {
  const saying = (stance: Stance['stance']): number => stances.filter((one) => one.stance === stance).length
  const withResult = (result: Stance['result']): number => stances.filter((one) => one.result === result).length
  const [testing, tested, worse] = [saying('testing'), saying('tested'), withResult('worse')]
  const says = [
    ...(tested > 0 ? [messages.evidence.tested({ tested, improved: withResult('improved') })] : []),
    ...(worse > 0 ? [messages.evidence.worse({ worse })] : []),
    ...(testing > 0 ? [messages.evidence.testing({ testing })] : []),
  ]
  return says.join(', ') || messages.evidence.notTested
}

const Brief = ({ page: { idea, evidence, stances } }: Props) => (
  <p class="small">
    <span class="soft">{messages.evidence.publishedAxis}:</span> <b title={messages.evidence.byDesign}>{publishedAxis(idea, evidence)}</b>{' '}
    <span class="soft">· {messages.evidence.networkAxis}:</span> <b>{networkAxis(stances)}</b>
  </p>
)

/** Best level first; a guideline before all, and behind them what has no level, speaks against the idea or was not said. */
const rankFor =
  ({ id }: Idea) =>
  (item: Evidence): number =>
    (levelOf(item) ?? (item.kind === 'guideline' ? 0 : item.kind === null ? 7 : 6)) + (directionFor(item, id) === 'supports' ? 0 : 10)

/** A clip that was just taken from the idea, for a second thought. */
const TakenAway = ({ item }: { item: Evidence }) => {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [item.id])
  return (
    <p class="last-answer">
      <span class="soft">{messages.evidence.takenAway({ title: item.citation.title ?? messages.evidence.untitled })}</span>{' '}
      <button type="button" ref={button} class="button quiet small" aria-keyshortcuts="u" onClick={() => void undo()}>
        {messages.evidence.undo} <kbd aria-hidden="true">u</kbd>
      </button>
    </p>
  )
}

const Items = ({ page, detach }: { page: IdeaPage; detach: (item: Evidence) => void }) => (
  <table role="table" class="evidences">
    <caption class="unseen">{messages.evidence.title}</caption>
    <thead role="rowgroup" class="unseen">
      <tr role="row">
        {[messages.axes.published, messages.axes.item, messages.axes.who].map((name) => (
          <th key={name} role="columnheader" scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {page.evidence
        .toSorted((one, other) => rankFor(page.idea)(one) - rankFor(page.idea)(other))
        .map((item) => (
          <EvidenceItem key={item.id} item={item} page={page} detach={() => detach(item)} />
        ))}
    </tbody>
  </table>
)

/** Two axes, never one number: what was published, and what the network's own sites found; then each clip with its sentence. */
export const IdeaEvidence = ({ page, brief = false }: Props) => {
  const { idea, evidence, stances } = page
  const [taken, take] = useState<Evidence | undefined>(undefined)
  const [problem, setProblem] = useState('')
  const detach = async (item: Evidence): Promise<void> => {
    const outcome = await mutate('detachEvidence', () => ({ evidence: item.id, idea: idea.id }))
    setProblem(outcome.done ? '' : outcome.problem)
    if (!outcome.done) return
    take(item)
    offerUndo('detachEvidence', outcome.mutation, {
      says: messages.evidence.back,
      otherwise: () => mutate('attachEvidence', () => ({ evidence: item.id, idea: idea.id })),
      after: () => take(undefined),
    })
  }
  return (
    <>
      {brief ? (
        <Brief page={page} />
      ) : (
        <>
          <EvidenceAxes idea={idea.id} evidence={evidence} stances={stances} />
          <p class="soft small">{messages.evidence.byDesign}</p>
        </>
      )}
      <p class="problem" role="alert">
        {problem}
      </p>
      {taken && lastDone.value?.says === messages.evidence.back && <TakenAway item={taken} />}
      {evidence.length === 0 ? <p class="soft">{messages.evidence.none}</p> : <Items page={page} detach={(item) => void detach(item)} />}
    </>
  )
}
