import { useState } from 'preact/hooks'
import type { GroupRole, GroupRolesReply } from '../../../shared/api/access.ts'
import './hospital-groups.css'
import { ActionForm } from '../ui/action-form.tsx'
import { showToast } from '../ui/toast.tsx'
import { call } from '../data/api.ts'
import { Field, SelectField } from '../ui/fields.tsx'
import { nothing, useQuery } from '../data/use-query.ts'
import { accessMessages } from '../i18n/access.ts'
import { Async } from '../ui/async.tsx'
import { roleChoices, roleOf, siteChoices } from './member-change.tsx'

const { groups: words } = accessMessages

interface TextProps {
  label: string
  hint?: string | undefined
  value: string
  onChange: (text: string) => void
}
const Text = ({ label, hint, value, onChange }: TextProps) => (
  <Field label={label} hint={hint}>
    {(ids) => (
      <input
        {...ids}
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={value}
        maxLength={200}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )}
  </Field>
)

interface RowProps {
  row: GroupRole
  change: (row: GroupRole) => void
  remove: () => void
}
const Row = ({ row, change, remove }: RowProps) => (
  <div class="in-row group-row">
    <Text label={words.group} value={row.group} onChange={(group) => change({ ...row, group })} />
    <SelectField
      label={accessMessages.members.role}
      value={row.role}
      choices={roleChoices()}
      onChange={(key) => change({ ...row, role: roleOf(key) })}
    />
    <SelectField
      label={accessMessages.members.site}
      value={row.site}
      choices={siteChoices()}
      none={words.noSite}
      onChange={(site) => change({ ...row, site })}
    />
    <button type="button" class="button quiet small" onClick={remove}>
      {words.remove}
    </button>
  </div>
)

const Form = ({ provider, reply, close }: { provider: string; reply: GroupRolesReply; close: () => void }) => {
  const [claim, setClaim] = useState(reply.claim)
  const [groups, setGroups] = useState(reply.groups)
  const save = async (): Promise<void> => {
    const said = groups.filter(({ group }) => group.trim() !== '')
    await call('POST /v1/networks/:network/providers/:provider/groups', { provider, body: { claim, groups: said } })
    showToast(words.saved)
    close()
  }
  return (
    <ActionForm submit={words.save} act={save} onCancel={close}>
      <p class="notice">{words.warning}</p>
      <Text label={words.claim} hint={words.claimHint} value={claim} onChange={setClaim} />
      {groups.map((row, at) => (
        <Row
          key={at}
          row={row}
          change={(changed) => setGroups(groups.with(at, changed))}
          remove={() => setGroups(groups.filter((_, other) => other !== at))}
        />
      ))}
      <button
        type="button"
        class="button quiet small group-add"
        onClick={() => setGroups([...groups, { group: '', role: 'contributor', site: '' }])}
      >
        {words.add}
      </button>
    </ActionForm>
  )
}

/** Which groups of a hospital come in as what, to be read and set by an admin who was told what that means. */
export const HospitalGroups = ({ provider, close }: { provider: string; close: () => void }) => {
  const replied = useQuery('GET /v1/networks/:network/providers/:provider/groups', { provider, concerns: nothing })
  return (
    <Async of={replied} what={words.title}>
      {(reply) => <Form provider={provider} reply={reply} close={close} />}
    </Async>
  )
}
