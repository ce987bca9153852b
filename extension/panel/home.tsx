import { startDraft } from '../drafts/drafts.ts'
import { lazyPart } from './parts/lazy-part.tsx'
import { connection, database, justSaved, recent, tab, thisRun, unfinished, unsent } from './state/panel-state.ts'
import { panelMessages } from '../i18n/panel.ts'

const QuestionsPart = lazyPart(async () => (await import('./views/questions-part.tsx')).QuestionsPart)
const NewsPart = lazyPart(async () => (await import('./views/news-part.tsx')).NewsPart)
const DraftsPart = lazyPart(async () => (await import('./views/drafts-part.tsx')).DraftsPart)
const RecentItems = lazyPart(async () => (await import('./views/recent-list.tsx')).RecentItems)

const writeByHand = async (): Promise<void> => {
  if (database.value) await startDraft(database.value, { from: 'hand', tab: tab.value, address: '', name: '' }, thisRun())
}

const savedNext = (): string => {
  if (justSaved.value === 'practice') return panelMessages.practiceNext
  if (!connection.value) return panelMessages.savedUnconnected
  return unsent.value > 0 ? panelMessages.savedNext : panelMessages.savedInBank
}

/** What shows where the tab in front has no draft: how to clip, what was not finished, what was clipped. */
export const Home = () => (
  <div class="home">
    <QuestionsPart />
    {justSaved.value ? (
      <div class="notice good saved" role="status">
        <strong>{justSaved.value === 'practice' ? panelMessages.practiceSaved : panelMessages.savedHere}</strong>
        <br />
        {savedNext()}
      </div>
    ) : (
      <section class="how">
        <h2>{panelMessages.homeTitle}</h2>
        <p>{panelMessages.homeText}</p>
        <p class="soft">{panelMessages.homeShortcut}</p>
      </section>
    )}
    <button type="button" class="button" onClick={() => void writeByHand()}>
      {panelMessages.byHand}
    </button>
    <NewsPart />
    {unfinished.value.length > 0 && <DraftsPart />}
    {recent.value.length > 0 && <RecentItems />}
  </div>
)
