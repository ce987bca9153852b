import { useState } from 'preact/hooks'
import type { Me } from '../../../shared/api/bank.ts'
import { ActionForm } from '../ui/action-form.tsx'
import { call } from '../data/api.ts'
import { draft } from '../data/drafts.ts'
import { LineField } from '../ui/fields.tsx'
import { messages } from '../i18n/bank.ts'

interface Props {
  /** Names the drafts. */
  name: string
  submit: string
  done: (me: Me) => void
  tone?: 'primary' | 'quiet'
}

/** An address, then the code that came there. Whether anybody has the address shows nowhere. */
export const EmailCode = ({ name, submit, done, tone = 'primary' }: Props) => {
  const [sent, setSent] = useState(false)
  const [address, code] = [draft(`${name}/address`), draft(`${name}/code`)]
  const ask = async (): Promise<void> => {
    await call('POST /v1/email-codes', { body: { address: address.text.value } })
    code.text.value = ''
    setSent(true)
  }
  const redeem = async (): Promise<string | void> => {
    const digits = code.text.value.replace(/\D/g, '')
    if (digits.length !== 8) return messages.ways.eightDigits
    const me = await call('POST /v1/email-codes/redeem', { body: { code: digits } })
    address.text.value = ''
    code.text.value = ''
    setSent(false)
    done(me)
  }
  if (!sent)
    return (
      <ActionForm submit={messages.ways.send} act={ask} tone={tone}>
        <LineField label={messages.ways.address} draft={address} keyboard="email" autocomplete="email" required />
      </ActionForm>
    )
  return (
    <ActionForm submit={submit} act={redeem} onCancel={() => setSent(false)}>
      <p role="status">{messages.ways.sent({ address: address.text.value })}</p>
      <LineField
        label={messages.ways.code}
        hint={messages.ways.codeHint}
        draft={code}
        keyboard="numeric"
        autocomplete="one-time-code"
        required
      />
    </ActionForm>
  )
}
