import { useQuery } from '../data/use-query.ts'
import { NextStepLine } from '../ui/next-step.tsx'
import { reportMessages } from '../i18n/reports.ts'
import { numbers } from '../i18n/locale.ts'
import { Async } from '../ui/async.tsx'
import { Term } from '../../../shared/web/term.tsx'

const { reports: messages } = reportMessages

/** What could go on today, and what lacks one thing that somebody can add. */
export const ReportReady = () => {
  const replied = useQuery('GET /v1/networks/:network/decisions')
  return (
    <section aria-labelledby="ready">
      <h2 id="ready">
        <Term word="ready">{messages.ready}</Term>
      </h2>
      <Async of={replied} what={messages.ready}>
        {({ ready, short, counts }) => (
          <>
            {ready.length + short.length === 0 && <p class="soft">{messages.noReady}</p>}
            {([['ready', ready] as const, ['short', short] as const] as const)
              .filter(([, rows]) => rows.length > 0)
              .map(([name, rows]) => (
                <div key={name}>
                  <h3>
                    {messages.readyRows[name]}{' '}
                    <span class="soft">
                      {counts[name] > rows.length
                        ? messages.readyShown({ shown: rows.length, all: counts[name] })
                        : numbers.format(counts[name])}
                    </span>
                  </h3>
                  <ul class="plain">
                    {rows.map((row) => (
                      <li key={row.id}>
                        <a href={`/ideas/${row.id}`}>{row.change}</a> <NextStepLine row={row} />
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
          </>
        )}
      </Async>
    </section>
  )
}
