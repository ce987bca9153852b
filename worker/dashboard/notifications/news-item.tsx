import type { NewsItem } from '../../../shared/notifications/notifications.ts'
import { newsMessage, type NewsNames } from '../../../shared/notifications/news-message.ts'
import { sayDayOf } from '../ui/dates.ts'
import { pathwayLabel, personName, phaseLabel, siteLabel } from '../data/framework.ts'
import { translateNews } from '../i18n/translate-news.ts'
import { reportMessages } from '../i18n/reports.ts'
import { messages } from '../i18n/bank.ts'
import { RelativeTime } from '../ui/relative-time.tsx'

const names: NewsNames = {
  day: (at) => (at === null ? '' : sayDayOf(at)),
  pathway: pathwayLabel,
  phase: phaseLabel,
  site: siteLabel,
  person: personName,
  result: (result) => messages.stance.results[result],
}

const asking: ReadonlySet<NewsItem['kind']> = new Set([
  'question',
  'mention',
  'approval-asked',
  'due-soon',
  'due-soon-untaken',
  'approval-due',
])

const tone = ({ kind, helped }: NewsItem): string => {
  if (helped) return 'good'
  if (kind === 'approved' || kind === 'approved-conditions') return 'good'
  if (kind === 'paper-retracted' || kind === 'paper-partly' || kind === 'paper-doubted') return 'ended'
  if (kind === 'held' || kind === 'declined' || kind === 'abandoned' || kind === 'not-approved') return 'ended'
  return asking.has(kind) ? 'asks' : ''
}

/** One item: the idea, what happened, their words, and why this person is told. */
export const NewsLine = ({ item, fresh }: { item: NewsItem; fresh: boolean }) => (
  <li class={`news-item ${tone(item)} ${fresh ? 'fresh' : ''}`}>
    <p>
      <a href={`/ideas/${item.kind === 'merged' && item.into ? item.into.id : item.idea}`}>{item.change}</a>{' '}
      {translateNews(newsMessage(item, names))}
      {item.helped && <span class="badge good">{reportMessages.news.helped}</span>}
    </p>
    {item.says && <blockquote class="said">{item.says}</blockquote>}
    <p class="soft small">
      <RelativeTime at={item.at} /> · {reportMessages.news.ties[item.tie]}
    </p>
  </li>
)
