import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { longestToken, type NewToken, type TokenScope, tokenScopes } from '../../../shared/api/tokens.ts'
import { draft } from '../data/drafts.ts'
import { accessMessages } from '../i18n/access.ts'
import { ActionForm } from '../ui/action-form.tsx'
import { LineField, SelectField } from '../ui/fields.tsx'

const lives = [7, 30, 90, longestToken]
const texts = accessMessages.tokens

interface Props {
  /** Under which what is typed is kept until it is sent. */
  name: string
  label: string
  submit: string
  make: (asked: NewToken) => Promise<void>
  close: () => void
  children?: ComponentChildren
}

/** Asks for a token: what it is for, what it may do, and for how long. */
export const TokenForm = ({ name, label: labelText, submit, make, close, children }: Props) => {
  const [scopes, setScopes] = useState<readonly TokenScope[]>(['read'])
  const [days, setDays] = useState('90')
  const label = draft(`token/${name}`)
  const set = (scope: TokenScope, on: boolean): void => setScopes(tokenScopes.filter((one) => (one === scope ? on : scopes.includes(one))))
  const act = async (): Promise<void> => {
    await make({ label: label.text.value, scopes: [...scopes], days: Number(days) })
    label.text.value = ''
    close()
  }
  return (
    <ActionForm submit={submit} act={act} onCancel={close}>
      {children}
      <LineField label={labelText} hint={texts.nameHint} draft={label} required />
      <fieldset class="radios">
        <legend>{texts.rights}</legend>
        {tokenScopes.map((scope) => (
          <label key={scope} class="check">
            <input type="checkbox" checked={scopes.includes(scope)} onChange={(event) => set(scope, event.currentTarget.checked)} />
            <span>{texts.scopes[scope]}</span>
          </label>
        ))}
      </fieldset>
      <SelectField
        label={texts.days}
        value={days}
        choices={lives.map((count) => ({ key: String(count), label: texts.daysChoice({ days: count }) }))}
        onChange={setDays}
      />
    </ActionForm>
  )
}
