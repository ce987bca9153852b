import type { JSHandle, Page } from 'puppeteer-core'
import type { Evidence, Kind } from '../../shared/domain/entities.ts'
import type { GleanerBrowser } from './chromium.ts'
import { connectExtension } from './steps.ts'
import type { TestWorld } from './world.ts'

/** What an extension holds of the bank, counted; `problem` as it is kept for the person. */
export interface Held {
  replica: string
  outbox: number
  archive: number
  attention: number
  ideas: number
  cursor: string | null
  problem: string | null
  /** Why the first of what was refused was refused. */
  refused: string | null
}

interface Window {
  chrome: { runtime: { sendMessage: (message: unknown) => Promise<unknown> } }
}

/** Connects through the proxy, as if it were the server. */
export const connectThrough = async (browser: GleanerBrowser, world: TestWorld, proxy: { url: string }, person: string): Promise<void> =>
  connectExtension(browser, (await world.pairingLink(person)).replace(world.worker.url, proxy.url))

/** How long a request to open may go without any answer, in milliseconds. */
const openPatience = 20_000

interface Answer {
  database?: IDBDatabase | undefined
  /** Nothing came, neither a success nor an error. */
  isSilent: boolean
}

/** In the extension's page: the one database that an account has, once there is one. Never makes one. */
const askToOpen = async (patience: number): Promise<Answer> => {
  const find = async (): Promise<IDBDatabase | undefined> => {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name)
    const name = names.find((name) => name.startsWith('gleaner:') && name !== 'gleaner:unconnected')
    if (!name) return undefined
    const asked = indexedDB.open(name)
    return new Promise((resolve, reject) => {
      // Gone since it was listed.
      asked.addEventListener('upgradeneeded', () => asked.transaction?.abort())
      asked.addEventListener('success', () => (isLate ? asked.result.close() : resolve(asked.result)))
      asked.addEventListener('error', () =>
        asked.error?.name === 'AbortError' ? resolve(undefined) : reject(new Error(String(asked.error))),
      )
    })
  }
  let isLate = false
  const late = new Promise<Answer>((resolve) => {
    setTimeout(() => {
      isLate = true
      resolve({ isSilent: true })
    }, patience)
  })
  return Promise.race([find().then((database) => ({ database, isSilent: false })), late])
}

/**
 * After its storage was cleared while requests were on their way, a page of Chromium 156 may get no answer from IndexedDB any more
 * (docs/reliability.md). Then it is loaded again, as a person is told to.
 */
const openDatabase = async (page: Page): Promise<JSHandle<IDBDatabase | undefined>> => {
  for (let tries = 0; tries < 3; tries += 1) {
    const handle: JSHandle<Answer> = await page.evaluateHandle(askToOpen, openPatience)
    if (!(await handle.evaluate(({ isSilent }) => isSilent))) return handle.evaluateHandle(({ database }) => database)
    console.log(`No answer from IndexedDB for ${openPatience} ms: the page is loaded again`)
    await page.reload({ waitUntil: 'load' })
  }
  throw new Error('IndexedDB does not answer, in a page that was loaded anew either')
}

export const held = async (page: Page): Promise<Held> =>
  page.evaluate(
    async (database) => {
      if (!database) return { replica: '', outbox: 0, archive: 0, attention: 0, ideas: 0, cursor: null, problem: null, refused: null }
      try {
        const transaction = database.transaction(['outbox', 'archive', 'attention', 'blocks', 'meta'])
        const answered = <Result>(asked: IDBRequest<Result>): Promise<Result> =>
          new Promise((resolve, reject) => {
            asked.addEventListener('success', () => resolve(asked.result))
            asked.addEventListener('error', () => reject(new Error(String(asked.error))))
          })
        const count = (store: string): Promise<number> => answered(transaction.objectStore(store).count())
        const ideasIn = (sizes: IDBIndex): Promise<number> =>
          new Promise((resolve) => {
            let sum = 0
            sizes.openKeyCursor(IDBKeyRange.bound(['idea'], ['idea', []])).addEventListener('success', ({ target }) => {
              const cursor = (target as IDBRequest<IDBCursor | null>).result
              if (!cursor) return resolve(sum)
              sum += (cursor.key as [string, number])[1]
              cursor.continue()
            })
          })
        const meta = transaction.objectStore('meta')
        const [outbox, archive, attention, ideas, client, sync, [first]] = await Promise.all([
          count('outbox'),
          answered(transaction.objectStore('archive').getAll() as IDBRequest<{ mutations: unknown[] }[]>),
          count('attention'),
          ideasIn(transaction.objectStore('blocks').index('[kind+size]')),
          answered(meta.get('client') as IDBRequest<{ value: { replica: string; cursor: string | null } } | undefined>),
          answered(meta.get('sync') as IDBRequest<{ value: { problem: string | null } } | undefined>),
          answered(transaction.objectStore('attention').getAll(undefined, 1) as IDBRequest<{ message: string }[]>),
        ])
        return {
          outbox,
          archive: archive.reduce((sum, { mutations }) => sum + mutations.length, 0),
          attention,
          ideas,
          replica: client?.value.replica ?? '',
          cursor: client?.value.cursor ?? null,
          problem: sync?.value.problem ?? null,
          refused: first?.message ?? null,
        }
      } finally {
        database.close()
      }
    },
    await openDatabase(page),
  )

