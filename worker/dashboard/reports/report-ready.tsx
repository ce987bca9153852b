import type { DecisionsReply } from '../../../shared/api/board.ts'
import { useReply } from '../data/use-query.ts'
import { networkPath } from '../data/session.ts'
import { Step } from '../ui/next-step.tsx'
import { answerWords } from '../i18n/strings-answers.ts'
import { Waiting } from '../ui/async.tsx'

const { reports: words } = answerWords

/** What could go on today, and what lacks one thing that somebody can add. */
export const ReportReady = () => {
  const replied = useReply<DecisionsReply>(`${networkPath.value}/decisions`)
  return (
    <section aria-labelledby="ready">
      <h2 id="ready">{words.ready}</h2>
      <Waiting of={replied} what={words.ready}>
        {({ ready, short, counts }) => (
          <>
            {ready.length + short.length === 0 && <p class="soft">{words.noReady}</p>}
            {([['ready', ready] as const, ['short', short] as const] as const)
              .filter(([, rows]) => rows.length > 0)
              .map(([name, rows]) => (
                <div key={name}>
                  <h3>
                    {words.readyRows[name]} <span class="soft">{words.readyShown(rows.length, counts[name])}</span>
                  </h3>
                  <ul class="plain">
                    {rows.map((row) => (
                      <li key={row.id}>
                        <a href={`/ideas/${row.id}`}>{row.change}</a> <Step row={row} />
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
          </>
        )}
      </Waiting>
    </section>
  )
}
