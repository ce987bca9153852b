import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { messages } from '../i18n/bank.ts'

interface Props {
  label: string
  hint?: string
  /** What it is about, for whoever does not see where it stands. */
  name?: string
  children: (close: () => void) => ComponentChildren
}

const firstField = 'input:not([type=hidden]), select, textarea'

/** A button that opens its form below itself; the focus goes in, and back to the button on closing. */
export const Disclosure = ({ label, hint, name, children }: Props) => {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = open ? (body.current?.querySelector<HTMLElement>(firstField) ?? body.current?.querySelector('button')) : undefined
    // Of choices the chosen one has the focus, as with Tab.
    const chosen = first?.matches('[type=radio]') ? body.current?.querySelector<HTMLElement>('[type=radio]:checked') : undefined
    ;(chosen ?? first)?.focus()
  }, [open])
  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div class={`opened ${open ? 'is-open' : ''}`}>
      <button type="button" ref={button} class="opener" aria-expanded={open} onClick={() => setOpen(!open)}>
        {label}
        {name && <span class="unseen"> {name}</span>}
        {hint && <span class="soft small"> {hint}</span>}
      </button>
      {open && (
        <div
          ref={body}
          class="opened-body"
          onKeyDown={(event) => {
            if (event.key === 'Escape') close()
          }}
        >
          {children(close)}
        </div>
      )}
    </div>
  )
}

/** Filters behind one button where there is little room (list-page.css), which says how many are set; else as they are. */
export const Folded = ({ set, children }: { set: number; children: ComponentChildren }) => {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <button type="button" class="button quiet fold-button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {messages.form.filters({ count: set })}
      </button>
      <div id={id} class={`fold ${open ? 'is-open' : ''}`}>
        {children}
      </div>
    </>
  )
}
