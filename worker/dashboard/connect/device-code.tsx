import { useState } from 'preact/hooks'
import { Agreement } from './agreement.tsx'
import { call } from '../data/api.ts'
import { type Draft, draft } from '../data/drafts.ts'
import { LineField } from '../ui/fields.tsx'
import { problemOf } from '../data/use-query.ts'
import { accessMessages } from '../i18n/access.ts'

type Step = { is: 'typing' } | { is: 'found'; userCode: string; label: string } | { is: 'connected' }

const CodeForm = ({ code, found }: { code: Draft; found: (userCode: string, label: string) => void }) => {
  const [problem, setProblem] = useState('')
  const look = async (): Promise<void> => {
    const userCode = code.text.value.replace(/[^a-z0-9]/gi, '')
    if (userCode.length !== 8) return setProblem(accessMessages.device.short)
    setProblem('')
    try {
      const { label } = await call('POST /v1/device-codes/look', { body: { userCode } })
      found(userCode, label)
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault()
        void look()
      }}
    >
      <LineField label={accessMessages.device.code} hint={accessMessages.device.codeHint} draft={code} required />
      <div class="form-end">
        <button type="submit" class="button primary">
          {accessMessages.device.look}
        </button>
      </div>
      <p class="problem" role="alert">
        {problem}
      </p>
    </form>
  )
}

/** Where a person types the code that an extension shows. Typed, never taken from a link: a link could be anybody's. */
export const DeviceCode = () => {
  const [step, setStep] = useState<Step>({ is: 'typing' })
  const code = draft('connect/device-code')
  const restart = (): void => {
    code.text.value = ''
    setStep({ is: 'typing' })
  }
  if (step.is === 'typing') return <CodeForm code={code} found={(userCode, label) => setStep({ is: 'found', userCode, label })} />
  if (step.is === 'connected')
    return (
      <>
        <p role="status">{accessMessages.device.done}</p>
        <button type="button" class="button quiet" onClick={restart}>
          {accessMessages.device.again}
        </button>
      </>
    )
  const agree = async (network: string): Promise<void> => {
    await call('POST /v1/networks/:network/device-codes', { network, body: { userCode: step.userCode } })
    code.text.value = ''
    setStep({ is: 'connected' })
  }
  return (
    <>
      <h3>{accessMessages.device.question}</h3>
      <Agreement label={step.label} care={accessMessages.device.care} agree={agree} refuse={restart} />
    </>
  )
}
