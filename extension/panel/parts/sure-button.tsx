import { useEffect, useRef, useState } from 'preact/hooks'
import type { NewMutation } from '../../outbox/new-mutation.ts'
import { focusTab } from '../state/focus-tab.ts'
import { ask, type Trouble } from './ask.ts'
import { TroubleText } from './guarded-form.tsx'
import { panelMessages } from '../../i18n/panel.ts'

interface Props {
  label: string
  /** The question, and the answer that does it. */
  sure: string
  yes: string
  asked: readonly NewMutation[]
}

/** Something that is asked about once more before it is done, and said where it could not be. */
export const SureButton = ({ label, sure, yes, asked }: Props) => {
  const [asking, set] = useState<boolean | undefined>(undefined)
  const [trouble, tell] = useState<Trouble | undefined>(undefined)
  const act = async (): Promise<void> => {
    const end = await ask(asked)
    tell(end)
    if (!end) focusTab()
  }
  const [first, back] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)]
  useEffect(() => {
    if (asking) first.current?.focus()
    if (asking === false) back.current?.focus()
  }, [asking])
  if (!asking)
    return (
      <button type="button" class="link-button" ref={back} onClick={() => set(true)}>
        {label}
      </button>
    )
  return (
    <span class="actions sure">
      {trouble && <TroubleText trouble={trouble} />}
      <span role="alert">{sure}</span>
      <button type="button" class="button" ref={first} onClick={() => void act()}>
        {yes}
      </button>
      <button type="button" class="button" onClick={() => set(false)}>
        {panelMessages.keep}
      </button>
    </span>
  )
}
