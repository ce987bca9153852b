import { signal } from '@preact/signals'

const said = signal({ text: '', turn: 0 })

/** Tells what happened: heard by screen readers, seen for a while by everybody. */
export const showToast = (text: string): void => {
  said.value = { text, turn: said.value.turn + 1 }
}

/** One live region for the whole app, there from the start: a region that appears together with its text is not read. */
export const Announcements = () => (
  <div class="announcements" role="status" aria-live="polite" aria-atomic="true">
    {said.value.text && (
      <p class="toast" key={said.value.turn}>
        {said.value.text}
      </p>
    )}
  </div>
)
