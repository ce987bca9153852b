import { useEffect, useRef, useState } from 'preact/hooks'
import { limits } from '../../../shared/fields.ts'
import { discardDraft } from '../../drafts.ts'
import { strings } from '../../strings.ts'
import { edit, form, invalid, save, saveState } from './form-state.ts'
import { ItemCard } from './item-card.tsx'
import { KindChoice } from './kind-choice.tsx'
import { database, draft } from './panel-state.ts'
import { PlaceFields } from './place-fields.tsx'

const mac = /mac/i.test(navigator.platform)

const ClipKind = () => (
  <fieldset class="segments">
    <legend class="only-read-aloud">{strings.clipKind}</legend>
    {[true, false].map((withIdea) => (
      <label key={String(withIdea)}>
        <input type="radio" name="clip-kind" checked={form.value.withIdea === withIdea} onChange={() => edit({ withIdea })} />
        <span>{withIdea ? strings.withIdea : strings.evidenceOnly}</span>
      </label>
    ))}
  </fieldset>
)

const Invalid = ({ field }: { field: string }) =>
  invalid.value?.field === field && (
    <p class="invalid" id={`invalid-${field}`} role="alert">
      {invalid.value.message}
    </p>
  )

const IdeaFields = () => {
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus({ preventScroll: true }), [draft.value?.id])
  const wrong = invalid.value?.field === 'change'
  return (
    <>
      <div class="field">
        <label for="change">{strings.change}</label>
        <textarea
          id="change"
          ref={first}
          rows={2}
          maxLength={limits.sentence}
          placeholder={strings.changeHint}
          value={form.value.change}
          aria-invalid={wrong}
          aria-describedby={wrong ? 'invalid-change' : undefined}
          onInput={({ currentTarget }) => edit({ change: currentTarget.value })}
        />
        <Invalid field="change" />
      </div>
      <div class="field">
        <label for="problem">
          {strings.why} <span class="soft">{strings.optional}</span>
        </label>
        <textarea
          id="problem"
          rows={1}
          maxLength={limits.sentence}
          value={form.value.problem}
          onInput={({ currentTarget }) => edit({ problem: currentTarget.value })}
        />
      </div>
    </>
  )
}

const NoteField = () => (
  <div class="field">
    <label for="note">
      {strings.note} <span class="soft">{strings.optional}</span>
    </label>
    <textarea
      id="note"
      rows={1}
      maxLength={limits.text}
      value={form.value.note}
      onInput={({ currentTarget }) => edit({ note: currentTarget.value })}
    />
  </div>
)

const discard = async (): Promise<void> => {
  if (database.value && draft.value) await discardDraft(database.value, draft.value.id)
}

const Discard = () => {
  const [asking, ask] = useState(false)
  if (!asking)
    return (
      <button type="button" class="link-button" onClick={() => ask(true)}>
        {strings.discard}
      </button>
    )
  return (
    <span class="actions">
      <span>{strings.discardSure}</span>
      <button type="button" class="button" onClick={() => void discard()}>
        {strings.discard}
      </button>
      <button type="button" class="button" onClick={() => ask(false)}>
        {strings.keep}
      </button>
    </span>
  )
}

const submit = (event: Event): void => {
  event.preventDefault()
  void save()
}

const keys = (event: KeyboardEvent): void => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
}

/** The shortest useful clip, in the order of its questions. */
export const ClipForm = () => {
  const saving = saveState.value === 'saving'
  return (
    <form class="clip" onSubmit={submit} onKeyDown={keys} noValidate>
      <ClipKind />
      {form.value.withIdea && <IdeaFields />}
      <ItemCard />
      <KindChoice />
      {!form.value.withIdea && <NoteField />}
      <PlaceFields />
      <p class="soft patient">{strings.patient}</p>
      <div class="save">
        {saveState.value === 'disk-full' && (
          <p class="notice bad" role="alert">
            <strong>{strings.notSaved}.</strong> {strings.notSavedDisk}
          </p>
        )}
        <button type="submit" class="button main" disabled={saving}>
          {saving ? strings.saving : strings.save} <kbd>{strings.saveKeys(mac)}</kbd>
        </button>
        <Discard />
      </div>
    </form>
  )
}
