import { Agreement } from './agreement.tsx'
import { call } from '../data/api.ts'
import { Page } from '../ui/page.tsx'
import { accessMessages } from '../i18n/access.ts'

/** What an extension asks for by the address that it opens: `/connect?challenge=…&state=…&label=…`. */
const askedIn = (query: URLSearchParams): { challenge: string; state: string; label: string } | undefined => {
  const [challenge, state] = [query.get('challenge') ?? '', query.get('state') ?? '']
  const whole = /^[\w-]{43}$/.test(challenge) && state !== '' && state.length <= 200
  return whole ? { challenge, state, label: (query.get('label') ?? '').slice(0, 120) } : undefined
}

/** The answer stands behind `#`, which no server and no log sees; `replace`, so that "back" asks nothing twice. */
const answer = (parameters: Record<string, string>): void => location.replace(`/connected#${new URLSearchParams(parameters).toString()}`)

/** A person agrees, in a tab of their own, that the extension which opened it speaks for them. */
export const ConsentPage = ({ query }: { query: URLSearchParams }) => {
  const asked = askedIn(query)
  if (!asked)
    return (
      <Page title={accessMessages.agree.title} class="alone">
        <p class="notice problem" role="alert">
          {accessMessages.agree.broken}
        </p>
      </Page>
    )
  const agree = async (network: string): Promise<void> => {
    answer({ ...(await call('POST /v1/networks/:network/connections', { network, body: asked })) })
  }
  return (
    <Page title={accessMessages.agree.title} class="alone" lead={<p>{accessMessages.agree.lead}</p>}>
      <Agreement
        label={asked.label}
        care={accessMessages.agree.care}
        agree={agree}
        refuse={() => answer({ error: 'access_denied', state: asked.state, iss: location.origin })}
      />
    </Page>
  )
}
