import { examine, isHarm, markHarmed } from './integrity.ts'
import type { NetworkStore } from './store.ts'
import { refreshNear, reindexSome } from './reindex.ts'
import { repackSome } from './repack.ts'
import { purgeUndo } from './undo-log.ts'
import { purgeMarkers } from './retention.ts'

/**
 * The object's scheduled work, run by its alarm: purges what is old, and recomputes what is out of date. Returns whether more is left.
 * Found harmed, the object says so to `tell`, ends, and does not start again until it is restored.
 */
export const workOn = async (ctx: DurableObjectState, store: NetworkStore, tell: () => Promise<void>): Promise<boolean> => {
  const { storage } = ctx
  try {
    examine(storage, true)
  } catch (error) {
    if (isHarm(error)) {
      markHarmed(storage)
      await tell().catch(() => {})
      ctx.abort('bank-harmed')
    }
    throw error
  }
  storage.transactionSync(() => {
    purgeMarkers(storage.sql, Date.now())
    purgeUndo(storage.sql, Date.now())
  })
  store.begin()
  return storage.transactionSync(() => {
    const left = reindexSome(storage.sql, store) || repackSome(storage.sql)
    if (!left) refreshNear(storage.sql, store)
    return left
  })
}
