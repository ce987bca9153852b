import { DatabaseSync } from 'node:sqlite'
import type { Page } from 'puppeteer-core'

/** What an extension holds, whatever layout it has it in; each text is JSON with its keys in order. */
export interface KeptHere {
  version: number
  /** By kind and id. */
  rows: Map<string, string>
  /** By id. */
  outbox: Map<string, string>
  drafts: Map<string, string>
  /** Ids of what was sent. */
  archive: string[]
  texts: string
}

interface Stores {
  version: number
  names: string[]
  stores: Record<string, unknown[]>
}

/** All of the extension's database, read without any code of ours; a page of the extension. */
const readAll = (page: Page): Promise<Stores | undefined> =>
  page.evaluate(async () => {
    const name = (await indexedDB.databases()).find(({ name }) => name?.startsWith('gleaner:') && name !== 'gleaner:unconnected')?.name
    if (!name) return undefined
    const answered = <Result>(asked: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        asked.addEventListener('success', () => resolve(asked.result))
        asked.addEventListener('error', () => reject(new Error(String(asked.error))))
      })
    const database = await answered(indexedDB.open(name))
    const names = [...database.objectStoreNames]
    const transaction = database.transaction(names)
    const stores = Object.fromEntries(
      await Promise.all(names.map(async (store) => [store, await answered(transaction.objectStore(store).getAll())])),
    ) as Record<string, unknown[]>
    const { version } = database
    database.close()
    return { version, names, stores }
  })

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, inOrder(part)] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}
const text = (value: unknown): string => JSON.stringify(inOrder(value))

interface Row {
  kind: string
  id: string
  value: unknown
}

/** Before row blocks, each row was a record. */
const rowsIn = ({ rows = [], blocks = [] }: Record<string, unknown[]>): Row[] => [
  ...(rows as Row[]),
  ...(blocks as { rows: Row[] }[]).flatMap((block) => block.rows),
]

/** `undefined` where there is no account. */
export const keptHere = async (page: Page): Promise<KeptHere | undefined> => {
  const all = await readAll(page)
  if (!all) return undefined
  const { version, stores } = all
  const { outbox = [], archive = [], drafts = [], meta = [] } = stores as Record<string, { id: string }[]>
  const byId = (list: { id: string }[]): Map<string, string> => new Map(list.map((one) => [one.id, text(one)]))
  return {
    version: version / 10,
    rows: new Map(rowsIn(stores).map(({ kind, id, value }) => [`${kind} ${id}`, text(value)])),
    outbox: byId(outbox),
    drafts: byId(drafts),
    archive: (archive as unknown as { mutations: { id: string }[] }[]).flatMap(({ mutations }) => mutations.map(({ id }) => id)).toSorted(),
    texts: text((meta as unknown as { key: string; value: unknown }[]).find(({ key }) => key === 'texts')?.value ?? {}),
  }
}

/** Entities of a bank, in its own file, while no server runs on it: by kind and id. */
export const keptInBank = (path: string): Map<string, string> => {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const rows = database.prepare('SELECT kind, id, body FROM entity WHERE body IS NOT NULL').all() as unknown as {
      kind: string
      id: string
      body: string
    }[]
    return new Map(rows.map(({ kind, id, body }) => [`${kind} ${id}`, text(JSON.parse(body))]))
  } finally {
    database.close()
  }
}

/** How far the rewriting of a bank's rows is: `before` it, `during`, or `done`. */
export const layoutOf = (path: string): 'before' | 'during' | 'done' => {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const tables = database
      .prepare("SELECT name, sql FROM sqlite_master WHERE name GLOB 'entity*' AND type = 'table'")
      .all() as unknown as {
      name: string
      sql: string
    }[]
    if (tables.length > 1) return 'during'
    return tables[0]?.sql.includes('WITHOUT ROWID') ? 'before' : 'done'
  } finally {
    database.close()
  }
}

/** What one has that the other one lacks, and what differs. */
export const compared = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) => ({
  missing: [...before.keys()].filter((key) => !after.has(key)),
  added: [...after.keys()].filter((key) => !before.has(key)),
  changed: [...before].filter(([key, value]) => after.has(key) && after.get(key) !== value).map(([key]) => key),
})
