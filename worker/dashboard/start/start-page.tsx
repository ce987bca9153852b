import { useEffect, useState } from 'preact/hooks'
import { counts } from '../data/counts.ts'
import { siteLabel } from '../data/framework.ts'
import { me, may } from '../data/session.ts'
import { nothing, useQuery } from '../data/use-query.ts'
import { messages as common } from '../i18n/bank.ts'
import { startMessages as messages } from '../i18n/start.ts'
import { Async } from '../ui/async.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import '../ui/connect.css'
import { Page } from '../ui/page.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'
import { browserKind, isPhone } from './browser-kind.ts'
import { ConnectStep } from './connect-step.tsx'
import { GetStep } from './get-step.tsx'
import { SetupList } from './setup-list.tsx'
import { Step } from './step.tsx'
import './start-page.css'

/** Milliseconds between two looks whether the extension has come, which tells this page nothing itself; rarer on a page that is left open. */
const lookEvery = 2000
const longestWait = 60_000

const onPhone = (): boolean => isPhone(navigator.userAgent, navigator.maxTouchPoints)

/** What somebody may do here, in a sentence. */
const Role = () => {
  if (!me.value) return null
  const { role, site } = me.value
  const said = common.roles[role].toLowerCase()
  return (
    <p>
      {site ? messages.asAt({ role: said, site: siteLabel(site) }) : messages.as({ role: said })} {messages.may[role]}
    </p>
  )
}

/** Whoever joined by a link alone would be out for good when this session ends. */
const NoWayBack = () => {
  const identities = useQuery('GET /v1/identities', { concerns: nothing })
  const passkeys = useQuery('GET /v1/passkeys', { concerns: nothing })
  if (identities.reply?.identities.length !== 0 || passkeys.reply?.passkeys.length !== 0) return null
  return (
    <p class="notice">
      {messages.noWay} <a href="/account">{messages.noWayLink}</a>
    </p>
  )
}

const Phone = () => {
  const address = `${location.origin}/start`
  const share = (): void => {
    // Called off by the person: nothing is to be said of it.
    navigator.share({ title: messages.phoneSubject, url: address }).catch(() => undefined)
  }
  return (
    <section class="card" aria-labelledby="phone">
      <h2 id="phone">{messages.phoneTitle}</h2>
      <p>{messages.phone}</p>
      <div class="start-ways">
        {'share' in navigator && (
          <button type="button" class="button primary" onClick={share}>
            {messages.phoneShare}
          </button>
        )}
        <a class="button quiet" href={`mailto:?subject=${encodeURIComponent(messages.phoneSubject)}&body=${encodeURIComponent(address)}`}>
          {messages.phoneMail}
        </a>
      </div>
      <CopyField label={messages.phoneLink} text={address} />
    </section>
  )
}

/** What is there already, without a reload: the extension connects elsewhere, and its clips come by the bank. */
const Live = ({ label, count }: { label: string; count: number }) => {
  const sent = counts.value?.sent ?? null
  return (
    <div class="start-live" role="status">
      <p>
        <b>{label ? messages.connected({ label }) : messages.connectedUnnamed}</b> {count > 1 && messages.more({ count })}
      </p>
      {sent === null ? (
        <p>{messages.sentNone}</p>
      ) : (
        <p>
          {messages.sent} <RelativeTime at={sent} />.
        </p>
      )}
    </div>
  )
}

const Steps = () => {
  const replied = useQuery('GET /v1/networks/:network/start')
  const [kind] = useState(() => browserKind(navigator.userAgent))
  const connected = (replied.reply?.extensions.length ?? 0) > 0
  useEffect(() => {
    if (connected) return undefined
    let wait = lookEvery
    let timer = 0
    const look = (): void => {
      if (document.visibilityState === 'visible') replied.refresh()
      wait = Math.min(wait * 1.02, longestWait)
      timer = window.setTimeout(look, wait)
    }
    timer = window.setTimeout(look, wait)
    return () => clearTimeout(timer)
  }, [connected])
  return (
    <Async of={replied} what={messages.stepsTitle}>
      {({ stores, extensions }) => (
        <ol class="start-steps" aria-label={messages.stepsTitle}>
          <GetStep kind={kind} stores={stores} done={connected} />
          <Step title={messages.pin} done={false}>
            <p>{messages.pinHow[kind]}</p>
            <p class="soft small">{messages.pinKeys}</p>
          </Step>
          <Step title={messages.connect} done={connected}>
            {extensions[0] ? <Live label={extensions[0].label} count={extensions.length} /> : <ConnectStep />}
          </Step>
        </ol>
      )}
    </Async>
  )
}

/** Where somebody begins who has just joined, and finds again what they skipped: the extension, in three steps. */
export const StartPage = () => {
  const phone = onPhone()
  return (
    <Page
      title={messages.title({ network: me.value?.network.name ?? '' })}
      class="start"
      lead={
        <>
          <Role />
          {!phone && <p>{messages.lead}</p>}
        </>
      }
    >
      {phone ? <Phone /> : <Steps />}
      <NoWayBack />
      <p>
        <a class="button primary" href="/">
          {messages.skip}
        </a>
      </p>
      {(may('configureFramework') || may('classifyIdea')) && <SetupList always />}
    </Page>
  )
}
