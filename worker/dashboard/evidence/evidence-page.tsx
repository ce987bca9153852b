import { useRef } from 'preact/hooks'
import type { EvidenceReply, Paper, SupportedIdea } from '../../../shared/api/evidence.ts'
import { place } from '../data/router.ts'
import { may } from '../data/session.ts'
import { Standing } from '../idea/evidence/standing.tsx'
import { clipMessages } from '../i18n/clips.ts'
import { messages } from '../i18n/bank.ts'
import { Async } from '../ui/async.tsx'
import { CopyReference } from '../ui/export-menu.tsx'
import { Page } from '../ui/page.tsx'
import { Reference } from '../ui/reference.tsx'
import { ClipCard } from './clip-card.tsx'
import { ClipFilters } from './clip-filters.tsx'
import { clipsAddress, filterNames, readClipsQuery } from './clips-query.ts'
import '../ui/list-page.css'
import './evidence-page.css'
import { usePaperList } from './paper-list.ts'

/** One paper with all of its clips; what identifies it has joined them. */
const PaperItem = ({ paper, ideas }: { paper: Paper; ideas: Record<string, SupportedIdea> }) => {
  const [first, ...others] = paper.clips
  if (!first) return null
  const { citation } = first.item
  return (
    <li class="paper">
      <Standing item={first.item} />
      <p class="paper-title" tabIndex={-1}>
        <Reference citation={citation} /> <CopyReference citation={citation} />
      </p>
      <ClipCard clip={first} ideas={ideas} />
      {paper.count > 1 && (
        <details class="same-paper">
          <summary>{clipMessages.othersOfIt({ count: paper.count - 1 })}</summary>
          {others.map((clip) => (
            <ClipCard key={clip.item.id} clip={clip} ideas={ideas} />
          ))}
          {others.length < paper.count - 1 && <p class="soft small">{clipMessages.notAll({ count: paper.count - 1 - others.length })}</p>}
        </details>
      )}
    </li>
  )
}

const Nothing = ({ filtered }: { filtered: boolean }) => (
  <div class="empty">
    <h2>{filtered ? clipMessages.noneFoundTitle : clipMessages.noneTitle}</h2>
    <p>{filtered ? clipMessages.noneFound : clipMessages.none}</p>
    {filtered && (
      <p>
        <a href={clipsAddress({ state: 'all' })}>{clipMessages.showAll}</a>
      </p>
    )}
  </div>
)

const counted = ({ total }: EvidenceReply): string => (total === null ? clipMessages.foundMany : clipMessages.found({ total }))

/** All clips of the bank, by paper: to find, attach, dismiss and weigh. The address bar holds the filters. */
export const EvidencePage = () => {
  const query = readClipsQuery(place.value.query)
  const { first, pages, more, problem } = usePaperList(query)
  const list = useRef<HTMLOListElement>(null)
  const showMore = async (): Promise<void> => {
    const from = list.current?.children.length ?? 0
    await more?.()
    // Where the button was pressed, the first new paper is what comes next.
    requestAnimationFrame(() => list.current?.children[from]?.querySelector<HTMLElement>('.paper-title')?.focus())
  }
  return (
    <Page
      title={clipMessages.title}
      class="wide"
      lead={
        <>
          {clipMessages.lead} <a href="/evidence/map">{clipMessages.map.open}</a>
        </>
      }
    >
      <ClipFilters query={query} />
      <Async of={first} what={clipMessages.title}>
        {(reply) => (
          <>
            <p class="found" role="status">
              {counted(reply)}
            </p>
            {may('importEvidence') && (
              <p>
                <a href="/import">{clipMessages.bringIn}</a>
              </p>
            )}
            {reply.papers.length === 0 && <Nothing filtered={filterNames.some((name) => query[name])} />}
            <ol class="papers" ref={list}>
              {pages.flatMap(({ papers, ideas }) =>
                papers.map((paper) => <PaperItem key={paper.clips[0]?.item.id} paper={paper} ideas={ideas} />),
              )}
            </ol>
          </>
        )}
      </Async>
      {problem && (
        <p class="notice problem" role="alert">
          {problem.message}
        </p>
      )}
      {more && (
        <p class="more">
          <button type="button" class="button quiet" onClick={() => void showMore()}>
            {messages.form.more}
          </button>
        </p>
      )}
    </Page>
  )
}
