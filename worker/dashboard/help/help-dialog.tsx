import { useEffect, useRef } from 'preact/hooks'
import { needsApproval } from '../../../shared/domain/approval.ts'
import { meaningOf, nameOf, type Need, needName, reasonFor, type Word } from '../../../shared/domain/glossary.ts'
import { say } from '../../../shared/web/glossary.ts'
import { framework } from '../data/framework.ts'
import { place } from '../data/router.ts'
import { setSingleKeys, singleKeys } from '../data/single-keys.ts'
import { helpMessages as messages } from '../i18n/help.ts'
import { everywhere, type HelpKey } from './help-keys.ts'
import './help-dialog.css'
import { helpAt } from './help-pages.ts'

/** A pathway or phase as this network calls it, any other word as everybody does. */
const named = (word: Word): string => {
  const labels = [...(framework.value?.pathways ?? []), ...(framework.value?.phases ?? [])]
  return labels.find(({ key }) => key === word)?.label ?? say({ code: nameOf(word) })
}

const Keys = ({ keys }: { keys: readonly HelpKey[] }) => (
  <dl class="keys">
    {keys.map(([key, does]) => (
      <div key={key}>
        <dt>
          <kbd>{key}</kbd>
        </dt>
        <dd>{messages.does[does]}</dd>
      </div>
    ))}
  </dl>
)

const Words = ({ words }: { words: readonly Word[] }) => (
  <dl class="help-words">
    {words.map((word) => (
      <div key={word}>
        <dt>{named(word)}</dt>
        <dd>{say({ code: meaningOf(word) })}</dd>
      </div>
    ))}
  </dl>
)

/** What this network's gates ask for, each once, and why. */
const Reasons = () => {
  const { gates = [], triage = [] } = framework.value ?? {}
  const needs = new Set<Need>([...triage, ...gates.flatMap((gate) => gate.needs)].map(({ need }) => need))
  if (gates.some((gate) => needsApproval(gate))) needs.add('approval')
  return (
    <dl class="help-words">
      {[...needs].map((need) => (
        <div key={need}>
          <dt>{say({ code: needName(need) })}</dt>
          <dd>{say({ code: reasonFor(need) })}</dd>
        </div>
      ))}
    </dl>
  )
}

/** This page's keys and words. The browser's own dialog keeps the focus inside and gives it back. */
export const HelpDialog = ({ close }: { close: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const top = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    top.current?.focus()
  }, [])
  const { name, keys, words, gates } = helpAt(place.value.path)
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help" onClose={close}>
      <h2 id="help" ref={top} tabIndex={-1}>
        {messages.title({ page: messages.names[name] })}
      </h2>
      <p>{messages.about[name]}</p>
      <h3>{messages.keys}</h3>
      <Keys keys={[...keys, ...everywhere]} />
      <label class="check">
        <input type="checkbox" checked={singleKeys.value} onChange={(event) => setSingleKeys(event.currentTarget.checked)} />{' '}
        {messages.singleKeys}
      </label>
      <h3>{messages.words}</h3>
      <Words words={words} />
      {gates && (
        <>
          <h3>{messages.reasons}</h3>
          <Reasons />
        </>
      )}
      <p class="soft small">{messages.source}</p>
      <form method="dialog" class="form-end">
        <button type="submit" class="button primary">
          {messages.close}
        </button>
      </form>
    </dialog>
  )
}
