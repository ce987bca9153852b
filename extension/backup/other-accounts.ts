import { Dexie } from 'dexie'
import { countClips, type UnsentCount } from '../outbox/count-clips.ts'
import { unconnectedName } from '../store/databases.ts'
import { listened, listenTo } from '../store/silence.ts'
import type { GleanerDatabase } from '../store/db.ts'
import { talliesKnown } from './unsent-tally.ts'

/** What another account left unsent in this browser. It is never sent under another name. */
export interface Leftover {
  database: string
  /** Network and person, as the database's name has them. */
  account: string
  unsent: number
}

/** Opened without a schema, so that a database that is being deleted is not created again. */
const countIn = async (name: string): Promise<UnsentCount> => {
  const database = listenTo(new Dexie(name))
  try {
    await database.open()
    return await countClips({ outbox: database.table('outbox'), attention: database.table('attention') })
  } catch (error) {
    if (error instanceof Dexie.NoSuchDatabaseError) return { unsent: 0, refused: 0 }
    throw error
  } finally {
    database.close()
  }
}

/** Databases of other accounts that hold something unsent, or held it before they were damaged: it comes back when that person connects. */
export const elsewhere = async (present: string): Promise<Leftover[]> => {
  const told = await talliesKnown()
  const every = [...new Set([...(await listened(Dexie.getDatabaseNames())), ...told.keys()])]
  const names = every.filter((name) => name.startsWith('gleaner:') && name !== present && name !== unconnectedName)
  const all = await Promise.all(
    names.map(async (name) => {
      const { unsent, refused } = await countIn(name)
      return { database: name, account: name.split(':').slice(-2).join(' · '), unsent: unsent + refused || (told.get(name) ?? 0) }
    }),
  )
  return all.filter(({ unsent }) => unsent > 0)
}

/** Everything that no server has yet, as JSON text for a file: pending and refused mutations, and drafts. Never the token. */
export const unsentAsJson = async (database: GleanerDatabase): Promise<string> => {
  const { outbox, attention, drafts } = database
  const content = await database.transaction('r', [outbox, attention, drafts], async () => ({
    outbox: await outbox.orderBy('cseq').toArray(),
    attention: await attention.toArray(),
    drafts: await drafts.toArray(),
  }))
  return JSON.stringify({ gleaner: 1, database: database.name, ...content }, null, 2)
}
