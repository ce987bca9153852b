import { startDraft } from '../drafts/drafts.ts'
import { strings } from '../i18n/strings.ts'
import { LazyPart } from './parts/lazy-part.tsx'
import { connection, database, justSaved, recent, tab, thisRun, unfinished, unsent } from './state/panel-state.ts'

const writeByHand = async (): Promise<void> => {
  if (database.value) await startDraft(database.value, { from: 'hand', tab: tab.value, address: '', name: '' }, thisRun())
}

const savedNext = (): string => {
  if (justSaved.value === 'practice') return strings.practiceNext
  if (!connection.value) return strings.savedUnconnected
  return unsent.value > 0 ? strings.savedNext : strings.savedInBank
}

/** What shows where the tab in front has no draft: how to clip, what was not finished, what was clipped. */
export const Home = () => (
  <div class="home">
    {justSaved.value ? (
      <div class="notice good saved" role="status">
        <strong>{justSaved.value === 'practice' ? strings.practiceSaved : strings.savedHere}</strong>
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
    {unfinished.value.length > 0 && <LazyPart name="drafts" />}
    {recent.value.length > 0 && <LazyPart name="recent" />}
  </div>
)
