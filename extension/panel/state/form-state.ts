import { createFormState } from './create-form-state.ts'
import { clips, loadKnown, reusable } from './known-state.ts'
import { loadRules } from './load-rules.ts'
import { lookAgain, memory } from './page-memory.ts'
import { connection, database, draft, drafts, fault, framework, justSaved, reader, rememberedSite, undoable } from './panel-state.ts'

/** The panel's form. */
export const { form, invalid, saveState, fields, suggestedTopic, topic, sites, site, decided, edit, discard, save } = createFormState({
  clips,
  connection,
  database,
  draft,
  drafts,
  fault,
  framework,
  justSaved,
  loadKnown,
  loadRules,
  lookAgain,
  memory,
  now: () => Date.now(),
  reader,
  rememberedSite,
  reusable,
  undoable,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
})
