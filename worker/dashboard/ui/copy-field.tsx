import { useState } from 'preact/hooks'
import { showToast } from './toast.tsx'
import { accessMessages } from '../i18n/access.ts'
import './connect.css'

/** Something to take elsewhere: selectable, and copied with one press. */
export const CopyField = ({ label, text }: { label: string; text: string }) => {
  // What was copied: a new text in the same place was not.
  const [taken, setTaken] = useState<string>()
  const copied = taken === text
  const copy = async (): Promise<void> => {
    // The clipboard may be closed to pages by policy; the text can still be selected by hand.
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setTaken(done ? text : undefined)
    showToast(done ? accessMessages.connect.copied({ what: label }) : accessMessages.connect.notCopied)
  }
  return (
    <div class="copy">
      <span class="copy-label">{label}</span>
      <code class="copy-text">{text}</code>
      <button
        type="button"
        class="button quiet"
        aria-label={copied ? accessMessages.connect.copied({ what: label }) : accessMessages.connect.copy({ what: label })}
        onClick={() => void copy()}
      >
        {copied ? accessMessages.connect.copiedShort : accessMessages.connect.copyShort}
      </button>
    </div>
  )
}
