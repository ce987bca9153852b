import { Dexie, liveQuery } from 'dexie'
import { effect, type ReadonlySignal, type Signal } from '@preact/signals'
import type { GleanerDatabase } from './db.ts'

/**
 * Keeps a signal equal to what a query finds in the present database, whichever context changes it. A query that fails
 * says so: Dexie alone would end the subscription without a word.
 */
export const followQuery = <Found>(
  database: ReadonlySignal<GleanerDatabase | undefined>,
  query: (database: GleanerDatabase) => Promise<Found>,
  into: Signal<Found>,
  failed: (error: unknown) => void,
): (() => void) =>
  effect(() => {
    const present = database.value
    if (!present) return undefined
    const subscription = liveQuery(() => query(present)).subscribe({
      next: (found) => {
        into.value = found
      },
      error: (error: unknown) => {
        // Signed out: the signal has another database in a moment, and that is followed then.
        if (!(error instanceof Dexie.DatabaseClosedError)) failed(error)
      },
    })
    return () => subscription.unsubscribe()
  })
