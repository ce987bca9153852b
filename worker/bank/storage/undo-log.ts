import type { Change, Entities, Kind, Undoable } from '../../../shared/domain/entities.ts'
import { undoWithin } from '../../../shared/domain/undo.ts'
import { mutationNamed, mutations } from '../../../shared/mutations/index.ts'
import type { LogEntry } from '../../../shared/sync/server-store.ts'
import { loggedArgs } from '../../../shared/mutations/engine/logged.ts'
import { insertMany } from '../rows/insert-many.ts'

type Before = [seq: number, kind: Kind, id: string, body: string | null]
type LoggedRow = { seq: number; person: string; at: number; hidden: number; taken_back: number | null }
type KeptRow = { kind: Kind; id: string; body: string | null; seq: number }

/**
 * How rows stood before a mutation that somebody asked for a moment ago, so that its author can take it back whole. Kept for
 * `undoWithin`; the log says for ever what was taken back.
 */
export class UndoLog {
  readonly #sql: SqlStorage
  #noted: { seq: number; rows: { kind: Kind; id: string; value: Entities[Kind] | undefined }[] } | undefined
  #kept: Before[] = []
  #at = 0
  #takenBack: { mutation: string; at: number }[] = []

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** What these changes are about to replace. */
  note(changes: readonly Change[], seq: number, get: (kind: Kind, id: string) => Entities[Kind] | undefined): void {
    this.#noted = { seq, rows: changes.map(({ kind, id }) => ({ kind, id, value: get(kind, id) })) }
  }

  /** The mutation of what was noted last. */
  append({ seq, status, name, args, context }: LogEntry): void {
    const noted = this.#noted?.seq === seq && status === 'ok' ? this.#noted : undefined
    this.#noted = undefined
    if (!noted) return
    const back = loggedArgs(mutations, { name, args }, 'takeBack')?.mutation
    if (back) this.#takenBack.push({ mutation: back, at: context.at })
    if (!mutationNamed(name)?.undoable) return
    this.#at = context.at
    this.#kept.push(...noted.rows.map(({ kind, id, value }): Before => [seq, kind, id, value ? JSON.stringify(value) : null]))
  }

  /** Forgets what a failure undid. */
  drop(): void {
    this.#noted = undefined
    this.#kept = []
    this.#takenBack = []
  }

  /** Writes what waits; answers what was taken back with it. */
  flush(): string[] {
    if (this.#kept.length > 0) purgeUndo(this.#sql, this.#at)
    insertMany(this.#sql, 'INSERT INTO undo_row (seq, kind, id, body)', this.#kept)
    for (const { mutation, at } of this.#takenBack) this.#sql.exec('UPDATE log SET taken_back = ? WHERE mutation = ?', at, mutation)
    const takenBack = this.#takenBack.map(({ mutation }) => mutation)
    this.#kept = []
    this.#takenBack = []
    return takenBack
  }

  /** What there is of a mutation; everything that waits has to be in SQLite. */
  find(mutation: string): Undoable | undefined {
    const entry = this.#sql
      .exec<LoggedRow>("SELECT seq, person, at, hidden, taken_back FROM log WHERE mutation = ? AND status = 'ok'", mutation)
      .toArray()[0]
    if (!entry) return undefined
    const rows = this.#sql
      .exec<KeptRow>(
        'SELECT u.kind, u.id, u.body, e.seq FROM undo_row u JOIN entity e ON e.kind = u.kind AND e.id = u.id WHERE u.seq = ?',
        entry.seq,
      )
      .toArray()
    return {
      by: entry.person,
      at: entry.at,
      unnamed: entry.hidden === 1,
      takenBack: entry.taken_back !== null,
      changedSince: rows.some(({ seq }) => seq !== entry.seq),
      before: rows.map(({ kind, id, body }) => ({ kind, id, value: body === null ? null : (JSON.parse(body) as unknown) }) as Change),
    }
  }
}

/**
 * Deletes what nobody can take back any more. Read in the order of the log up to the first entry that is young enough, so it costs what goes and one
 * row more, however much waits.
 */
export const purgeUndo = (sql: SqlStorage, now: number): SqlStorageCursor<Record<string, SqlStorageValue>> =>
  sql.exec(
    `DELETE FROM undo_row WHERE seq < coalesce(
       (SELECT u.seq FROM undo_row u JOIN log l ON l.seq = u.seq WHERE l.at >= ? ORDER BY u.seq LIMIT 1),
       (SELECT max(seq) + 1 FROM undo_row))`,
    now - undoWithin,
  )
