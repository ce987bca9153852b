import { useEffect, useRef, useState } from 'preact/hooks'
import { panelMessages } from '../../i18n/panel.ts'

interface Props {
  label: string
  /** What is discarded, for whoever does not see where the button stands. */
  of?: string
  sure: string
  discard: () => Promise<void>
}

/** Discards something once the person said so a second time. */
export const Discard = ({ label, of, sure, discard }: Props) => {
  const [asking, ask] = useState<boolean | undefined>(undefined)
  const [first, back] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)]
  useEffect(() => {
    if (asking) first.current?.focus()
    if (asking === false) back.current?.focus()
  }, [asking])
  if (!asking)
    return (
      <button type="button" class="link-button" ref={back} aria-label={of && `${label}: ${of}`} onClick={() => ask(true)}>
        {label}
      </button>
    )
  return (
    <span class="actions">
      <span role="alert">{sure}</span>
      <button type="button" class="button" ref={first} onClick={() => void discard()}>
        {panelMessages.discard}
      </button>
      <button type="button" class="button" onClick={() => ask(false)}>
        {panelMessages.keep}
      </button>
    </span>
  )
}
