import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import './help-sheet.css'

/** What stands in front, and what it is about: a key and what it does, a word and what it means. */
export type HelpLine = readonly [name: string, says: string]

/** Lines of the help, each once. */
export const HelpLines = ({ lines, keys = false }: { lines: readonly HelpLine[]; keys?: boolean }) => (
  <dl class={keys ? 'help-keys' : 'help-words'}>
    {lines.map(([name, says]) => (
      <div key={name}>
        <dt>{keys ? <kbd>{name}</kbd> : name}</dt>
        <dd>{says}</dd>
      </div>
    ))}
  </dl>
)

interface Props {
  title: string
  about: string
  keysTitle: string
  keys: readonly HelpLine[]
  /** Below the keys. */
  ofKeys?: ComponentChildren
  wordsTitle: string
  words: readonly HelpLine[]
  closeLabel: string
  /** Classes of the button that closes it. */
  button: string
  close: () => void
  /** Below the words. */
  children?: ComponentChildren
}

/** The help of a page: what it is for, its keys and its words. The browser's own dialog keeps the focus inside and gives it back. */
export const HelpSheet = ({ title, about, keysTitle, keys, ofKeys, wordsTitle, words, closeLabel, button, close, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const top = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    top.current?.focus()
  }, [])
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help" onClose={close}>
      <h2 id="help" ref={top} tabIndex={-1}>
        {title}
      </h2>
      <p>{about}</p>
      <h3>{keysTitle}</h3>
      <HelpLines lines={keys} keys />
      {ofKeys}
      <h3>{wordsTitle}</h3>
      <HelpLines lines={words} />
      {children}
      <form method="dialog" class="help-end">
        <button type="submit" class={button}>
          {closeLabel}
        </button>
      </form>
    </dialog>
  )
}
