import type { Evidence } from '../../../shared/domain/entities.ts'
import { citationKeys } from '../../../shared/citations/citation-keys.ts'
import { sameItem } from '../../../shared/citations/same-item.ts'
import { levelOf } from '../../../shared/rules/weighed-evidence.ts'
import { insertMany } from '../rows/insert-many.ts'
import { indexedText } from './indexed-text.ts'

/** Whether a clip supports an idea, waits for one, or was dismissed; an idea counts for more than a dismissal. */
export const clipState = ({ ideas, dismissed }: Pick<Evidence, 'ideas' | 'dismissed'>): 'attached' | 'loose' | 'dismissed' => {
  if (ideas.length > 0) return 'attached'
  return dismissed ? 'dismissed' : 'loose'
}

/** Clips that share a key and are looked at, a key: an address of a whole site is shared by many. */
const mostAlike = 8
const mostAuthors = 20

/** How far the network has come with ideas: 0 not tested, 1 tested at a site, 2 improved at one. */
export type TestedRank = 0 | 1 | 2

interface Spot {
  topic: string
  tested: TestedRank
}

const wordsOf = ({ citation, quote, note }: Evidence): string => {
  const authors = (citation.author ?? []).slice(0, mostAuthors).map((name) => ('family' in name ? name.family : name.literal))
  return indexedText([citation.title ?? '', quote?.exact ?? '', note, citation['container-title'] ?? '', authors.join(' ')])
}

/**
 * What the list and the map of evidence read: one row a clip, clips of one paper under one `item`, their words and keys, and where each stands on the
 * map: the topics of the ideas that it supports. Kept in the mutation's own transaction.
 */
export class ClipIndex {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Writes or removes the row of a clip. Where it stands on the map follows by `place`. */
  write(id: string, item: Evidence | null): void {
    const before = this.#numberOf(id)
    if (before !== undefined) this.#forget(before, item === null)
    if (!item) return
    const number = before ?? this.#nextNumber()
    const keys = citationKeys(item.citation)
    const paper = this.#paperOf(item, keys, number)
    this.#sql.exec(
      `INSERT INTO clip_row (number, id, item, at, kind, level, state) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (number) DO UPDATE SET item = excluded.item, kind = excluded.kind, level = excluded.level, state = excluded.state`,
      number,
      id,
      paper,
      item.clippedAt,
      item.kind ?? '',
      levelOf(item) ?? 0,
      clipState(item),
    )
    this.#sql.exec('INSERT INTO clip_words (rowid, words) VALUES (?, ?)', number, wordsOf(item))
    insertMany(
      this.#sql,
      'INSERT INTO clip_key (key, number)',
      keys.map((key) => [key, number]),
    )
  }

  /** Puts clips on the map again: they changed, or the topics or results of their ideas did. */
  place(ids: readonly string[]): void {
    for (const id of ids) {
      const number = this.#numberOf(id)
      if (number === undefined) continue
      this.#lift(number)
      const { at, kind } = this.#sql.exec<{ at: number; kind: string }>('SELECT at, kind FROM clip_row WHERE number = ?', number).one()
      for (const { topic, tested } of this.#spotsOf(number, id)) {
        this.#sql.exec('INSERT INTO clip_spot (topic, at, number, kind, tested) VALUES (?, ?, ?, ?, ?)', topic, at, number, kind, tested)
        this.#count(topic, kind, tested, 1)
      }
    }
  }

  /** Never one that was given before: look-ups go by the number up to which they have seen clips. */
  #nextNumber(): number {
    return Number(
      this.#sql
        .exec(
          `SELECT 1 + max(coalesce((SELECT max(number) FROM clip_row), 0),
             coalesce((SELECT max(value) FROM meta WHERE name = 'lookup-enrolled'), 0)) AS next`,
        )
        .one()['next'],
    )
  }

  #numberOf(id: string): number | undefined {
    return this.#sql.exec<{ number: number }>('SELECT number FROM clip_row WHERE id = ?', id).toArray()[0]?.number
  }

  #forget(number: number, whole: boolean): void {
    this.#sql.exec('DELETE FROM clip_words WHERE rowid = ?', number)
    this.#sql.exec('DELETE FROM clip_key WHERE number = ?', number)
    if (!whole) return
    this.#lift(number)
    this.#sql.exec('DELETE FROM clip_row WHERE number = ?', number)
  }

  /** The paper that a clip is of: that of the clips that name it, all of which it joins; else one of its own. */
  #paperOf({ citation }: Evidence, keys: readonly string[], number: number): number {
    const papers = new Set<number>()
    for (const key of keys) {
      const alike = this.#sql.exec<{ item: number; citation: string }>(
        `SELECT c.item, json_extract(e.body, '$.citation') AS citation FROM clip_key k CROSS JOIN clip_row c ON c.number = k.number
         CROSS JOIN entity e ON e.kind = 'evidence' AND e.id = c.id WHERE k.key = ? AND k.number <> ? AND e.body IS NOT NULL LIMIT ${mostAlike}`,
        key,
        number,
      )
      for (const row of alike)
        if (!papers.has(row.item) && sameItem(citation, JSON.parse(row.citation) as Evidence['citation'])) papers.add(row.item)
    }
    const [paper = number, ...others] = [...papers].toSorted((one, other) => one - other)
    for (const other of others) this.#sql.exec('UPDATE clip_row SET item = ? WHERE item = ?', paper, other)
    return paper
  }

  #spotsOf(number: number, id: string): Spot[] {
    const state = this.#sql.exec('SELECT state FROM clip_row WHERE number = ?', number).one()['state']
    if (state === 'dismissed') return []
    if (state === 'loose') return [{ topic: '', tested: 0 }]
    return this.#sql
      .exec<{ topic: string; tested: TestedRank }>(
        `SELECT r.topic, max((r.tested > 0) + (r.improved > 0)) AS tested FROM entity e, json_each(e.body, '$.ideas') i JOIN idea_row r ON r.id = i.value
         WHERE e.kind = 'evidence' AND e.id = ? GROUP BY r.topic`,
        id,
      )
      .toArray()
  }

  #lift(number: number): void {
    const spots = this.#sql
      .exec<{ topic: string; kind: string; tested: TestedRank }>('SELECT topic, kind, tested FROM clip_spot WHERE number = ?', number)
      .toArray()
    for (const { topic, kind, tested } of spots) this.#count(topic, kind, tested, -1)
    this.#sql.exec('DELETE FROM clip_spot WHERE number = ?', number)
  }

  #count(topic: string, kind: string, tested: TestedRank, by: 1 | -1): void {
    this.#sql.exec(
      'INSERT INTO clip_tally (topic, kind, tested, count) VALUES (?, ?, ?, ?) ON CONFLICT (topic, kind, tested) DO UPDATE SET count = count + excluded.count',
      topic,
      kind,
      tested,
      by,
    )
  }
}
