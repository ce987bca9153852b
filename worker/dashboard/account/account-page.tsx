import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import '../ui/cards.css'
import { ActionForm } from '../ui/action-form.tsx'
import { call } from '../data/api.ts'
import { addressOf } from '../data/endpoint-address.ts'
import { draft } from '../data/drafts.ts'
import { LineField } from '../ui/fields.tsx'
import { MyMemberships } from './my-memberships.tsx'
import { MySessions } from './my-sessions.tsx'
import { MyWaysIn } from './my-ways-in.tsx'
import { MyTokens } from '../tokens/my-tokens.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Page } from '../ui/page.tsx'
import { nothing, useQuery } from '../data/use-query.ts'
import { me } from '../data/session.ts'
import { accessMessages } from '../i18n/access.ts'

const Part = ({ title, lead, children }: { title: string; lead: string; children: ComponentChildren }) => {
  const id = useId()
  return (
    <section aria-labelledby={id} class="part">
      <h2 id={id}>{title}</h2>
      <p class="soft">{lead}</p>
      {children}
    </section>
  )
}

const Erase = ({ close }: { close: () => void }) => {
  const typed = draft('account/erase')
  const erase = async (): Promise<string | void> => {
    if (typed.text.value.trim() !== me.value?.name) return accessMessages.account.eraseTyped
    await call('DELETE /v1/my-data')
    sessionStorage.clear()
    location.assign('/')
  }
  return (
    <ActionForm submit={accessMessages.account.erase} tone="danger" act={erase} onCancel={close}>
      <p>{accessMessages.account.eraseGoes}</p>
      <p>{accessMessages.account.eraseStays}</p>
      <LineField label={accessMessages.account.eraseConfirm({ name: me.value?.name ?? '' })} draft={typed} required />
    </ActionForm>
  )
}

/** Also said while there is plenty: nobody should hear of it only when it is full. */
const Share = () => {
  const { reply } = useQuery('GET /v1/networks/:network/allowance', { concerns: nothing })
  return reply ? <p class="soft">{accessMessages.account.share({ percent: Math.floor(reply.share * 100) })}</p> : null
}

/** What belongs to a person: how they sign in, where they are signed in, their networks, their data. */
export const AccountPage = () => (
  <Page title={accessMessages.account.title} lead={<p>{accessMessages.account.lead({ name: me.value?.name ?? '' })}</p>} class="account">
    <Part title={accessMessages.account.waysTitle} lead={accessMessages.account.waysLead}>
      <MyWaysIn />
    </Part>
    <Part title={accessMessages.account.sessionsTitle} lead={accessMessages.account.sessionsLead}>
      <MySessions />
    </Part>
    <p>
      <a href="/start">{accessMessages.account.startLink}</a>
    </p>
    <Part title={accessMessages.tokens.title} lead={accessMessages.tokens.lead}>
      <MyTokens />
    </Part>
    <Part title={accessMessages.account.networksTitle} lead={accessMessages.account.networksLead}>
      <MyMemberships />
    </Part>
    <Part title={accessMessages.account.dataTitle} lead={accessMessages.account.dataLead}>
      <p>
        <a class="button quiet" href={addressOf('GET /v1/my-data', {})} download>
          {accessMessages.account.download}
        </a>
      </p>
      <Share />
      <Disclosure label={accessMessages.account.erase}>{(close) => <Erase close={close} />}</Disclosure>
    </Part>
  </Page>
)
