import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { ClipForm } from './clip/clip-form.tsx'
import { Home } from './home.tsx'
import { LazyPart } from './parts/lazy-part.tsx'
import { Locked } from './locked.tsx'
import { connection, draft, drafts, mustConnect, unfinished, view } from './state/panel-state.ts'
import { SyncLine } from './sync-line.tsx'
import { Tabs } from './tabs.tsx'
import { appMessages } from '../i18n/app.ts'
import { panelMessages } from '../i18n/panel.ts'

const Header = () => (
  <header class="top">
    <h1 class="only-read-aloud">{appMessages.name}</h1>
    <Tabs />
    <button type="button" class="link-button settings" onClick={() => void browser.runtime.openOptionsPage()}>
      {panelMessages.settings}
    </button>
  </header>
)

const Content = () => {
  if (view.value !== 'clip') return <LazyPart name={view.value} />
  if (!draft.value) return <Home />
  return (
    <>
      <ClipForm />
      {unfinished.value.length > 0 && <LazyPart name="drafts" />}
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
        <LazyPart name="loss" />
        <SyncLine />
        <div class="view" role="tabpanel" id="view" aria-labelledby={`tab-${view.value}`}>
          <Content />
        </div>
      </main>
    </>
  )
}
