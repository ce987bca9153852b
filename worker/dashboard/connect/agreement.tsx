import { useState } from 'preact/hooks'
import '../ui/agreement.css'
import { SelectField } from '../ui/fields.tsx'
import { asChoices, useMyNetworks } from '../ui/my-networks.ts'
import { problemOf } from '../data/use-query.ts'
import { me } from '../data/session.ts'
import { accessMessages } from '../i18n/access.ts'

interface Props {
  /** What the extension calls itself. */
  label: string
  care: string
  /** Carries the agreement out for that network; throws `ApiProblem`. */
  agree: (network: string) => Promise<void>
  refuse: () => void
}

/** Who connects what to which network: read before it is agreed to. */
export const Agreement = ({ label, care, agree, refuse }: Props) => {
  const networks = useMyNetworks()
  const [network, setNetwork] = useState(me.value?.network.slug ?? '')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const submit = async (): Promise<void> => {
    setBusy(true)
    setProblem('')
    try {
      await agree(network)
    } catch (error) {
      setProblem(problemOf(error).message)
      setBusy(false)
    }
  }
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void submit()
      }}
    >
      <dl class="agreement card">
        <div>
          <dt>{accessMessages.agree.device}</dt>
          <dd>{label || accessMessages.agree.noDevice}</dd>
        </div>
        <div>
          <dt>{accessMessages.agree.who}</dt>
          <dd>{me.value?.name}</dd>
        </div>
        {networks.length < 2 && (
          <div>
            <dt>{accessMessages.agree.network}</dt>
            <dd>{me.value?.network.name}</dd>
          </div>
        )}
      </dl>
      {networks.length > 1 && (
        <SelectField label={accessMessages.agree.network} value={network} choices={asChoices(networks)} onChange={setNetwork} />
      )}
      <p class="soft small">{accessMessages.agree.may}</p>
      <p class="notice">{care}</p>
      <div class="form-end">
        <button type="submit" class="button primary" aria-disabled={busy}>
          {busy ? accessMessages.agree.busy : accessMessages.agree.yes}
        </button>
        <button type="button" class="button quiet" onClick={refuse}>
          {accessMessages.agree.no}
        </button>
      </div>
      <p class="problem" role="alert">
        {problem}
      </p>
    </form>
  )
}
