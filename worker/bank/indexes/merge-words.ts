/**
 * FTS5 writes the words of each transaction as a segment of their own and merges some as it goes; a search that asks for the beginning of a word reads
 * every segment that is left. After many changes the alarm merges the rest, a part at a time (SQLite, FTS5, section 6.9, `merge`).
 */

/** So many ideas written anew make it worth it. */
const worthMerging = 500
/** Pages that a part writes. */
const pages = 200

/** Counts what is written; says once when there is enough. In memory alone: an object that is evicted begins again, and loses nothing but this. */
export class WrittenWords {
  #written = 0

  add(sql: SqlStorage, ideas: number): boolean {
    this.#written += ideas
    if (this.#written < worthMerging) return false
    this.#written = 0
    sql.exec("INSERT OR IGNORE INTO meta (name, value) VALUES ('merge-words', 0)")
    return true
  }
}

export const isUnmerged = (sql: SqlStorage): boolean => sql.exec("SELECT 1 FROM meta WHERE name = 'merge-words'").toArray().length > 0

const changes = (sql: SqlStorage): number => sql.exec<{ changes: number }>('SELECT total_changes() AS changes').one().changes

/** The next part, in a transaction of the caller's; whether there is another. The first one says, by a negative number, that all segments are meant. */
export const mergeSome = (sql: SqlStorage): boolean => {
  const begun = sql.exec<{ value: number }>("SELECT value FROM meta WHERE name = 'merge-words'").toArray()[0]?.value
  if (begun === undefined) return false
  const before = changes(sql)
  sql.exec("INSERT INTO idea_words (idea_words, rank) VALUES ('merge', ?)", begun === 0 ? -pages : pages)
  // Fewer than two changes: there was nothing left to merge.
  const more = begun === 0 || changes(sql) - before > 1
  sql.exec(more ? "UPDATE meta SET value = 1 WHERE name = 'merge-words'" : "DELETE FROM meta WHERE name = 'merge-words'")
  return more
}
