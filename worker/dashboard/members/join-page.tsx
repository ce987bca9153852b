import { useEffect, useState } from 'preact/hooks'
import type { InvitedTo } from '../../../shared/api/access.ts'
import { ActionForm } from '../ui/action-form.tsx'
import '../ui/agreement.css'
import type { ApiProblem } from '../data/api-problem.ts'
import { call } from '../data/api.ts'
import { draft } from '../data/drafts.ts'
import { LineField } from '../ui/fields.tsx'
import { Page } from '../ui/page.tsx'
import { problemOf } from '../data/use-query.ts'
import { navigate, place } from '../data/router.ts'
import { me } from '../data/session.ts'
import { accessMessages } from '../i18n/access.ts'
import { messages } from '../i18n/bank.ts'
import { comeBackTo } from '../sign-in/ways-in.ts'

const kept = 'gleaner-invitation'

/** Takes the code out of the address; it waits in the tab, since signing in first may lead elsewhere and back. */
const takeCode = (): string => {
  const { fragment } = place.peek()
  if (fragment) {
    sessionStorage.setItem(kept, fragment)
    navigate('/join', 'replace')
  }
  return sessionStorage.getItem(kept) ?? ''
}

const Offer = ({ code, offer }: { code: string; offer: InvitedTo }) => {
  const name = draft('join/name')
  const here = me.value
  const join = async (): Promise<void> => {
    await call('POST /v1/join', { body: { code, name: name.text.value } })
    sessionStorage.removeItem(kept)
    name.text.value = ''
    // A new start, as the member of the network: the extension, and for who came without an account how to come again.
    location.assign('/start')
  }
  return (
    <>
      <dl class="agreement card">
        <div>
          <dt>{accessMessages.join.network}</dt>
          <dd>{offer.network}</dd>
        </div>
        <div>
          <dt>{accessMessages.join.role}</dt>
          <dd>
            {messages.roles[offer.role]}
            {offer.label && ` · ${offer.label}`}
          </dd>
        </div>
        {offer.site && (
          <div>
            <dt>{accessMessages.join.site}</dt>
            <dd>{offer.siteLabel || offer.site}</dd>
          </div>
        )}
      </dl>
      <ActionForm submit={accessMessages.join.submit} act={join}>
        {here ? (
          <p>{accessMessages.join.as({ name: here.name })}</p>
        ) : (
          <>
            <LineField label={accessMessages.join.name} hint={accessMessages.join.nameHint} draft={name} autocomplete="name" required />
            <p class="soft small">
              {accessMessages.join.known}{' '}
              <a href="/sign-in" onClick={() => comeBackTo('/join')}>
                {accessMessages.join.signIn}
              </a>
            </p>
          </>
        )}
      </ActionForm>
    </>
  )
}

/** Where an invitation link leads: what it is to, and joining. */
export const JoinPage = () => {
  const { fragment } = place.value
  const [code, setCode] = useState('')
  const [offer, setOffer] = useState<InvitedTo | undefined>(undefined)
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined)
  const look = (): void => {
    const taken = takeCode()
    setCode(taken)
    setProblem(undefined)
    call('POST /v1/join/look', { body: { code: taken } }).then(setOffer, (error: unknown) => setProblem(problemOf(error)))
  }
  useEffect(() => {
    if (fragment || !code) look()
  }, [fragment])
  return (
    <Page title={accessMessages.join.title} class="alone" lead={<p>{accessMessages.join.lead}</p>}>
      {problem && (
        <div class="notice problem" role="alert">
          <p>{problem.message}</p>
          {problem.status === 0 && (
            <button type="button" class="button quiet" onClick={look}>
              {messages.tryAgain}
            </button>
          )}
        </div>
      )}
      {offer && <Offer code={code} offer={offer} />}
    </Page>
  )
}
