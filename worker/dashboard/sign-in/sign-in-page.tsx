import { useEffect, useState } from 'preact/hooks'
import { ActionForm } from '../ui/action-form.tsx'
import { draft } from '../data/drafts.ts'
import { EmailCode } from './email-code.tsx'
import { LineField } from '../ui/fields.tsx'
import { LanguageChoice } from '../ui/language-choice.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Page } from '../ui/page.tsx'
import { passkeysWork, signInWithPasskey } from './passkey.ts'
import { problemOf } from '../data/use-query.ts'
import { navigate, place } from '../data/router.ts'
import { arrived, me } from '../data/session.ts'
import { signIn } from '../data/session-calls.ts'
import './sign-in-page.css'
import { messages } from '../i18n/bank.ts'
import { type Hospital, hospitalsNamed, knownHospitals, leaveFor, takePlace } from './ways-in.ts'

/** A whole link is as good as the code at its end. */
const codeIn = (text: string): string => text.trim().split('#').at(-1) ?? ''

/** Reads the code out of the address, and takes it away from there before anything else can see it. */
const takeCode = (): string => {
  const { path, fragment } = place.peek()
  if (path !== '/sign-in' || !fragment) return ''
  navigate('/sign-in', 'replace')
  return fragment
}

/** Who was sent here from another page's address goes on there. */
const goOn = (): void => {
  if (place.peek().path === '/sign-in') navigate(takePlace() ?? '/', 'replace')
}

const enter = async (code: string): Promise<void> => {
  await signIn(code)
  goOn()
}

const useLink = () => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const { fragment, query } = place.value
  const follow = async (code: string): Promise<void> => {
    setBusy(true)
    setProblem('')
    await enter(code).catch((error: unknown) => setProblem(problemOf(error).message))
    setBusy(false)
  }
  useEffect(() => {
    const code = takeCode()
    if (code) void follow(code)
  }, [fragment])
  return { busy, problem: problem || (query.get('refused') === 'provider' ? messages.ways.refused : '') }
}

const useHospitals = (): Hospital[] => {
  const named = place.value.query.get('with')
  const [hospitals, setHospitals] = useState(knownHospitals)
  useEffect(() => {
    if (named) void hospitalsNamed(named.split(',')).then((found) => found.length > 0 && setHospitals(found))
  }, [named])
  return hospitals
}

const OneStep = ({ hospitals }: { hospitals: Hospital[] }) => {
  const [problem, setProblem] = useState('')
  const passkey = async (): Promise<void> => {
    setProblem('')
    try {
      arrived(await signInWithPasskey())
      goOn()
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }
  return (
    <div class="ways">
      {hospitals.map((hospital) => (
        <button key={hospital.id} type="button" class="button primary" onClick={() => leaveFor(hospital)}>
          {messages.ways.hospital({ label: hospital.label })}
        </button>
      ))}
      {passkeysWork() && (
        <button type="button" class={`button ${hospitals.length > 0 ? 'quiet' : 'primary'}`} onClick={() => void passkey()}>
          {messages.ways.passkey}
        </button>
      )}
      <p class="problem" role="alert">
        {problem}
      </p>
    </div>
  )
}

const ByLink = () => {
  const code = draft('sign-in/code')
  return (
    <ActionForm
      submit={messages.signIn.submit}
      tone="quiet"
      act={async () => {
        const given = codeIn(code.text.value)
        code.text.value = ''
        await enter(given)
      }}
    >
      <LineField label={messages.signIn.code} hint={messages.signIn.codeHint} draft={code} required />
    </ActionForm>
  )
}

const mailed = (who: Parameters<typeof arrived>[0]): void => {
  arrived(who)
  goOn()
}

/** Every way in: a hospital's own sign-in, a passkey, a code by mail, a link. Who comes with a link is let in at once. */
export const SignInPage = () => {
  const { busy, problem } = useLink()
  const hospitals = useHospitals()
  return (
    <Page title={messages.signIn.title} class="alone" lead={<p>{messages.signIn.lead}</p>}>
      {problem && (
        <p class="notice problem" role="alert">
          {problem}
        </p>
      )}
      {busy ? (
        <p role="status">{messages.signIn.busy}</p>
      ) : (
        <>
          <OneStep hospitals={hospitals} />
          <section aria-labelledby="by-mail">
            <h2 id="by-mail">{messages.ways.mailTitle}</h2>
            <EmailCode name="sign-in" submit={messages.signIn.submit} done={mailed} tone="quiet" />
          </section>
          <section aria-labelledby="by-link">
            <h2 id="by-link">{messages.ways.linkTitle}</h2>
            <ByLink />
          </section>
          <Disclosure label={messages.signIn.howTitle}>
            {() => (
              <ul>
                {Object.values(messages.signIn.how).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </Disclosure>
        </>
      )}
      {me.value && (
        <p>
          <a class="button quiet" href="/">
            {messages.signIn.already({ name: me.value.name })}
          </a>
        </p>
      )}
      <LanguageChoice />
    </Page>
  )
}
