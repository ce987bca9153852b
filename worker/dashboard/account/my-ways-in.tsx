import { useState } from 'preact/hooks'
import type { IdentitiesReply, PasskeysReply, ProvidersReply } from '../../../shared/api/access.ts'
import { ActionForm } from '../ui/action-form.tsx'
import { announce } from '../ui/toast.tsx'
import { call } from '../data/api.ts'
import { draft } from '../data/drafts.ts'
import { EmailCode } from '../sign-in/email-code.tsx'
import { LineField } from '../ui/fields.tsx'
import { Opened } from '../ui/disclosure.tsx'
import { makePasskey, passkeysWork } from '../sign-in/passkey.ts'
import { problemOf, type Replied, useReply } from '../data/use-query.ts'
import { networkPath } from '../data/session.ts'
import { words } from '../i18n/strings.ts'
import { Waiting } from '../ui/async.tsx'
import { When } from '../ui/relative-time.tsx'

interface Way {
  id: string
  path: string
  label: string
  kind: string
  at: number
}

const Ways = ({ ways, refresh }: { ways: Way[]; refresh: () => void }) => {
  const [problem, setProblem] = useState('')
  const remove = async ({ path, label }: Way): Promise<void> => {
    setProblem('')
    try {
      await call(path, { method: 'DELETE' })
      announce(words.account.removed(label))
      refresh()
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }
  return (
    <>
      {ways.length === 0 && <p class="notice">{words.account.noWay}</p>}
      <ul class="lines">
        {ways.map((way) => (
          <li key={way.path} class="line">
            <div class="line-main">
              <b>{way.label}</b>
              <p class="soft small">
                {way.kind} · {words.account.since} <When at={way.at} />
              </p>
            </div>
            <button
              type="button"
              class="button quiet small"
              aria-label={words.account.removeThis(way.label)}
              onClick={() => void remove(way)}
            >
              {words.account.remove}
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
      submit={words.account.makePasskey}
      act={async () => {
        await makePasskey(label.text.value)
        label.text.value = ''
        announce(words.account.passkeyMade)
        done()
      }}
    >
      <p class="soft small">{words.account.passkeyWhat}</p>
      <LineField label={words.account.passkeyName} hint={words.account.passkeyNameHint} draft={label} />
    </ActionForm>
  )
}

const AddHospital = ({ id, label }: { id: string; label: string }) => (
  <ActionForm
    submit={words.account.linkHospital(label)}
    tone="quiet"
    act={async () => {
      const { address } = await call<{ address: string }>(`/v1/providers/${id}/link`, { method: 'POST' })
      location.assign(address)
    }}
  />
)

const waysOf = (identities: IdentitiesReply, passkeys: PasskeysReply): Way[] => [
  ...passkeys.passkeys.map(({ id, label, createdAt }) => ({
    id,
    path: `/v1/passkeys/${id}`,
    label,
    kind: words.account.passkey,
    at: createdAt,
  })),
  ...identities.identities.map(({ id, label, kind, createdAt }) => ({
    id,
    path: `/v1/identities/${id}`,
    label,
    kind: words.account[kind],
    at: createdAt,
  })),
]

/** What signs one in: passkeys, addresses, a hospital; added and taken away. */
export const MyWaysIn = () => {
  const identities = useReply<IdentitiesReply>('/v1/identities', () => false)
  const passkeys = useReply<PasskeysReply>('/v1/passkeys', () => false)
  const providers = useReply<ProvidersReply>(`${networkPath.value}/providers`, () => false)
  const refresh = (): void => {
    identities.refresh()
    passkeys.refresh()
  }
  const both: Replied<Way[]> = {
    reply: identities.reply && passkeys.reply ? waysOf(identities.reply, passkeys.reply) : undefined,
    problem: identities.problem ?? passkeys.problem,
    refresh,
  }
  return (
    <>
      <Waiting of={both} what={words.account.waysTitle}>
        {(ways) => <Ways ways={ways} refresh={refresh} />}
      </Waiting>
      {passkeysWork() && (
        <Opened label={words.account.addPasskey}>
          {(close) => (
            <AddPasskey
              done={() => {
                close()
                refresh()
              }}
            />
          )}
        </Opened>
      )}
      <Opened label={words.account.addMail}>
        {(close) => (
          <EmailCode
            name="account"
            submit={words.account.add}
            done={() => {
              close()
              announce(words.account.mailAdded)
              refresh()
            }}
          />
        )}
      </Opened>
      {providers.reply?.providers.map((provider) => (
        <Opened key={provider.id} label={words.account.addHospital(provider.label)}>
          {() => <AddHospital {...provider} />}
        </Opened>
      ))}
    </>
  )
}
