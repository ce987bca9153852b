import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { ArgsOf, MutationName } from '../../../shared/mutations/index.ts'
import { showDone } from './undo.ts'
import { showFound } from './found-in-form.ts'
import { dropDrafts } from '../data/drafts.ts'
import { mutate } from '../data/mutate.ts'
import { fetchGuard } from '../data/patient-guard.ts'
import { messages } from '../i18n/bank.ts'

interface Props<Name extends MutationName> {
  name: Name
  /**
   * What the form asks for now; a text is what is still wrong with it. It is called again for what is sent, after `check`: it must
   * then answer the same, so it is made of what was rendered, not of what is read when it is called.
   */
  args: (id: string) => ArgsOf<Name> | string
  /** What takes time to find out about what is asked for, before anything of it is sent: what is wrong with it, or ''. */
  check?: (asked: ArgsOf<Name>) => Promise<string>
  submit: string
  /** Said when it is done. */
  done: string
  /** The drafts of this form, forgotten once they are sent. */
  drafts: string
  onDone?: (() => void) | undefined
  onCancel?: (() => void) | undefined
  tone?: 'danger' | 'quiet'
  children?: ComponentChildren
}

const submitOnKeys = (event: KeyboardEvent & { currentTarget: HTMLFormElement }): void => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
}

/** A form that asks for one mutation. A refusal stands in the form, and every text stays where it was typed. */
export const MutationForm = <Name extends MutationName>(props: Props<Name>) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const form = useRef<HTMLFormElement>(null)

  const submit = async (): Promise<void> => {
    const asked = props.args('')
    if (typeof asked === 'string') return setProblem(asked)
    setBusy(true)
    setProblem('')
    const wrong = await props.check?.(asked)
    if (wrong) {
      setBusy(false)
      return setProblem(wrong)
    }
    const outcome = await mutate(props.name, (id) => props.args(id) as ArgsOf<Name>)
    setBusy(false)
    if (!outcome.done) return setProblem([outcome.problem, showFound(form.current, asked, outcome.reason)].filter(Boolean).join(' '))
    dropDrafts(props.drafts)
    showDone(props.done, props.name, outcome.mutation)
    props.onDone?.()
  }

  return (
    <form
      ref={form}
      class="form"
      onKeyDown={submitOnKeys}
      onInput={fetchGuard}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void submit()
      }}
    >
      {props.children}
      <div class="form-end">
        <button type="submit" class={`button ${props.tone ?? 'primary'}`} aria-disabled={busy}>
          {busy ? messages.form.sending : props.submit}
        </button>
        {props.onCancel && (
          <button type="button" class="button plain" onClick={props.onCancel}>
            {messages.form.cancel}
          </button>
        )}
      </div>
      <p class="problem" role="alert">
        {problem}
      </p>
    </form>
  )
}
