import { useState } from 'preact/hooks'
import { labelOf } from '../../../shared/domain/framework.ts'
import { newsMessage, type NewsNames } from '../../../shared/notifications/news-message.ts'
import { type IdeaNews, markSeen, type News, myNotifications, readNotificationSource } from '../../bank/my-notifications.ts'
import { IdeaLine } from '../idea/idea-line.tsx'
import { database, framework, reader, view } from '../state/panel-state.ts'
import { useQuery } from '../state/use-query.ts'
import { translateNews } from '../../i18n/translate-news.ts'
import { homeMessages } from '../../i18n/home.ts'
import { shortDay, shortDayOf } from '../../i18n/formats.ts'
import '../parts/views.css'

const namesWith = (nameOf: News['nameOf']): NewsNames => {
  const { sites = [], pathways = [], phases = [] } = framework.value ?? {}
  return {
    day: (at) => (at === null ? '' : shortDayOf(at)),
    pathway: (key) => labelOf(pathways, key),
    phase: (key) => labelOf(phases, key),
    site: (key) => labelOf(sites, key),
    person: (id) => nameOf(id) || homeMessages.hiddenName,
    result: (result) => homeMessages.results[result],
  }
}

const summaryOf = ({ moved, others }: News): string => {
  if (moved === 0) return homeMessages.newsOthers({ count: others })
  return [homeMessages.newsMoved({ count: moved }), ...(others > 0 ? [homeMessages.newsMore({ count: others })] : [])].join(' · ')
}

const Line = ({ of: { latest, earlier }, fresh, nameOf }: { of: IdeaNews; fresh: boolean; nameOf: News['nameOf'] }) => (
  <IdeaLine id={latest.into?.id ?? latest.idea} title={latest.change} stands>
    <span class="block">
      {fresh && <b class="badge">{homeMessages.fresh}</b>} {translateNews(newsMessage(latest, namesWith(nameOf)))}{' '}
      {latest.helped && <b class="badge">{homeMessages.helped}</b>}
    </span>
    {latest.says && <span class="said block">{latest.says}</span>}
    <span class="soft block">
      {shortDay(latest.at)}
      {earlier > 0 && ` · ${homeMessages.newsBefore({ count: earlier })}`}
    </span>
  </IdeaLine>
)

/** "2 of your ideas moved": what became of one's ideas since one last looked, and the list of it, a line an idea. */
export const NewsPart = () => {
  const source = useQuery(readNotificationSource)
  /** Until when everything was known when the list was opened. */
  const [since, open] = useState<number | undefined>(undefined)
  if (!source) return null
  const news = myNotifications(source, reader.value.person)
  const isFresh = news.moved + news.others > 0
  if (since === undefined && !isFresh && (view.value === 'clip' || news.ideas.length === 0)) return null
  const toggle = (): void => {
    if (since !== undefined) return open(undefined)
    open(source.seen)
    if (database.value) void markSeen(database.value, news.items, source.seen)
  }
  return (
    <section class={isFresh || since !== undefined ? 'news fresh' : 'news'}>
      <p>
        <span role="status">{isFresh && <b>{summaryOf(news)}</b>}</span>{' '}
        <button type="button" class="link-button" aria-expanded={since !== undefined} onClick={toggle}>
          {since === undefined ? (isFresh ? homeMessages.newsShow : homeMessages.newsEarlier) : homeMessages.newsClose}
        </button>
      </p>
      {since !== undefined && (
        <ul class="lines">
          {news.ideas.map((one) => (
            <Line key={one.latest.id} of={one} fresh={one.latest.at > since && one.latest.kind !== 'received'} nameOf={news.nameOf} />
          ))}
        </ul>
      )}
    </section>
  )
}
