import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { fieldsOf } from '../../drafts/clip-fields.ts'
import { type Draft, isOfPatient } from '../../store/draft.ts'
import type { OtherDraft } from '../../drafts/draft-list.ts'
import { adoptDraft, discardDrafts } from '../../drafts/drafts.ts'
import { openPanel } from '../../browser/open-panel.ts'
import { Discard } from '../parts/discard.tsx'
import { focusTab } from '../state/focus-tab.ts'
import { database, fault, tab, thisRun, unfinished } from '../state/panel-state.ts'
import { ageOf } from '../../i18n/age.ts'
import { panelMessages } from '../../i18n/panel.ts'

const minute = 60_000

const titleOf = (draft: Draft): string => {
  if (isOfPatient(draft)) return panelMessages.patientPageName
  return draft.from === 'hand' ? panelMessages.withoutPage : fieldsOf(draft, draft.form).title
}
const hostOf = (draft: Draft): string => URL.parse(fieldsOf(draft, draft.form).address)?.hostname ?? ''

const nameOf = (draft: Draft): string => draft.form.change.trim() || titleOf(draft) || panelMessages.itemUntitled

const sourceOf = (draft: Draft): string[] => (draft.form.change.trim() ? [titleOf(draft), hostOf(draft)] : [hostOf(draft)])

/** Its tab, where it is open: the form is there. Else the draft comes into the tab in front. */
const goOn = ({ draft, place }: OtherDraft): void => {
  if (place) {
    openPanel({ windowId: place.window }).catch(() => undefined)
    void browser.tabs.update(place.tab, { active: true })
    void browser.windows.update(place.window, { focused: true })
  } else if (database.value)
    adoptDraft(database.value, draft.id, tab.value, thisRun()).catch((error: unknown) => {
      fault.value = error
    })
}

const discard = async (drafts: readonly OtherDraft[]): Promise<void> => {
  const ids = drafts.map(({ draft }) => draft.id)
  if (database.value) await discardDrafts(database.value, ids)
  focusTab()
}

const Line = ({ other, now }: { other: OtherDraft; now: number }) => {
  const { draft, place } = other
  const says = [...sourceOf(draft), ageOf(draft.changedAt, now), place ? panelMessages.inAnotherTab : '']
  return (
    <li>
      <button type="button" class="line-button" onClick={() => goOn(other)}>
        {nameOf(draft)}
      </button>
      <p class="soft beside">
        <span>{says.filter((text) => text !== '').join(' · ')}</span>
        <Discard label={panelMessages.discard} of={nameOf(draft)} sure={panelMessages.discardSure} discard={() => discard([other])} />
      </p>
    </li>
  )
}

/** Drafts that are not in front, with their age and where they come from. */
export const DraftsPart = () => {
  const [now, tick] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), minute)
    return () => clearInterval(timer)
  }, [])
  const all = unfinished.value
  if (all.length === 0) return null
  return (
    <section aria-labelledby="unfinished">
      <h2 id="unfinished" class="small-title">
        {panelMessages.unfinished}
      </h2>
      <ul class="lines">
        {all.map((other) => (
          <Line key={other.draft.id} other={other} now={Math.max(now, other.draft.changedAt)} />
        ))}
      </ul>
      {all.length > 1 && (
        <Discard label={panelMessages.discardAll} sure={panelMessages.discardAllSure({ count: all.length })} discard={() => discard(all)} />
      )}
    </section>
  )
}
