import { useState } from 'preact/hooks'
import { discardRefused } from '../../outbox/discard-refused.ts'
import type { RecentItem } from '../../bank/recent.ts'
import { standing } from '../idea/idea-standing.tsx'
import { database, recent, tab, thisRun, view } from '../state/panel-state.ts'
import { panelMessages } from '../../i18n/panel.ts'
import { homeMessages } from '../../i18n/home.ts'
import { translate } from '../../i18n/translate.ts'
import { shortDay } from '../../i18n/formats.ts'

export const Attention = ({ item }: { item: RecentItem }) => {
  const [asking, ask] = useState(false)
  const letGo = async (): Promise<void> => {
    if (database.value)
      await discardRefused(
        database.value,
        item.refused.map(({ id }) => id),
      )
  }
  const editAgain = async (): Promise<void> => {
    view.value = 'clip'
    const { takeUpAgain } = await import('../../drafts/resubmit.ts')
    if (database.value) await takeUpAgain(database.value, item.refused, tab.value, thisRun())
  }
  return (
    <div class="refusal">
      <p>
        {item.kind !== 'change' && (item.code === 'too-large' ? homeMessages.refusedTooLarge : homeMessages.refused)}{' '}
        {translate(item.reason, item.english)}
      </p>
      {item.said && <blockquote class="known-quote">{item.said}</blockquote>}
      {asking ? (
        <p class="actions">
          {homeMessages.letGoSure}{' '}
          <button type="button" class="button" onClick={() => void letGo()}>
            {panelMessages.discard}
          </button>
          <button type="button" class="button" onClick={() => ask(false)}>
            {panelMessages.keep}
          </button>
        </p>
      ) : (
        <p class="actions">
          {item.kind !== 'change' && (
            <button type="button" class="button" onClick={() => void editAgain()}>
              {homeMessages.editAgain}
            </button>
          )}
          <button type="button" class="link-button" onClick={() => ask(true)}>
            {panelMessages.discard}
          </button>
        </p>
      )}
    </div>
  )
}

const Item = ({ item }: { item: RecentItem }) => (
  <li class="item">
    <p class="item-title">{item.title || panelMessages.itemUntitled}</p>
    <p class="soft">
      <span class={`state ${item.state}`}>{panelMessages.itemStates[item.state]}</span>
      {item.state === 'in-bank' && item.idea && <> · {standing(item.idea)}</>}
      {item.state !== 'in-bank' && <> · {shortDay(item.at)}</>}
    </p>
    {item.state === 'attention' && <Attention item={item} />}
  </li>
)

export const RecentItems = () => (
  <section aria-labelledby="recent">
    <h2 id="recent" class="small-title">
      {homeMessages.recentTitle}
    </h2>
    <ul class="lines">
      {recent.value.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </ul>
  </section>
)
