import { useQuery } from '../data/use-query.ts'
import { newEvidenceMessages as said } from '../i18n/new-evidence.ts'
import { Async } from './async.tsx'

const { waiting: messages } = said

/** The ideas for which searches found papers that nobody has looked at, those with the most since that time first. */
export const WaitingEvidence = ({ since, id }: { since: number; id: string }) => {
  const replied = useQuery('GET /v1/networks/:network/new-evidence', { query: { since: String(since) } })
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{messages.title}</h2>
      <Async of={replied} what={messages.what}>
        {({ ideas }) =>
          ideas.length === 0 ? (
            <p class="soft">{messages.none}</p>
          ) : (
            <ol class="short-list">
              {ideas.slice(0, 10).map(({ id: idea, change, ...counts }) => (
                <li key={idea}>
                  <a href={`/ideas/${idea}#new-evidence`}>{change}</a>
                  <span class="soft">{messages.line(counts)}</span>
                </li>
              ))}
            </ol>
          )
        }
      </Async>
    </section>
  )
}
