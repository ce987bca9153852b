import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { IdeaView } from './idea-view.tsx'

interface Props {
  id: string
  title: string
  /** The line does not say where the idea stands, so what it opens does. */
  stands?: boolean
  /** What can be done at once, without opening it. */
  beside?: ComponentChildren
  children: ComponentChildren
}

/** An idea as a line that opens where it is. */
export const IdeaLine = ({ id, title, stands = false, beside, children }: Props) => {
  const [open, show] = useState(false)
  return (
    <li class="item">
      <button type="button" class="open-line" aria-expanded={open} onClick={() => show(!open)}>
        <span class="item-title">{title}</span>
        {children}
      </button>
      {beside && <p class="actions">{beside}</p>}
      {open && <IdeaView id={id} stands={stands} />}
    </li>
  )
}
