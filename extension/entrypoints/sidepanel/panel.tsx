import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { strings } from '../../strings.ts'
import { ClipForm } from './clip-form.tsx'
import { Home } from './home.tsx'
import { Locked } from './locked.tsx'
import { connection, draft, drafts, mustConnect, recent, view } from './panel-state.ts'
import { RecentList } from './recent-list.tsx'
import { SyncLine } from './sync-line.tsx'

const Header = () => {
  const attention = recent.value.filter(({ state }) => state === 'attention').length
  return (
    <header class="top">
      <h1>{strings.name}</h1>
      <nav aria-label={strings.name}>
        <button type="button" class="tab" aria-current={view.value === 'clip'} onClick={() => (view.value = 'clip')}>
          {strings.tabClip}
        </button>
        <button type="button" class="tab" aria-current={view.value === 'recent'} onClick={() => (view.value = 'recent')}>
          {strings.tabRecent}
          {attention > 0 && (
            <span class="count">
              {attention}
              <span class="only-read-aloud"> {strings.itemState('attention')}</span>
            </span>
          )}
        </button>
      </nav>
      <button type="button" class="link-button settings" onClick={() => void browser.runtime.openOptionsPage()}>
        {strings.settings}
      </button>
    </header>
  )
}

const Content = () => {
  if (view.value === 'recent') return <RecentList />
  return draft.value ? <ClipForm /> : <Home />
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
            {strings.notConnected}{' '}
            <button type="button" class="link-button" onClick={() => void browser.runtime.openOptionsPage()}>
              {strings.connectNow}
            </button>
          </p>
        )}
        <SyncLine />
        <Content />
      </main>
    </>
  )
}
