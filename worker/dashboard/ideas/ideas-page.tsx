import { useRef, useState } from 'preact/hooks'
import { BulkBar } from './bulk-bar.tsx'
import { ExportList } from '../ui/export-menu.tsx'
import { useIdeaList } from '../data/idea-list.ts'
import { IdeaFilters } from './idea-filters.tsx'
import { IdeaTable } from './idea-table.tsx'
import '../ui/list-page.css'
import './ideas-page.css'
import { listAddress, narrows, readListQuery } from '../data/list-query.ts'
import { Page } from '../ui/page.tsx'
import { place } from '../data/router.ts'
import { SavedViews } from './saved-views.tsx'
import { may } from '../data/session.ts'
import { listMessages } from '../i18n/lists.ts'
import { messages } from '../i18n/bank.ts'
import { Async } from '../ui/async.tsx'

const Nothing = ({ filtered }: { filtered: boolean }) => (
  <div class="empty">
    <h2>{filtered ? listMessages.list.noneTitle : messages.home.emptyTitle}</h2>
    <p>{filtered ? listMessages.list.none : messages.home.empty}</p>
    <p>
      {filtered ? (
        <a href={listAddress({ disposition: 'all' })}>{listMessages.list.showAll}</a>
      ) : (
        <a href="/start">{messages.home.emptyLink}</a>
      )}
    </p>
  </div>
)

/** @param total `null`: more than can be counted at once. */
const found = (total: number | null, shown: number): string => {
  if (total === null) return listMessages.list.foundMany({ shown })
  return shown < total ? listMessages.list.foundShown({ total, shown }) : listMessages.list.found({ total })
}

/** The bank as a list. The address bar holds search, filters and order, so that a list can be sent and come back to. */
export const IdeasPage = () => {
  const query = readListQuery(place.value.query)
  const list = useIdeaList(query)
  const body = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const selection = may('classifyIdea')
    ? { ids: selected, set: setSelected, label: (change: string) => listMessages.bulk.select({ change }), all: listMessages.bulk.selectAll }
    : undefined
  // What was filtered away is selected no longer: nobody changes what they do not see.
  const chosen = list.rows.filter(({ id }) => selected.has(id))

  const more = async (): Promise<void> => {
    const from = list.rows.length
    await list.more?.()
    // Where the button was pressed, the first new line is what comes next.
    requestAnimationFrame(() => body.current?.querySelectorAll<HTMLAnchorElement>('.idea-link')[from]?.focus())
  }

  return (
    <Page title={listMessages.list.title} class="wide">
      <IdeaFilters query={query} />
      <SavedViews query={query} />
      <div ref={body}>
        <Async of={list.first} what={listMessages.list.title}>
          {() => (
            <>
              <p class="found" role="status">
                {found(list.total, list.rows.length)}
              </p>
              <ExportList query={query} />
              {may('importIdea') && (
                <p>
                  <a href="/import">{listMessages.list.bringIn}</a>
                </p>
              )}
              {selection && <BulkBar rows={chosen} clear={() => setSelected(new Set())} />}
              {list.rows.length === 0 ? <Nothing filtered={narrows(query)} /> : <IdeaTable rows={list.rows} selection={selection} />}
            </>
          )}
        </Async>
        {list.problem && (
          <p class="notice problem" role="alert">
            {list.problem.message}
          </p>
        )}
        {list.more && (
          <p class="more">
            <button type="button" class="button quiet" onClick={() => void more()}>
              {messages.form.more}
            </button>
          </p>
        )}
      </div>
    </Page>
  )
}
