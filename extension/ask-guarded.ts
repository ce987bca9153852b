import { check, type TextFinding } from './check-asked.ts'
import type { GleanerDatabase } from './db.ts'
import { addAsked } from './keep-asked.ts'
import type { NewMutation } from './new-mutation.ts'
import type { PageMemory } from './patient-memory.ts'

/** Keeps mutations to be sent, once the patient guard has read them. Answers what kept them from it; nothing is kept then. */
export const askGuarded = async (database: GleanerDatabase, list: readonly NewMutation[], memory: PageMemory): Promise<TextFinding[]> => {
  const { checked, found } = check(list, memory)
  if (checked) await addAsked(database, checked)
  return found
}
