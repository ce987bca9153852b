import { useEffect, useRef, useState } from 'preact/hooks'
import { askBackground } from '../../browser/messages.ts'
import { undoMessages } from '../../i18n/undo.ts'
import { undoSaved } from '../../drafts/undo-saved.ts'
import { focusTab } from '../state/focus-tab.ts'
import { database, justSaved, undoable } from '../state/panel-state.ts'
import './undo-part.css'

/** So long the way back stands there, in milliseconds; longer while somebody is at it. */
const life = 10_000

/** Says that it is done, with the way back for ten seconds. A clip comes back as it was typed. */
export const UndoPart = ({ what }: { what: NonNullable<typeof undoable.value> }) => {
  const [says, say] = useState('')
  const [undone, end] = useState(false)
  const busy = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const go = (): void => {
    // Something newer may stand there.
    if (undoable.peek() === what) undoable.value = undefined
  }
  const stay = (): void => clearTimeout(timer.current)
  const leave = (): void => {
    stay()
    timer.current = setTimeout(go, life)
  }
  useEffect(() => {
    say(undoMessages.done)
    leave()
    return stay
  }, [])
  const undo = async (): Promise<void> => {
    if (busy.current || !database.value) return
    busy.current = true
    await undoSaved(database.value, what)
    justSaved.value = undefined
    // The button goes.
    focusTab()
    end(true)
    say(undoMessages.undone)
    leave()
    await askBackground({ ask: 'sync' })
  }
  return (
    <div class="undo-part" role="status" onPointerEnter={stay} onPointerLeave={leave} onFocusIn={stay} onFocusOut={leave}>
      <span>{says}</span>
      {!undone && (
        <button type="button" class="button small" onClick={() => void undo()}>
          {undoMessages.undo}
        </button>
      )}
    </div>
  )
}
