import { ask, type Trouble } from './ask.ts'
import { keyboard } from './keyboard.ts'
import { findingText } from './finding-text.ts'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { NewMutation } from '../../outbox/new-mutation.ts'
import { panelMessages } from '../../i18n/panel.ts'
import { homeMessages } from '../../i18n/home.ts'

export const TroubleText = ({ trouble }: { trouble: Trouble }) => (
  <div class="notice bad" role="alert">
    {trouble.is === 'said' && <p>{trouble.says}</p>}
    {trouble.is === 'patient' && <p>{homeMessages.patient({ count: trouble.found.length })}</p>}
    {trouble.is === 'patient' && (
      <ul>
        {trouble.found.map(({ excerpt, certainty, type, why }) => (
          <li key={`${excerpt} ${type}`}>
            <b>{excerpt}</b> {findingText({ certainty, type, why })}
          </li>
        ))}
      </ul>
    )}
  </div>
)

interface Props {
  label: string
  submit: string
  /** What to ask; a text is what is missing, in the person's words. */
  wanted: () => NewMutation[] | string
  done: () => void
  cancel?: () => void
  /** It stands there unasked, so it takes no focus. */
  quiet?: boolean
  children: ComponentChildren
}

/** A small form whose answer goes to the network. It keeps what was typed until it is on the disk. */
export const GuardedForm = ({ label, submit, wanted, done, cancel, quiet, children }: Props) => {
  const [trouble, tell] = useState<Trouble | undefined>(undefined)
  const [busy, work] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!quiet) form.current?.querySelector<HTMLElement>('textarea, input, select')?.focus()
  }, [])
  const send = async (): Promise<void> => {
    if (busy) return
    const list = wanted()
    if (typeof list === 'string') {
      tell({ is: 'said', says: list })
      return
    }
    work(true)
    try {
      const end = await ask(list)
      tell(end)
      if (!end) done()
    } finally {
      work(false)
    }
  }
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') cancel?.()
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void send()
  }
  return (
    <form
      ref={form}
      class="small-form"
      aria-label={label}
      noValidate
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {children}
      {trouble && <TroubleText trouble={trouble} />}
      <p class="actions">
        <button type="submit" class="button main" aria-disabled={busy}>
          {submit} <kbd>{panelMessages.saveKeys[keyboard]}</kbd>
        </button>
        {cancel && (
          <button type="button" class="button" onClick={cancel}>
            {homeMessages.cancel}
          </button>
        )}
      </p>
    </form>
  )
}
