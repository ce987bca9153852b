import { useState } from 'preact/hooks'
import { announce } from './toast.tsx'
import { words } from '../i18n/strings.ts'

/** Something to take elsewhere: selectable, and copied with one press. */
export const CopyField = ({ label, text }: { label: string; text: string }) => {
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    // The clipboard may be closed to pages by policy; the text can still be selected by hand.
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setCopied(done)
    announce(done ? words.connect.copied(label) : words.connect.notCopied)
  }
  return (
    <div class="copy">
      <span class="copy-label">{label}</span>
      <code class="copy-text">{text}</code>
      <button type="button" class="button quiet" aria-label={words.connect.copy(label)} onClick={() => void copy()}>
        {copied ? words.connect.copiedShort : words.connect.copyShort}
      </button>
    </div>
  )
}
