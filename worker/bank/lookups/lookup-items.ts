import type { LookupRecord } from '../../../shared/lookups/answer.ts'
import type { AskedService } from '../../../shared/lookups/assertion.ts'
import type { Wanted } from '../../lookups/look-up.ts'
import { insertMany } from '../rows/insert-many.ts'

/** What a service last answered about an item: its record, or `null` where it does not have it. */
export interface LastAnswer {
  at: number
  record: LookupRecord | null
}
export type Answers = Partial<Record<AskedService, LastAnswer>>

export interface LookupItem extends Wanted {
  /** The key by which its clips are found. */
  item: string
  due: number
  answers: Answers
}

/** How long a new clip waits until it is looked up, in milliseconds: one that is undone by then is not asked about. An undo may come later. */
export const undoTime = 15_000

/** Kinds of keys by which services know items, best first. */
const kinds = ['doi', 'pmid', 'nct', 'arxiv'] as const
const clipsAtOnce = 500

/** Clips that have come since are watched from now on, and told at once what is known of their item. Returns whether there are more. */
export const enroll = (sql: SqlStorage, now: number): boolean => {
  const from = Number(sql.exec("SELECT coalesce(max(value), 0) AS number FROM meta WHERE name = 'lookup-enrolled'").one()['number'])
  const rows = sql
    .exec<{ number: number; keys: string | null; forbidden: number | null }>(
      `SELECT c.number, json_extract(e.body, '$.noLookup') AS forbidden,
         (SELECT json_group_array(k.key) FROM clip_key k WHERE k.number = c.number) AS keys
       FROM clip_row c CROSS JOIN entity e ON e.kind = 'evidence' AND e.id = c.id
       WHERE c.number > ? ORDER BY c.number LIMIT ${clipsAtOnce}`,
      from,
    )
    .toArray()
  const items = rows.flatMap(({ keys, forbidden }) => {
    // A policy of the computer forbids to ask about it.
    if (forbidden) return []
    const all = JSON.parse(keys ?? '[]') as string[]
    const of = (kind: string): string | undefined => all.find((key) => key.startsWith(`${kind}:`))?.slice(kind.length + 1)
    const [ownDoi, pmid, trial, arxiv] = kinds.map(of)
    // The DOI that DataCite has of every number of arXiv (since January 2022).
    const doi = ownDoi ?? (arxiv && `10.48550/arxiv.${arxiv}`)
    const item = kinds.map((kind) => all.find((key) => key.startsWith(`${kind}:`))).find(Boolean)
    return item ? [[item, JSON.stringify({ doi, pmid, trial }), now + undoTime]] : []
  })
  insertMany(sql, 'INSERT INTO lookup_item (item, ids, due)', items, 'ON CONFLICT (item) DO UPDATE SET due = min(due, excluded.due)')
  const last = rows.at(-1)?.number
  if (last !== undefined) sql.exec("INSERT OR REPLACE INTO meta (name, value) VALUES ('lookup-enrolled', ?)", last)
  return rows.length === clipsAtOnce
}

interface Row {
  [column: string]: SqlStorageValue
  item: string
  ids: string
  due: number
  answers: string
}

const read = ({ item, ids, due, answers }: Row): LookupItem => ({
  item,
  due,
  answers: JSON.parse(answers) as Answers,
  ...(JSON.parse(ids) as Wanted),
})

export const dueItems = (sql: SqlStorage, now: number, most: number): LookupItem[] =>
  sql.exec<Row>('SELECT item, ids, due, answers FROM lookup_item WHERE due <= ? ORDER BY due, item LIMIT ?', now, most).toArray().map(read)

/** When the next item is due; `undefined` where none is watched. */
export const nextDue = (sql: SqlStorage): number | undefined =>
  sql.exec<{ due: number | null }>('SELECT min(due) AS due FROM lookup_item').one().due ?? undefined

export const keepItem = (sql: SqlStorage, { item, due, answers, doi, pmid, trial, apart }: LookupItem): void => {
  sql.exec(
    'UPDATE lookup_item SET ids = ?, due = ?, answers = ? WHERE item = ?',
    JSON.stringify({ doi, pmid, trial, apart }),
    due,
    JSON.stringify(answers),
    item,
  )
}

export const forgetItem = (sql: SqlStorage, item: string): void => {
  sql.exec('DELETE FROM lookup_item WHERE item = ?', item)
}

/** Whether there is a clip of an item that may be asked about. */
export const isWatched = (sql: SqlStorage, item: string): boolean =>
  sql
    .exec(
      `SELECT 1 FROM clip_key k CROSS JOIN clip_row c ON c.number = k.number CROSS JOIN entity e ON e.kind = 'evidence' AND e.id = c.id
       WHERE k.key = ? AND json_extract(e.body, '$.noLookup') IS NULL LIMIT 1`,
      item,
    )
    .toArray().length > 0

/** The clips of an item. */
export const clipsOf = (sql: SqlStorage, item: string): string[] =>
  sql
    .exec<{ id: string }>(
      'SELECT c.id FROM clip_key k JOIN clip_row c ON c.number = k.number WHERE k.key = ? ORDER BY c.number LIMIT 200',
      item,
    )
    .toArray()
    .map(({ id }) => id)

/** What services answered about the item of a clip, and when: shown beside each warning. */
export const itemOf = (sql: SqlStorage, clip: string): LookupItem | undefined => {
  const row = sql
    .exec<Row>(
      `SELECT l.item, l.ids, l.due, l.answers FROM clip_row c JOIN clip_key k ON k.number = c.number JOIN lookup_item l ON l.item = k.key
       WHERE c.id = ? LIMIT 1`,
      clip,
    )
    .toArray()[0]
  return row && read(row)
}

/** How many items are watched, and how many of them wait. */
export const watched = (sql: SqlStorage, now: number): { items: number; due: number } =>
  sql.exec<{ items: number; due: number }>('SELECT count(*) AS items, count(*) FILTER (WHERE due <= ?) AS due FROM lookup_item', now).one()
