import type { ReportsReply } from '../../shared/reports.ts'
import { MatrixDownload } from './matrix-download.tsx'
import { Page } from './page.tsx'
import { ReportAnswers } from './report-answers.tsx'
import { ReportFunnel } from './report-funnel.tsx'
import { ReportLeads } from './report-leads.tsx'
import { ReportReady } from './report-ready.tsx'
import { ReportSites } from './report-sites.tsx'
import { ReportTopics } from './report-topics.tsx'
import './reports-page.css'
import { useReply } from './reply.ts'
import { networkPath } from './session.ts'
import { answerWords } from './strings-answers.ts'
import { Waiting } from './waiting.tsx'

const { reports: words } = answerWords

const Withdrawn = ({ withdrawn }: Pick<ReportsReply, 'withdrawn'>) => (
  <section aria-labelledby="withdrawn">
    <h2 id="withdrawn">{words.withdrawn}</h2>
    <p class="hint">{words.withdrawnHint}</p>
    {withdrawn.length === 0 ? (
      <p class="soft">{words.noWithdrawn}</p>
    ) : (
      <ul class="plain">
        {withdrawn.map(({ evidence, title, ideas }) => (
          <li key={evidence}>
            {title}:{' '}
            {ideas.map(({ id, change }) => (
              <a key={id} href={`/ideas/${id}`}>
                {change}
              </a>
            ))}
          </li>
        ))}
      </ul>
    )}
  </section>
)

/** What a coordinator reports: on the screen and on paper. */
export const ReportsPage = () => {
  const replied = useReply<ReportsReply>(`${networkPath.value}/reports`)
  return (
    <Page title={words.title} lead={words.lead} class="wide">
      <p class="reports-doors">
        <a class="button primary" href="/reports/brief">
          {words.brief}
        </a>
        <button type="button" class="button quiet" onClick={() => print()}>
          {words.print}
        </button>
        <span class="hint">{words.briefHint}</span>
      </p>
      <Waiting of={replied} what={words.what}>
        {(reply) => (
          <div class="reports">
            <ReportTopics topics={reply.topics} />
            <MatrixDownload topics={reply.topics} />
            <ReportReady />
            <ReportAnswers answers={reply.answers} />
            <ReportFunnel funnel={reply.funnel} />
            <ReportLeads leads={reply.leads} at={reply.at} />
            <ReportSites sites={reply.sites} />
            <Withdrawn withdrawn={reply.withdrawn} />
          </div>
        )}
      </Waiting>
    </Page>
  )
}
