import { Component, type ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Announcements } from '../ui/toast.tsx'
import type { ApiProblem } from '../data/api.ts'
import { Frame } from './frame.tsx'
import { framework, keepFramework, loadFramework } from '../data/framework.ts'
import { HomePage } from '../home/home-page.tsx'
import { IdeaPage } from '../idea/idea-page.tsx'
import { later } from '../ui/lazy-page.tsx'
import { watchNetwork } from '../data/live-updates.ts'
import { Page } from '../ui/page.tsx'
import { problemOf } from '../data/use-query.ts'
import { matchPath, navigate, place } from '../data/router.ts'
import { loadMe, me, noteProblem } from '../data/session.ts'
import { SignInPage } from '../sign-in/sign-in-page.tsx'
import { messages } from '../i18n/bank.ts'
import { TriagePage } from '../triage/triage-page.tsx'
import { rememberHospitals, takePlace } from '../sign-in/ways-in.ts'

const BoardPage = later(() => import('../board/board-page.tsx').then((page) => page.BoardPage))
const IdeasPage = later(() => import('../ideas/ideas-page.tsx').then((page) => page.IdeasPage))
const NewsPage = later(() => import('../notifications/news-page.tsx').then((page) => page.NewsPage))
const DigestPage = later(() => import('../notifications/digest-page.tsx').then((page) => page.DigestPage))
const ReportsPage = later(() => import('../reports/reports-page.tsx').then((page) => page.ReportsPage))
const MeetingBriefPage = later(() => import('../reports/meeting-brief-page.tsx').then((page) => page.MeetingBriefPage))
const EvidenceBriefPage = later(() => import('../reports/evidence-brief-page.tsx').then((page) => page.EvidenceBriefPage))
const SettingsPage = later(() => import('../settings/settings-page.tsx').then((page) => page.SettingsPage))
const ConnectPage = later(() => import('../connect/connect-page.tsx').then((page) => page.ConnectPage))
const ConnectedPage = later(() => import('../connect/connected-page.tsx').then((page) => page.ConnectedPage))
const ConsentPage = later(() => import('../connect/consent-page.tsx').then((page) => page.ConsentPage))

const JoinPage = later(() => import('../members/join-page.tsx').then((page) => page.JoinPage))
const AccountPage = later(() => import('../account/account-page.tsx').then((page) => page.AccountPage))
const MembersPage = later(() => import('../members/members-page.tsx').then((page) => page.MembersPage))
const AuditPage = later(() => import('../audit/audit-page.tsx').then((page) => page.AuditPage))

const Route = () => {
  const { path, query } = place.value
  const idea = matchPath('/ideas/:id', path)?.['id']
  if (idea) return <IdeaPage key={idea} id={idea} />
  const brief = matchPath('/ideas/:id/brief', path)?.['id']
  if (brief) return <EvidenceBriefPage key={brief} id={brief} />
  if (path === '/news') return <NewsPage />
  if (path === '/digest') return <DigestPage />
  if (path === '/reports') return <ReportsPage />
  if (path === '/reports/brief') return <MeetingBriefPage />
  if (path === '/settings') return <SettingsPage />
  if (path === '/') return <HomePage />
  if (path === '/board') return <BoardPage asked={query.get('pathway')} />
  if (path === '/ideas') return <IdeasPage />
  if (path === '/triage') return <TriagePage asked={query.get('idea')} />
  if (path === '/connect') return query.has('challenge') ? <ConsentPage query={query} /> : <ConnectPage />
  if (path === '/account') return <AccountPage />
  if (path === '/members') return <MembersPage />
  if (path === '/audit') return <AuditPage />
  return (
    <Page title={messages.lost.title}>
      <p>{messages.lost.text}</p>
    </Page>
  )
}

const Opening = ({ problem, again }: { problem: ApiProblem | undefined; again: () => void }) => (
  <main class="alone">
    {problem ? (
      <>
        <h1>{messages.opening.failed}</h1>
        <p role="alert">{problem.message}</p>
        <button type="button" class="button primary" onClick={again}>
          {messages.tryAgain}
        </button>
      </>
    ) : (
      <p>{messages.opening.text}</p>
    )}
  </main>
)

/** Signed in: the network's framework first, since every page speaks in its words. */
const SignedIn = () => {
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined)
  const open = (): void => {
    setProblem(undefined)
    loadFramework().then(watchNetwork, (error: unknown) => setProblem(problemOf(error)))
  }
  useEffect(() => {
    keepFramework()
    open()
    rememberHospitals().catch(noteProblem)
    // Back from a hospital's sign-in: on to where the person was going.
    const before = location.pathname === '/' ? takePlace() : undefined
    if (before) navigate(before, 'replace')
  }, [])
  if (!framework.value) return <Opening problem={problem} again={open} />
  return (
    <Frame>
      <Route />
    </Frame>
  )
}

const Doors = () => {
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined)
  const open = (): void => {
    setProblem(undefined)
    loadMe().catch((error: unknown) => setProblem(problemOf(error)))
  }
  const { path, fragment } = place.value
  useEffect(() => {
    // Somebody with a link is about to become somebody else: who they were does not matter.
    if (me.peek() === undefined && !(path === '/sign-in' && fragment)) open()
  }, [path])
  useEffect(() => {
    // A link that was opened in another tab signs this one in as well.
    const look = (): void => void (me.peek() === null && open())
    addEventListener('focus', look)
    return () => removeEventListener('focus', look)
  }, [])
  if (path === '/sign-in') return <SignInPage />
  if (path === '/connected') return <ConnectedPage fragment={fragment} />
  if (path === '/connect' && fragment && !me.value) return <ConnectPage />
  if (me.value === undefined) return <Opening problem={problem} again={open} />
  if (path === '/join') return <JoinPage />
  return me.value ? <SignedIn /> : <SignInPage />
}

/** The one place where a fault of a page is caught; what was typed is in the drafts and is there after a reload. */
class Boundary extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false }

  static override getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <main class="alone">
        <h1>{messages.problems.faultTitle}</h1>
        <p role="alert">{messages.problems.fault}</p>
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {messages.reload}
        </button>
      </main>
    )
  }
}

export const App = () => (
  <>
    <Boundary>
      <Doors />
    </Boundary>
    <Announcements />
  </>
)
