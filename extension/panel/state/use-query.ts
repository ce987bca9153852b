import { Dexie, liveQuery } from 'dexie'
import { useEffect, useState } from 'preact/hooks'
import type { GleanerDatabase } from '../../store/db.ts'
import { database, fault } from './panel-state.ts'

interface Held<Found> {
  of: GleanerDatabase
  key: string
  found: Found
}

/**
 * What a query finds in the present person's database, kept up to date. `undefined` until it is known: what was found for
 * another person, or under another `key`, is never shown in between.
 */
export const useQuery = <Found>(query: (database: GleanerDatabase) => Promise<Found>, key = ''): Found | undefined => {
  const present = database.value
  const [held, hold] = useState<Held<Found> | undefined>(undefined)
  useEffect(() => {
    if (!present) return undefined
    const subscription = liveQuery(() => query(present)).subscribe({
      next: (found) => hold({ of: present, key, found }),
      error: (error: unknown) => {
        // Signed out meanwhile: another database follows in a moment.
        if (!(error instanceof Dexie.DatabaseClosedError)) fault.value = error
      },
    })
    return () => subscription.unsubscribe()
  }, [present, key])
  return held && held.of === present && held.key === key ? held.found : undefined
}
