import { useEffect, useRef } from 'preact/hooks'
import { meaningOf, nameOf, type Word } from '../../shared/domain/glossary.ts'
import { say } from '../../shared/web/glossary.ts'
import { helpMessages as messages } from '../i18n/help.ts'
import './help-dialog.css'

type Key = readonly [key: string, does: keyof typeof messages.does]

/** Keys that begin a clip, as they are until somebody changes them. */
const clipping: readonly Key[] = [
  ['Alt+Shift+G', 'clip'],
  ['Alt+Shift+Q', 'quick'],
]

const pages: Record<'panel' | 'options', { keys: readonly Key[]; words: readonly Word[] }> = {
  panel: {
    keys: [...clipping, ['Ctrl+Enter', 'save'], ['Alt+R', 'replace'], ['Alt+Shift+R', 'replaceAll'], ['← →', 'tabs']],
    words: [
      ...(['clip', 'idea', 'problem', 'kind', 'level', 'patient-check', 'draft', 'inbox', 'answer-due', 'stance'] as const),
      ...(['pathway', 'single-site', 'incubator', 'network-wide', 'phase', 'hold', 'parked', 'declined', 'abandoned', 'merged'] as const),
    ],
  },
  options: { keys: clipping, words: ['pairing-code', 'clip', 'draft', 'patient-check'] },
}

/** The browser's own dialog keeps the focus inside and gives it back. */
export const HelpDialog = ({ of, close }: { of: 'panel' | 'options'; close: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const top = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    top.current?.focus()
  }, [])
  const { keys, words } = pages[of]
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help" onClose={close}>
      <h2 id="help" ref={top} tabIndex={-1}>
        {messages.title}
      </h2>
      <p>{messages.about[of]}</p>
      <h3>{messages.keys}</h3>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{messages.does[does]}</dd>
          </div>
        ))}
      </dl>
      <h3>{messages.words}</h3>
      <dl>
        {words.map((word) => (
          <div key={word}>
            <dt>{say({ code: nameOf(word) })}</dt>
            <dd>{say({ code: meaningOf(word) })}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" class="button main">
          {messages.close}
        </button>
      </form>
    </dialog>
  )
}
