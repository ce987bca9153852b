import { Dexie, type Table, type Transaction } from 'dexie'
import type { Message } from '../../shared/i18n/message.ts'
import type { RefusalCode } from '../../shared/mutations/engine/mutation.ts'
import type { Archived, ClientMeta, PendingMutation } from '../../shared/sync/client-engine.ts'
import type { Draft } from './draft.ts'
import type { OutboxEntry } from './queued.ts'
import { type Block, blocksOf, type StoredRow } from './rows.ts'
import { newSyncStatus, type SyncStatus } from './sync-status.ts'
import type { Texts } from './form-drafts.ts'

/** A mutation that was refused or is a dead letter, with the reason. Stays until the person deals with it. */
export interface RefusedMutation extends PendingMutation {
  code: RefusalCode | 'internal'
  /** Why, in English; where nothing else says it, an older server did, or this browser took it from one. */
  message: string
  reason?: Message
  /** What it should have taken back, as it was asked for here. */
  undoes?: Pick<PendingMutation, 'name' | 'args'>
  since: number
}

/** Mutations acknowledged by one reply. `order` is the order of acknowledgement: counters of two replicas do not compare. */
export interface ArchivedTogether {
  order?: number
  ackedAt: number
  mutations: PendingMutation[]
}

/** `mark`: which database this is, and how often what is unsent was copied to `storage.local`. `seen`: the newest notification that was seen here, by the server's clock. `texts`: what stands in forms, by form. */
interface Kept {
  client: ClientMeta
  sync: SyncStatus
  seen: number
  mark: { id: string; turn: number }
  texts: Record<string, Texts>
}
type MetaRow = { [Key in keyof Kept]: { key: Key; value: Kept[Key] } }[keyof Kept]

/**
 * Everything that one person's browser holds of one network. Outbox and replica id are in one database, so that both are lost
 * or neither. It has no index that no screen needs; the index of keys holds few ideas.
 */
export class GleanerDatabase extends Dexie {
  declare readonly blocks: Table<Block, number>
  declare readonly outbox: Table<OutboxEntry, number>
  declare readonly archive: Table<ArchivedTogether, number>
  declare readonly attention: Table<RefusedMutation, string>
  declare readonly drafts: Table<Draft, string>
  declare readonly meta: Table<MetaRow, MetaRow['key']>
  /** What an older version kept is being written as this one keeps it, here: all of it or nothing. */
  isUpgrading = false

  constructor(name: string) {
    // Chromium's default is "relaxed": what was said to be saved would be lost with the power.
    super(name, { chromeTransactionDurability: 'strict' })
    this.on('ready', () => void (this.isUpgrading = false), true)
    this.version(1).stores({ rows: '[kind+id]', outbox: 'cseq, &id', archive: '++order, &id', attention: 'id', drafts: 'id', meta: 'key' })
    this.version(2).stores({ rows: '[kind+id], *keys' })
    this.version(3)
      .stores({ outbox: 'cseq', archive: '++order, ackedAt' })
      .upgrade((transaction) => this.upgrading(archiveTogether(transaction)))
    this.version(5)
      .stores({ rows: null, blocks: '++order, &*names, *keys, [kind+order], [kind+size], g' })
      .upgrade((transaction) => this.upgrading(putInBlocks(transaction, this.person)))
    this.version(6).upgrade((transaction) => this.upgrading(giveKeys(transaction, this.person)))
    this.version(7).upgrade(markKept)
  }

  upgrading<Result>(step: Promise<Result>): Promise<Result> {
    this.isUpgrading = true
    return step
  }

  /** Whose it is: the last part of its name. */
  get person(): string {
    return this.name.slice(this.name.lastIndexOf(':') + 1)
  }
}

/** Before, each row was a record of its own; in versions 1 to 4 with other keys than these. */
const putInBlocks = async (transaction: Transaction, person: string): Promise<void> => {
  const rows = transaction.table<StoredRow & { g: number }>('rows')
  for (;;) {
    const some = await rows.limit(1000).toArray()
    const last = some.at(-1)
    if (!last) return
    for (const [g, those] of Map.groupBy(some, (row) => row.g)) await transaction.table<Block>('blocks').bulkAdd(blocksOf(those, g, person))
    await rows.where(':id').belowOrEqual([last.kind, last.id]).delete()
  }
}

/** Before, a paper was found by fewer keys, and a preprint's versions by different ones. */
const giveKeys = async (transaction: Transaction, person: string): Promise<void> => {
  await transaction
    .table<Block>('blocks')
    .where('[kind+order]')
    .between(['evidence', -Infinity], ['evidence', Infinity])
    .modify((block) => {
      Object.assign(block, blocksOf(block.rows, block.g, person)[0])
    })
}

/** Before, drafts of quick clips and files were told by having no tab alone. */
const markKept = (transaction: Transaction): Promise<number> =>
  transaction
    .table<Draft>('drafts')
    .filter(({ tab }) => tab === null)
    .modify({ kept: true })

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

/** Reads one of the database's key-value settings; `undefined` if it is not set. */
export const keyValue = async <Key extends keyof Kept>({ meta }: GleanerDatabase, key: Key): Promise<Kept[Key] | undefined> =>
  (await meta.get(key))?.value as Kept[Key] | undefined

export const syncStatusOf = async (database: GleanerDatabase): Promise<SyncStatus> => (await keyValue(database, 'sync')) ?? newSyncStatus
