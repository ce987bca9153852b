import { useEffect, useState } from 'preact/hooks'
import type { IdeaPage, IdeaRow } from '../../../shared/api/bank.ts'
import { showToast } from '../ui/toast.tsx'
import { concerns } from '../idea/idea-page.tsx'
import { Page } from '../ui/page.tsx'
import { prefetch, useQuery } from '../data/use-query.ts'
import { address } from '../data/address.ts'
import { may } from '../data/session.ts'
import { SimilarIdeas } from '../idea/similar-ideas.tsx'
import { messages } from '../i18n/bank.ts'
import { LastAnswer, TriageBar } from './triage-bar.tsx'
import { type Deciding, offered, TriageDecision } from './triage-decision.tsx'
import { TriageFoot } from './triage-foot.tsx'
import { TriageIdea } from './triage-idea.tsx'
import { useTriageKeys } from './triage-keys.ts'
import { take } from '../idea/take-button.tsx'
import { goTo, noteAnswer, useQueue, whose } from './triage-queue.ts'
import { type Turn, turnOf } from './triage-turn.ts'
import './triage-page.css'
import { Async } from '../ui/async.tsx'

interface BesideProps {
  page: IdeaPage
  deciding: Deciding
  decide: (deciding: Deciding) => void
  step: (to: string | undefined) => void
  turn: Turn
}

const Beside = ({ page, deciding, decide, step, turn }: BesideProps) => {
  const intoThis = (row: IdeaRow) =>
    row.disposition === 'active' &&
    may('mergeIdeas') && (
      <button type="button" class="button quiet small" onClick={() => decide({ action: 'merge', into: row.id })}>
        {messages.merge.intoThis} <span class="unseen">{row.change}</span>
      </button>
    )
  return (
    <div class="beside">
      <TriageDecision
        key={page.idea.id}
        page={page}
        deciding={deciding}
        decide={decide}
        answered={(answer) => {
          // Asked, it leaves the queue too: its sender has the word, and brings it back by answering.
          noteAnswer({ idea: page.idea, answer })
          step(turn.next ?? turn.previous)
        }}
      />
      <section class="card" aria-labelledby="similar">
        <h2 id="similar">{messages.similar.title}</h2>
        <SimilarIdeas similar={page.similar} action={intoThis} />
      </section>
    </div>
  )
}

const Current = ({ id, turn, total }: { id: string; turn: Turn; total: number | null }) => {
  const replied = useQuery('GET /v1/networks/:network/ideas/:id', { id, concerns: concerns(id) })
  const [deciding, decide] = useState<Deciding>(undefined)
  const [moved, setMoved] = useState(false)
  const step = (to: string | undefined): void => {
    decide(undefined)
    setMoved(true)
    goTo(to)
  }
  const walk = (to: string | undefined): void => (to ? step(to) : showToast(messages.triage.noMore))
  useTriageKeys((action) => {
    if (action === 'next') walk(turn.next)
    else if (action === 'previous') walk(turn.previous)
    else if (action === 'take') void (replied.reply && take(replied.reply.idea).then((problem) => problem && showToast(problem)))
    else if (replied.reply && offered(replied.reply).includes(action)) decide({ action })
  })
  return (
    <>
      <TriageBar turn={turn} total={total} step={walk} />
      <Async of={replied} what={messages.idea.what}>
        {(page) => (
          <>
            <div class="with-aside">
              <TriageIdea page={page} moved={moved} />
              <Beside page={page} deciding={deciding} decide={decide} step={step} turn={turn} />
            </div>
            <TriageFoot page={page} deciding={deciding} decide={decide} />
          </>
        )}
      </Async>
    </>
  )
}

const WhoseChoice = () => (
  <div class="whose" role="group" aria-label={messages.triage.whose.title}>
    {(['all', 'mine', 'nobodys'] as const).map((one) => (
      <button
        key={one}
        type="button"
        class="button quiet small"
        aria-pressed={one === whose.value}
        onClick={() => {
          whose.value = one
          goTo(undefined)
        }}
      >
        {messages.triage.whose[one]}
      </button>
    ))}
  </div>
)

/** None of those that one looks for: the others are there still. */
const NoneOfThese = ({ which }: { which: 'mine' | 'nobodys' }) => (
  <div class="empty">
    <p>{which === 'mine' ? messages.triage.noneMine : messages.triage.noneNobodys}</p>
    <button type="button" class="button quiet" onClick={() => (whose.value = 'all')}>
      {messages.triage.showAll}
    </button>
  </div>
)

/** Nothing waits: since all is answered, or since nothing has come yet. */
const Done = () => {
  const { reply } = useQuery('GET /v1/networks/:network/matrix')
  const bare = reply !== undefined && Object.values(reply.dispositions).every((count) => count === 0)
  return (
    <div class="empty">
      <h2>{bare ? messages.triage.bareTitle : messages.triage.emptyTitle}</h2>
      <p>{bare ? messages.triage.bare : messages.triage.empty}</p>
      <p>{bare ? <a href="/sample">{messages.home.sample}</a> : <a href="/">{messages.triage.emptyLink}</a>}</p>
    </div>
  )
}

/** For whoever has the address and not the right. */
const NotYours = () => (
  <Page title={messages.triage.title}>
    <p>{messages.triage.onlyCoordinators}</p>
    <p>
      <a href={address('/ideas', { pathway: 'none' })}>{messages.triage.toIdeas}</a>
    </p>
  </Page>
)

export const TriagePage = ({ asked }: { asked: string | null }) => (may('classifyIdea') ? <Queue asked={asked} /> : <NotYours />)

/** Unclassified ideas, the oldest decision date first, one at a time. */
const Queue = ({ asked }: { asked: string | null }) => {
  const { queue, ids } = useQueue()
  const current = asked ?? ids[0]
  const turn = turnOf(ids, current ?? '')
  useEffect(() => {
    if (!asked && current) goTo(current)
  }, [asked, current])
  useEffect(() => {
    if (turn.next) prefetch('GET /v1/networks/:network/ideas/:id', { id: turn.next })
  }, [turn.next])
  return (
    <Page title={messages.triage.title} class="wide triage">
      <LastAnswer />
      <WhoseChoice />
      <Async of={queue} what={messages.triage.title}>
        {({ total }) =>
          current ? (
            <Current id={current} turn={turn} total={total} />
          ) : whose.value === 'all' ? (
            <Done />
          ) : (
            <NoneOfThese which={whose.value} />
          )
        }
      </Async>
    </Page>
  )
}
