import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { MutationName } from '../../../shared/mutations/index.ts'

export type TriageAction = 'next' | 'previous' | 'classify' | 'ask' | 'merge' | 'decline' | 'park' | 'undo' | 'help'

export const triageKeys: Record<TriageAction, string> = {
  next: 'j',
  previous: 'k',
  classify: 'c',
  ask: 'a',
  merge: 'm',
  decline: 'd',
  park: 'p',
  undo: 'u',
  help: '?',
}

/** The answers to an idea and the mutation that each asks for. */
export const answers = {
  classify: 'classifyIdea',
  ask: 'commentIdea',
  merge: 'mergeIdeas',
  decline: 'endIdea',
  park: 'endIdea',
} as const satisfies Partial<Record<TriageAction, MutationName>>
export type TriageAnswer = keyof typeof answers

const stored = 'single-keys'

/** Single keys can be switched off, because speech input and shaky hands press them by accident (WCAG 2.1.4). */
export const singleKeys = signal(localStorage.getItem(stored) !== 'off')
export const setSingleKeys = (on: boolean): void => {
  singleKeys.value = on
  localStorage.setItem(stored, on ? 'on' : 'off')
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, dialog') !== null)

export const useTriageKeys = (act: (action: TriageAction) => void): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!singleKeys.value || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
      const found = Object.entries(triageKeys).find(([, key]) => key === event.key)
      if (!found) return
      event.preventDefault()
      act(found[0] as TriageAction)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}
