import { type Language, languages } from '../../../shared/language.ts'
import { chooseLanguage, language } from '../../language.ts'
import { strings } from '../../strings.ts'
import { ConnectForm } from './connect-form.tsx'
import { Connected } from './connected.tsx'
import { connection, notes } from './options-state.ts'
import { SyncSection } from './sync-section.tsx'

const Shortcut = () => (
  <section aria-labelledby="shortcut">
    <h2 id="shortcut">{strings.shortcutTitle}</h2>
    <p>{strings.shortcutText}</p>
  </section>
)

const LanguageChoice = () => (
  <p>
    <label>
      {strings.language}{' '}
      <select value={language} onChange={({ currentTarget }) => chooseLanguage(currentTarget.value as Language)}>
        {Object.entries(languages).map(([key, name]) => (
          <option key={key} value={key} lang={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  </p>
)

export const Options = () => (
  <main>
    <header>
      <h1>{strings.name}</h1>
      <p class="soft">{strings.motto}</p>
    </header>
    {connection.value && <Connected />}
    {(!connection.value || notes.value.problem === 'connect-again') && <ConnectForm />}
    <SyncSection />
    <Shortcut />
    <LanguageChoice />
  </main>
)
