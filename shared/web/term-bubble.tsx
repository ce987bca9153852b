import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { meaningOf, reasonFor } from '../domain/glossary.ts'
import { say } from './glossary.ts'
import type { Explained } from './term.tsx'

/** Pixels between the bubble and the window's edge, and below the word. */
const gap = 8

/** Below the word, or above it where there is no room; never wider than the window. */
const place = (bubble: HTMLElement, word: DOMRect): void => {
  const { width, height } = bubble.getBoundingClientRect()
  const left = Math.max(gap, Math.min(word.left, document.documentElement.clientWidth - width - gap))
  const below = word.bottom + gap
  const top = below + height > innerHeight && word.top - gap - height > 0 ? word.top - gap - height : below
  bubble.style.left = `${left}px`
  bubble.style.top = `${top}px`
}

/** What a word means, or why a gate asks. In the top layer, so that no table or dialog cuts it off. */
export const TermBubble = ({ id, about, at }: { id: string; about: Explained; at: RefObject<HTMLElement | null> }) => {
  const bubble = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const [shown, word] = [bubble.current, at.current]
    if (!shown || !word) return undefined
    shown.showPopover?.()
    const follow = (): void => place(shown, word.getBoundingClientRect())
    follow()
    addEventListener('scroll', follow, { capture: true, passive: true })
    addEventListener('resize', follow)
    return () => {
      removeEventListener('scroll', follow, { capture: true })
      removeEventListener('resize', follow)
    }
  }, [])
  return (
    <span ref={bubble} class="term-bubble" role="tooltip" id={id} popover="manual">
      {say({ code: 'word' in about ? meaningOf(about.word) : reasonFor(about.need) })}
    </span>
  )
}
