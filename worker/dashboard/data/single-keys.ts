import { signal } from '@preact/signals'

const stored = 'single-keys'

/** Single keys can be switched off, because speech input and shaky hands press them by accident (WCAG 2.1.4). */
export const singleKeys = signal(localStorage.getItem(stored) !== 'off')
export const setSingleKeys = (on: boolean): void => {
  singleKeys.value = on
  localStorage.setItem(stored, on ? 'on' : 'off')
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, dialog') !== null)

/** Whether a press is meant as a single key: they are on, nothing is typed into, and no other key is held. */
export const isSingleKey = (event: KeyboardEvent): boolean =>
  singleKeys.value && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && !isTyping(event.target)
