import { Term } from '../../../shared/web/term.tsx'
import { nameOfKind } from '../parts/kind-names.ts'
import { useState } from 'preact/hooks'
import { labelOf } from '../../../shared/domain/framework.ts'
import type { Comment, Evidence, Stance } from '../../../shared/domain/entities.ts'
import type { Said } from '../../../shared/domain/said.ts'
import { shownStanding } from '../../../shared/rules/evidence-standing.ts'
import { directionFor } from '../../../shared/domain/evidence-kinds.ts'
import type { IdeaDetail } from '../../bank/idea-detail.ts'
import { ApprovalLines } from './approval-lines.tsx'
import { AssessClip } from './assess-clip.tsx'
import { framework } from '../state/panel-state.ts'
import { SureButton } from '../parts/sure-button.tsx'
import { panelMessages } from '../../i18n/panel.ts'
import { homeMessages } from '../../i18n/home.ts'
import { standingMessages } from '../../i18n/standing.ts'
import { shortDay } from '../../i18n/formats.ts'

const siteOf = (key: string): string => labelOf(framework.value?.sites ?? [], key)

const StanceLine = ({ stance: { site, stance, result, measure, note } }: { stance: Stance }) => (
  <li>
    <b>{siteOf(site)}</b> {homeMessages.stances[stance]}
    {result && `: ${homeMessages.results[result]}`}
    {measure && ` · ${measure}`}
    {note && <span class="soft block">{note}</span>}
  </li>
)

/** Whose last word it is what the clip counts for, where somebody said so since it was clipped. */
const lastSaid = ({ kindSaid, appraisal, directions }: Evidence, idea: string): Said | undefined =>
  [kindSaid, appraisal, directions?.[idea]].filter((one) => one !== undefined).toSorted((one, other) => other.at - one.at)[0]

const EvidenceLine = ({ item, detail: { idea, nameOf, objectionTo } }: { item: Evidence; detail: IdeaDetail }) => {
  const [open, show] = useState(false)
  const { citation, quote, kind, link } = item
  const address = link || citation.URL
  const title = citation.title ?? citation.URL ?? panelMessages.itemUntitled
  const about = { evidence: item.id, idea: idea.id }
  const stand = shownStanding(item)
  const [direction, said] = [directionFor(item, idea.id), lastSaid(item, idea.id)]
  return (
    <li>
      {address ? (
        <a href={address} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      {stand && <b class="block bad-text">{standingMessages.short[stand]}</b>}
      <span class="soft block">
        {[nameOfKind(kind), ...(direction === 'supports' ? [] : [homeMessages.directions[direction]])].join(' · ')}
        {said && ` · ${nameOf(said.by) || homeMessages.hiddenName}, ${shortDay(said.at)}`}
      </span>
      {quote && <blockquote class="known-quote">{quote.exact}</blockquote>}
      {open && <AssessClip item={item} idea={idea.id} close={() => show(false)} />}
      {!open && (
        <span class="actions">
          {!objectionTo('assessEvidence', about) && (
            <button type="button" class="link-button" aria-label={homeMessages.assessOf({ title })} onClick={() => show(true)}>
              {homeMessages.assess}
            </button>
          )}
          {!objectionTo('detachEvidence', about) && (
            <SureButton
              label={homeMessages.detach}
              sure={homeMessages.detachSure}
              yes={homeMessages.detachYes}
              asked={[{ name: 'detachEvidence', args: about }]}
            />
          )}
        </span>
      )}
    </li>
  )
}

const CommentLine = ({ comment: { by, at, text, question }, nameOf }: { comment: Comment; nameOf: IdeaDetail['nameOf'] }) => (
  <li>
    <span class="soft block">
      {nameOf(by) || homeMessages.hiddenName} {question && homeMessages.question} · {shortDay(at)}
    </span>
    {text}
  </li>
)

/** What the network answered, what stands behind it, and what sites say. */
export const IdeaParts = ({ detail }: { detail: IdeaDetail }) => {
  const { evidence, stances, comments, nameOf } = detail
  return (
    <>
      <ApprovalLines detail={detail} />
      <h2 class="small-title">
        <Term word="stance">{homeMessages.sitesTitle}</Term>
      </h2>
      {stances.length === 0 ? (
        <p class="soft">{homeMessages.noSites}</p>
      ) : (
        <ul class="parts">
          {stances.map((stance) => (
            <StanceLine key={stance.id} stance={stance} />
          ))}
        </ul>
      )}
      <h2 class="small-title">{homeMessages.evidenceTitle({ count: evidence.length })}</h2>
      {evidence.length > 0 && (
        <ul class="parts">
          {evidence.map((item) => (
            <EvidenceLine key={item.id} item={item} detail={detail} />
          ))}
        </ul>
      )}
      {comments.length > 0 && (
        <>
          <h2 class="small-title">{homeMessages.commentsTitle({ count: comments.length })}</h2>
          <ul class="parts">
            {comments.map((comment) => (
              <CommentLine key={comment.id} comment={comment} nameOf={nameOf} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}
