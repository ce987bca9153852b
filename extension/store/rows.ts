import type { BulkError } from 'dexie'
import type { Change, Entities, Kind } from '../../shared/domain/entities.ts'
import type { GleanerDatabase } from './db.ts'
import { keysOf } from './index-keys.ts'

/** An entity as the server last said it is. */
export interface StoredRow {
  kind: Kind
  id: string
  value: Entities[Kind]
  /** The keys by which the row is found besides its id (`index-keys.ts`). */
  keys: string[]
}

/**
 * Rows of one kind that came together. Each row stands in one block only, which the database itself sees to: no two blocks
 * may name the same. `g` is the resync that brought them.
 */
export interface Block {
  order?: number
  kind: Kind
  g: number
  rows: StoredRow[]
  /** How many rows: counting names would read the block once for each. */
  size: number
  /** What each row is named. */
  names: string[]
  keys: string[]
}

/**
 * Rows in one block. Each record costs a cold pull 0.2 ms whatever it holds, and Chromium writes those above 64 KB beside its log instead of through
 * it: storing 50,000 rows took 5 s of processor in such blocks, and 13 in those of 16. Larger ones make looking for one row dear.
 */
const most = 64

const nameOf = (kind: Kind, id: string): string => `${kind} ${id}`

const blockOf = (kind: Kind, g: number, rows: StoredRow[]): Block => ({
  kind,
  g,
  rows,
  size: rows.length,
  names: rows.map(({ id }) => nameOf(kind, id)),
  keys: rows.flatMap((row) => row.keys),
})

/** Blocks with these rows, in their order; `person` is whose database it is. */
export const blocksOf = (changes: Iterable<Change | StoredRow>, g: number, person: string): Block[] =>
  [...Map.groupBy(changes, ({ kind }) => kind)].flatMap(([kind, those]) => {
    const rows = those.flatMap(({ id, value }) => (value === null ? [] : { kind, id, value, keys: keysOf(kind, value, person) }))
    return Array.from({ length: Math.ceil(rows.length / most) }, (_, place) =>
      blockOf(kind, g, rows.slice(place * most, (place + 1) * most)),
    )
  })

/** Removes rows from their blocks. By `modify`, not `put`: only `modify` tells observers what was there before. */
const takeOut = async ({ blocks }: GleanerDatabase, names: readonly string[]): Promise<void> => {
  const gone = new Set(names)
  await blocks
    .where('names')
    .anyOf(names)
    .distinct()
    .modify((block, ref: { value?: Block }) => {
      const rows = block.rows.filter(({ id }) => !gone.has(nameOf(block.kind, id)))
      if (rows.length === 0) delete ref.value
      else Object.assign(block, blockOf(block.kind, block.g, rows))
    })
}

/** Adds blocks as far as no other names one of their rows, and gives back the others. Nearly all rows of a cold pull are new. */
const addNew = async ({ blocks }: GleanerDatabase, made: Block[]): Promise<Block[]> => {
  try {
    await blocks.bulkAdd(made)
    return []
  } catch (error) {
    const { failuresByPos } = error as Partial<BulkError>
    // Whatever else kept them out will do so again when they are added once more, and be told then.
    if (!failuresByPos) throw error
    return made.filter((_, place) => place in failuresByPos)
  }
}

/** Stores rows as they are now; `null` for those that are gone. Within a transaction that writes blocks. */
export const putRows = async (database: GleanerDatabase, changes: readonly Change[], g: number): Promise<void> => {
  const last = new Map(changes.map((change) => [nameOf(change.kind, change.id), change]))
  const gone = changes.filter(({ value }) => value === null)
  await takeOut(
    database,
    gone.map(({ kind, id }) => nameOf(kind, id)),
  )
  const held = await addNew(database, blocksOf(last.values(), g, database.person))
  await takeOut(
    database,
    held.flatMap(({ names }) => names),
  )
  await database.blocks.bulkAdd(held)
}

/** Deletes the rows that came with an older resync (epoch) than `before`. */
export const sweepRows = async ({ blocks }: GleanerDatabase, before: number): Promise<void> => {
  await blocks
    .where('g')
    .below(before)
    .modify((_, ref: { value?: Block }) => {
      delete ref.value
    })
}

/** The blocks at these places, each read once however many of its rows are wanted. */
const blocksAt = async ({ blocks }: GleanerDatabase, places: readonly number[]): Promise<Block[]> =>
  (await blocks.bulkGet([...new Set(places)])).filter((block) => block !== undefined)

/** Those of these rows that are stored, in no order. */
export const readRows = async (database: GleanerDatabase, wanted: readonly (readonly [Kind, string])[]): Promise<StoredRow[]> => {
  const names = new Set(wanted.map(([kind, id]) => nameOf(kind, id)))
  // All at once: `anyOf` would go from one to the next.
  const places = await Promise.all([...names].map((name) => database.blocks.where('names').equals(name).primaryKeys()))
  const blocks = await blocksAt(database, places.flat())
  return blocks.flatMap(({ rows }) => rows.filter(({ kind, id }) => names.has(nameOf(kind, id))))
}

/** Rows that have one of these keys, `limit` at most. */
export const rowsWith = async (database: GleanerDatabase, keys: readonly string[], limit = Infinity): Promise<StoredRow[]> => {
  const places = await database.blocks.where('keys').anyOf(keys).limit(limit).primaryKeys()
  const [blocks, wanted] = [await blocksAt(database, places), new Set(keys)]
  return blocks.flatMap(({ rows }) => rows.filter((row) => row.keys.some((key) => wanted.has(key)))).slice(0, limit)
}

/** Blocks of a kind behind a place, in the order in which they came. */
export const blocksAfter = ({ blocks }: GleanerDatabase, kind: Kind, after: number, limit: number): Promise<Block[]> =>
  blocks.where('[kind+order]').between([kind, after], [kind, Infinity], false).limit(limit).toArray()

/** Blocks of a kind before a place, what came last first. */
export const blocksBefore = ({ blocks }: GleanerDatabase, kind: Kind, before: number, limit: number): Promise<Block[]> => {
  const those = blocks.where('[kind+order]').between([kind, -Infinity], [kind, before])
  // oxlint-disable-next-line unicorn/no-array-reverse -- a query, not an array
  return those.reverse().limit(limit).toArray()
}
