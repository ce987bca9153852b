import { effect, type Signal, signal } from '@preact/signals'

/**
 * What somebody is typing, by the form that it belongs to: it survives another page, a refusal, a reload and the end of
 * a session, and is gone with the tab, after sending, and on signing out.
 */
export interface Draft {
  text: Signal<string>
  /** What the field began with; a text that still equals it is nobody's work. */
  initial: string
}

export const isTouched = ({ text, initial }: Draft): boolean => text.value !== initial

const stored = 'draft:'

/** The drafts that one storage keeps; it is asked for only when the first of them begins. */
export const createDrafts = (storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) => {
  const drafts = new Map<string, Draft>()

  const begin = (key: string, initial: string): Draft => {
    const text = signal(storage().getItem(stored + key) ?? initial)
    effect(() => {
      if (text.value === initial) storage().removeItem(stored + key)
      else storage().setItem(stored + key, text.value)
    })
    return { text, initial }
  }

  const draft = (key: string, initial = ''): Draft => {
    const known = drafts.get(key)
    // An untouched field follows what others write; a touched one keeps the person's words.
    if (known && (known.initial === initial || known.text.peek() !== known.initial)) return known
    const made = begin(key, initial)
    drafts.set(key, made)
    return made
  }

  /** Forgets every draft of one form (keys that begin so). */
  const dropDrafts = (form: string): void => {
    for (const [key, { text, initial }] of [...drafts].filter(([key]) => key.startsWith(form))) {
      text.value = initial
      drafts.delete(key)
    }
  }

  return { draft, dropDrafts }
}

export const { draft, dropDrafts } = createDrafts(() => sessionStorage)
