import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { counts } from '../data/counts.ts'
import { useQuery } from '../data/use-query.ts'
import { connected } from '../data/live-updates.ts'
import { switchNetwork, useMyNetworks } from '../ui/my-networks.ts'
import { place } from '../data/router.ts'
import { me, may, sessionEnded } from '../data/session.ts'
import { signOut } from '../data/session-calls.ts'
import { messages } from '../i18n/bank.ts'
import { LanguageChoice } from '../ui/language-choice.tsx'
import { AddButton } from './add-button.tsx'
import './frame.css'

/** How much waits there, beside the name of the page. */
const Waits = ({ count }: { count: number }) =>
  count === 0 ? null : (
    <span class="tab-count">
      <span aria-hidden="true">{messages.waits.counted({ count })}</span>
      <span class="unseen">, {messages.waits.count({ count })}</span>
    </span>
  )

/** Keeps the counts true, for the tabs and the title. */
const Counting = () => {
  const { reply } = useQuery('GET /v1/networks/:network/counts')
  useEffect(() => {
    counts.value = reply
  }, [reply])
  return null
}

const Tab = ({ to, count = 0, children }: { to: string; count?: number | undefined; children: ComponentChildren }) => {
  const here = to === '/' ? place.value.path === '/' : place.value.path.startsWith(to)
  return (
    <a href={to} class="tab" aria-current={here ? 'page' : undefined}>
      {children}
      <Waits count={count} />
    </a>
  )
}

const Notices = () => (
  <>
    {sessionEnded.value && (
      <p class="notice problem" role="alert">
        {messages.session.ended}{' '}
        <a href="/sign-in" target="_blank" rel="noopener">
          {messages.session.again}
        </a>
      </p>
    )}
    {!connected.value && !sessionEnded.value && (
      <p class="notice" role="status">
        {messages.session.notLive}
      </p>
    )}
  </>
)

const isCoordinating = (): boolean => me.value?.role === 'coordinator' || me.value?.role === 'admin'

/** For people of several networks: which one they look at. */
const NetworkChoice = () => {
  const networks = useMyNetworks()
  if (networks.length < 2) return null
  return (
    <label class="network-choice">
      <span class="unseen">{messages.frame.network}</span>
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
      {messages.frame.skip}
    </a>
    <header class="top">
      <a href="/" class="brand">
        <img src="/mark.svg" alt="" width="24" height="24" />
        {messages.product}
      </a>
      <nav aria-label={messages.frame.navigation} class="tabs">
        <Tab to="/">{messages.frame.home}</Tab>
        <Tab to="/board">{messages.frame.board}</Tab>
        <Tab to="/ideas">{messages.frame.ideas}</Tab>
        <Tab to="/evidence">{messages.frame.evidence}</Tab>
        {may('classifyIdea') && (
          <Tab to="/triage" count={counts.value?.triage.here}>
            {messages.frame.triage}
          </Tab>
        )}
        {(may('decideApproval') || may('requestApproval')) && (
          <Tab to="/approvals" count={counts.value?.approvals}>
            {messages.frame.approvals}
          </Tab>
        )}
        <Tab to="/news" count={counts.value?.news}>
          {messages.frame.news}
        </Tab>
        <Tab to="/reports">{messages.frame.reports}</Tab>
        {may('configureFramework') && <Tab to="/settings">{messages.frame.settings}</Tab>}
        <Tab to="/connect">{messages.frame.connect}</Tab>
        {isCoordinating() && <Tab to="/members">{messages.frame.members}</Tab>}
        {me.value?.role === 'admin' && <Tab to="/audit">{messages.frame.audit}</Tab>}
      </nav>
      <div class="who">
        <AddButton />
        <NetworkChoice />
        <a href="/account" class="who-name" title={messages.frame.account}>
          <span class="unseen">{messages.frame.account}: </span>
          {me.value?.name} <span class="soft">{me.value && messages.roles[me.value.role]}</span>
        </a>
        <button type="button" class="button plain" onClick={() => void signOut()}>
          {messages.frame.signOut}
        </button>
      </div>
    </header>
    <Counting />
    <Notices />
    {children}
    <footer class="foot">
      <p>
        {messages.frame.citation.before}
        <a href="https://doi.org/10.1136/bmjqs-2021-014463" target="_blank" rel="noopener noreferrer">
          {messages.frame.citation.link}
        </a>
        {messages.frame.citation.after}
      </p>
      <LanguageChoice />
    </footer>
  </>
)
