import { Dexie, type Table, type Transaction } from 'dexie'
import type { RefusalCode } from '../shared/mutation.ts'
import { citationKeys } from '../shared/citation.ts'
import type { Entities, Evidence, Kind } from '../shared/network.ts'
import type { Archived, ClientMeta, Pending } from '../shared/sync-client.ts'
import type { Draft } from './draft.ts'
import type { SyncNotes } from './sync-notes.ts'

/** An entity as the server last said it is. `g` is the resync that brought it. */
export interface StoredRow {
  kind: Kind
  id: string
  g: number
  value: Entities[Kind]
  /** A clip's only: by what its paper is known again. */
  keys?: string[]
}

/** An entity as it is stored, a clip with the keys of its paper. */
export const rowOf = (kind: Kind, id: string, g: number, value: Entities[Kind]): StoredRow =>
  kind === 'evidence' ? { kind, id, g, value, keys: citationKeys((value as Evidence).citation) } : { kind, id, g, value }

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

type MetaRow = { key: 'client'; value: ClientMeta } | { key: 'sync'; value: SyncNotes }

/**
 * Everything that one person's browser holds of one network. Outbox and replica id live and die together.
 * No index that no screen needs: each costs a cold pull dearly. The one of papers holds clips only.
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
    this.version(2)
      .stores({ rows: '[kind+id], *keys' })
      .upgrade((transaction) =>
        transaction
          .table<StoredRow>('rows')
          .filter(({ kind }) => kind === 'evidence')
          .modify((row, ref) => {
            ref.value = rowOf(row.kind, row.id, row.g, row.value)
          }),
      )
    this.version(3).stores({ outbox: 'cseq', archive: '++order, ackedAt' }).upgrade(archiveTogether)
  }
}

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
