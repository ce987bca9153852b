import { useState } from 'preact/hooks'
import type { NewToken, ServiceLine } from '../../../shared/api/tokens.ts'
import { type Role, roles } from '../../../shared/domain/entities.ts'
import { call } from '../data/api.ts'
import { draft } from '../data/drafts.ts'
import { framework, siteLabel } from '../data/framework.ts'
import { nothing, useQuery } from '../data/use-query.ts'
import { accessMessages } from '../i18n/access.ts'
import { messages } from '../i18n/bank.ts'
import { Async } from '../ui/async.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { LineField, SelectField } from '../ui/fields.tsx'
import { TokenForm } from './token-form.tsx'
import { NewSecret, TokenLines } from './token-lines.tsx'

const texts = accessMessages.tokens

interface Made {
  made: (secret: string) => void
  close: () => void
}

const AddService = ({ made, close }: Made) => {
  const name = draft('service/name')
  const [role, setRole] = useState<Role>('contributor')
  const [site, setSite] = useState('')
  const make = async (asked: NewToken): Promise<void> => {
    const body = { ...asked, name: name.text.value, role, site }
    made((await call('POST /v1/networks/:network/services', { body })).secret)
    name.text.value = ''
  }
  return (
    <TokenForm name="service" label={texts.tokenName} submit={texts.addIt} make={make} close={close}>
      <LineField label={texts.serviceName} hint={texts.serviceNameHint} draft={name} required />
      <div class="in-row">
        <SelectField
          label={accessMessages.members.role}
          value={role}
          choices={roles.map((key) => ({ key, label: messages.roles[key] }))}
          onChange={(key) => setRole(roles.find((one) => one === key) ?? 'contributor')}
        />
        <SelectField
          label={accessMessages.members.site}
          value={site}
          choices={framework.value?.sites ?? []}
          none={messages.bank.noSite}
          onChange={setSite}
        />
      </div>
    </TokenForm>
  )
}

const Service = ({ service, made, refresh }: { service: ServiceLine; made: (secret: string) => void; refresh: () => void }) => {
  const { person, name, role, site, status, tokens } = service
  const make = async (body: NewToken): Promise<void> =>
    made((await call('POST /v1/networks/:network/services/:person/tokens', { person, body })).secret)
  return (
    <section class="line-block" aria-label={name}>
      <h3>
        {name} {status === 'suspended' && <span class="badge danger">{accessMessages.members.statuses.suspended}</span>}
      </h3>
      <p class="soft small">
        {messages.roles[role]} · {siteLabel(site)}
      </p>
      <TokenLines tokens={tokens} refresh={refresh} />
      {status === 'active' && (
        <Disclosure label={texts.another} name={name}>
          {(close) => <TokenForm name={person} label={texts.tokenName} submit={texts.makeIt} make={make} close={close} />}
        </Disclosure>
      )}
    </section>
  )
}

/** Programs that are members of the network, for its admins. They are suspended and removed where all members are. */
export const Services = () => {
  const replied = useQuery('GET /v1/networks/:network/services', { concerns: nothing })
  const [secret, setSecret] = useState('')
  const made = (said: string): void => {
    setSecret(said)
    replied.refresh()
  }
  return (
    <>
      <p class="soft">{texts.servicesLead}</p>
      <NewSecret secret={secret} />
      <Disclosure label={texts.addService}>{(close) => <AddService made={made} close={close} />}</Disclosure>
      <Async of={replied} what={texts.servicesTitle}>
        {({ services }) => (
          <>
            {services.map((service) => (
              <Service key={service.person} service={service} made={made} refresh={replied.refresh} />
            ))}
          </>
        )}
      </Async>
    </>
  )
}
