import type { ComponentChildren } from 'preact'
import type { IdeaRow } from '../../../shared/api/bank.ts'
import { Badges, stageOf } from '../ui/badges.tsx'
import { useQuery } from '../data/use-query.ts'
import { messages } from '../i18n/bank.ts'
import { Async } from '../ui/async.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'

interface Props {
  title: string
  query: Record<string, string>
  /** What stands there when there is nothing. */
  none: string
  row: (row: IdeaRow) => ComponentChildren
}

const shown = '5'

const ShortList = ({ title, query, none, row }: Props) => {
  const replied = useQuery('GET /v1/networks/:network/ideas', { query: { ...query, limit: shown } })
  const id = `list-${query['sort']}`
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Async of={replied} what={title}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p class="soft">{none}</p>
          ) : (
            <ol class="short-list">
              {rows.map((one) => (
                <li key={one.id}>{row(one)}</li>
              ))}
            </ol>
          )
        }
      </Async>
    </section>
  )
}

/** What became of ideas in the last days, endings included. */
export const MovedLately = () => (
  <ShortList
    title={messages.home.lately}
    query={{ sort: 'moved', disposition: 'all' }}
    none={messages.home.latelyNone}
    row={(row) => (
      <>
        <a href={`/ideas/${row.id}`}>{row.change}</a>
        <span class="soft">
          <Badges disposition={row.disposition} onHold={row.onHold} shaken={row.shaken} /> {stageOf(row)} ·{' '}
          <RelativeTime at={row.movedAt} />
        </span>
      </>
    )}
  />
)
