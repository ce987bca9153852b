import { type ReportsReply, standsLong } from '../../../shared/api/reports.ts'
import { pathwayLabel, personName, phaseLabel } from '../data/framework.ts'
import { reportMessages } from '../i18n/reports.ts'
import { RelativeTime } from '../ui/relative-time.tsx'

const { reports: messages } = reportMessages

/** Who leads how much, and what has stood for long; each one's ideas unfold, and stand open on paper. */
export const ReportLeads = ({ leads, at }: Pick<ReportsReply, 'leads' | 'at'>) => (
  <section aria-labelledby="leads">
    <h2 id="leads">{messages.leads}</h2>
    {leads.length === 0 && <p class="soft">{messages.noLeads}</p>}
    <ul class="plain">
      {leads.map(({ person, ideas }) => {
        const old = ideas.filter((idea) => standsLong(idea, at)).length
        return (
          <li key={person}>
            <details class="led">
              <summary>
                <b>{personName(person)}</b> <span class="soft">{messages.ledBy({ count: ideas.length })}</span>
                {old > 0 && <span class="badge warn">{messages.oldOnes({ count: old })}</span>}
              </summary>
              <ul class="plain">
                {ideas.map(({ id, change, pathway, phase, movedAt }) => (
                  <li key={id}>
                    <a href={`/ideas/${id}`}>{change}</a>{' '}
                    <span class="soft small">
                      {pathwayLabel(pathway)} · {phaseLabel(phase)} · <RelativeTime at={movedAt} />
                    </span>
                    {standsLong({ movedAt }, at) && <span class="badge warn">{messages.old}</span>}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        )
      })}
    </ul>
  </section>
)
