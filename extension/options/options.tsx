import { LanguageSelect } from '../../shared/web/language-select.tsx'
import { wrongEntries } from '../../shared/phi/languages/hospital.ts'
import { HelpButton } from '../ui/help-button.tsx'
import { LossNotice } from '../ui/loss-notice.tsx'
import { Account } from './account.tsx'
import { ConnectForm } from './connect-form.tsx'
import { connection, database, isFirstRun, isLocked, justSignedOut, loss, notes, policy } from './options-state.ts'
import { Practice } from './practice.tsx'
import { PublicPages } from './public-pages.tsx'
import { StorageSection } from './storage.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { SyncSection } from './sync-section.tsx'
import { appMessages } from '../i18n/app.ts'
import { optionsMessages } from '../i18n/options.ts'

const LanguageChoice = () => (
  <p>
    <label>
      {optionsMessages.language} <LanguageSelect />
    </label>
  </p>
)

/** Why a shared computer asks to connect first. */
const SharedNotice = () => {
  if (connection.value || !(policy.value.sharedWorkstation || isLocked.value)) return null
  return (
    <p class="notice" role="status">
      {isLocked.value ? optionsMessages.locked : optionsMessages.sharedFirst}
    </p>
  )
}

/** What the policy says of patient numbers in another form than it should: whoever looks after the computer sees it here. */
const PolicyNotice = () => {
  const wrong = wrongEntries(policy.value)
  if (wrong.length === 0) return null
  return (
    <p class="notice bad" role="status">
      {optionsMessages.policySkipped({ entries: wrong.join(' · ') })}
    </p>
  )
}

const Connecting = () => (
  <>
    <SharedNotice />
    {justSignedOut.value && !connection.value && (
      <p class="notice good" role="status">
        {optionsMessages.signedOut}
      </p>
    )}
    {connection.value && <Account />}
    {(!connection.value || notes.value.problem === 'connect-again') && <ConnectForm />}
  </>
)

/** After installing: one screen that explains, connecting, a practice clip. */
const FirstRun = () => (
  <main>
    <header>
      <h1>{optionsMessages.welcomeTitle}</h1>
    </header>
    <ul class="welcome">
      <li>{optionsMessages.welcome.press}</li>
      <li>{optionsMessages.welcome.say}</li>
      <li>{optionsMessages.welcome.nothingRead}</li>
    </ul>
    <Connecting />
    <Practice />
    <p class="actions">
      <button
        type="button"
        class="link-button"
        onClick={() => {
          history.replaceState(null, '', location.pathname)
          isFirstRun.value = false
        }}
      >
        {optionsMessages.toSettings}
      </button>
    </p>
    <LanguageChoice />
  </main>
)

export const Options = () =>
  isFirstRun.value ? (
    <FirstRun />
  ) : (
    <main>
      <header>
        <h1>{appMessages.name}</h1>
        <p class="soft">{optionsMessages.motto}</p>
      </header>
      <Connecting />
      {database.value && loss.value && <LossNotice database={database.value.name} loss={loss.value} />}
      <SyncSection />
      <PolicyNotice />
      <PublicPages />
      <StorageSection />
      <Shortcuts />
      <LanguageChoice />
      <p>
        <HelpButton of="options" />
      </p>
    </main>
  )
