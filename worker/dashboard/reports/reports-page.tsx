import { Fragment } from 'preact'
import type { ReportsReply } from '../../../shared/api/reports.ts'
import { MatrixDownload } from '../home/matrix-download.tsx'
import { Page } from '../ui/page.tsx'
import { ReportAnswers } from './report-answers.tsx'
import { ReportFunnel } from './report-funnel.tsx'
import { ReportLeads } from './report-leads.tsx'
import { ReportReady } from './report-ready.tsx'
import { ReportSites } from './report-sites.tsx'
import { ReportTopics } from './report-topics.tsx'
import './reports-page.css'
import { useQuery } from '../data/use-query.ts'
import { reportMessages } from '../i18n/reports.ts'
import { messages as common } from '../i18n/bank.ts'
import { Async } from '../ui/async.tsx'

const { reports: messages } = reportMessages

const Flagged = ({ items }: { items: ReportsReply['withdrawn'] }) => (
  <ul class="plain">
    {items.map(({ evidence, title, standing, ideas }) => (
      <li key={evidence}>
        <b>{common.evidence.standings[standing]}</b> {title}: {ideas.length === 0 ? <span class="soft">{messages.noIdea}</span> : null}
        {ideas.map(({ id, change }, index) => (
          <Fragment key={id}>
            {index > 0 && ' · '}
            <a href={`/ideas/${id}`}>{change}</a>
          </Fragment>
        ))}
      </li>
    ))}
  </ul>
)

const Withdrawn = ({ withdrawn, notices }: Pick<ReportsReply, 'withdrawn' | 'notices'>) => (
  <section aria-labelledby="withdrawn">
    <h2 id="withdrawn">{messages.withdrawn}</h2>
    <p class="hint">{messages.withdrawnHint}</p>
    {withdrawn.length === 0 ? <p class="soft">{messages.noWithdrawn}</p> : <Flagged items={withdrawn} />}
    {notices.length > 0 && (
      <>
        <h3>{messages.notices}</h3>
        <p class="hint">{messages.noticesHint}</p>
        <Flagged items={notices} />
      </>
    )}
  </section>
)

/** What a coordinator reports: on the screen and on paper. */
export const ReportsPage = () => {
  const replied = useQuery('GET /v1/networks/:network/reports')
  return (
    <Page title={messages.title} lead={messages.lead} class="wide">
      <p class="reports-doors">
        <a class="button primary" href="/reports/brief">
          {messages.brief}
        </a>
        <button type="button" class="button quiet" onClick={() => print()}>
          {messages.print}
        </button>
        <span class="hint">{messages.briefHint}</span>
      </p>
      <Async of={replied} what={messages.what}>
        {(reply) => (
          <div class="reports">
            <ReportTopics topics={reply.topics} />
            <MatrixDownload topics={reply.topics} />
            <ReportReady />
            <ReportAnswers answers={reply.answers} />
            <ReportFunnel funnel={reply.funnel} />
            <ReportLeads leads={reply.leads} at={reply.at} />
            <ReportSites sites={reply.sites} />
            <Withdrawn withdrawn={reply.withdrawn} notices={reply.notices} />
          </div>
        )}
      </Async>
    </Page>
  )
}
