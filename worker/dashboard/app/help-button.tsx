import { useEffect } from 'preact/hooks'
import { isSingleKey } from '../data/single-keys.ts'
import { messages } from '../i18n/bank.ts'
import { closeHelp, isHelpOpen, openHelp } from '../data/help.ts'
import { lazyPart } from '../ui/lazy-part.tsx'

const HelpDialog = lazyPart(() => import('../help/help-dialog.tsx').then((part) => part.HelpDialog))

/** The keys and words of the page, also by `?`. */
export const HelpButton = () => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== '?' || !isSingleKey(event)) return
      event.preventDefault()
      openHelp()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return (
    <>
      <button
        type="button"
        class="button quiet small help-button"
        aria-label={messages.frame.help}
        aria-keyshortcuts="?"
        onClick={openHelp}
      >
        ?
      </button>
      {isHelpOpen.value && <HelpDialog close={closeHelp} />}
    </>
  )
}
