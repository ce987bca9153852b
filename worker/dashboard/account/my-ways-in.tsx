import { useState } from 'preact/hooks'
import type { IdentitiesReply, PasskeysReply } from '../../../shared/api/access.ts'
import { ActionForm } from '../ui/action-form.tsx'
import { showToast } from '../ui/toast.tsx'
import { call } from '../data/api.ts'
import { draft } from '../data/drafts.ts'
import { EmailCode } from '../sign-in/email-code.tsx'
import { LineField } from '../ui/fields.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { makePasskey, passkeysWork } from '../sign-in/passkey.ts'
import { nothing, problemOf, type QueryState, useQuery } from '../data/use-query.ts'
import { accessMessages } from '../i18n/access.ts'
import { Async } from '../ui/async.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'

interface Way {
  id: string
  endpoint: 'DELETE /v1/passkeys/:id' | 'DELETE /v1/identities/:id'
  label: string
  kind: string
  at: number
}

const Ways = ({ ways, refresh }: { ways: Way[]; refresh: () => void }) => {
  const [problem, setProblem] = useState('')
  const remove = async ({ endpoint, id, label }: Way): Promise<void> => {
    setProblem('')
    try {
      await call(endpoint, { id })
      showToast(accessMessages.account.removed({ what: label }))
      refresh()
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }
  return (
    <>
      {ways.length === 0 && <p class="notice">{accessMessages.account.noWay}</p>}
      <ul class="lines">
        {ways.map((way) => (
          <li key={way.id} class="line">
            <div class="line-main">
              <b>{way.label}</b>
              <p class="soft small">
                {way.kind} · {accessMessages.account.since} <RelativeTime at={way.at} />
              </p>
            </div>
            <button
              type="button"
              class="button quiet small"
              aria-label={accessMessages.account.removeThis({ what: way.label })}
              onClick={() => void remove(way)}
            >
              {accessMessages.account.remove}
            </button>
          </li>
        ))}
      </ul>
      <p class="problem" role="alert">
        {problem}
      </p>
    </>
  )
}

const AddPasskey = ({ done }: { done: () => void }) => {
  const label = draft('account/passkey')
  return (
    <ActionForm
      submit={accessMessages.account.makePasskey}
      act={async () => {
        await makePasskey(label.text.value)
        label.text.value = ''
        showToast(accessMessages.account.passkeyMade)
        done()
      }}
    >
      <p class="soft small">{accessMessages.account.passkeyWhat}</p>
      <LineField label={accessMessages.account.passkeyName} hint={accessMessages.account.passkeyNameHint} draft={label} />
    </ActionForm>
  )
}

const AddHospital = ({ id, label }: { id: string; label: string }) => (
  <ActionForm
    submit={accessMessages.account.linkHospital({ label })}
    tone="quiet"
    act={async () => {
      const { address } = await call('POST /v1/providers/:provider/link', { provider: id })
      location.assign(address)
    }}
  />
)

const waysOf = (identities: IdentitiesReply, passkeys: PasskeysReply): Way[] => [
  ...passkeys.passkeys.map(({ id, label, createdAt }) => ({
    id,
    endpoint: 'DELETE /v1/passkeys/:id' as const,
    label,
    kind: accessMessages.account.passkey,
    at: createdAt,
  })),
  ...identities.identities.map(({ id, label, kind, createdAt }) => ({
    id,
    endpoint: 'DELETE /v1/identities/:id' as const,
    label,
    kind: accessMessages.account[kind],
    at: createdAt,
  })),
]

/** What signs one in: passkeys, addresses, a hospital; added and taken away. */
export const MyWaysIn = () => {
  const identities = useQuery('GET /v1/identities', { concerns: nothing })
  const passkeys = useQuery('GET /v1/passkeys', { concerns: nothing })
  const providers = useQuery('GET /v1/networks/:network/providers', { concerns: nothing })
  const refresh = (): void => {
    identities.refresh()
    passkeys.refresh()
  }
  const both: QueryState<Way[]> = {
    reply: identities.reply && passkeys.reply ? waysOf(identities.reply, passkeys.reply) : undefined,
    problem: identities.problem ?? passkeys.problem,
    refresh,
  }
  return (
    <>
      <Async of={both} what={accessMessages.account.waysTitle}>
        {(ways) => <Ways ways={ways} refresh={refresh} />}
      </Async>
      {passkeysWork() && (
        <Disclosure label={accessMessages.account.addPasskey}>
          {(close) => (
            <AddPasskey
              done={() => {
                close()
                refresh()
              }}
            />
          )}
        </Disclosure>
      )}
      <Disclosure label={accessMessages.account.addMail}>
        {(close) => (
          <EmailCode
            name="account"
            submit={accessMessages.account.add}
            done={() => {
              close()
              showToast(accessMessages.account.mailAdded)
              refresh()
            }}
          />
        )}
      </Disclosure>
      {providers.reply?.providers.map((provider) => (
        <Disclosure key={provider.id} label={accessMessages.account.addHospital({ label: provider.label })}>
          {() => <AddHospital {...provider} />}
        </Disclosure>
      ))}
    </>
  )
}
