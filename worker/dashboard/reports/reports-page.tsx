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
import './report-charts.css'
import { ChartFigure } from './chart-figure.tsx'
import { reportCharts } from './chart-tables.ts'
import { PeriodChooser } from './period-chooser.tsx'
import { periodIn } from './period.ts'
import { dayOf } from '../../../shared/values/calendar-day.ts'
import { place } from '../data/router.ts'
import { useQuery } from '../data/use-query.ts'
import { reportMessages } from '../i18n/reports.ts'
import { messages as common } from '../i18n/bank.ts'
import { Async } from '../ui/async.tsx'
import { serverNow } from '../data/clock.ts'
import { isoDay } from '../../../shared/values/calendar-day.ts'

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

/** What stands on the page, by the ids of its headings. */
const contents: readonly (readonly [id: string, label: string])[] = [
  ['glance', messages.charts.title],
  ['topics', messages.topics],
  ['picture', messages.picture],
  ['ready', messages.ready],
  ['answered', messages.answered],
  ['funnel', messages.funnel],
  ['endings', messages.endings],
  ['leads', messages.leads],
  ['sites', messages.sites],
  ['withdrawn', messages.withdrawn],
]

const Contents = () => (
  <nav class="report-contents only-screen" aria-label={messages.contents}>
    <ul>
      {contents.map(([id, label]) => (
        <li key={id}>
          <a href={`#${id}`}>{label}</a>
        </li>
      ))}
    </ul>
  </nav>
)

const Glance = ({ reply }: { reply: ReportsReply }) => (
  <section aria-labelledby="glance">
    <h2 id="glance">{messages.charts.title}</h2>
    <div class="report-figures">
      {reportCharts(reply).map((chart) => (
        <ChartFigure key={chart.key} chart={chart} days={`${isoDay(reply.from)}-${isoDay(reply.to)}`} />
      ))}
    </div>
  </section>
)

const isEmpty = ({ funnel, sites }: ReportsReply): boolean => funnel.arrived === 0 && sites.every(({ lastAt }) => lastAt === 0)

/** What a coordinator reports: on the screen and on paper. */
export const ReportsPage = () => {
  const today = dayOf(serverNow())
  const days = periodIn(place.value.query, today)
  const replied = useQuery('GET /v1/networks/:network/reports', { query: { from: isoDay(days.from), to: isoDay(days.to) } })
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
      <PeriodChooser days={days} today={today} />
      <Async of={replied} what={messages.what}>
        {(reply) =>
          isEmpty(reply) ? (
            <p class="empty">{messages.empty}</p>
          ) : (
            <div class="reports">
              <Contents />
              <Glance reply={reply} />
              <ReportTopics topics={reply.topics} />
              <MatrixDownload topics={reply.topics} />
              <ReportReady />
              <ReportAnswers answers={reply.answers} />
              <ReportFunnel funnel={reply.funnel} />
              <ReportLeads leads={reply.leads} at={reply.at} />
              <ReportSites sites={reply.sites} />
              <Withdrawn withdrawn={reply.withdrawn} notices={reply.notices} />
            </div>
          )
        }
      </Async>
    </Page>
  )
}
