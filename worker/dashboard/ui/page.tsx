import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { counts, waiting } from '../data/counts.ts'
import { may } from '../data/session.ts'
import { numbers } from '../i18n/locale.ts'
import { messages } from '../i18n/bank.ts'

interface Props {
  title: string
  /** Shown instead of the title, for a heading that is more than words. */
  heading?: ComponentChildren
  lead?: ComponentChildren
  class?: string
  children: ComponentChildren
}

let first = true

/** One page: its name in the tab and as the heading, to which the focus goes so that a screen reader says where one is. */
export const Page = ({ title, heading, lead, class: kind = '', children }: Props) => {
  const all = counts.value ? waiting(counts.value, may('classifyIdea')) : 0
  const top = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${all > 0 ? `(${numbers.format(all)}) ` : ''}${title} · ${messages.product}`
  }, [title, all])
  useEffect(() => {
    // The browser itself begins at the top of a page that it loads.
    if (!first) top.current?.focus({ preventScroll: true })
    first = false
  }, [])
  return (
    <main id="main" class={`page ${kind}`}>
      <header class="page-head">
        <h1 ref={top} tabIndex={-1}>
          {heading ?? title}
        </h1>
        {lead && <div class="lead">{lead}</div>}
      </header>
      {children}
    </main>
  )
}
