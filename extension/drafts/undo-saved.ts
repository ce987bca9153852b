import { addToOutbox } from '../outbox/enqueue.ts'
import type { GleanerDatabase } from '../store/db.ts'
import type { Draft } from '../store/draft.ts'
import { undoing } from '../store/queued.ts'
import { newId } from '../../shared/web/new-id.ts'

/**
 * Takes back what was kept under these ids, the last first; what a clip was made of is a draft again, in the same transaction: both
 * or neither, wherever it breaks. Offline too: both wait and are sent in their order, and nothing of either shows.
 */
export const undoSaved = async (database: GleanerDatabase, { ids, draft }: { ids: readonly string[]; draft?: Draft }): Promise<void> => {
  await addToOutbox(
    database,
    ids.toReversed().map((mutation) => undoing(mutation, { id: newId(), at: Date.now() })),
    // Under a name of its own: what is still on its way to the one that was saved does not touch it.
    draft ? { restored: { ...draft, id: newId(), changedAt: Date.now() } } : {},
  )
}
