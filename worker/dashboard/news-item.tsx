import type { NewsItem } from '../../shared/news.ts'
import { sayDate } from './dates.ts'
import { pathwayLabel, personName, phaseLabel, siteLabel } from './framework-reply.ts'
import { answerWords } from './strings-answers.ts'
import { words } from './strings.ts'
import { When } from './when.tsx'

const date = (at: number | null): string => (at === null ? '' : sayDate(at))

/** What happened, in a sentence whose subject is the idea, or whoever spoke. */
const said = (item: NewsItem): string => {
  const { says } = answerWords.news
  switch (item.kind) {
    case 'received':
    case 'reopened':
      return says[item.kind](date(item.due))
    case 'classified':
      return says.classified(pathwayLabel(item.pathway))
    case 'moved':
    case 'moved-back':
      return says[item.kind](phaseLabel(item.phase))
    case 'parked':
      return says.parked(date(item.lookAgain))
    case 'merged':
      return says.merged(item.into?.change ?? '')
    case 'question':
    case 'answer':
    case 'mention':
    case 'comment':
      return says[item.kind](personName(item.by))
    case 'interested':
    case 'testing':
      return says[item.kind](siteLabel(item.site))
    case 'result':
      return says.result(siteLabel(item.site), item.result ? words.stance.results[item.result] : '')
    case 'declined':
    case 'abandoned':
    case 'held':
      return says[item.kind]()
  }
}

const tone = ({ kind, helped }: NewsItem): string => {
  if (helped) return 'good'
  if (kind === 'held' || kind === 'declined' || kind === 'abandoned') return 'ended'
  return kind === 'question' || kind === 'mention' ? 'asks' : ''
}

/** One item: the idea, what happened, their words, and why this person is told. */
export const NewsLine = ({ item, fresh }: { item: NewsItem; fresh: boolean }) => (
  <li class={`news-item ${tone(item)} ${fresh ? 'fresh' : ''}`}>
    <p>
      <a href={`/ideas/${item.kind === 'merged' && item.into ? item.into.id : item.idea}`}>{item.change}</a> {said(item)}
      {item.helped && <span class="badge good">{answerWords.news.helped}</span>}
    </p>
    {item.says && <blockquote class="said">{item.says}</blockquote>}
    <p class="soft small">
      <When at={item.at} /> · {answerWords.news.ties[item.tie]}
    </p>
  </li>
)
