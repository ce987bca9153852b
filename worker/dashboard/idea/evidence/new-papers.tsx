import { useRef, useState } from 'preact/hooks'
import { kindToSend } from '../../../../shared/domain/evidence-kinds.ts'
import type { Idea } from '../../../../shared/domain/entities.ts'
import type { NewEvidenceReply, NewPaper } from '../../../../shared/api/new-evidence.ts'
import { own } from '../../../../shared/values/own.ts'
import { mutate, type Outcome } from '../../data/mutate.ts'
import { isSingleKey } from '../../data/single-keys.ts'
import { newEvidenceMessages as said } from '../../i18n/new-evidence.ts'
import { offerUndo, showDone } from '../../ui/undo.ts'
import { NewEvidenceItem } from './new-evidence-item.tsx'

const keyOf = ({ ids }: NewPaper): string => ids.pmid ?? ids.doi ?? ''

const addressOf = ({ ids: { doi, pmid } }: NewPaper): string =>
  pmid ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : doi ? `https://doi.org/${encodeURI(doi)}` : ''

interface Props {
  idea: Idea
  reply: NewEvidenceReply
  /** From when on a paper is new. */
  since: number
  mayDismiss: boolean
  changed: () => void
  /** Takes the focus when the last paper has gone. */
  focusEnd: () => void
}

/** The papers that wait, each with one key to clip and one to dismiss it while the focus is in it; the focus then goes to the next, and from the last to how many wait. */
export const NewPapers = ({ idea, reply, since, mayDismiss, changed, focusEnd }: Props) => {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const papers = reply.papers.filter((paper) => !gone.has(keyOf(paper)))

  const focus = (index: number): void => {
    const items = [...(list.current?.children ?? [])]
    const item = items[Math.max(0, Math.min(index, items.length - 1))]
    if (item) item.querySelector<HTMLElement>('[data-first]')?.focus()
    else focusEnd()
  }
  /** It leaves the list at once; the focus goes to the one behind it. */
  const settle = async (paper: NewPaper, does: () => Promise<Outcome>): Promise<Outcome> => {
    const index = papers.indexOf(paper)
    const outcome = await does()
    setProblem(outcome.done ? '' : outcome.problem)
    if (!outcome.done) return outcome
    setGone((before) => new Set([...before, keyOf(paper)]))
    setTimeout(() => focus(index))
    changed()
    return outcome
  }
  const back = (paper: NewPaper) => (): void => {
    setGone((before) => new Set([...before].filter((key) => key !== keyOf(paper))))
    changed()
  }
  const clip = async (paper: NewPaper): Promise<void> => {
    const outcome = await settle(paper, () =>
      mutate('clipEvidence', (evidence) => ({
        evidence,
        citation: paper.citation,
        quote: null,
        link: addressOf(paper),
        ...kindToSend(null, paper.kind),
        note: '',
        site: '',
        ideas: [idea.id],
      })),
    )
    if (outcome.done) showDone(said.clipped, 'clipEvidence', outcome.mutation)
    if (outcome.done) offerUndo('clipEvidence', outcome.mutation, { after: back(paper) })
  }
  const dismiss = async (paper: NewPaper): Promise<void> => {
    const ask = (dismissed: boolean): Promise<Outcome> =>
      mutate('dismissPaper', () => ({ idea: idea.id, paper: paper.ids, dismiss: dismissed }))
    const outcome = await settle(paper, () => ask(true))
    if (!outcome.done) return
    showDone(said.dismissed, 'dismissPaper', outcome.mutation)
    offerUndo('dismissPaper', outcome.mutation, { otherwise: () => ask(false), after: back(paper) })
  }

  const onKeys = (event: KeyboardEvent): void => {
    const index = [...(list.current?.children ?? [])].findIndex((item) => item.contains(event.target as Node))
    const paper = papers[index]
    if (!paper || !isSingleKey(event)) return
    const does: Readonly<Record<string, () => unknown>> = {
      c: () => clip(paper),
      ...(mayDismiss && { x: () => dismiss(paper) }),
      j: () => focus(index + 1),
      k: () => focus(index - 1),
    }
    const action = own(does, event.key)
    if (!action) return
    event.preventDefault()
    void action()
  }

  return (
    <>
      <p class="problem" role="alert">
        {problem}
      </p>
      <ol class="new-papers" ref={list} onKeyDown={onKeys}>
        {papers.map((paper) => (
          <li key={keyOf(paper)} class="card">
            <NewEvidenceItem
              paper={paper}
              isNew={paper.seen >= since}
              clip={(one) => void clip(one)}
              dismiss={mayDismiss ? (one) => void dismiss(one) : undefined}
            />
          </li>
        ))}
      </ol>
      {reply.waiting > reply.papers.length && <p class="soft small">{said.more({ count: reply.waiting - reply.papers.length })}</p>}
    </>
  )
}
