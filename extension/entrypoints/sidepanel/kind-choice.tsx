import { evidenceKinds } from '../../../shared/evidence.ts'
import { strings } from '../../strings.ts'
import { edit, fields } from './form-state.ts'

/** One tap, chosen beforehand where the page says it. */
export const KindChoice = () => (
  <fieldset class="kinds">
    <legend>
      {strings.kind} {fields.value?.kindReason && <span class="soft">{strings.kindSuggested(strings.said(fields.value.kindReason))}</span>}
    </legend>
    <div class="chips">
      {evidenceKinds.map(({ key: kind, label }) => (
        <label key={kind} class="chip" title={strings.said(label)}>
          <input type="radio" name="kind" checked={fields.value?.kind === kind} onChange={() => edit({ kind })} />
          <span>{strings.kindName(kind)}</span>
        </label>
      ))}
    </div>
  </fieldset>
)
