import { useQuery } from '../data/use-query.ts'
import { newEvidenceMessages as said } from '../i18n/new-evidence.ts'
import { Async } from './async.tsx'

const { waiting: messages } = said
const mostShown = 10

/** The ideas for which searches found papers that nobody has looked at, those with the most since that time first. */
export const WaitingEvidence = ({ since }: { since: number }) => {
  const replied = useQuery('GET /v1/networks/:network/new-evidence', { query: { since: String(since) } })
  return (
    <section class="card" aria-labelledby="new-evidence">
      <h2 id="new-evidence">{messages.title}</h2>
      <Async of={replied} what={messages.what}>
        {({ ideas }) =>
          ideas.length === 0 ? (
            <p class="soft">{messages.none}</p>
          ) : (
            <>
              <ol class="short-list">
                {ideas.slice(0, mostShown).map(({ id, change, ...counts }) => (
                  <li key={id}>
                    <a href={`/ideas/${id}#new-evidence`}>{change}</a>
                    <span class="soft">{messages.line(counts)}</span>
                  </li>
                ))}
              </ol>
              {ideas.length > mostShown && <p class="soft small">{said.more({ count: ideas.length - mostShown })}</p>}
            </>
          )
        }
      </Async>
    </section>
  )
}
