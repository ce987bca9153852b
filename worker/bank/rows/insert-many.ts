export type Value = string | number | null

/** SQLite in a Durable Object takes no more bound values a statement. */
const mostValues = 100

const group = (width: number): string => `(${Array.from({ length: width }, () => '?').join(', ')})`

/** Inserts many rows with few statements: `insert` is the statement's beginning, `conflict` its end. */
export const insertMany = (sql: SqlStorage, insert: string, rows: readonly Value[][], conflict = ''): void => {
  const width = rows[0]?.length ?? 1
  const most = Math.floor(mostValues / width)
  // Two texts of statement only, so that both stay prepared: as many rows as fit, and one.
  const [many, one] = [
    `${insert} VALUES ${Array.from({ length: most }, () => group(width)).join(', ')} ${conflict}`,
    `${insert} VALUES ${group(width)} ${conflict}`,
  ]
  const whole = rows.length - (rows.length % most)
  for (let from = 0; from < whole; from += most) sql.exec(many, ...rows.slice(from, from + most).flat())
  for (const row of rows.slice(whole)) sql.exec(one, ...row)
}
