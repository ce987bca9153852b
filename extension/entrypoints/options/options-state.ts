import { signal } from '@preact/signals'
import { clipsIn, countClips } from '../../count-clips.ts'
import { databaseOf } from '../../databases.ts'
import { type GleanerDatabase, syncNotes } from '../../db.ts'
import { follow } from '../../live.ts'
import { type Connection, onConnectionChange, readConnection } from '../../settings.ts'
import { freshNotes, type SyncNotes } from '../../sync-notes.ts'
import { elsewhere, type Leftover } from '../../leftovers.ts'

export const connection = signal<Connection | undefined>(undefined)
export const database = signal<GleanerDatabase | undefined>(undefined)
export const fault = signal<unknown>(undefined)
export const notes = signal<SyncNotes>(freshNotes)
export const leftovers = signal<Leftover[]>([])

export interface Counts {
  waiting: number
  sent: number
  refused: number
  rows: number
  drafts: number
}
export const counts = signal<Counts | undefined>(undefined)

const countAll = async ({ outbox, attention, rows, drafts }: GleanerDatabase): Promise<Counts> => {
  const { unsent, refused } = await countClips({ outbox, attention })
  const sent = clipsIn(await outbox.filter(({ done }) => done !== undefined).toArray())
  return { waiting: unsent - sent, sent, refused, rows: await rows.count(), drafts: await drafts.count() }
}

const load = async (): Promise<void> => {
  connection.value = await readConnection()
  database.value = databaseOf(connection.value)
  leftovers.value = await elsewhere(database.value.name)
}

const failed = (error: unknown): void => {
  fault.value = error
}

export const startOptions = async (): Promise<void> => {
  await load()
  follow(database, countAll, counts, failed)
  follow(database, async (present) => (await syncNotes(present)) ?? freshNotes, notes, failed)
  onConnectionChange(() => void load())
}
