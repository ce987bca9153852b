/**
 * Entities as they were first kept (WITHOUT ROWID) take an overflow page of their own for all of a row beyond some 1,000 bytes; in an ordinary table
 * two or three rows share a page. A bank from before is copied a slice at a time, by the alarm, while everything goes on with the old table: triggers
 * bring what is written meanwhile into the new one. Then both change their names, and the old one is emptied a slice at a time. Each slice is a
 * transaction of its own, so that wherever it is cut off it goes on from the last one.
 */

/** Rows that are copied or deleted at once: some tenths of a second. */
const rowsAtOnce = 4000
/** A bank of up to so many rows is done with at once. */
const few = 2000
/** Bytes. Beyond, a copy could grow past the 10 GB that production gives an object, so the bank stays as it is. */
const mostBytes = 6_000_000_000

const columns = 'kind, id, seq, body'
const fields = 'kind TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT'

const copyOne = `INSERT INTO entity_next (${columns}) VALUES (new.kind, new.id, new.seq, new.body)
  ON CONFLICT (kind, id) DO UPDATE SET seq = excluded.seq, body = excluded.body;`
const deleteOne = 'DELETE FROM entity_next WHERE kind = old.kind AND id = old.id;'

/** A step of the schema: begins, and ends too where there is little. */
export const beginRepacking = (sql: SqlStorage): void => {
  if (sql.databaseSize > mostBytes) return
  sql.exec(`CREATE TABLE entity_next (${fields}, PRIMARY KEY (kind, id));
    CREATE INDEX entity_feed ON entity_next (seq, kind, id);
    CREATE TRIGGER entity_made AFTER INSERT ON entity BEGIN ${copyOne} END;
    CREATE TRIGGER entity_changed AFTER UPDATE ON entity BEGIN ${deleteOne} ${copyOne} END;
    CREATE TRIGGER entity_deleted AFTER DELETE ON entity BEGIN ${deleteOne} END;`)
  const { rows } = sql.exec<{ rows: number }>(`SELECT count(*) AS rows FROM (SELECT 1 FROM entity LIMIT ${few + 1})`).one()
  if (rows > few) return
  while (repackSome(sql));
}

const has = (sql: SqlStorage, table: string): boolean =>
  sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", table).toArray().length > 0

/** Whether a bank is still as it was first kept, or both ways. */
export const isRepacking = (sql: SqlStorage): boolean => has(sql, 'entity_next') || has(sql, 'entity_before')

/** The next slice, in a transaction of the caller's; whether there is another. */
export const repackSome = (sql: SqlStorage): boolean => {
  if (has(sql, 'entity_next')) return copySome(sql)
  return has(sql, 'entity_before') && emptySome(sql)
}

type Place = { kind: string; id: string }

/** What is copied last is where it goes on: what comes before that place has been copied, or was written since by a trigger. */
const copySome = (sql: SqlStorage): true => {
  sql.exec('CREATE TABLE IF NOT EXISTS entity_copied (kind TEXT NOT NULL, id TEXT NOT NULL)')
  const { kind, id } = sql.exec<Place>('SELECT kind, id FROM entity_copied').toArray()[0] ?? { kind: '', id: '' }
  const slice = `FROM entity WHERE (kind, id) > (?, ?) ORDER BY kind, id LIMIT ${rowsAtOnce}`
  const last = sql.exec<Place>(`SELECT kind, id FROM (SELECT kind, id ${slice}) ORDER BY kind DESC, id DESC LIMIT 1`, kind, id).toArray()[0]
  if (!last) {
    change(sql)
    return true
  }
  sql.exec(`INSERT OR IGNORE INTO entity_next (${columns}) SELECT ${columns} ${slice}`, kind, id)
  sql.exec('DELETE FROM entity_copied')
  sql.exec('INSERT INTO entity_copied (kind, id) VALUES (?, ?)', last.kind, last.id)
  return true
}

/** The new table takes the old one's place; nothing is copied or deleted here. */
const change = (sql: SqlStorage): void => {
  sql.exec(`DROP TRIGGER entity_made; DROP TRIGGER entity_changed; DROP TRIGGER entity_deleted; DROP TABLE entity_copied;
    ALTER TABLE entity RENAME TO entity_before;
    ALTER TABLE entity_next RENAME TO entity;`)
}

const emptySome = (sql: SqlStorage): boolean => {
  sql.exec(`DELETE FROM entity_before WHERE (kind, id) IN (SELECT kind, id FROM entity_before LIMIT ${rowsAtOnce})`)
  const left = sql.exec('SELECT 1 FROM entity_before LIMIT 1').toArray().length > 0
  if (!left) sql.exec('DROP TABLE entity_before')
  return left
}
