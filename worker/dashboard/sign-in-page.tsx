import { useEffect, useState } from 'preact/hooks'
import { draft } from './drafts.ts'
import { LineField } from './fields.tsx'
import { Page } from './page.tsx'
import { problemOf } from './reply.ts'
import { navigate, place } from './router.ts'
import { me, signIn } from './session.ts'
import { words } from './strings.ts'

/** A whole link is as good as the code at its end. */
const codeIn = (text: string): string => text.trim().split('#').at(-1) ?? ''

/** Reads the code out of the address, and takes it away from there before anything else can see it. */
const takeCode = (): string => {
  const { path, fragment } = place.peek()
  if (path !== '/sign-in' || !fragment) return ''
  navigate('/sign-in', 'replace')
  return fragment
}

const useSignIn = () => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const enter = async (code: string): Promise<void> => {
    setBusy(true)
    setProblem('')
    try {
      await signIn(code)
      // Who was sent here from another page's address goes on there.
      if (place.peek().path === '/sign-in') navigate('/', 'replace')
    } catch (error) {
      setProblem(problemOf(error).message)
    }
    setBusy(false)
  }
  return { busy, problem, enter }
}

/** Who comes with a link is let in; who comes without one reads how to get it. */
export const SignInPage = () => {
  const { busy, problem, enter } = useSignIn()
  const { fragment } = place.value
  useEffect(() => {
    const code = takeCode()
    if (code) void enter(code)
  }, [fragment])
  const code = draft('sign-in/code')
  return (
    <Page title={words.signIn.title} class="alone" lead={<p>{words.signIn.lead}</p>}>
      {problem && (
        <p class="notice problem" role="alert">
          {problem}
        </p>
      )}
      {busy ? (
        <p role="status">{words.signIn.busy}</p>
      ) : (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault()
            const given = codeIn(code.text.value)
            code.text.value = ''
            void enter(given)
          }}
        >
          <LineField label={words.signIn.code} hint={words.signIn.codeHint} draft={code} required />
          <div class="form-end">
            <button type="submit" class="button primary">
              {words.signIn.submit}
            </button>
          </div>
        </form>
      )}
      <h2>{words.signIn.howTitle}</h2>
      <ul>
        {words.signIn.how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {me.value && (
        <p>
          <a href="/">{words.signIn.already(me.value.name)}</a>
        </p>
      )}
    </Page>
  )
}
