import { labelOf } from '../../../shared/framework.ts'
import type { Comment, Evidence, Stance } from '../../../shared/network.ts'
import type { IdeaDetail } from '../../idea-detail.ts'
import { words } from '../../strings-home.ts'
import { strings } from '../../strings.ts'
import { framework } from './panel-state.ts'
import { dateOf } from './recent-list.tsx'

const siteOf = (key: string): string => labelOf(framework.value?.sites ?? [], key)

const StanceLine = ({ stance: { site, stance, result, measure, note } }: { stance: Stance }) => (
  <li>
    <b>{siteOf(site)}</b> {words.stances[stance]}
    {result && `: ${words.results[result]}`}
    {measure && ` · ${measure}`}
    {note && <span class="soft block">{note}</span>}
  </li>
)

const EvidenceLine = ({ item: { citation, quote, kind, link } }: { item: Evidence }) => {
  const address = link || citation.URL
  const title = citation.title ?? citation.URL ?? strings.itemUntitled
  return (
    <li>
      {address ? (
        <a href={address} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      <span class="soft block">{strings.kindName(kind)}</span>
      {quote && <blockquote class="known-quote">{quote.exact}</blockquote>}
    </li>
  )
}

const CommentLine = ({ comment: { by, at, text, question }, nameOf }: { comment: Comment; nameOf: IdeaDetail['nameOf'] }) => (
  <li>
    <span class="soft block">
      {nameOf(by) || words.hiddenName} {question && words.question} · {dateOf(at)}
    </span>
    {text}
  </li>
)

/** What the network answered, what stands behind it, and what sites say. */
export const IdeaParts = ({ detail: { evidence, stances, comments, nameOf } }: { detail: IdeaDetail }) => (
  <>
    <h2 class="small-title">{words.sitesTitle}</h2>
    {stances.length === 0 ? (
      <p class="soft">{words.noSites}</p>
    ) : (
      <ul class="parts">
        {stances.map((stance) => (
          <StanceLine key={stance.id} stance={stance} />
        ))}
      </ul>
    )}
    <h2 class="small-title">{words.evidenceTitle(evidence.length)}</h2>
    {evidence.length > 0 && (
      <ul class="parts">
        {evidence.map((item) => (
          <EvidenceLine key={item.id} item={item} />
        ))}
      </ul>
    )}
    {comments.length > 0 && (
      <>
        <h2 class="small-title">{words.commentsTitle(comments.length)}</h2>
        <ul class="parts">
          {comments.map((comment) => (
            <CommentLine key={comment.id} comment={comment} nameOf={nameOf} />
          ))}
        </ul>
      </>
    )}
  </>
)
