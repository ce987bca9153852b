import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { startMessages as messages } from '../i18n/start.ts'

/** One of the three steps. */
export const Step = ({ title, done, children }: { title: string; done: boolean; children: ComponentChildren }) => {
  const id = useId()
  return (
    <li class={`start-step ${done ? 'is-done' : ''}`}>
      <section aria-labelledby={id}>
        <h2 id={id}>
          {title} {done && <span class="badge good">{messages.done}</span>}
        </h2>
        {children}
      </section>
    </li>
  )
}
