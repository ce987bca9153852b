import { nameOfKind } from '../parts/kind-names.ts'
import { useState } from 'preact/hooks'
import type { Evidence } from '../../../shared/domain/entities.ts'
import { beginIdeaFrom } from '../../drafts/resubmit.ts'
import { bylineOf } from '../../drafts/clip-fields.ts'
import { isLoose, type MyItem, myItems, readMine } from '../../bank/my-items.ts'
import { focusTab } from '../state/focus-tab.ts'
import { ask, type Trouble } from '../parts/ask.ts'
import { TroubleText } from '../parts/guarded-form.tsx'
import { ListMore } from '../parts/list-more.tsx'
import { database, reader, tab, thisRun, view } from '../state/panel-state.ts'
import { PickIdea } from '../idea/pick-idea.tsx'
import { SureButton } from '../parts/sure-button.tsx'
import { useQuery } from '../state/use-query.ts'
import { panelMessages } from '../../i18n/panel.ts'
import { homeMessages } from '../../i18n/home.ts'
import '../parts/views.css'

interface ClipProps {
  item: MyItem
  evidence: Evidence
  told: (text: string) => void
}

const Clip = ({ item, evidence, told }: ClipProps) => {
  const [picking, pick] = useState(false)
  const [trouble, fail] = useState<Trouble | undefined>(undefined)
  const { citation, quote, kind, note, id } = evidence
  const attach = async (idea: { id: string; change: string }): Promise<void> => {
    const end = await ask([{ name: 'attachEvidence', args: { evidence: id, idea: idea.id } }])
    fail(end)
    if (end) return
    told(homeMessages.attached({ change: idea.change }))
    focusTab()
  }
  const makeIdea = async (): Promise<void> => {
    if (!database.value) return
    await beginIdeaFrom(database.value, evidence, tab.value, thisRun())
    view.value = 'clip'
  }
  return (
    <li class="item clip-item">
      <p class="item-title">{item.title || panelMessages.itemUntitled}</p>
      <p class="soft">
        {[bylineOf(citation), nameOfKind(kind)].filter(Boolean).join(' · ')} ·{' '}
        <span class={`state ${item.state}`}>{panelMessages.itemStates[item.state]}</span>
      </p>
      {quote && <blockquote class="known-quote said">{quote.exact}</blockquote>}
      {note && <p>{note}</p>}
      {trouble && <TroubleText trouble={trouble} />}
      {picking ? (
        <PickIdea pick={(idea) => void attach(idea)} cancel={() => pick(false)} />
      ) : (
        <p class="actions">
          <button type="button" class="button small" onClick={() => void makeIdea()}>
            {homeMessages.makeIdea}
          </button>
          <button type="button" class="button small" onClick={() => pick(true)}>
            {homeMessages.attach}
          </button>
          <SureButton
            label={homeMessages.remove}
            sure={homeMessages.removeSure}
            yes={homeMessages.removeYes}
            asked={[{ name: 'withdrawEvidence', args: { evidence: id } }]}
          />
        </p>
      )}
    </li>
  )
}

/** Clips of one’s own that support no idea yet. */
export const InboxView = () => {
  const source = useQuery(readMine)
  const [said, tell] = useState('')
  if (!source) return null
  const items = myItems(source, reader.value).filter(isLoose)
  return (
    <>
      <p class="soft empty-gone" role="status">
        {said}
      </p>
      <p class="soft">{items.length === 0 ? homeMessages.inboxEmpty : homeMessages.inboxLead}</p>
      {items.length > 0 && (
        <ListMore
          items={items}
          of=""
          line={(item) => item.evidence && <Clip key={item.id} item={item} evidence={item.evidence} told={tell} />}
        />
      )}
    </>
  )
}
