import type { Context } from '../../../shared/domain/actor.ts'
import type { ServerStore } from '../../../shared/sync/server-store.ts'

/** How often our own code failed on a mutation, and what was set aside for it. */

export const failuresOf = (sql: SqlStorage, mutation: string): number =>
  sql.exec<{ count: number }>('SELECT count FROM failure WHERE mutation = ?', mutation).toArray()[0]?.count ?? 0

export const countFailure = (sql: SqlStorage, mutation: string): void => {
  sql.exec('INSERT INTO failure (mutation, count) VALUES (?, 1) ON CONFLICT (mutation) DO UPDATE SET count = count + 1', mutation)
}

export const bury = (sql: SqlStorage, asked: Parameters<ServerStore['bury']>[0], context: Context, why: string): void => {
  sql.exec(
    'INSERT OR REPLACE INTO dead_letter (mutation, person, at, name, args, why) VALUES (?, ?, ?, ?, ?, ?)',
    asked.id,
    context.person,
    context.at,
    asked.name,
    JSON.stringify(asked.args),
    why,
  )
}
