import { dropFromArchive } from './archive.ts'
import type { GleanerDatabase } from '../store/db.ts'

/** Deletes refused mutations; they are not sent again after a restore either. */
export const discardRefused = (database: GleanerDatabase, ids: string[]): Promise<void> =>
  database.transaction('rw', [database.attention, database.archive], async () => {
    await database.attention.bulkDelete(ids)
    await dropFromArchive(database, ids)
  })
