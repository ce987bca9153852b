import { useState } from 'preact/hooks'
import type { InvitationLine } from '../../../shared/api/access.ts'
import { type Role, roles } from '../../../shared/domain/entities.ts'
import { HospitalGroups } from './hospital-groups.tsx'
import { ActionForm } from '../ui/action-form.tsx'
import { showToast } from '../ui/toast.tsx'
import { call } from '../data/api.ts'
import { CopyField } from '../ui/copy-field.tsx'
import '../ui/connect.css'
import { draft } from '../data/drafts.ts'
import { LineField, SelectField } from '../ui/fields.tsx'
import { personName, siteLabel } from '../data/framework.ts'
import { roleChoices, roleOf, siteChoices } from './member-change.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { nothing, problemOf, useQuery } from '../data/use-query.ts'
import { me } from '../data/session.ts'
import { accessMessages } from '../i18n/access.ts'
import { messages } from '../i18n/bank.ts'
import { Async } from '../ui/async.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'
import { serverNow } from '../data/clock.ts'

const givable = (): readonly Role[] => (me.value?.role === 'admin' ? roles : ['contributor', 'site-lead'])

const Invite = ({ made }: { made: (link: string) => void }) => {
  const [role, setRole] = useState<Role>('contributor')
  const [site, setSite] = useState('')
  const [label, uses, days] = [draft('invite/label'), draft('invite/uses', '1'), draft('invite/days', '14')]
  const invite = async (): Promise<void> => {
    const body = { role, site, label: label.text.value, uses: Number(uses.text.value), days: Number(days.text.value) }
    const { code } = await call('POST /v1/networks/:network/invitations', { body })
    made(`${location.origin}/join#${code}`)
  }
  return (
    <ActionForm submit={accessMessages.invite.make} act={invite}>
      <div class="in-row">
        <SelectField
          label={accessMessages.members.role}
          value={role}
          choices={roleChoices(givable())}
          onChange={(key) => setRole(roleOf(key))}
        />
        <SelectField
          label={accessMessages.members.site}
          value={site}
          choices={siteChoices()}
          none={messages.bank.noSite}
          onChange={setSite}
        />
        <LineField label={accessMessages.invite.uses} draft={uses} keyboard="numeric" required />
        <LineField label={accessMessages.invite.days} draft={days} keyboard="numeric" required />
      </div>
      <LineField label={accessMessages.members.label} hint={accessMessages.members.labelHint} draft={label} />
    </ActionForm>
  )
}

const standing = ({ revoked, used, uses, expiresAt }: InvitationLine): string | undefined => {
  if (revoked) return accessMessages.invite.revoked
  if (used >= uses) return accessMessages.invite.usedUp
  return expiresAt < serverNow() ? accessMessages.invite.over : undefined
}

const Line = ({ line, onRevoke }: { line: InvitationLine; onRevoke: () => void }) => {
  const ended = standing(line)
  return (
    <li class="line">
      <div class="line-main">
        <b>{messages.roles[line.role]}</b> · {siteLabel(line.site)} {line.label && <span class="label">{line.label}</span>}{' '}
        {ended && <span class="badge">{ended}</span>}
        <p class="soft small">
          {accessMessages.invite.used({ used: line.used, uses: line.uses })} ·{' '}
          {accessMessages.invite.by({ name: line.madeByName || personName(line.madeBy) })} <RelativeTime at={line.createdAt} />
          {!ended && (
            <>
              {' '}
              · {accessMessages.invite.until} <RelativeTime at={line.expiresAt} />
            </>
          )}
        </p>
      </div>
      {!ended && givable().includes(line.role) && (
        <button type="button" class="button quiet small" onClick={onRevoke}>
          {accessMessages.invite.revoke}
        </button>
      )}
    </li>
  )
}

/** To the hospital and back, to see what it says of oneself. */
const tryHospital = async (provider: string): Promise<void> => {
  const { address } = await call('POST /v1/networks/:network/providers/:provider/trial', { provider })
  location.assign(address)
}

/** The address of the network's own sign-in page, with its hospitals' buttons. */
const SignInAddress = () => {
  const { reply } = useQuery('GET /v1/networks/:network/providers', { concerns: nothing })
  if (!reply?.providers.length) return null
  const address = `${location.origin}/sign-in?with=${reply.providers.map(({ id }) => id).join(',')}`
  return (
    <>
      <p class="soft">{accessMessages.invite.hospitalLead}</p>
      <CopyField label={accessMessages.invite.hospitalLink} text={address} />
      {me.value?.role === 'admin' &&
        reply.providers.map(({ id, label }) => (
          <div key={id}>
            <ActionForm submit={accessMessages.invite.hospitalTry({ label })} tone="quiet" act={() => tryHospital(id)} />
            <Disclosure label={accessMessages.groups.open({ label })}>
              {(close) => <HospitalGroups provider={id} close={close} />}
            </Disclosure>
          </div>
        ))}
    </>
  )
}

/** Links that make members: made, listed with what became of them, taken back. */
export const Invitations = () => {
  const replied = useQuery('GET /v1/networks/:network/invitations', { concerns: nothing })
  const [link, setLink] = useState('')
  const [problem, setProblem] = useState('')
  const revoke = async (id: string): Promise<void> => {
    setProblem('')
    try {
      await call('DELETE /v1/networks/:network/invitations/:id', { id })
      showToast(accessMessages.invite.revokedNow)
      replied.refresh()
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }
  return (
    <>
      {link && (
        <div role="status">
          <p>{accessMessages.invite.once}</p>
          <CopyField label={accessMessages.invite.link} text={link} />
        </div>
      )}
      <Disclosure label={accessMessages.invite.title}>
        {(close) => (
          <Invite
            made={(made) => {
              setLink(made)
              close()
              replied.refresh()
            }}
          />
        )}
      </Disclosure>
      <SignInAddress />
      <Async of={replied} what={accessMessages.invite.listTitle}>
        {({ invitations }) => (
          <>
            {invitations.length === 0 && <p class="soft">{accessMessages.invite.none}</p>}
            <ul class="lines">
              {invitations.map((line) => (
                <Line key={line.id} line={line} onRevoke={() => void revoke(line.id)} />
              ))}
            </ul>
          </>
        )}
      </Async>
      <p class="problem" role="alert">
        {problem}
      </p>
    </>
  )
}
