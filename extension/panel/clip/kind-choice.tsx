import { evidenceKinds } from '../../../shared/domain/evidence-kinds.ts'
import { strings } from '../../i18n/strings.ts'
import { edit, fields } from '../state/form-state.ts'

/** One tap. What the page's words suggest is marked, and is the kind only once it is chosen. */
export const KindChoice = () => {
  const { kind: said = null, suggested = null, kindReason = '' } = fields.value ?? {}
  const hint = said === null && suggested !== null ? strings.kindSuggested(suggested, strings.said(kindReason)) : ''
  return (
    <fieldset class="kinds">
      <legend>
        {strings.kind} {hint && <span class="soft">{hint}</span>}
      </legend>
      <div class="chips">
        <label class="chip">
          <input type="radio" name="kind" checked={said === null} onChange={() => edit({ kind: null })} />
          <span>{strings.kindUnsaid}</span>
        </label>
        {evidenceKinds.map(({ key: kind, label }) => (
          <label key={kind} class={hint && kind === suggested ? 'chip suggested' : 'chip'} title={strings.said(label)}>
            <input type="radio" name="kind" checked={said === kind} onChange={() => edit({ kind })} />
            <span>{strings.kindName(kind)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
