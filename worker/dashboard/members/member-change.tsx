import { useState } from 'preact/hooks'
import type { MemberLine, PendingWork } from '../../../shared/api/access.ts'
import { type Role, roles } from '../../../shared/domain/entities.ts'
import { ActionForm } from '../ui/action-form.tsx'
import { announce } from '../ui/toast.tsx'
import { call } from '../data/api.ts'
import { draft } from '../data/drafts.ts'
import { LineField, SelectField } from '../ui/fields.tsx'
import { framework } from '../data/framework.ts'
import { useReply } from '../data/use-query.ts'
import { networkPath } from '../data/session.ts'
import { words } from '../i18n/strings.ts'
import { Waiting } from '../ui/async.tsx'

const pathOf = (person: string): string => `${networkPath.value}/members/${encodeURIComponent(person)}`

interface Props {
  member: MemberLine
  done: () => void
}

export const roleChoices = (allowed: readonly Role[] = roles) => allowed.map((key) => ({ key, label: words.roles[key] }))
export const siteChoices = () => framework.value?.sites ?? []

export const ChangeMember = ({ member, done }: Props) => {
  const [role, setRole] = useState<string>(member.role)
  const [site, setSite] = useState(member.site)
  const label = draft(`member/${member.person}`, member.label)
  const change = async (): Promise<void> => {
    await call(pathOf(member.person), { method: 'POST', body: { role, site, label: label.text.value } })
    announce(words.members.changed(member.name))
    done()
  }
  return (
    <ActionForm submit={words.members.save} act={change}>
      <SelectField label={words.members.role} value={role} choices={roleChoices()} onChange={setRole} />
      <SelectField label={words.members.site} value={site} choices={siteChoices()} none={words.bank.noSite} onChange={setSite} />
      <LineField label={words.members.label} hint={words.members.labelHint} draft={label} />
    </ActionForm>
  )
}

/** What somebody leaves behind, before it is decided that they go. */
const Pending = ({ pending, name }: { pending: PendingWork; name: string }) => (
  <div class="notice">
    <p>{words.members.pending(name, pending.proposed, pending.leading)}</p>
    {pending.onlyLead.length > 0 && (
      <p>
        {words.members.onlyLead(pending.onlyLead.length)}{' '}
        {pending.onlyLead.map((idea, index) => (
          <a key={idea} href={`/ideas/${idea}`}>
            {words.members.ideaNumber(index + 1)}
          </a>
        ))}
      </p>
    )}
  </div>
)

export const EndMember = ({ member, done, close }: Props & { close: () => void }) => {
  const pending = useReply<PendingWork>(`${pathOf(member.person)}/pending`, () => false)
  const suspended = member.status === 'suspended'
  const suspend = async (): Promise<void> => {
    await call(pathOf(member.person), { method: 'POST', body: { status: suspended ? 'active' : 'suspended' } })
    announce(suspended ? words.members.readmitted(member.name) : words.members.suspended(member.name))
    done()
  }
  const remove = async (): Promise<void> => {
    await call(pathOf(member.person), { method: 'DELETE' })
    announce(words.members.removed(member.name))
    done()
  }
  return (
    <>
      <Waiting of={pending} what={words.members.pendingWhat}>
        {(reply) => <Pending pending={reply} name={member.name} />}
      </Waiting>
      <p class="soft small">{words.members.endWhat}</p>
      <div class="ends">
        <ActionForm submit={suspended ? words.members.readmit : words.members.suspend} tone="quiet" act={suspend} />
        <ActionForm submit={words.members.remove(member.name)} tone="danger" act={remove} onCancel={close} />
      </div>
    </>
  )
}
