import { Dexie, type Table, type Transaction } from 'dexie'
import type { RefusalCode } from '../shared/mutation.ts'
import type { Entities, Kind } from '../shared/network.ts'
import type { Archived, ClientMeta, Pending } from '../shared/sync-client.ts'
import type { Draft } from './draft.ts'
import { keysOf } from './row-keys.ts'
import type { SyncNotes } from './sync-notes.ts'
import type { Texts } from './texts.ts'

/** An entity as the server last said it is. `g` is the resync that brought it. */
export interface StoredRow {
  kind: Kind
  id: string
  g: number
  value: Entities[Kind]
  /** By what it is looked for besides its id (`row-keys.ts`); absent where by nothing. */
  keys?: string[]
}

/** An entity as it is stored in that person's database. */
export const rowOf = (kind: Kind, id: string, g: number, value: Entities[Kind], person = ''): StoredRow => {
  const keys = keysOf(kind, value, person)
  return keys.length > 0 ? { kind, id, g, value, keys } : { kind, id, g, value }
}

/** A mutation that was refused or set aside: what was asked for, and why not. Stays until the person deals with it. */
export interface Attention extends Pending {
  code: RefusalCode | 'internal'
  message: string
  since: number
}

/** Mutations acknowledged by one reply. `order` is the order of acknowledgement: counters of two replicas do not compare. */
export interface ArchivedTogether {
  order?: number
  ackedAt: number
  mutations: Pending[]
}

/** `seen`: the newest news that was looked at here, by the server's clock. `texts`: what stands in forms, by form. */
type MetaRow =
  | { key: 'client'; value: ClientMeta }
  | { key: 'sync'; value: SyncNotes }
  | { key: 'seen'; value: number }
  | { key: 'texts'; value: Record<string, Texts> }

/**
 * Everything that one person's browser holds of one network. Outbox and replica id live and die together.
 * No index that no screen needs: each costs a cold pull dearly. The one of keys holds few ideas and no stances.
 */
export class GleanerDatabase extends Dexie {
  declare readonly rows: Table<StoredRow, [Kind, string]>
  declare readonly outbox: Table<Pending, number>
  declare readonly archive: Table<ArchivedTogether, number>
  declare readonly attention: Table<Attention, string>
  declare readonly drafts: Table<Draft, string>
  declare readonly meta: Table<MetaRow, MetaRow['key']>

  constructor(name: string) {
    // Chromium's default is "relaxed": what was said to be saved would be lost with the power.
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ rows: '[kind+id]', outbox: 'cseq, &id', archive: '++order, &id', attention: 'id', drafts: 'id', meta: 'key' })
    this.version(2).stores({ rows: '[kind+id], *keys' })
    this.version(3).stores({ outbox: 'cseq', archive: '++order, ackedAt' }).upgrade(archiveTogether)
    this.version(4).upgrade((transaction) => giveKeys(transaction, this.person))
  }

  /** Whose it is: the last part of its name. */
  get person(): string {
    return this.name.slice(this.name.lastIndexOf(':') + 1)
  }
}

/** Before, only clips had keys, and only those of their paper. */
const giveKeys = (transaction: Transaction, person: string): Promise<number> =>
  transaction
    .table<StoredRow>('rows')
    .filter(({ kind, id, g, value }) => rowOf(kind, id, g, value, person).keys !== undefined)
    .modify((row, ref) => {
      ref.value = rowOf(row.kind, row.id, row.g, row.value, person)
    })

/** Before, each archived mutation was a row. */
const archiveTogether = async (transaction: Transaction): Promise<void> => {
  const archive = transaction.table<Archived & { order?: number }>('archive')
  const apart = await archive.orderBy('order').toArray()
  await archive.clear()
  const rows = Map.groupBy(apart, ({ ackedAt }) => ackedAt)
  for (const [ackedAt, list] of rows)
    await transaction
      .table<ArchivedTogether>('archive')
      .add({ ackedAt, mutations: list.map(({ order: _, ackedAt: __, ...mutation }) => mutation) })
}

/** The browser has no room left for this extension, or the disk has none. */
export const isDiskFull = (error: unknown): boolean => error instanceof Error && /quota/i.test(`${error.name} ${error.message}`)

export const clientMeta = async (database: GleanerDatabase): Promise<ClientMeta | undefined> => {
  const row = await database.meta.get('client')
  return row?.key === 'client' ? row.value : undefined
}

export const syncNotes = async (database: GleanerDatabase): Promise<SyncNotes | undefined> => {
  const row = await database.meta.get('sync')
  return row?.key === 'sync' ? row.value : undefined
}
