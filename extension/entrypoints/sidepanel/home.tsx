import { fieldsOf } from '../../clip-fields.ts'
import { type Draft, isOfPatient } from '../../draft.ts'
import { adoptDraft, startDraft } from '../../drafts.ts'
import { strings } from '../../strings.ts'
import { LazyPart } from './lazy-part.tsx'
import { connection, database, justSaved, tab, thisRun, unfinished, unsent } from './panel-state.ts'
import { RecentItems } from './recent-list.tsx'

const writeByHand = async (): Promise<void> => {
  if (database.value) await startDraft(database.value, { from: 'hand', tab: tab.value, address: '', name: '' }, thisRun())
}

const goOn = async ({ id }: Draft): Promise<void> => {
  if (database.value) await adoptDraft(database.value, id, tab.value, thisRun())
}

const nameOf = (draft: Draft): string =>
  draft.form.change.trim() || fieldsOf(draft, draft.form).title || (isOfPatient(draft) ? strings.patientPageName : strings.itemUntitled)

const savedNext = (): string => {
  if (!connection.value) return strings.savedUnconnected
  return unsent.value > 0 ? strings.savedNext : strings.savedInBank
}

const Unfinished = () => (
  <section aria-labelledby="unfinished">
    <h2 id="unfinished" class="small-title">
      {strings.unfinished}
    </h2>
    <ul class="lines">
      {unfinished.value.map((draft) => (
        <li key={draft.id}>
          <button type="button" class="line-button" onClick={() => void goOn(draft)}>
            {nameOf(draft)}
          </button>
        </li>
      ))}
    </ul>
  </section>
)

/** What shows where the tab in front has no draft: how to clip, what was not finished, what was clipped. */
export const Home = () => (
  <div class="home">
    {justSaved.value ? (
      <div class="notice good saved" role="status">
        <strong>{strings.savedHere}</strong>
        <br />
        {savedNext()}
      </div>
    ) : (
      <section class="how">
        <h2>{strings.homeTitle}</h2>
        <p>{strings.homeText}</p>
        <p class="soft">{strings.homeShortcut}</p>
      </section>
    )}
    <button type="button" class="button" onClick={() => void writeByHand()}>
      {strings.byHand}
    </button>
    <LazyPart name="news" />
    {unfinished.value.length > 0 && <Unfinished />}
    <RecentItems />
  </div>
)
