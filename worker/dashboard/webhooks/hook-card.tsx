import { useState } from 'preact/hooks'
import type { HookLine, HookSecretReply } from '../../../shared/api/webhooks.ts'
import { call } from '../data/api.ts'
import { problemOf } from '../data/use-query.ts'
import { webhookMessages as words } from '../i18n/webhooks.ts'
import { ActionForm } from '../ui/action-form.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'
import { showToast } from '../ui/toast.tsx'
import { DeliveryLog } from './delivery-log.tsx'
import { endOf } from './ends.ts'
import { HookForm } from './hook-form.tsx'

interface Props {
  hook: HookLine
  refresh: () => void
  showSecret: (reply: HookSecretReply) => void
}

/** The host alone: the rest of an address of Slack or Teams is a secret. */
const hostOf = (address: string): string => URL.parse(address)?.host ?? address

const Standing = ({ hook }: { hook: HookLine }) => (
  <p class="soft small">
    {hostOf(hook.address)} · {words.formats[hook.format]} · {words.eventsChosen({ count: hook.events.length })}
    {hook.words && ` · ${words.hasWords}`}
    {hook.waiting > 0 && ` · ${words.waiting({ count: hook.waiting })}`}
    {hook.last?.triedAt && (
      <>
        {' '}
        · {words.last}: {endOf(hook.last)} <RelativeTime at={hook.last.triedAt} />
      </>
    )}
    {hook.restUntil && (
      <>
        {' '}
        · {words.rests} <RelativeTime at={hook.restUntil} />
      </>
    )}
    {hook.oldUntil && (
      <>
        {' '}
        · {words.bothUntil} <RelativeTime at={hook.oldUntil} />
      </>
    )}
  </p>
)

/** One webhook: how it stands, what was delivered, and what can be done with it. */
export const HookCard = ({ hook, refresh, showSecret }: Props) => {
  const { id, name, state } = hook
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const act = (work: () => Promise<string>) => async (): Promise<void> => {
    setSaid('')
    setProblem('')
    try {
      setSaid(await work())
      refresh()
    } catch (error) {
      setSaid('')
      setProblem(problemOf(error).message)
    }
  }
  const test = act(async () => {
    setSaid(words.testing)
    return words.tested({ end: endOf(await call('POST /v1/networks/:network/hooks/:id/test', { id })) })
  })
  const turn = act(async () => {
    await call('POST /v1/networks/:network/hooks/:id', { id, body: { state: state === 'on' ? 'paused' : 'on' } })
    return state === 'on' ? words.pausedNow : words.onNow
  })
  return (
    <li class="card hook">
      <h2>
        {name} {state !== 'on' && <span class="badge danger">{words.states[state]}</span>}
      </h2>
      <Standing hook={hook} />
      {state === 'gone' && <p class="notice">{words.gone}</p>}
      <div class="hook-buttons">
        <button type="button" class="button quiet small" onClick={() => void test()}>
          {words.test}
          <span class="unseen"> {name}</span>
        </button>
        <button type="button" class="button quiet small" onClick={() => void turn()}>
          {state === 'on' ? words.pause : words.goOn}
          <span class="unseen"> {name}</span>
        </button>
      </div>
      <p role="status" class="small">
        {said}
      </p>
      <p class="problem" role="alert">
        {problem}
      </p>
      <Disclosure label={words.log} name={name}>
        {() => <DeliveryLog hook={id} />}
      </Disclosure>
      <Disclosure label={words.change} name={name}>
        {(close) => (
          <HookForm
            hook={hook}
            submit={words.save}
            close={close}
            save={async ({ name, address, format, events, words: withWords, language }) => {
              const body = { name, address, format, events, words: withWords, language }
              await call('POST /v1/networks/:network/hooks/:id', { id, body })
              showToast(words.saved)
              close()
              refresh()
            }}
          />
        )}
      </Disclosure>
      <Disclosure label={words.rotate} name={name}>
        {(close) => (
          <ActionForm
            submit={words.rotate}
            onCancel={close}
            act={async () => {
              showSecret(await call('POST /v1/networks/:network/hooks/:id/secret', { id }))
              close()
            }}
          >
            <p>{words.rotateHint}</p>
          </ActionForm>
        )}
      </Disclosure>
      <Disclosure label={words.remove} name={name}>
        {(close) => (
          <ActionForm
            submit={words.remove}
            tone="danger"
            onCancel={close}
            act={async () => {
              await call('DELETE /v1/networks/:network/hooks/:id', { id })
              showToast(words.removed)
              refresh()
            }}
          >
            <p>{words.removeHint}</p>
          </ActionForm>
        )}
      </Disclosure>
    </li>
  )
}
