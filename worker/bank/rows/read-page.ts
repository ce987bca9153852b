import { bytesOf, fitting } from '../../../shared/values/page-bytes.ts'
import { caps } from '../../../shared/sync/protocol.ts'

/** A query whose answer may be more than travels between an object and its Worker. */
export interface PageQuery {
  /** What is read of each row. */
  columns: string
  /** The columns that hold texts of people; what stands around them is small. */
  texts: readonly string[]
  /** What else weighs in a row, in bytes, as SQL. */
  beside?: string
  /** From `FROM` to `ORDER BY`. */
  from: string
  bindings: readonly (string | number)[]
  /** Rows, at most. */
  most: number
  /** Bytes, at most; one row larger than that still comes, alone. */
  bytes?: number
}

export interface FoundRows<Row> {
  rows: Row[]
  more: boolean
}

/**
 * Not `LIMIT ?`: SQLite looks at the number itself for its plan, so it would prepare the statement anew each time that one is bound (`sqlite3ExprIsInteger`),
 * which took longer than reading a page without rows.
 */
const limited = 'LIMIT ? + 0'
const around = 150
/** Long rows are slow to find, and few of them fill a page: the sizes of so many rows are read first, and more only if these leave room. */
const looks = [24, 120]

/**
 * The first rows of a query, as many as go into a page. Sizes are asked for first, which SQLite knows without reading the
 * texts: nothing is read that is not answered. `more`: there are rows behind them.
 */
export const readPage = <Row extends Record<string, SqlStorageValue>>(
  sql: SqlStorage,
  { columns, texts, beside = '0', from, bindings, most, bytes = caps.pageBytes }: PageQuery,
): FoundRows<Row> => {
  const size = [around, beside, ...texts.map((text) => `coalesce(octet_length(${text}), 0)`)].join(' + ')
  let [sizes, count]: [number[], number] = [[], 0]
  for (const limit of [...looks.filter((few) => few < most), most + 1]) {
    sizes = [...sql.exec(`SELECT ${size} ${from} ${limited}`, ...bindings, limit).raw<[number]>()].flat()
    count = Math.min(fitting(sizes, bytes), most)
    if (count < sizes.length || sizes.length < limit) break
  }
  const rows = count === 0 ? [] : sql.exec<Row>(`SELECT ${columns} ${from} ${limited}`, ...bindings, count).toArray()
  return { rows, more: sizes.length > count }
}

/** As many of these, from the first on, as go into a page as JSON. */
export const fittingRows = <Row>(rows: readonly Row[], bytes: number = caps.pageBytes): Row[] =>
  rows.slice(
    0,
    fitting(
      rows.map((row) => bytesOf(JSON.stringify(row))),
      bytes,
    ),
  )

/** One page; `next` is where the following one begins, `null` behind the last. */
export interface Page<Row> {
  rows: Row[]
  next: string | null
}

/** All rows of all pages, one page in memory at a time. */
export async function* eachPage<Row>(page: (after: string | null) => Promise<Page<Row>>): AsyncGenerator<Row[]> {
  let after: string | null = null
  do {
    const { rows, next }: Page<Row> = await page(after)
    yield rows
    after = next
  } while (after !== null)
}
