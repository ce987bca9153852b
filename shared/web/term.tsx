import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { isWord, type Need, type Word } from '../domain/glossary.ts'
import { lazy } from './lazy.tsx'
import './term.css'

/** What can be explained: a word, or why a gate asks for something. */
export type Explained = { word: Word } | { need: Need }

const Bubble = lazy(
  () => import('./term-bubble.tsx').then((part) => part.TermBubble),
  () => null,
)

/** How long a mouse may be away before the explanation goes, in milliseconds: it crosses a gap on its way to it. */
const patience = 250

/**
 * A word with its meaning on hover, focus and touch (WCAG 1.4.13): it stays while the pointer is on either, Escape closes it, and it
 * covers nothing for good. Not inside a link, a button or a label.
 */
export const Term = ({ children, ...about }: Explained & { children: ComponentChildren }) => {
  const [open, show] = useState(false)
  const id = useId()
  const whole = useRef<HTMLSpanElement>(null)
  const leaving = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const stay = (): void => clearTimeout(leaving.current)
  useEffect(() => {
    if (!open) return undefined
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      // The explanation only: what it stands in stays open.
      event.preventDefault()
      event.stopPropagation()
      show(false)
    }
    const press = (event: Event): void => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) show(false)
    }
    document.addEventListener('keydown', key, true)
    document.addEventListener('pointerdown', press, true)
    return () => {
      stay()
      document.removeEventListener('keydown', key, true)
      document.removeEventListener('pointerdown', press, true)
    }
  }, [open])
  return (
    <span
      class="term"
      ref={whole}
      onPointerEnter={(event) => {
        stay()
        if (event.pointerType === 'mouse') show(true)
      }}
      onPointerLeave={(event) => {
        if (event.pointerType === 'mouse') leaving.current = setTimeout(() => show(false), patience)
      }}
    >
      <button
        type="button"
        class="term-word"
        aria-expanded={open}
        aria-describedby={open ? id : undefined}
        onFocus={() => show(true)}
        onBlur={() => show(false)}
        onClick={() => show(true)}
      >
        {children}
      </button>
      {open && <Bubble id={id} about={about} at={whole} />}
    </span>
  )
}

/** The same for a key of the network's own: what is no word of the glossary stays plain. */
export const KeyTerm = ({ name, children }: { name: string; children: ComponentChildren }) =>
  isWord(name) ? <Term word={name}>{children}</Term> : <>{children}</>
