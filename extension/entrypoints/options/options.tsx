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
  </main>
)
