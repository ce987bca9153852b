import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { problemOf } from '../data/use-query.ts'
import { messages } from '../i18n/bank.ts'

interface Props {
  submit: string
  /** Throws `ApiProblem`; its words then stand in the form. A text is what is still wrong. */
  act: () => Promise<string | void>
  tone?: 'primary' | 'quiet' | 'danger'
  onCancel?: () => void
  children?: ComponentChildren
}

/** A form that asks the server for something that is no mutation of the bank. What was typed stays when the answer is no. */
export const ActionForm = ({ submit, act, tone = 'primary', onCancel, children }: Props) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const run = async (): Promise<void> => {
    setBusy(true)
    setProblem('')
    try {
      setProblem((await act()) ?? '')
    } catch (error) {
      setProblem(problemOf(error).message)
    }
    setBusy(false)
  }
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void run()
      }}
    >
      {children}
      <div class="form-end">
        <button type="submit" class={`button ${tone}`} aria-disabled={busy}>
          {busy ? messages.form.sending : submit}
        </button>
        {onCancel && (
          <button type="button" class="button plain" onClick={onCancel}>
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
