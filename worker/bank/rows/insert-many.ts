export type Value = string | number | null

/** SQLite in a Durable Object takes no more bound values a statement. */
const mostValues = 100

const repeated = (text: string, times: number): string => Array.from({ length: times }, () => text).join(', ')

/** So many rows of that width, as SQL. Two texts of a statement only, so that both stay prepared: as many rows as fit, and one. */
const values = (width: number, rows: number): string => `VALUES ${repeated(`(${repeated('?', width)})`, rows)}`

/** Inserts many rows with few statements: `insert` is the statement's beginning, `conflict` its end. */
export const insertMany = (sql: SqlStorage, insert: string, rows: readonly Value[][], conflict = ''): void => {
  const width = rows[0]?.length
  // Most requests have nothing for most tables.
  if (width === undefined) return
  const most = Math.floor(mostValues / width)
  const whole = rows.length - (rows.length % most)
  if (whole > 0) {
    const many = `${insert} ${values(width, most)} ${conflict}`
    for (let from = 0; from < whole; from += most) sql.exec(many, ...rows.slice(from, from + most).flat())
  }
  if (whole === rows.length) return
  const one = `${insert} ${values(width, 1)} ${conflict}`
  for (const row of rows.slice(whole)) sql.exec(one, ...row)
}
