import { evidenceKindLabel } from '../../../../shared/domain/evidence-kinds.ts'
import { isPreprint } from '../../../../shared/citations/preprint.ts'
import type { NewPaper } from '../../../../shared/api/new-evidence.ts'
import { translate } from '../../i18n/translate.ts'
import { messages } from '../../i18n/bank.ts'
import { newEvidenceMessages as said } from '../../i18n/new-evidence.ts'
import { Reference } from '../../ui/reference.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'

const seems = ({ kind, level, reason }: NewPaper): string => {
  if (kind === null) return said.unsaid
  const name = translate(evidenceKindLabel(kind))
  const what = level === undefined ? said.seems({ kind: name }) : said.seemsLevel({ kind: name, level })
  return reason ? `${what} (${translate(reason)})` : what
}

/** What can be done with a paper; nothing where the idea is not this person's to edit. */
export interface PaperActions {
  clip: (paper: NewPaper) => void
  dismiss: ((paper: NewPaper) => void) | undefined
}

/** One paper that a search found: what it seems to be, what it would change, and the two keys. */
export const NewEvidenceItem = ({ paper, isNew, clip, dismiss }: PaperActions & { paper: NewPaper; isNew: boolean }) => {
  const title = paper.citation.title ?? messages.evidence.untitled
  return (
    <>
      {paper.changes.length > 0 && (
        <p class="notice small">
          <b>{said.gate}</b> {paper.changes.map((one) => translate(one)).join(' ')}
        </p>
      )}
      {paper.doubted && <p class="problem">{said.doubted}</p>}
      <p>
        <Reference citation={paper.citation} />
      </p>
      <p class="soft small">
        {isNew && <span class="badge">{said.isNew}</span>}{' '}
        {(paper.citation.type === 'article' || isPreprint(paper.citation)) && `${said.preprint} · `}
        {seems(paper)} · {said.seenLabel} <RelativeTime at={paper.seen} />
      </p>
      <p class="actions">
        <button type="button" class="button primary small" aria-keyshortcuts="c" data-first onClick={() => clip(paper)}>
          {said.clip} <kbd aria-hidden="true">c</kbd>
          <span class="unseen"> {said.of({ title })}</span>
        </button>
        {dismiss && (
          <button type="button" class="button quiet small" aria-keyshortcuts="x" onClick={() => dismiss(paper)}>
            {said.dismiss} <kbd aria-hidden="true">x</kbd>
            <span class="unseen"> {said.of({ title })}</span>
          </button>
        )}
      </p>
    </>
  )
}
