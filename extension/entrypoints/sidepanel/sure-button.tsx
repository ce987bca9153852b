import { useEffect, useRef, useState } from 'preact/hooks'
import { strings } from '../../strings.ts'

interface Props {
  label: string
  /** The question, and the answer that does it. */
  sure: string
  yes: string
  act: () => Promise<unknown>
}

/** Something that is asked about once more before it is done. */
export const SureButton = ({ label, sure, yes, act }: Props) => {
  const [asking, ask] = useState<boolean | undefined>(undefined)
  const [first, back] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)]
  useEffect(() => {
    if (asking) first.current?.focus()
    if (asking === false) back.current?.focus()
  }, [asking])
  if (!asking)
    return (
      <button type="button" class="link-button" ref={back} onClick={() => ask(true)}>
        {label}
      </button>
    )
  return (
    <span class="actions sure">
      <span role="alert">{sure}</span>
      <button type="button" class="button" ref={first} onClick={() => void act()}>
        {yes}
      </button>
      <button type="button" class="button" onClick={() => ask(false)}>
        {strings.keep}
      </button>
    </span>
  )
}
