import { Dexie, type Table } from 'dexie'
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

/** `order` is the order of acknowledgement: counters of two replicas do not compare. */
export interface ArchivedRow extends Archived {
  order?: number
}

type MetaRow = { key: 'client'; value: ClientMeta } | { key: 'sync'; value: SyncNotes }

/**
 * Everything that one person's browser holds of one network. Outbox and replica id live and die together.
 * No index that no screen needs: each costs a cold pull dearly. The one of papers holds clips only.
 */
export class GleanerDatabase extends Dexie {
  declare readonly rows: Table<StoredRow, [Kind, string]>
  declare readonly outbox: Table<Pending, number>
  declare readonly archive: Table<ArchivedRow, number>
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
  }
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
