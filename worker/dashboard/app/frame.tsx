import type { ComponentChildren } from 'preact'
import { chooseLanguage, language } from '../../../shared/web/language.ts'
import { type Language, languages } from '../../../shared/i18n/language.ts'
import { connected } from '../data/live-updates.ts'
import { switchNetwork, useMyNetworks } from '../ui/my-networks.ts'
import { place } from '../data/router.ts'
import { me, may, sessionEnded, signOut } from '../data/session.ts'
import { words } from '../i18n/strings.ts'
import './frame.css'

const Tab = ({ to, children }: { to: string; children: ComponentChildren }) => {
  const here = to === '/' ? place.value.path === '/' : place.value.path.startsWith(to)
  return (
    <a href={to} class="tab" aria-current={here ? 'page' : undefined}>
      {children}
    </a>
  )
}

const Notices = () => (
  <>
    {sessionEnded.value && (
      <p class="notice problem" role="alert">
        {words.session.ended}{' '}
        <a href="/sign-in" target="_blank" rel="noopener">
          {words.session.again}
        </a>
      </p>
    )}
    {!connected.value && !sessionEnded.value && (
      <p class="notice" role="status">
        {words.session.notLive}
      </p>
    )}
  </>
)

/** Each language by its own name, so that whoever reads only that one finds it. */
export const LanguageChoice = () => (
  <label class="language">
    {words.frame.language}{' '}
    <select value={language} onChange={({ currentTarget }) => chooseLanguage(currentTarget.value as Language)}>
      {Object.entries(languages).map(([key, name]) => (
        <option key={key} value={key} lang={key}>
          {name}
        </option>
      ))}
    </select>
  </label>
)

const isCoordinating = (): boolean => me.value?.role === 'coordinator' || me.value?.role === 'admin'

/** For people of several networks: which one they look at. */
const NetworkChoice = () => {
  const networks = useMyNetworks()
  if (networks.length < 2) return null
  return (
    <label class="network-choice">
      <span class="unseen">{words.frame.network}</span>
      <select value={me.value?.network.slug} onChange={({ currentTarget }) => void switchNetwork(currentTarget.value)}>
        {networks.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What stands around every page of a person who is signed in. */
export const Frame = ({ children }: { children: ComponentChildren }) => (
  <>
    <a href="#main" class="skip">
      {words.frame.skip}
    </a>
    <header class="top">
      <a href="/" class="brand">
        <img src="/mark.svg" alt="" width="24" height="24" />
        {words.product}
      </a>
      <nav aria-label={words.frame.navigation} class="tabs">
        <Tab to="/">{words.frame.home}</Tab>
        <Tab to="/board">{words.board.tab}</Tab>
        <Tab to="/ideas">{words.frame.ideas}</Tab>
        {may('classifyIdea') && <Tab to="/triage">{words.frame.triage}</Tab>}
        <Tab to="/news">{words.frame.news}</Tab>
        <Tab to="/reports">{words.frame.reports}</Tab>
        {may('configureFramework') && <Tab to="/settings">{words.frame.settings}</Tab>}
        <Tab to="/connect">{words.frame.connect}</Tab>
        {isCoordinating() && <Tab to="/members">{words.frame.members}</Tab>}
        {me.value?.role === 'admin' && <Tab to="/audit">{words.frame.audit}</Tab>}
      </nav>
      <div class="who">
        <NetworkChoice />
        <a href="/account" class="who-name" title={words.frame.account}>
          <span class="unseen">{words.frame.account}: </span>
          {me.value?.name} <span class="soft">{me.value && words.roles[me.value.role]}</span>
        </a>
        <button type="button" class="button plain" onClick={() => void signOut()}>
          {words.frame.signOut}
        </button>
      </div>
    </header>
    <Notices />
    {children}
    <footer class="foot">
      <p>
        {words.frame.citation.before}
        <a href="https://doi.org/10.1136/bmjqs-2021-014463" target="_blank" rel="noopener noreferrer">
          {words.frame.citation.link}
        </a>
        {words.frame.citation.after}
      </p>
      <LanguageChoice />
    </footer>
  </>
)
