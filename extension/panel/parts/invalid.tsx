import type { DraftProblem } from '../../drafts/draft-to-mutations.ts'
import { strings } from '../../i18n/strings.ts'
import { invalid } from '../state/form-state.ts'

/** Why a field kept the clip from being saved, beside the field. */
export const Invalid = ({ field }: { field: DraftProblem['field'] }) =>
  invalid.value?.field === field && (
    <p class="invalid" id={`invalid-${field}`} role="alert">
      {strings.draftProblem(invalid.value)}
    </p>
  )
