import { useEffect, useRef } from 'preact/hooks'
import { messages } from '../i18n/bank.ts'
import { setSingleKeys, singleKeys } from '../data/single-keys.ts'
import { type TriageAction, triageKeys } from './triage-keys.ts'

const order: readonly TriageAction[] = ['next', 'previous', 'classify', 'ask', 'merge', 'decline', 'park', 'take', 'undo', 'help']

/** The keys, and the switch that turns them off. The browser's own dialog keeps the focus inside and gives it back. */
export const TriageHelp = ({ close }: { close: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="help" aria-labelledby="keys" onClose={close}>
      <h2 id="keys">{messages.triage.helpTitle}</h2>
      <dl class="keys">
        {order.map((action) => (
          <div key={action}>
            <dt>
              <kbd>{triageKeys[action]}</kbd>
            </dt>
            <dd>{messages.triage.actions[action]}</dd>
          </div>
        ))}
        {Object.values(messages.triage.otherKeys).map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" checked={singleKeys.value} onChange={(event) => setSingleKeys(event.currentTarget.checked)} />{' '}
        {messages.triage.singleKeys}
      </label>
      <form method="dialog" class="form-end">
        <button type="submit" class="button primary">
          {messages.triage.closeHelp}
        </button>
      </form>
    </dialog>
  )
}
