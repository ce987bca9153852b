import type { IdeaPage as Reply } from '../../../shared/api/bank.ts'
import type { Hint } from '../../../shared/sync/protocol.ts'
import { allowed } from '../data/allowed.ts'
import { EditForm } from './edit-form.tsx'
import { sendsSearches } from '../data/framework.ts'
import { ExportIdea } from '../ui/export-menu.tsx'
import { MoreButton, useFurther } from './further.tsx'
import { IdeaActions } from './idea-actions.tsx'
import { IdeaComments } from './idea-comments.tsx'
import { IdeaEvidence } from './evidence/idea-evidence.tsx'
import { Shaken } from './evidence/shaken.tsx'
import { Origin, IdeaStanding } from './idea-head.tsx'
import './idea-page.css'
import { IdeaStances } from './idea-stances.tsx'
import { IdeaText } from './idea-text.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Joined } from './joined-ideas.tsx'
import { lazyPart } from '../ui/lazy-part.tsx'
import { Page } from '../ui/page.tsx'
import { useQuery } from '../data/use-query.ts'
import { SimilarIdeas } from './similar-ideas.tsx'
import { NextStepLine } from '../ui/next-step.tsx'
import { messages } from '../i18n/bank.ts'
import { Async } from '../ui/async.tsx'
import { TakeButton } from './take-button.tsx'
import { WatchButton } from './watch-button.tsx'
import { Term } from '../../../shared/web/term.tsx'

const NewEvidence = lazyPart(() => import('./evidence/new-evidence.tsx').then((part) => part.NewEvidence))
const DriverDiagram = lazyPart(() => import('./measures/driver-diagram.tsx').then((part) => part.DriverDiagram))
const IdeaHistory = lazyPart(() => import('./idea-history.tsx').then((part) => part.IdeaHistory))
const RunCharts = lazyPart(() => import('./measures/run-charts.tsx').then((part) => part.RunCharts))

/** An empty or full list of ideas is the server saying "many": then anything may concern this one. */
export const concerns = (id: string) => (hint: Hint) => hint.ideas.includes(id) || hint.ideas.length === 0 || hint.ideas.length >= 100

const Evidence = ({ page }: { page: Reply }) => {
  const { rows, ...further } = useFurther(page.idea.id, 'evidence', page.more.evidence)
  return (
    <>
      <IdeaEvidence key={page.idea.id} page={{ ...page, evidence: [...page.evidence, ...rows] }} />
      <MoreButton {...further} />
    </>
  )
}

const Talk = ({ page }: { page: Reply }) => {
  const { rows, ...further } = useFurther(page.idea.id, 'comments', page.more.comments)
  const comments = [...rows, ...page.comments].toSorted((one, other) => one.at - other.at)
  return (
    <>
      <MoreButton {...further} />
      <IdeaComments idea={page.idea} comments={comments} joined={page.joined} />
    </>
  )
}

const Main = ({ page }: { page: Reply }) => (
  <div class="idea-main">
    <Shaken idea={page.idea.id} evidence={page.evidence} />
    <IdeaStanding idea={page.idea} />
    <NextStepLine row={page} />
    <Joined joined={page.joined} />
    <section aria-labelledby="about">
      <h2 id="about">{messages.idea.title}</h2>
      <IdeaText idea={page.idea} />
      {allowed(page)('editIdea') && (
        <Disclosure label={messages.edit.open}>{(close) => <EditForm idea={page.idea} close={close} />}</Disclosure>
      )}
    </section>
    <section aria-labelledby="evidence">
      <h2 id="evidence">{messages.evidence.title}</h2>
      <Evidence page={page} />
      {page.evidence.length > 0 && <ExportIdea idea={page.idea.id} />}
    </section>
    {(page.idea.evidenceQuestion !== undefined || sendsSearches()) && (
      <section aria-labelledby="new-evidence">
        <h2 id="new-evidence">
          <Term word="evidence-question">{messages.evidence.newTitle}</Term>
        </h2>
        <NewEvidence page={page} />
      </section>
    )}
    <section aria-labelledby="sites">
      <h2 id="sites">
        <Term word="stance">{messages.stance.title}</Term>
      </h2>
      <IdeaStances page={page} />
    </section>
    <section aria-labelledby="diagram">
      <h2 id="diagram">
        <Term word="driver-diagram">{messages.diagram.title}</Term>
      </h2>
      <DriverDiagram idea={page.idea} editable={allowed(page)('editIdea')} />
    </section>
    <section aria-labelledby="charts">
      <h2 id="charts">
        <Term word="run-chart">{messages.chart.title}</Term>
      </h2>
      <RunCharts idea={page.idea} series={page.series} />
    </section>
    <section aria-labelledby="comments">
      <h2 id="comments">{messages.comment.title}</h2>
      <Talk page={page} />
    </section>
    <section aria-labelledby="history">
      <h2 id="history">{messages.history.title}</h2>
      <IdeaHistory history={page.history} idea={page.idea.id} />
    </section>
  </div>
)

const PublicPart = lazyPart(() => import('./public-part.tsx').then((part) => part.PublicPart))

/** One idea with everything about it, and what can be decided beside it. */
export const IdeaPage = ({ id }: { id: string }) => {
  const replied = useQuery('GET /v1/networks/:network/ideas/:id', { id, concerns: concerns(id) })
  const idea = replied.reply?.idea
  return (
    <Page
      title={idea?.change ?? messages.idea.title}
      class="wide"
      lead={
        idea && (
          <>
            <Origin idea={idea} /> <WatchButton idea={idea} /> <TakeButton idea={idea} />{' '}
            <a href={`/ideas/${idea.id}/brief`}>{messages.evidenceBrief}</a>
          </>
        )
      }
    >
      <Async of={replied} what={messages.idea.what}>
        {(page) => (
          <div class="with-aside">
            <Main page={page} />
            <aside class="beside" aria-label={messages.idea.decide}>
              <h2 class="unseen">{messages.idea.decide}</h2>
              <IdeaActions page={page} />
              <PublicPart idea={page.idea} />
              <section class="card" aria-labelledby="similar">
                <h3 id="similar">{messages.similar.title}</h3>
                <SimilarIdeas similar={page.similar} />
              </section>
            </aside>
          </div>
        )}
      </Async>
    </Page>
  )
}
