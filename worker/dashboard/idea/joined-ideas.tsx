import type { JoinedIdea } from '../../../shared/api/bank.ts'
import { personName, siteLabel } from '../data/framework.ts'
import { messages } from '../i18n/bank.ts'
import { RelativeTime } from '../ui/relative-time.tsx'

/** Ideas that live on in this one, with the people to whom they are owed. */
export const Joined = ({ joined }: { joined: readonly JoinedIdea[] }) =>
  joined.length === 0 ? null : (
    <section class="joined" aria-labelledby="joined">
      <h2 id="joined">{messages.joined.title}</h2>
      <ul>
        {joined.map(({ id, change, proposedBy, site, at }) => (
          <li key={id}>
            <a href={`/ideas/${id}`}>{change}</a>{' '}
            <span class="soft">
              {messages.joined.one({ person: personName(proposedBy), site: siteLabel(site) })}, <RelativeTime at={at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
