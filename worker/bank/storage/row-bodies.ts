import type { Entities, Kind } from '../../../shared/domain/entities.ts'
import type { QueuedMutation } from '../../../shared/sync/protocol.ts'

/** Ids that arguments name as theirs, before anybody has looked whether they are of their form. */
export const namedIn = (asked: readonly Pick<QueuedMutation, 'args'>[], name: 'idea' | 'evidence'): string[] =>
  asked.flatMap(({ args }) => {
    const id: unknown =
      typeof args === 'object' && args !== null && Object.hasOwn(args, name) ? (args as Record<string, unknown>)[name] : undefined
    return typeof id === 'string' ? [id] : []
  })

/** Rows of one kind as text, those of these ids that there are. */
export const bodiesOf = (sql: SqlStorage, kind: Kind, ids: readonly string[]): Map<string, string | null> =>
  new Map(
    sql
      .exec<{ id: string; body: string | null }>(
        'SELECT e.id, e.body FROM json_each(?) j CROSS JOIN entity e ON e.kind = ? AND e.id = j.value',
        JSON.stringify(ids),
        kind,
      )
      .toArray()
      .map(({ id, body }) => [id, body]),
  )

/** One row as text; `undefined` where there is none, `null` where it was deleted. */
export const bodyOf = (sql: SqlStorage, kind: Kind, id: string): string | null | undefined =>
  sql.exec<{ body: string | null }>('SELECT body FROM entity WHERE kind = ? AND id = ?', kind, id).toArray()[0]?.body

/** Every row of one kind that there is. */
export const allOf = <K extends Kind>(sql: SqlStorage, kind: K): Entities[K][] =>
  sql
    .exec<{ body: string }>('SELECT body FROM entity WHERE kind = ? AND body IS NOT NULL', kind)
    .toArray()
    .map(({ body }) => JSON.parse(body) as Entities[K])
