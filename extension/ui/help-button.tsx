import { useState } from 'preact/hooks'
import { lazy } from '../../shared/web/lazy.tsx'
import { appMessages } from '../i18n/app.ts'

const HelpDialog = lazy(
  async () => (await import('./help-dialog.tsx')).HelpDialog,
  () => null,
)

/** What this page is for, its keys and its words, for whoever asks. */
export const HelpButton = ({ of }: { of: 'panel' | 'options' }) => {
  const [open, show] = useState(false)
  return (
    <>
      <button type="button" class="link-button settings" aria-label={appMessages.help} onClick={() => show(true)}>
        ?
      </button>
      {open && <HelpDialog of={of} close={() => show(false)} />}
    </>
  )
}
