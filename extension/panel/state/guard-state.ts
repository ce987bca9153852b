import { createGuardState } from './create-guard-state.ts'
import { decided, edit, form } from './form-state.ts'
import { loadRules } from './load-rules.ts'
import { memory } from './page-memory.ts'
import { database, draft, drafts, policy } from './panel-state.ts'

export type { ShownFinding } from './create-guard-state.ts'

/** The panel's guard. */
export const { findings, findingsOf, replaceOne, notPatient, replaceAll, replaceNext, startGuard } = createGuardState({
  database,
  decided,
  draft,
  drafts,
  edit,
  form,
  loadRules,
  memory,
  policy,
})
