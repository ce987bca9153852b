import { check, type TextFinding } from './check.ts'
import type { GleanerDatabase } from '../store/db.ts'
import { addToOutbox } from './enqueue.ts'
import { languagesFor } from './load-languages.ts'
import type { NewMutation } from './new-mutation.ts'
import type { PageMemory } from '../patient-page/banner-memory.ts'

/** Enqueues mutations if the PHI check finds nothing. Returns the findings; then nothing was enqueued. */
export const enqueueChecked = async (
  database: GleanerDatabase,
  list: readonly NewMutation[],
  memory: PageMemory,
): Promise<TextFinding[]> => {
  await languagesFor(list)
  const { checked, found } = check(list, memory)
  if (checked) await addToOutbox(database, checked)
  return found
}
