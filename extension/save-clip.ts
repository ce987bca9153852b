import { checkDraft, type DraftProblem, type FilledForm, mutationsOf } from './clip.ts'
import type { GleanerDatabase } from './db.ts'
import type { Draft } from './draft.ts'
import { discardDraft } from './drafts.ts'
import { addMutations } from './outbox.ts'
import type { PageMemory } from './patient-memory.ts'

/** Saves a draft as something to be sent. Answers what is wrong with it, or `undefined` once it is on the disk. */
export const saveClip = async (
  database: GleanerDatabase,
  draft: Draft,
  form: FilledForm,
  memory: PageMemory,
): Promise<DraftProblem | undefined> => {
  const problem = checkDraft(draft, form, memory)
  if (problem) return problem
  if (draft.practice) {
    await discardDraft(database, draft.id)
    return undefined
  }
  await addMutations(database, mutationsOf(draft, form, memory), { draft: draft.id, replaced: draft.replaces })
  return undefined
}
