import { useState } from 'preact/hooks'
import { labelOf } from '../../../shared/domain/framework.ts'
import type { NewsItem } from '../../../shared/notifications/notifications.ts'
import { type NewsNames, sayNews } from '../../../shared/i18n/news-sentence.ts'
import { markSeen, type News, newsOf, readNews } from '../../bank/my-notifications.ts'
import { words } from '../../i18n/strings-home.ts'
import { IdeaLine } from '../idea/idea-line.tsx'
import { database, framework, reader, view } from '../state/panel-state.ts'
import { dateOf } from '../parts/recent-list.tsx'
import { useQuery } from '../state/use-query.ts'
import '../parts/views.css'

const namesWith = (nameOf: News['nameOf']): NewsNames => {
  const { sites = [], pathways = [], phases = [] } = framework.value ?? {}
  return {
    day: (at) => (at === null ? '' : dateOf(at)),
    pathway: (key) => labelOf(pathways, key),
    phase: (key) => labelOf(phases, key),
    site: (key) => labelOf(sites, key),
    person: (id) => nameOf(id) || words.hiddenName,
    result: (result) => words.results[result],
  }
}

const Line = ({ item, fresh, nameOf }: { item: NewsItem; fresh: boolean; nameOf: News['nameOf'] }) => (
  <IdeaLine id={item.into?.id ?? item.idea} title={item.change} stands>
    <span class="block">
      {fresh && <b class="badge">{words.fresh}</b>} {sayNews(item, words.newsSays, namesWith(nameOf))}{' '}
      {item.helped && <b class="badge">{words.helped}</b>}
    </span>
    {item.says && <span class="said block">{item.says}</span>}
    <span class="soft block">{dateOf(item.at)}</span>
  </IdeaLine>
)

/** "2 of your ideas moved": what became of one's ideas since one last looked, and the list of it. */
export const NewsPart = () => {
  const source = useQuery(readNews)
  /** Until when everything was known when the list was opened. */
  const [since, open] = useState<number | undefined>(undefined)
  if (!source) return null
  const news = newsOf(source, reader.value.person)
  const isFresh = news.moved + news.others > 0
  if (since === undefined && !isFresh && (view.value === 'clip' || news.items.length === 0)) return null
  const toggle = (): void => {
    if (since !== undefined) return open(undefined)
    open(source.seen)
    if (database.value) void markSeen(database.value, news.items, source.seen)
  }
  return (
    <section class={isFresh || since !== undefined ? 'news fresh' : 'news'}>
      <p>
        <span role="status">{isFresh && <b>{words.news(news.moved, news.others)}</b>}</span>{' '}
        <button type="button" class="link-button" aria-expanded={since !== undefined} onClick={toggle}>
          {since === undefined ? (isFresh ? words.newsShow : words.newsEarlier) : words.newsClose}
        </button>
      </p>
      {since !== undefined && (
        <ul class="lines">
          {news.items.map((item) => (
            <Line key={item.id} item={item} fresh={item.at > since} nameOf={news.nameOf} />
          ))}
        </ul>
      )}
    </section>
  )
}
