import { useEffect, useState } from 'preact/hooks'
import { isSingleKey } from '../data/single-keys.ts'
import { Announcements } from '../ui/toast.tsx'
import { undo } from '../ui/undo.ts'
import type { ApiProblem } from '../data/api-problem.ts'
import { FaultBoundary } from '../../../shared/web/fault-boundary.tsx'
import { lazyPage } from '../ui/lazy-page.tsx'
import { Frame } from './frame.tsx'
import { ConnectPage, Route } from './routes.tsx'
import { framework, keepFramework, loadFramework } from '../data/framework.ts'
import { watchNetwork } from '../data/live-updates.ts'
import { problemOf } from '../data/use-query.ts'
import { navigate, place } from '../data/router.ts'
import { me, noteProblem } from '../data/session.ts'
import { loadMe } from '../data/session-calls.ts'
import { SignInPage } from '../sign-in/sign-in-page.tsx'
import { messages } from '../i18n/bank.ts'
import { rememberHospitals, takePlace } from '../sign-in/ways-in.ts'

const ConnectedPage = lazyPage(() => import('../connect/connected-page.tsx').then((page) => page.ConnectedPage))
const JoinPage = lazyPage(() => import('../members/join-page.tsx').then((page) => page.JoinPage))

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
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'u' && isSingleKey(event)) void undo()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
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

/** What was typed is in the drafts and is there after a reload. */
const Failed = () => (
  <main class="alone">
    <h1>{messages.problems.faultTitle}</h1>
    <p role="alert">{messages.problems.fault}</p>
    <button type="button" class="button primary" onClick={() => location.reload()}>
      {messages.reload}
    </button>
  </main>
)

export const App = () => (
  <>
    <FaultBoundary instead={<Failed />}>
      <Doors />
    </FaultBoundary>
    <Announcements />
  </>
)
