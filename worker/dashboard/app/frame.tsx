import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { counts } from '../data/counts.ts'
import { useQuery } from '../data/use-query.ts'
import { connected } from '../data/live-updates.ts'
import { me, sessionEnded } from '../data/session.ts'
import { signOut } from '../data/session-calls.ts'
import { messages } from '../i18n/bank.ts'
import { LanguageChoice } from '../ui/language-choice.tsx'
import { AddButton } from './add-button.tsx'
import { HelpButton } from './help-button.tsx'
import { Navigation } from './navigation.tsx'
import { NetworkChoice } from './network-choice.tsx'
import './frame.css'

/** Keeps the counts true, for the tabs and the title. */
const Counting = () => {
  const { reply } = useQuery('GET /v1/networks/:network/counts')
  useEffect(() => {
    counts.value = reply
  }, [reply])
  return null
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

/** What stands around every page of a person who is signed in. */
export const Frame = ({ children }: { children: ComponentChildren }) => (
  <>
    <a href="#main" class="skip">
      {messages.frame.skip}
    </a>
    <header class="top">
      <a href="/" class="brand">
        <img src="/mark.svg" alt="" width="24" height="24" />
        <span class="brand-name">{messages.product}</span>
      </a>
      <Navigation />
      <div class="who">
        <AddButton />
        <HelpButton />
        <NetworkChoice />
        <a href="/account" class="who-name" title={messages.frame.account}>
          <span class="unseen">{messages.frame.account}: </span>
          {me.value?.name} <span class="soft">{me.value && messages.roles[me.value.role]}</span>
        </a>
        <button type="button" class="button plain sign-out" onClick={() => void signOut()}>
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
