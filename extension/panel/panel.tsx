import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { ClipForm } from './clip/clip-form.tsx'
import { Home } from './home.tsx'
import { lazyPart } from './parts/lazy-part.tsx'
import { Locked } from './locked.tsx'
import { connection, draft, drafts, mustConnect, notes, questions, undoable, unfinished, view, type ViewName } from './state/panel-state.ts'
import { Tabs } from './tabs.tsx'
import { appMessages } from '../i18n/app.ts'
import { panelMessages } from '../i18n/panel.ts'

const QuestionsPart = lazyPart(async () => (await import('./views/questions-part.tsx')).QuestionsPart)
const DraftsPart = lazyPart(async () => (await import('./views/drafts-part.tsx')).DraftsPart)
const HelpButton = lazyPart(async () => (await import('../ui/help-button.tsx')).HelpButton)
const UndoPart = lazyPart(async () => (await import('./parts/undo-part.tsx')).UndoPart)
const SyncLine = lazyPart(async () => (await import('./sync-line.tsx')).SyncLine)
const LossPart = lazyPart(async () => (await import('./views/loss-part.tsx')).LossPart)
const views: Record<Exclude<ViewName, 'clip'>, ComponentType> = {
  mine: lazyPart(async () => (await import('./views/mine-view.tsx')).MineView),
  bank: lazyPart(async () => (await import('./views/bank-view.tsx')).BankView),
  inbox: lazyPart(async () => (await import('./views/inbox-view.tsx')).InboxView),
}

const Header = () => (
  <header class="top">
    <h1 class="unseen">{appMessages.name}</h1>
    <Tabs />
    <button type="button" class="link-button settings" onClick={() => void browser.runtime.openOptionsPage()}>
      {panelMessages.settings}
    </button>
    <HelpButton of="panel" />
  </header>
)

const Content = () => {
  const View = view.value === 'clip' ? undefined : views[view.value]
  if (View) return <View />
  if (!draft.value) return <Home />
  return (
    <>
      {questions.value.length > 0 && <QuestionsPart besideDraft />}
      <ClipForm />
      {unfinished.value.length > 0 && <DraftsPart />}
    </>
  )
}

export const Panel = () => {
  // A new clip is what the person came for, whatever was shown before.
  useEffect(() => {
    view.value = 'clip'
  }, [draft.value?.id])
  if (drafts.value === undefined) return null
  if (mustConnect.value) return <Locked />
  return (
    <>
      <Header />
      <main>
        {!connection.value && (
          <p class="notice">
            {appMessages.notConnected}{' '}
            <button type="button" class="link-button" onClick={() => void browser.runtime.openOptionsPage()}>
              {appMessages.connectNow}
            </button>
          </p>
        )}
        <LossPart />
        {connection.value && notes.value.problem && <SyncLine />}
        <div class="view" role="tabpanel" id="view" aria-labelledby={`tab-${view.value}`}>
          <Content />
        </div>
      </main>
      {undoable.value && <UndoPart key={undoable.value.ids[0]} what={undoable.value} />}
    </>
  )
}
