import { participation, type ReportsReply } from '../../../shared/api/reports.ts'
import { siteLabel } from '../data/framework.ts'
import { reportMessages } from '../i18n/reports.ts'
import { numbers } from '../i18n/locale.ts'
import { RelativeTime } from '../ui/relative-time.tsx'
import { Term } from '../../../shared/web/term.tsx'

const { reports: messages } = reportMessages
const weight = { producing: 0, using: 1, silent: 2 }

/** Who takes part: sites that told results first, silent ones last. */
export const ReportSites = ({ sites }: Pick<ReportsReply, 'sites'>) => {
  const rows = sites
    .map((site) => ({ ...site, state: participation(site) }))
    .toSorted((one, other) => weight[one.state] - weight[other.state] || other.lastAt - one.lastAt)
  const count = (state: keyof typeof weight): number => rows.filter((row) => row.state === state).length
  const { siteColumns: columns } = messages
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">
        <Term word="participation">{messages.sites}</Term>
      </h2>
      {rows.length === 0 ? (
        <p class="soft">{messages.noSites}</p>
      ) : (
        <>
          <p>{messages.sitesLead({ producing: count('producing'), using: count('using'), silent: count('silent') })}</p>
          <div class="scroll" tabIndex={0} role="group" aria-label={messages.sites}>
            <table class="report">
              <thead>
                <tr>
                  <th scope="col">{columns.site}</th>
                  <th scope="col">{columns.state}</th>
                  {(['ideas', 'clips', 'stances', 'results', 'inBank'] as const).map((name) => (
                    <th scope="col" class="number" key={name}>
                      {columns[name]}
                    </th>
                  ))}
                  <th scope="col">{columns.last}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.site}>
                    <th scope="row">{siteLabel(row.site)}</th>
                    <td class={row.state}>{messages.states[row.state]}</td>
                    {(['ideas', 'clips', 'stances', 'results', 'inBank'] as const).map((name) => (
                      <td class="number" key={name}>
                        {numbers.format(row[name])}
                      </td>
                    ))}
                    <td>{row.lastAt > 0 ? <RelativeTime at={row.lastAt} /> : <span class="soft">{messages.never}</span>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}
