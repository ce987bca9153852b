import { Dexie, type ObservabilitySet, RangeSet } from 'dexie'
import type { Idea } from '../shared/network.ts'
import { BankIndex } from './bank-index.ts'
import type { GleanerDatabase } from './db.ts'

/** The bank of one database in memory, as it fills and changes. */
export interface FollowedBank {
  index: BankIndex
  /** Whether all of it has been read. */
  whole: boolean
  stop: () => void
}

/** So many are read at once; the page draws in between. */
const chunk = 500
/** More changes than this at once are told as "everything may be another"; a long synchronisation tells them one after the other. */
const calm = 500

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** The ideas that a change touched, `undefined` where it may be any. */
const touchedIn = (name: string, parts: ObservabilitySet): string[] | undefined => {
  const tree = parts[`idb://${name}/rows/`]
  if (!tree) return []
  const ids: string[] = []
  // From another page it comes as a bare copy.
  for (const { from, to } of RangeSet(tree)) {
    const [first, last] = [from, to] as unknown[][]
    if (!Array.isArray(first) || !Array.isArray(last) || first[1] !== last[1]) return undefined
    if (first[0] === 'idea') ids.push(String(first[1]))
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
    // What was read before stays in sight until all is read anew.
    const isFirst = followed.index.size === 0
    if (isFirst) followed.index = next
    followed.whole = !isFirst
    let [after, more] = ['', true]
    while (more) {
      const rows = await database.rows.where('[kind+id]').between(['idea', after], ['idea', '\uffff'], false).limit(chunk).toArray()
      for (const { value } of rows) next.put(value as Idea)
      after = rows.at(-1)?.id ?? ''
      if (isFirst) changed()
      more = rows.length === chunk && !stopped
      await breath()
    }
    if (stopped) return
    followed.index = next
    followed.whole = true
    changed()
  }
  const readSome = async (ids: string[]): Promise<void> => {
    const rows = await database.rows.bulkGet(ids.map((id): ['idea', string] => ['idea', id]))
    for (const [place, id] of ids.entries()) {
      const row = rows[place]
      if (row) followed.index.put(row.value as Idea)
      else followed.index.remove(id)
    }
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
