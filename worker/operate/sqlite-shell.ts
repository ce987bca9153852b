import { DatabaseSync } from 'node:sqlite'

/** `sqlite-shell.ts [-readonly] <file> <SQL>`: what gleaner-admin asks of the program sqlite3, for machines that have none. Rows as text, columns by `|`. */
const [first = '', ...rest] = process.argv.slice(2)
const isReadOnly = first === '-readonly'
const [file = '', sql = ''] = isReadOnly ? rest : [first, ...rest]
const database = new DatabaseSync(file, { readOnly: isReadOnly })
for (const statement of sql.split(/;\s+/)) for (const row of database.prepare(statement).all()) console.log(Object.values(row).join('|'))
database.close()