/** All rows of one table of the extension's database, as they are on the disk. */
export const tableHeld = async <Row>(page: Page, table: string): Promise<Row[]> =>
  page.evaluate(
    async (database, table) => {
      if (!database) return []
      try {
        const asked = database.transaction(table).objectStore(table).getAll()
        return await new Promise<Row[]>((resolve, reject) => {
          asked.addEventListener('success', () => resolve(asked.result as Row[]))
          asked.addEventListener('error', () => reject(new Error(String(asked.error))))
        })
      } finally {
        database.close()
      }
    },
    await openDatabase(page),
    table,
  )

/** The clips that the bank has, as this extension was told. */
export const clipsHeld = async (page: Page): Promise<Evidence[]> =>
  (await tableHeld<{ kind: Kind; rows: { value: Evidence }[] }>(page, 'blocks'))
    .filter(({ kind }) => kind === 'evidence')
    .flatMap(({ rows }) => rows.map(({ value }) => value))

/** Puts proposals into the outbox as saving does: with the replica's numbers, all or nothing. `bytes` makes each so much larger. */
export const propose = async (page: Page, changes: readonly string[], bytes = 0): Promise<string> =>
  page.evaluate(
    async (database, changes, bytes) => {
      if (!database) throw new Error('There is no account here')
      try {
        const transaction = database.transaction(['outbox', 'meta'], 'readwrite')
        const [outbox, meta] = [transaction.objectStore('outbox'), transaction.objectStore('meta')]
        const asked = meta.get('client') as IDBRequest<{ key: string; value: { nextCseq: number } } | undefined>
        asked.addEventListener('success', () => {
          const value = asked.result?.value ?? {
            replica: crypto.randomUUID(),
            nextCseq: 1,
            cursor: null,
            gen: 0,
            resync: false,
            resets: [],
          }
          for (const change of changes) {
            const args = {
              idea: crypto.randomUUID(),
              change,
              problem: '',
              details: 'x'.repeat(bytes),
              topic: '',
              tags: [],
              site: '',
              evidence: [],
            }
            outbox.add({ id: crypto.randomUUID(), cseq: value.nextCseq, name: 'proposeIdea', at: Date.now(), args })
            value.nextCseq += 1
          }
          meta.put({ key: 'client', value })
        })
        return await new Promise<string>((resolve) => {
          transaction.addEventListener('complete', () => resolve('saved'))
          transaction.addEventListener('abort', () => resolve(transaction.error?.name ?? 'aborted'))
        })
      } finally {
        database.close()
      }
    },
    await openDatabase(page),
    changes,
    bytes,
  )

/** Wakes the service worker and asks it to sync, as a page of the extension does. */
export const wake = (page: Page): Promise<void> =>
  page.evaluate(() => {
    void (globalThis as unknown as Window).chrome.runtime.sendMessage({ ask: 'sync' }).catch(() => undefined)
  })

/** Ends the service worker at once, as the browser may at any moment; asked of a page, for whoever is attached to a worker keeps it alive. */
export const stopWorker = async (page: Page): Promise<void> => {
  const session = await page.createCDPSession()
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await session.detach()
}

/** Waits until what is held is as wanted, waking the worker now and then; the last state is in the error. */
export const until = async (page: Page, wanted: (held: Held) => boolean, patience = 120_000): Promise<Held> => {
  let last: Held | undefined
  for (const start = Date.now(); Date.now() - start < patience;) {
    last = await held(page)
    if (wanted(last)) return last
    await wake(page)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`Waited in vain: ${JSON.stringify(last)}`)
}

/** What the bank has, each change once for each idea. */
export const changesInBank = async (world: TestWorld): Promise<string[]> => {
  const changes: string[] = []
  for (let after: string | null = ''; after !== null;) {
    const { rows, next }: Awaited<ReturnType<TestWorld['ideas']>> = await world.ideas(`limit=200${after ? `&after=${after}` : ''}`)
    changes.push(...rows.map(({ change }) => change))
    after = next
  }
  return changes.toSorted((one, other) => (one < other ? -1 : 1))
}

/** Names that differ and sort in order. Letters only: rows of digits are taken for a patient's number, and refused. */
export const numbered = (what: string, count: number): string[] =>
  Array.from(
    { length: count },
    (_, index) =>
      `${what} ${String(index)
        .padStart(4, '0')
        .replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`,
  )
