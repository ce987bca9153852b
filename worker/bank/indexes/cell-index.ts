import { insertMany } from '../rows/insert-many.ts'

/**
 * How many ideas there are of each combination of what lists are narrowed by (a data cube): kept as ideas change, so that facets, reports and the
 * number behind a filter cost the combinations that there are, not the ideas. The view `tally` sums it up by place.
 */
export type Cell = {
  disposition: string
  /** `''`: not classified. */
  pathway: string
  phase: string
  topic: string
  site: string
  /** The best level of its evidence; 0 where nothing has one. */
  level: number
  /** Whether it has a clip whose kind nobody said, and whether it waits for its sender's answer: 0 or 1. */
  unsaid: number
  asked: number
}

const names = ['disposition', 'pathway', 'phase', 'topic', 'site', 'level', 'unsaid', 'asked'] as const

/** A step of the schema: the table, filled with what there is; and indexes of lists, now that none has to count. */
export const beginCells = (sql: SqlStorage): void => {
  sql.exec(`DROP TABLE tally;
    CREATE TABLE cell (
      disposition TEXT NOT NULL, pathway TEXT NOT NULL, phase TEXT NOT NULL, topic TEXT NOT NULL, site TEXT NOT NULL, level INTEGER NOT NULL,
      unsaid INTEGER NOT NULL, asked INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (${names.join(', ')})
    ) WITHOUT ROWID;
    CREATE VIEW tally AS SELECT pathway, phase, disposition, sum(count) AS count FROM cell GROUP BY disposition, pathway, phase;
    DROP INDEX idea_row_cell;
    DROP INDEX idea_row_topic;
    DROP INDEX idea_row_site;
    CREATE INDEX idea_row_topic ON idea_row (disposition, topic);
    CREATE INDEX idea_row_site ON idea_row (disposition, site);
    CREATE INDEX idea_row_order_due ON idea_row (disposition, due);`)
  recountCells(sql)
}

/** Counts all of it anew. */
export const recountCells = (sql: SqlStorage): void => {
  sql.exec('DELETE FROM cell')
  sql.exec(
    `INSERT INTO cell (${names.join(', ')}, count)
     SELECT disposition, pathway, phase, topic, site, coalesce(level, 0), unsaid > 0, asked IS NOT NULL, count(*) FROM idea_row GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`,
  )
}

/** Forgets combinations that no idea has any more. */
export const purgeCells = (sql: SqlStorage): void => {
  sql.exec('DELETE FROM cell WHERE count = 0')
}

/** Changes of one transaction, summed up before they are written. */
export class CellCounts {
  readonly #counts = new Map<string, { cell: Cell; by: number }>()

  count(cell: Cell, by: 1 | -1): void {
    const key = JSON.stringify(names.map((name) => cell[name]))
    this.#counts.set(key, { cell, by: (this.#counts.get(key)?.by ?? 0) + by })
  }

  write(sql: SqlStorage): void {
    const changed = [...this.#counts.values()].filter(({ by }) => by !== 0)
    insertMany(
      sql,
      `INSERT INTO cell (${names.join(', ')}, count)`,
      changed.map(({ cell, by }) => [...names.map((name) => cell[name]), by]),
      `ON CONFLICT (${names.join(', ')}) DO UPDATE SET count = count + excluded.count`,
    )
  }
}
