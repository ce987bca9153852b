import type { NetworkStore } from './store.ts'

/** What tells one history from another where both have a number: 64 random bits. */
export const newWitness = (): string => crypto.getRandomValues(new Uint8Array(8)).toHex()

const attempt = <Result>(storage: DurableObjectStorage, store: NetworkStore, work: () => Result, together: boolean): Result => {
  store.begin(together)
  return storage.transactionSync(() => {
    const result = work()
    store.flush()
    return result
  })
}

/**
 * Runs a request's work, all of it or nothing. Its writes go to SQLite together; where that fails, the work is done once more
 * one mutation at a time, so that a failure names the mutation that caused it (`MutationFault`).
 */
export const inTransaction = <Result>(storage: DurableObjectStorage, store: NetworkStore, work: () => Result): Result => {
  try {
    return attempt(storage, store, work, true)
  } catch {
    return attempt(storage, store, work, false)
  }
}
