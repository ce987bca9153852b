import { Dexie, type ObservabilitySet, RangeSet } from 'dexie'
import type { Idea } from '../../shared/domain/entities.ts'
import { BankIndex } from './bank-index.ts'
import type { GleanerDatabase } from '../store/db.ts'
import { blocksAfter, readRows } from '../store/rows.ts'

/** The bank of one database in memory, as it fills and changes. */
export interface FollowedBank {
  index: BankIndex
  /** Whether all of it has been read. */
  whole: boolean
  stop: () => void
}

/** Row blocks that are read at once; the page draws in between. */
const chunk = 8
/** More changes (rows) at once than this are not read one by one. */
const few = 50
/** With more changes (rows) at once than this, everything is read again; a long sync reports its changes one after the other. */
const calm = 500

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

const named = 'idea '

/** The ideas that a change touched, `undefined` where it may be any. */
const touchedIn = (name: string, parts: ObservabilitySet): string[] | undefined => {
  if (!parts[`idb://${name}/blocks/`]) return []
  const tree = parts[`idb://${name}/blocks/names`]
  if (!tree) return undefined
  const ids: string[] = []
  // From another page it comes as a bare copy.
  for (const { from, to } of RangeSet(tree)) {
    if (typeof from !== 'string' || from !== to || ids.length > few) return undefined
    if (from.startsWith(named)) ids.push(from.slice(named.length))
  }
  return ids
}

/**
 * Reads the ideas of a database into memory, a part at a time, and keeps up with what changes; `changed` is called whenever
 * there is more or something else to show. A change of few ideas reads these alone.
 */
export const followBank = (database: GleanerDatabase, changed: () => void, failed: (error: unknown) => void): FollowedBank => {
  const followed: FollowedBank = { index: new BankIndex(), whole: false, stop: () => undefined }
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const readAll = async (): Promise<void> => {
    const next = new BankIndex()
    // What was read before stays visible until all is read again.
    const isFirst = followed.index.size === 0
    if (isFirst) followed.index = next
    followed.whole = !isFirst
    let [after, more] = [-Infinity, true]
    while (more) {
      const blocks = await blocksAfter(database, 'idea', after, chunk)
      for (const { value } of blocks.flatMap(({ rows }) => rows)) next.put(value as Idea)
      after = blocks.at(-1)?.order ?? after
      if (isFirst) changed()
      more = blocks.length === chunk && !stopped
      await breath()
    }
    if (stopped) return
    followed.index = next
    followed.whole = true
    changed()
  }
  const readSome = async (ids: string[]): Promise<void> => {
    const rows = await readRows(
      database,
      ids.map((id) => ['idea', id]),
    )
    for (const id of ids) followed.index.remove(id)
    for (const { value } of rows) followed.index.put(value as Idea)
    if (ids.length > 0) changed()
  }
  // One after the other, so that an older reading never comes out on top.
  let last = Promise.resolve()
  const then = (read: () => Promise<void>): void => {
    last = last
      .then(() => (stopped ? undefined : read()))
      .catch((error: unknown) => {
        if (!(error instanceof Dexie.DatabaseClosedError)) failed(error)
      })
  }
  then(readAll)
  const listen = (parts: ObservabilitySet): void => {
    const ids = touchedIn(database.name, parts)
    if (ids) {
      if (ids.length > 0) then(() => readSome(ids))
      return
    }
    clearTimeout(timer)
    timer = setTimeout(() => then(readAll), calm)
  }
  Dexie.on('storagemutated', listen)
  followed.stop = () => {
    stopped = true
    clearTimeout(timer)
    Dexie.on.storagemutated.unsubscribe(listen)
  }
  return followed
}
