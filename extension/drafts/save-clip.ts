import { clipTexts } from '../../shared/domain/idea-fields.ts'
import { check } from '../outbox/check.ts'
import { checkDraft, type DraftProblem, type FilledForm, mutationsOf } from './draft-to-mutations.ts'
import type { GleanerDatabase } from '../store/db.ts'
import type { Draft, GuardedField } from '../store/draft.ts'
import { discardDraft } from './drafts.ts'
import { languagesFor } from '../outbox/load-languages.ts'
import { fieldsOf } from './clip-fields.ts'
import { addToOutbox } from '../outbox/enqueue.ts'
import { nothingKnown, type PageMemory } from '../patient-page/banner-memory.ts'

/** The field of the form that a text of the arguments came from; what of an item is in none of them is found under its title. */
const fieldOf = (path: string): GuardedField => {
  const typed = [...clipTexts, 'note' as const].find((name) => name === path)
  if (typed) return typed
  if (path === 'link' || path === 'citation.URL') return 'address'
  return path.startsWith('quote.') ? 'quote' : 'title'
}

/** Saves a draft as something to be sent. Answers what is wrong with it, or `undefined` once it is on the disk; `told` under which ids. */
export const saveClip = async (
  database: GleanerDatabase,
  draft: Draft,
  form: FilledForm,
  memory: PageMemory,
  told: (ids: string[]) => void = () => undefined,
): Promise<DraftProblem | undefined> => {
  await languagesFor([form, fieldsOf(draft, form)])
  const problem = checkDraft(draft, form, memory)
  if (problem) return problem
  if (draft.practice) {
    await discardDraft(database, draft.id)
    return undefined
  }
  // The form was read with what its page showed; this reads what the server will read, in no other way than it does.
  const { checked, found } = check(mutationsOf(draft, form, memory), nothingKnown)
  if (!checked) return { field: fieldOf(found[0]?.path ?? ''), why: 'patient', places: found.length }
  const added = await addToOutbox(database, checked, { draft: draft.id, replaced: draft.replaces })
  told(added.map(({ id }) => id))
  return undefined
}
