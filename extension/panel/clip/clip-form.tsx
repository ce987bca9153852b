import { keyboard } from '../parts/keyboard.ts'
import { useEffect, useRef } from 'preact/hooks'
import { limits } from '../../../shared/domain/field-schemas.ts'
import { type ClipTextName, clipTexts } from '../../../shared/domain/idea-fields.ts'
import { mostOf, question } from '../parts/field-question.ts'
import { Discard } from '../parts/discard.tsx'
import { describes, Findings, FindingsSummary, isCertain } from './findings.tsx'
import { decided, discard, edit, form, invalid, save, saveState } from '../state/form-state.ts'
import { replaceAll, replaceNext } from '../state/guard-state.ts'
import { Invalid } from '../parts/invalid.tsx'
import { ItemCard } from './item-card.tsx'
import { KindChoice } from './kind-choice.tsx'
import { lazyPart } from '../parts/lazy-part.tsx'
import { memory } from '../state/page-memory.ts'
import { draft } from '../state/panel-state.ts'
import { PlaceFields } from './place-fields.tsx'
import { panelMessages } from '../../i18n/panel.ts'

const SimilarPart = lazyPart(async () => (await import('./similar-part.tsx')).SimilarPart)

const ClipKind = () => (
  <fieldset class="segments">
    <legend class="unseen">{panelMessages.clipKind}</legend>
    {[true, false].map((withIdea) => (
      <label key={String(withIdea)}>
        <input type="radio" name="clip-kind" checked={form.value.withIdea === withIdea} onChange={() => edit({ withIdea })} />
        <span>{withIdea ? panelMessages.withIdea : panelMessages.evidenceOnly}</span>
      </label>
    ))}
  </fieldset>
)

/** What may be said of the idea beside its sentence. */
const FurtherText = ({ name }: { name: Exclude<ClipTextName, 'change'> }) => (
  <div class="field">
    <label for={name}>
      {question(name)} <span class="soft">{panelMessages.optional}</span>
    </label>
    <textarea
      id={name}
      rows={1}
      maxLength={mostOf(name)}
      value={form.value[name] ?? ''}
      aria-invalid={isCertain(name)}
      aria-describedby={[`hint-${name}`, describes(name, invalid.value?.field === name)].filter(Boolean).join(' ')}
      onInput={({ currentTarget }) => edit({ [name]: currentTarget.value })}
    />
    <p class="soft" id={`hint-${name}`}>
      {panelMessages.furtherHints[name]}
    </p>
    <Findings name={name} />
    <Invalid field={name} />
  </div>
)

const IdeaFields = () => {
  const first = useRef<HTMLTextAreaElement>(null)
  // Whoever goes along the tabs with the arrow keys stays there.
  useEffect(() => {
    if (document.activeElement?.role !== 'tab') first.current?.focus({ preventScroll: true })
  }, [draft.value?.id])
  const wrong = invalid.value?.field === 'change'
  return (
    <>
      <div class="field">
        <label for="change">{question('change')}</label>
        <textarea
          id="change"
          ref={first}
          rows={2}
          maxLength={limits.sentence}
          placeholder={panelMessages.changeHint}
          value={form.value.change}
          aria-invalid={wrong || isCertain('change')}
          aria-describedby={describes('change', wrong)}
          onInput={({ currentTarget }) => edit({ change: currentTarget.value })}
        />
        <Findings name="change" />
        <Invalid field="change" />
      </div>
      {clipTexts.map((name) => name !== 'change' && <FurtherText key={name} name={name} />)}
    </>
  )
}

const NoteField = () => (
  <div class="field">
    <label for="note">
      {panelMessages.note} <span class="soft">{panelMessages.optional}</span>
    </label>
    <textarea
      id="note"
      rows={1}
      maxLength={limits.text}
      value={form.value.note}
      aria-invalid={isCertain('note')}
      aria-describedby={describes('note', invalid.value?.field === 'note')}
      onInput={({ currentTarget }) => edit({ note: currentTarget.value })}
    />
    <Findings name="note" />
    <Invalid field="note" />
  </div>
)

const submit = (event: Event): void => {
  event.preventDefault()
  void save()
}

const keys = (event: KeyboardEvent): void => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
  // By the place of the key: with Option held, a Mac makes another letter of it.
  if (event.code !== 'KeyR' || !event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  if (event.shiftKey) replaceAll()
  else replaceNext(document.activeElement?.id)
}

const ReadOver = () =>
  memory.value.gone ? (
    <div class={`notice read-over${invalid.value?.field === 'read-over' ? ' bad' : ''}`} role="alert">
      <p>{panelMessages.draftProblems['not-read-over']}</p>
      <label>
        <input
          type="checkbox"
          id="read-over"
          checked={form.value.readOver === true}
          onChange={({ currentTarget }) => edit({ readOver: currentTarget.checked })}
        />{' '}
        {panelMessages.readOver}
      </label>
    </div>
  ) : null

const enoughToCompare = 8

/** Whether there is a sentence to compare, or an idea that the clip is added to. */
const hasSimilar = (): boolean =>
  form.value.withIdea ? form.value.change.trim().length >= enoughToCompare : (form.value.supports ?? []).length > 0

/** The shortest useful clip, in the order of its questions. */
export const ClipForm = () => {
  const saving = saveState.value === 'saving'
  return (
    <form class="clip" onSubmit={submit} onKeyDown={keys} noValidate>
      {draft.value?.practice && <p class="notice good">{panelMessages.practice}</p>}
      <ClipKind />
      {form.value.withIdea && <IdeaFields />}
      {hasSimilar() && <SimilarPart />}
      <ItemCard />
      {!decided.value.reuse && <KindChoice />}
      {!decided.value.reuse && (!form.value.withIdea || form.value.note.trim() !== '') && <NoteField />}
      <PlaceFields />
      <p class="soft patient">{panelMessages.patient}</p>
      <div class="save">
        <FindingsSummary />
        <ReadOver />
        {saveState.value === 'disk-full' && (
          <p class="notice bad" role="alert">
            <strong>{panelMessages.notSaved}.</strong> {panelMessages.notSavedDisk}
          </p>
        )}
        <button type="submit" class="button main" aria-disabled={saving}>
          {saving ? panelMessages.saving : panelMessages.save} <kbd>{panelMessages.saveKeys[keyboard]}</kbd>
        </button>
        <Discard label={panelMessages.discard} sure={panelMessages.discardSure} discard={discard} />
      </div>
    </form>
  )
}
