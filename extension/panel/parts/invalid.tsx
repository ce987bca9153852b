import type { DraftProblem } from '../../drafts/draft-to-mutations.ts'
import { invalid } from '../state/form-state.ts'
import { panelMessages } from '../../i18n/panel.ts'

const draftProblem = ({ why, places }: DraftProblem): string =>
  why === 'patient' ? panelMessages.draftProblems.patient({ places }) : panelMessages.draftProblems[why]

/** Why a field kept the clip from being saved, beside the field. */
export const Invalid = ({ field }: { field: DraftProblem['field'] }) =>
  invalid.value?.field === field && (
    <p class="invalid" id={`invalid-${field}`} role="alert">
      {draftProblem(invalid.value)}
    </p>
  )
