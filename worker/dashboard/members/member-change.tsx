import { useState } from 'preact/hooks'
import type { MemberLine, PendingWork } from '../../../shared/api/access.ts'
import { type Role, roles } from '../../../shared/domain/entities.ts'
import { ActionForm } from '../ui/action-form.tsx'
import { showToast } from '../ui/toast.tsx'
import { call } from '../data/api.ts'
import { draft } from '../data/drafts.ts'
import { LineField, SelectField } from '../ui/fields.tsx'
import { framework } from '../data/framework.ts'
import { nothing, useQuery } from '../data/use-query.ts'
import { messages } from '../i18n/bank.ts'
import { accessMessages } from '../i18n/access.ts'
import { Async } from '../ui/async.tsx'

interface Props {
  member: MemberLine
  done: () => void
}

export const roleChoices = (allowed: readonly Role[] = roles) => allowed.map((key) => ({ key, label: messages.roles[key] }))
/** The role that somebody chose by its key. */
export const roleOf = (key: string): Role => roles.find((role) => role === key) ?? 'contributor'
export const siteChoices = () => framework.value?.sites ?? []

export const ChangeMember = ({ member, done }: Props) => {
  const [role, setRole] = useState(member.role)
  const [site, setSite] = useState(member.site)
  const label = draft(`member/${member.person}`, member.label)
  const change = async (): Promise<void> => {
    await call('POST /v1/networks/:network/members/:person', { person: member.person, body: { role, site, label: label.text.value } })
    showToast(accessMessages.members.changed({ name: member.name }))
    done()
  }
  return (
    <ActionForm submit={accessMessages.members.save} act={change}>
      <SelectField label={accessMessages.members.role} value={role} choices={roleChoices()} onChange={(key) => setRole(roleOf(key))} />
      <SelectField
        label={accessMessages.members.site}
        value={site}
        choices={siteChoices()}
        none={messages.bank.noSite}
        onChange={setSite}
      />
      <LineField label={accessMessages.members.label} hint={accessMessages.members.labelHint} draft={label} />
    </ActionForm>
  )
}

/** What somebody leaves behind, before it is decided that they go. */
const Pending = ({ pending, name }: { pending: PendingWork; name: string }) => (
  <div class="notice">
    <p>{accessMessages.members.pending({ name, sent: pending.proposed, leads: pending.leading })}</p>
    {pending.onlyLead.length > 0 && (
      <p>
        {accessMessages.members.onlyLead({ count: pending.onlyLead.length })}{' '}
        {pending.onlyLead.map((idea, index) => (
          <a key={idea} href={`/ideas/${idea}`}>
            {accessMessages.members.ideaNumber({ number: index + 1 })}{' '}
          </a>
        ))}
      </p>
    )}
  </div>
)

export const EndMember = ({ member, done, close }: Props & { close: () => void }) => {
  const pending = useQuery('GET /v1/networks/:network/members/:person/pending', { person: member.person, concerns: nothing })
  const suspended = member.status === 'suspended'
  const suspend = async (): Promise<void> => {
    await call('POST /v1/networks/:network/members/:person', {
      person: member.person,
      body: { status: suspended ? 'active' : 'suspended' },
    })
    showToast(
      suspended ? accessMessages.members.readmitted({ name: member.name }) : accessMessages.members.suspended({ name: member.name }),
    )
    done()
  }
  const remove = async (): Promise<void> => {
    await call('DELETE /v1/networks/:network/members/:person', { person: member.person })
    showToast(accessMessages.members.removed({ name: member.name }))
    done()
  }
  return (
    <>
      <Async of={pending} what={accessMessages.members.pendingWhat}>
        {(reply) => <Pending pending={reply} name={member.name} />}
      </Async>
      <p class="soft small">{accessMessages.members.endWhat}</p>
      <div class="ends">
        <ActionForm submit={suspended ? accessMessages.members.readmit : accessMessages.members.suspend} tone="quiet" act={suspend} />
        <ActionForm submit={accessMessages.members.remove({ name: member.name })} tone="danger" act={remove} onCancel={close} />
      </div>
    </>
  )
}
