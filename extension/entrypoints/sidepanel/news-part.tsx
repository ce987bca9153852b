import { useState } from 'preact/hooks'
import { labelOf } from '../../../shared/framework.ts'
import type { NewsItem } from '../../../shared/news.ts'
import { markSeen, type News, newsOf, readNews } from '../../my-news.ts'
import { words } from '../../strings-home.ts'
import { IdeaLine } from './idea-line.tsx'
import { database, framework, reader, view } from './panel-state.ts'
import { dateOf } from './recent-list.tsx'
import { useQuery } from './use-query.ts'
import './views.css'

const day = (at: number | null): string => (at === null ? '' : dateOf(at))

/** What happened, in a sentence whose subject is the idea, or whoever spoke. */
const said = (item: NewsItem, nameOf: News['nameOf']): string => {
  const says = words.newsSays
  const { sites = [], pathways = [], phases = [] } = framework.value ?? {}
  switch (item.kind) {
    case 'received':
    case 'reopened':
      return says[item.kind](day(item.due))
    case 'classified':
      return says.classified(labelOf(pathways, item.pathway))
    case 'moved':
    case 'moved-back':
      return says[item.kind](labelOf(phases, item.phase))
    case 'parked':
      return says.parked(day(item.lookAgain))
    case 'merged':
      return says.merged(item.into?.change ?? '')
    case 'question':
    case 'answer':
    case 'mention':
    case 'comment':
      return says[item.kind](nameOf(item.by) || words.hiddenName)
    case 'interested':
    case 'testing':
      return says[item.kind](labelOf(sites, item.site))
    case 'result':
      return says.result(labelOf(sites, item.site), item.result ? words.results[item.result] : '')
    case 'declined':
    case 'abandoned':
    case 'held':
      return says[item.kind]()
  }
}

const Line = ({ item, fresh, nameOf }: { item: NewsItem; fresh: boolean; nameOf: News['nameOf'] }) => (
  <IdeaLine id={item.into?.id ?? item.idea} title={item.change} stands>
    <span class="block">
      {fresh && <b class="badge">{words.fresh}</b>} {said(item, nameOf)} {item.helped && <b class="badge">{words.helped}</b>}
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
