import { deviceMutationNamed } from '../../shared/mutations/device-mutations.ts'
import { check, type TextFinding } from './check.ts'
import type { GleanerDatabase } from '../store/db.ts'
import { addToOutbox } from './enqueue.ts'
import { languagesFor } from './load-languages.ts'
import type { NewMutation } from './new-mutation.ts'
import type { PageMemory } from '../patient-page/banner-memory.ts'

/** Enqueues mutations if the PHI check finds nothing. Returns the findings, then nothing was enqueued; or the ids of what was, where all of it can be undone. */
export const enqueueChecked = async (
  database: GleanerDatabase,
  list: readonly NewMutation[],
  memory: PageMemory,
): Promise<{ found: TextFinding[]; undoable: string[] }> => {
  await languagesFor(list)
  const { checked, found } = check(list, memory)
  const added = checked ? await addToOutbox(database, checked) : []
  const all = added.every(({ name }) => deviceMutationNamed(name)?.undoable)
  return { found, undoable: all ? added.map(({ id }) => id) : [] }
}
