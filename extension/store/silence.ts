import type { DBCore, Dexie } from 'dexie'

/** After so many milliseconds without an answer a person is told. */
export const longestSilence = 3000

let [silent, told]: [number, (isSilent: boolean) => void] = [0, () => undefined]

/** Calls that whenever the browser's storage begins to keep a page waiting, and when nothing waits any more. One listener a page. */
export const onSilence = (listener: typeof told): void => {
  told = listener
}

const awaitAnswer = (): (() => void) => {
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    silent += 1
    if (silent === 1) told(true)
  }, longestSilence)
  return () => {
    clearTimeout(timer)
    if (!isLate) return
    isLate = false
    silent -= 1
    if (silent === 0) told(false)
  }
}

/** That work with the browser's storage, its silence told of. */
export const listened = <Work extends PromiseLike<unknown>>(work: Work): Work => {
  const answered = awaitAnswer()
  work.then(answered, answered)
  return work
}

const known = new WeakSet<Dexie>()

const listenToTransactions = (down: DBCore): DBCore => ({
  ...down,
  transaction: (...asked) => {
    const transaction = down.transaction(...asked)
    const answered = awaitAnswer()
    for (const end of ['complete', 'abort', 'error']) (transaction as unknown as IDBTransaction).addEventListener(end, answered)
    return transaction
  },
})

/**
 * The same database, its silence told of: opening it (after an update of Gleaner all rows may be written anew meanwhile, here or in the
 * background) and each transaction. Once its storage was cleared while a page used it, Chromium 156 may answer nothing in that page any more,
 * neither a success nor an error, until the page is loaded again or the browser collects garbage; other pages are answered.
 */
export const listenTo = <Database extends Dexie>(database: Database): Database => {
  if (known.has(database)) return database
  known.add(database)
  const open = database.open.bind(database)
  database.open = () => listened(open())
  database.use({ stack: 'dbcore', name: 'silence', create: listenToTransactions })
  return database
}
