import type { LeadLoad, ReportsReply } from '../../shared/reports.ts'
import { day } from './dates.ts'
import { pathwayLabel, personName, phaseLabel } from './framework-reply.ts'
import { answerWords } from './strings-answers.ts'
import { When } from './when.tsx'

const { reports: words } = answerWords
const tooLong = 180 * day
/** So many are shown at once; the others unfold, and stand on paper. */
const shown = 3

type Led = LeadLoad['ideas']

const Ideas = ({ ideas, at }: { ideas: Led; at: number }) => (
  <ul class="plain">
    {ideas.map(({ id, change, pathway, phase, movedAt }) => (
      <li key={id}>
        <a href={`/ideas/${id}`}>{change}</a>{' '}
        <span class="soft small">
          {pathwayLabel(pathway)} · {phaseLabel(phase)} · <When at={movedAt} />
        </span>
        {at - movedAt > tooLong && <span class="badge warn">{words.old}</span>}
      </li>
    ))}
  </ul>
)

/** Who leads how much, and what has stood for long. */
export const ReportLeads = ({ leads, at }: Pick<ReportsReply, 'leads' | 'at'>) => (
  <section aria-labelledby="leads">
    <h2 id="leads">{words.leads}</h2>
    {leads.length === 0 ? (
      <p class="soft">{words.noLeads}</p>
    ) : (
      <div class="scroll" tabIndex={0} role="group" aria-label={words.leads}>
        <table class="report">
          <thead>
            <tr>
              <th scope="col">{words.leadColumns.lead}</th>
              <th scope="col" class="number">
                {words.leadColumns.ideas}
              </th>
              <th scope="col">{words.leadColumns.list}</th>
            </tr>
          </thead>
          <tbody>
            {leads.map(({ person, ideas }) => (
              <tr key={person}>
                <th scope="row">{personName(person)}</th>
                <td class="number">{ideas.length}</td>
                <td>
                  <Ideas ideas={ideas.slice(0, shown)} at={at} />
                  {ideas.length > shown && (
                    <details class="rest">
                      <summary>{words.moreIdeas(ideas.length - shown)}</summary>
                      <Ideas ideas={ideas.slice(shown)} at={at} />
                    </details>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </section>
)
