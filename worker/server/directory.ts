import { DurableObject, WorkerEntrypoint } from 'cloudflare:workers'

/** The directory on one's own workerd: one SQLite object behind workerd's own D1 client. Tables and migrations are those at Cloudflare. */
interface DirectoryEnv {
  OBJECT: DurableObjectNamespace<Directory>
  /** The one object's name. */
  NAME: string
  /** Name and text of each file in worker/migrations, in order. */
  MIGRATIONS: [name: string, text: string][]
}

interface Query {
  sql: string
  params?: unknown[]
}

const madeTable = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`

/** D1 sends bytes as lists of numbers. */
const outward = (value: unknown): unknown => (value instanceof ArrayBuffer ? [...new Uint8Array(value)] : value)
const inward = (value: unknown): unknown => (Array.isArray(value) ? new Uint8Array(value as number[]) : value)

export class Directory extends DurableObject<DirectoryEnv> {
  constructor(state: DurableObjectState, env: DirectoryEnv) {
    super(state, env)
    const { sql } = state.storage
    sql.exec(madeTable)
    const done = new Set(
      sql
        .exec('SELECT name FROM d1_migrations')
        .toArray()
        .map(({ name }) => name),
    )
    for (const [name, text] of env.MIGRATIONS.filter(([name]) => !done.has(name)))
      state.storage.transactionSync(() => {
        sql.exec(text)
        sql.exec('INSERT INTO d1_migrations (name) VALUES (?)', name)
      })
  }

  #run({ sql, params = [] }: Query) {
    const db = this.ctx.storage.sql
    const [before, from] = [Number(db.exec('SELECT total_changes() AS n').one()['n']), performance.now()]
    const cursor = db.exec(sql, ...params.map(inward))
    const rows = [...cursor.raw()].map((row) => row.map(outward))
    const { n, id } = db.exec<{ n: number; id: number }>('SELECT total_changes() AS n, last_insert_rowid() AS id').one()
    const meta = {
      duration: performance.now() - from,
      changes: n - before,
      last_row_id: id,
      changed_db: n !== before,
      size_after: db.databaseSize,
      rows_read: cursor.rowsRead,
      rows_written: cursor.rowsWritten,
    }
    return { columns: cursor.columnNames, rows, meta }
  }

  /** All of them or none. */
  query(queries: Query[]) {
    return this.ctx.storage.transactionSync(() => queries.map((query) => this.#run(query)))
  }
}

type Answer = ReturnType<Directory['query']>[number]

const named = ({ columns, rows }: Answer) => rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])))

/** What workerd's D1 client asks for, by HTTP or (with its flag `d1_binding_jsrpc`) by a call. */
export default class extends WorkerEntrypoint<DirectoryEnv> {
  #ask(queries: Query[]): Promise<Answer[]> {
    return this.env.OBJECT.getByName(this.env.NAME).query(queries)
  }

  async query({ queries }: { queries: Query[] }) {
    const answers = await this.#ask(queries)
    return { results: answers.map(({ columns, rows, meta }) => ({ meta, data: { kind: 'raw', columns, rows } })) }
  }

  override async fetch(request: Request): Promise<Response> {
    const inColumns = new URL(request.url).searchParams.get('resultsFormat') === 'ROWS_AND_COLUMNS'
    try {
      const asked: Query | Query[] = await request.json()
      const answers = await this.#ask([asked].flat())
      const results = (one: Answer) => (inColumns ? { columns: one.columns, rows: one.rows } : named(one))
      return Response.json(answers.map((one) => ({ success: true, meta: one.meta, results: results(one) })))
    } catch (error) {
      return Response.json({ success: false, error: (error as Error).message }, { status: 500 })
    }
  }
}
