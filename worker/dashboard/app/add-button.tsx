import { useEffect, useState } from 'preact/hooks'
import { place } from '../data/router.ts'
import { isSingleKey } from '../data/single-keys.ts'
import { messages } from '../i18n/bank.ts'
import { lazyPart } from '../ui/lazy-part.tsx'

const AddDialog = lazyPart(() => import('../adding/add-dialog.tsx').then((part) => part.AddDialog))

/** On the page of evidence evidence, elsewhere an idea; with the Shift key always evidence. */
const beginning = (key: string): 'idea' | 'evidence' => (key === 'N' || place.value.path.startsWith('/evidence') ? 'evidence' : 'idea')

/** Adds an idea or evidence, from every page, also by `n` and `N`. */
export const AddButton = () => {
  const [open, setOpen] = useState<'idea' | 'evidence' | undefined>(undefined)
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!['n', 'N'].includes(event.key) || !isSingleKey(event)) return
      event.preventDefault()
      setOpen(beginning(event.key))
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return (
    <>
      <button type="button" class="button primary small" aria-keyshortcuts="n" onClick={() => setOpen(beginning('n'))}>
        {messages.frame.add} <kbd aria-hidden="true">n</kbd>
      </button>
      {open && <AddDialog begin={open} close={() => setOpen(undefined)} />}
    </>
  )
}
