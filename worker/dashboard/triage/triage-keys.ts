import { useEffect } from 'preact/hooks'
import { isSingleKey } from '../data/single-keys.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'

/** `?` and `u` are keys of every page. */
export type TriageAction = 'next' | 'previous' | 'classify' | 'ask' | 'merge' | 'decline' | 'park' | 'take'

export const triageKeys: Record<TriageAction, string> = {
  next: 'j',
  previous: 'k',
  classify: 'c',
  ask: 'a',
  merge: 'm',
  decline: 'd',
  park: 'p',
  take: 't',
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

export const useTriageKeys = (act: (action: TriageAction) => void): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!isSingleKey(event)) return
      const found = Object.entries(triageKeys).find(([, key]) => key === event.key)
      if (!found) return
      event.preventDefault()
      act(found[0] as TriageAction)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}
