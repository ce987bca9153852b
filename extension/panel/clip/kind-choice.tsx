import { suggestedKind } from '../parts/kind-names.ts'
import { evidenceKindLabel, evidenceKinds } from '../../../shared/domain/evidence-kinds.ts'
import { lazyPart } from '../parts/lazy-part.tsx'
import { edit, fields } from '../state/form-state.ts'
import { panelMessages } from '../../i18n/panel.ts'
import { translateKind } from '../../i18n/translate-kind.ts'

const PreprintHint = lazyPart(async () => (await import('./preprint-part.tsx')).PreprintHint)

/** One tap. What the page's words suggest is marked, and is the kind only once it is chosen. */
export const KindChoice = () => {
  const { kind: said = null, suggested = null, kindReason = '' } = fields.value ?? {}
  const hint = said === null && suggested !== null ? suggestedKind(suggested, translateKind(kindReason)) : ''
  return (
    <fieldset class="kinds">
      <legend>
        {panelMessages.kind} {hint && <span class="soft">{hint}</span>} <PreprintHint />
      </legend>
      <div class="chips">
        <label class="chip">
          <input type="radio" name="kind" checked={said === null} onChange={() => edit({ kind: null })} />
          <span>{panelMessages.kindUnsaid}</span>
        </label>
        {evidenceKinds.map(({ key: kind }) => (
          <label key={kind} class={hint && kind === suggested ? 'chip suggested' : 'chip'} title={translateKind(evidenceKindLabel(kind))}>
            <input type="radio" name="kind" checked={said === kind} onChange={() => edit({ kind })} />
            <span>{panelMessages.kinds[kind]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
