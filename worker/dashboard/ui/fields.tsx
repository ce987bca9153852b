import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { limits } from '../../../shared/domain/field-schemas.ts'
import type { Word } from '../../../shared/domain/glossary.ts'
import { Term } from '../../../shared/web/term.tsx'
import type { Draft } from '../data/drafts.ts'
import { messages } from '../i18n/bank.ts'

interface Common {
  label: string
  hint?: string | undefined
  required?: boolean | undefined
  /** The word of the framework that is asked for: its meaning is behind a “?” beside the label. */
  word?: Word | undefined
}

interface Shell extends Common {
  children: (ids: { id: string; 'aria-describedby': string | undefined }) => ComponentChildren
}

/** A label, what is typed or chosen, and a hint that a screen reader reads with it. */
export const Field = ({ label, hint, required, word, children }: Shell) => {
  const id = useId()
  const described = hint ? `${id}-hint` : undefined
  return (
    <div class="field">
      <div class="label-line">
        <label for={id}>
          {label}
          {!required && required !== undefined && <span class="optional"> {messages.form.optional}</span>}
        </label>
        {word && (
          <Term word={word}>
            <span aria-hidden="true">?</span>
            <span class="unseen">{messages.form.meaning({ label })}</span>
          </Term>
        )}
      </div>
      {children({ id, 'aria-describedby': described })}
      {hint && (
        <p class="hint" id={described}>
          {hint}
        </p>
      )}
    </div>
  )
}

const nearlyFull = 0.8

/** A text in a draft: one sentence (grows to two lines), or `long`. */
export const TextField = ({ draft, long, most, ...common }: Common & { draft: Draft; long?: boolean; most?: number }) => {
  const limit = most ?? (long ? limits.text : limits.sentence)
  const left = limit - draft.text.value.length
  return (
    <Field {...common} hint={left < limit * (1 - nearlyFull) ? messages.form.left({ left }) : common.hint}>
      {(ids) => (
        <textarea
          {...ids}
          rows={long ? 4 : 2}
          maxLength={limit}
          required={common.required ?? false}
          value={draft.text.value}
          onInput={(event) => (draft.text.value = event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

type LineProps = Common & { draft: Draft; keyboard?: 'text' | 'url' | 'email' | 'numeric'; autocomplete?: string }

export const LineField = ({ draft, keyboard = 'text', autocomplete = 'off', ...common }: LineProps) => (
  <Field {...common}>
    {(ids) => (
      <input
        {...ids}
        type="text"
        inputMode={keyboard}
        autocomplete={autocomplete}
        autocapitalize={keyboard === 'text' ? undefined : 'off'}
        spellcheck={keyboard === 'text'}
        required={common.required ?? false}
        value={draft.text.value}
        onInput={(event) => (draft.text.value = event.currentTarget.value)}
      />
    )}
  </Field>
)

export const DateField = ({ draft, least, ...common }: Common & { draft: Draft; least: string }) => (
  <Field {...common}>
    {(ids) => (
      <input
        {...ids}
        type="date"
        min={least}
        required={common.required ?? false}
        value={draft.text.value}
        onInput={(event) => (draft.text.value = event.currentTarget.value)}
      />
    )}
  </Field>
)

export interface Choice {
  key: string
  label: string
}

interface SelectProps extends Common {
  value: string
  choices: readonly Choice[]
  /** What stands for "nothing chosen"; without it something always is. */
  none?: string
  onChange: (key: string) => void
}

export const SelectField = ({ value, choices, none, onChange, ...common }: SelectProps) => (
  <Field {...common}>
    {(ids) => (
      <select {...ids} required={common.required ?? false} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.key} value={choice.key}>
            {choice.label}
          </option>
        ))}
      </select>
    )}
  </Field>
)

interface RadioProps {
  legend: string
  value: string
  choices: readonly (Choice & { hint?: ComponentChildren })[]
  onChange: (key: string) => void
}

export const RadioField = ({ legend, value, choices, onChange }: RadioProps) => {
  const name = useId()
  return (
    <fieldset class="radios">
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.key} class="radio">
          <input
            type="radio"
            name={name}
            required
            value={choice.key}
            checked={choice.key === value}
            onChange={() => onChange(choice.key)}
          />
          <span>
            <span class="radio-label">{choice.label}</span>
            {choice.hint && <span class="hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
