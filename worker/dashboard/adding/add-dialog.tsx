import { useEffect, useRef, useState } from 'preact/hooks'
import { matchPath } from '../data/address.ts'
import { place } from '../data/router.ts'
import { may } from '../data/session.ts'
import { addingMessages } from '../i18n/adding.ts'
import './add-dialog.css'
import { AddEvidenceForm } from './add-evidence-form.tsx'
import { AddIdeaForm } from './add-idea-form.tsx'

export type Addable = 'idea' | 'evidence'

/** Adds an idea or evidence from wherever one is. The browser's own dialog keeps the focus inside and gives it back. */
export const AddDialog = ({ begin, close }: { begin: Addable; close: () => void }) => {
  const [what, choose] = useState(begin)
  const dialog = useRef<HTMLDialogElement>(null)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => body.current?.querySelector<HTMLElement>('textarea')?.focus(), [])
  const end = (): void => dialog.current?.close()
  const idea = matchPath('/ideas/:id', place.value.path)?.['id']
  return (
    <dialog ref={dialog} class="add" aria-labelledby="add" onClose={close}>
      <h2 id="add">{addingMessages.title}</h2>
      <fieldset class="add-what">
        <legend class="unseen">{addingMessages.kindOf}</legend>
        {(['idea', 'evidence'] as const).map((one) => (
          <label key={one} class="check">
            <input type="radio" name="add-what" checked={what === one} onChange={() => choose(one)} /> {addingMessages.kinds[one]}
          </label>
        ))}
        {may('importIdea') && (
          <a href="/import" onClick={end}>
            {addingMessages.list}
          </a>
        )}
      </fieldset>
      <div ref={body}>
        {what === 'idea' ? <AddIdeaForm done={end} cancel={end} /> : <AddEvidenceForm idea={idea} done={end} cancel={end} />}
      </div>
    </dialog>
  )
}
