import { signal } from '@preact/signals'
import { messages } from '../i18n/bank.ts'

const said = signal<{ text: string; turn: number; undo?: (() => void) | undefined }>({ text: '', turn: 0 })

/** Tells what happened: heard by screen readers, seen for a while by everybody; with the way back, where there is one. */
export const showToast = (text: string, undo?: () => void): void => {
  said.value = { text, turn: said.value.turn + 1, undo }
}

/** One live region for the whole app, there from the start: a region that appears together with its text is not read. */
export const Announcements = () => {
  const { text, turn, undo } = said.value
  return (
    <div class="announcements" role="status" aria-live="polite" aria-atomic="true">
      {text && (
        <p class={`toast ${undo ? 'undoable' : ''}`} key={turn}>
          {text}
          {undo && (
            <button type="button" class="button small" aria-keyshortcuts="u" onClick={undo}>
              {messages.undo.button} <kbd aria-hidden="true">u</kbd>
            </button>
          )}
        </p>
      )}
    </div>
  )
}
