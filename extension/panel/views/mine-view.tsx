import { useState } from 'preact/hooks'
import { filterMine, isLoose, type MyFilter, myFilters, type MyItem, myItems, readMine } from '../../bank/my-items.ts'
import { matcherOf } from '../../bank/word-search.ts'
import { shakenBy } from '../../../shared/rules/evidence-standing.ts'
import { standingMessages } from '../../i18n/standing.ts'
import { IdeaLine } from '../idea/idea-line.tsx'
import { ListMore } from '../parts/list-more.tsx'
import { NewsPart } from './news-part.tsx'
import { QuestionsPart } from './questions-part.tsx'
import { reader } from '../state/panel-state.ts'
import { Attention } from './recent-list.tsx'
import { standing } from '../idea/idea-standing.tsx'
import { useQuery } from '../state/use-query.ts'
import { SearchBox } from '../parts/search-box.tsx'
import { panelMessages } from '../../i18n/panel.ts'
import { homeMessages } from '../../i18n/home.ts'
import { shortDay } from '../../i18n/formats.ts'
import '../parts/views.css'

const State = ({ item }: { item: MyItem }) => {
  const { state, idea, evidence, changed, at } = item
  const shaken = evidence && shakenBy(evidence)
  return (
    <span class="soft block">
      <span class={`state ${state}`}>{panelMessages.itemStates[state]}</span>
      {state === 'in-bank' && idea && ` · ${standing(idea)}`}
      {state !== 'in-bank' && ` · ${shortDay(at)}`}
      {evidence && ` · ${isLoose(item) ? homeMessages.loose : homeMessages.supports({ count: evidence.ideas.length })}`}
      {changed && ` · ${homeMessages.changed}`}
      {shaken && <b class="block bad-text">{standingMessages.short[shaken]}</b>}
    </span>
  )
}

const Line = ({ item }: { item: MyItem }) => {
  const title = item.title || panelMessages.itemUntitled
  if (item.trouble)
    return (
      <li class="item">
        <p class="item-title">{title}</p>
        <State item={item} />
        <Attention item={item.trouble} />
      </li>
    )
  if (!item.idea)
    return (
      <li class="item">
        <p class="item-title">{title}</p>
        <State item={item} />
      </li>
    )
  return (
    <IdeaLine id={item.id} title={title}>
      <State item={item} />
    </IdeaLine>
  )
}

/** Everything that this person clipped and proposed, with what became of it. */
export const MineView = () => {
  const source = useQuery(readMine)
  const [filter, choose] = useState<MyFilter>('all')
  const [typed, type] = useState('')
  if (!source) return null
  const all = myItems(source, reader.value)
  const items = filterMine(all, filter, matcherOf(typed))
  return (
    <>
      <QuestionsPart />
      <NewsPart />
      {all.length > 0 && (
        <SearchBox
          label={homeMessages.searchMine}
          typed={typed}
          type={type}
          choices={myFilters}
          nameOf={(one) => homeMessages.filters[one]}
          chosen={filter}
          choose={choose}
        />
      )}
      <p class="unseen" role="status">
        {(typed !== '' || filter !== 'all') && homeMessages.found({ count: items.length })}
      </p>
      {all.length === 0 && <p class="soft">{homeMessages.mineEmpty}</p>}
      {all.length > 0 && items.length === 0 && <p class="soft">{homeMessages.nothingFound}</p>}
      {items.length > 0 && (
        <ListMore items={items} of={`${filter} ${typed}`} line={(item) => <Line key={`${item.kind} ${item.id}`} item={item} />} />
      )}
    </>
  )
}
