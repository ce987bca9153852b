import { useState } from 'preact/hooks'
import { labelOf } from '../../../shared/domain/framework.ts'
import type { Idea } from '../../../shared/domain/entities.ts'
import { discardRefused } from '../../outbox/discard-refused.ts'
import type { RecentItem } from '../../bank/recent.ts'
import { strings } from '../../i18n/strings.ts'
import { database, framework, recent, tab, thisRun, view } from '../state/panel-state.ts'

export const dateOf = (at: number): string => new Date(at).toLocaleDateString(undefined, { day: 'numeric', month: 'short' })

/** Where an idea stands in the bank, in a few words. */
export const standing = (idea: Pick<Idea, 'hold' | 'disposition' | 'ending' | 'pathway' | 'phase' | 'decisionDue'>): string => {
  if (idea.hold) return strings.held
  if (idea.disposition !== 'active') return strings.ideaEnded(strings.dispositions[idea.disposition], idea.ending?.sentence ?? '')
  if (idea.pathway === null) return strings.ideaWaits(dateOf(idea.decisionDue))
  return strings.ideaAt(labelOf(framework.value?.pathways ?? [], idea.pathway), labelOf(framework.value?.phases ?? [], idea.phase))
}

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
        {item.kind !== 'change' && strings.refusal(item.code)} {strings.said(item.reason)}
      </p>
      {item.said && <blockquote class="known-quote">{item.said}</blockquote>}
      {asking ? (
        <p class="actions">
          {strings.letGoSure}{' '}
          <button type="button" class="button" onClick={() => void letGo()}>
            {strings.letGo}
          </button>
          <button type="button" class="button" onClick={() => ask(false)}>
            {strings.keep}
          </button>
        </p>
      ) : (
        <p class="actions">
          {item.kind !== 'change' && (
            <button type="button" class="button" onClick={() => void editAgain()}>
              {strings.editAgain}
            </button>
          )}
          <button type="button" class="link-button" onClick={() => ask(true)}>
            {strings.letGo}
          </button>
        </p>
      )}
    </div>
  )
}

const Item = ({ item }: { item: RecentItem }) => (
  <li class="item">
    <p class="item-title">{item.title || strings.itemUntitled}</p>
    <p class="soft">
      <span class={`state ${item.state}`}>{strings.itemState(item.state)}</span>
      {item.state === 'in-bank' && item.idea && <> · {standing(item.idea)}</>}
      {item.state !== 'in-bank' && <> · {dateOf(item.at)}</>}
    </p>
    {item.state === 'attention' && <Attention item={item} />}
  </li>
)

export const RecentItems = () => (
  <section aria-labelledby="recent">
    <h2 id="recent" class="small-title">
      {strings.recentTitle}
    </h2>
    <ul class="lines">
      {recent.value.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </ul>
  </section>
)
