import { purgeAnswers } from '../indexes/answer-index.ts'
import { purgeCells } from '../indexes/cell-index.ts'
import { examine, isHarm, markHarmed } from './integrity.ts'
import type { NetworkStore } from './store.ts'
import { mergeSome } from '../indexes/merge-words.ts'
import { isStale, refreshNear, reindexSome } from './reindex.ts'
import { repackSome } from './repack.ts'
import { purgeUndo } from './undo-log.ts'
import { purgeMarkers } from './retention.ts'

/** What is done a part at a time, one after the other; whether there is more. */
const workOnPart = (sql: SqlStorage, store: NetworkStore): boolean => reindexSome(sql, store) || repackSome(sql) || mergeSome(sql)

/** Milliseconds; a little less than the day after which the alarm rings anyway. */
const lookedFor = 20 * 60 * 60 * 1000

/** Whether the whole database was looked at a short while ago: that takes a large bank seconds, and the alarm may have rung for little. */
const wasLookedAt = (sql: SqlStorage, now: number): boolean =>
  sql.exec("SELECT 1 FROM meta WHERE name = 'looked-at' AND value > ?", now - lookedFor).toArray().length > 0

/**
 * The object's scheduled work, run by its alarm: purges what is old, and recomputes what is out of date. Returns whether more is left. Looks at the
 * whole database once a day, when nothing is left of what is done in parts. Found harmed, the object says so to `tell`, ends, and does not start again until it is restored.
 */
export const workOn = async (ctx: DurableObjectState, store: NetworkStore, tell: () => Promise<void>): Promise<boolean> => {
  const { storage } = ctx
  const [inParts, now] = [isStale(storage.sql), Date.now()]
  const whole = !inParts && !wasLookedAt(storage.sql, now)
  try {
    examine(storage, whole)
  } catch (error) {
    if (isHarm(error)) {
      markHarmed(storage)
      await tell().catch(() => {})
      ctx.abort('bank-harmed')
    }
    throw error
  }
  storage.transactionSync(() => {
    purgeUndo(storage.sql, now)
    if (!whole) return
    storage.sql.exec("INSERT OR REPLACE INTO meta (name, value) VALUES ('looked-at', ?)", now)
    purgeMarkers(storage.sql, now)
    purgeCells(storage.sql)
    purgeAnswers(storage.sql)
  })
  store.begin()
  return storage.transactionSync(() => {
    if (inParts) return (workOnPart(storage.sql, store), true)
    if (whole) refreshNear(storage.sql, store)
    return false
  })
}
