import { signal } from '@preact/signals'
import { type ConnectProblem } from '../account/connect.ts'
import { takeAnswer } from '../account/connect-tab.ts'
import { clipsIn, countClips } from '../outbox/count-clips.ts'
import { countRows } from '../store/count-rows.ts'
import { databaseOf } from '../store/databases.ts'
import { type GleanerDatabase, syncStatusOf } from '../store/db.ts'
import { isUnfinished } from '../store/draft.ts'
import { elsewhere, type Leftover } from '../backup/other-accounts.ts'
import { followQuery } from '../store/live-query.ts'
import { onPendingChange, type PendingConnection, readPending } from '../account/pending-connection.ts'
import { onPolicyChange, type Policy, readPolicy } from '../browser/managed-policy.ts'
import { type Connection, onConnectionChange, readConnection, readSender } from '../connection/connection.ts'
import { readQuota, type StorageQuota } from '../store/quota.ts'
import { listenTo } from '../store/silence.ts'
import { newSyncStatus, type SyncStatus } from '../store/sync-status.ts'
import { type Loss, onLossChange, readLoss } from '../backup/unsent-tally.ts'

export const connection = signal<Connection | undefined>(undefined)
/** Somebody is locked out until they connect again. */
export const isLocked = signal(false)
export const database = signal<GleanerDatabase | undefined>(undefined)
export const fault = signal<unknown>(undefined)
export const notes = signal<SyncStatus>(newSyncStatus)
export const leftovers = signal<Leftover[]>([])
export const policy = signal<Policy>({})
export const pending = signal<PendingConnection | undefined>(undefined)
export const room = signal<StorageQuota | undefined>(undefined)
/** The answer of a server that this page was opened with, until it is taken. */
export const answer = signal<string | undefined>(undefined)
/** The link that this page was opened with, to be agreed to. */
export const link = signal<string | undefined>(undefined)
export const connectProblem = signal<ConnectProblem | undefined>(undefined)
/** The page as it opens after installing: what Gleaner is, connecting, a practice clip. */
export const isFirstRun = signal(false)
/** What a damaged database lost, until it was read. */
export const loss = signal<Loss | undefined>(undefined)
export const justSignedOut = signal(false)

export interface Counts {
  waiting: number
  sent: number
  refused: number
  rows: number
  drafts: number
}
export const counts = signal<Counts | undefined>(undefined)

const countAll = async (from: GleanerDatabase): Promise<Counts> => {
  const { outbox, attention, drafts } = from
  const { unsent, refused } = await countClips({ outbox, attention })
  const sent = clipsIn(await outbox.filter(({ done }) => done !== undefined).toArray())
  return { waiting: unsent - sent, sent, refused, rows: await countRows(from), drafts: await drafts.filter(isUnfinished).count() }
}

const loadLoss = async (): Promise<void> => {
  loss.value = database.value && (await readLoss(database.value.name))
}

const load = async (): Promise<void> => {
  policy.value = await readPolicy()
  pending.value = await readPending()
  connection.value = await readConnection()
  isLocked.value = (await readSender())?.locked === true
  database.value = listenTo(databaseOf(connection.value))
  await (await import('../backup/keep-copies.ts')).keepCopies(database.value)
  await loadLoss()
  leftovers.value = await elsewhere(database.value.name)
  room.value = await readQuota()
}

const failed = (error: unknown): void => {
  fault.value = error
}

/** Takes the answer that a tab brought; where the server could not be reached it may be tried again. */
export const useAnswer = async (): Promise<void> => {
  if (!answer.value) return
  connectProblem.value = undefined
  const end = await takeAnswer(answer.value)
  connectProblem.value = end.is === 'failed' ? end.why : undefined
  if (connectProblem.value !== 'offline') answer.value = undefined
}

export const startOptions = async (): Promise<void> => {
  await load()
  followQuery(database, countAll, counts, failed)
  followQuery(database, syncStatusOf, notes, failed)
  const reload = (): void => void load().catch(failed)
  onConnectionChange(reload)
  onPendingChange(reload)
  onPolicyChange(reload)
  onLossChange(() => void loadLoss())
  // Not waited for: a slow server must not leave the page empty.
  useAnswer().catch(failed)
}
