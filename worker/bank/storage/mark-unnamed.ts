import { mutationNamed } from '../../../shared/mutations/index.ts'
import type { Comment, Entities, Evidence, Idea, Kind, Series, Stance } from '../../../shared/domain/entities.ts'

type Entry = { seq: number; name: string; args: string; person: string; at: number }
type Args = Record<string, unknown> | null
type Mark = { nameHidden?: true }

/** What each row says of who said it: the mutation that says such a thing, its sender and its time. */
const keyOf = (name: string, by: string, at: number): string => `${name} ${by} ${at}`

class Unnamed {
  readonly #said: ReadonlySet<string>
  /** Clips and comments by id. */
  readonly #made: ReadonlySet<string>

  constructor(entries: readonly Entry[]) {
    this.#said = new Set(entries.map(({ name, person, at }) => keyOf(name, person, at)))
    this.#made = new Set(
      entries
        .filter(({ name }) => name === 'clipEvidence' || name === 'commentIdea')
        .map(({ args }) => JSON.parse(args) as { evidence?: string; comment?: string })
        .map(({ evidence, comment }) => evidence ?? comment ?? ''),
    )
  }

  #mark<Said extends Mark>(said: Said, by: string, at: number, names: readonly string[]): Said {
    return names.some((name) => this.#said.has(keyOf(name, by, at))) ? { ...said, nameHidden: true } : said
  }

  #stance(stance: Stance): Stance {
    return this.#mark(stance, stance.by, stance.at, ['expressStance'])
  }

  #idea(idea: Idea): Idea {
    const { hold, ending, step, carried } = idea
    return {
      ...idea,
      hold: hold && this.#mark(hold, hold.by, hold.at, ['holdIdea']),
      ending: ending && this.#mark(ending, ending.by, ending.at, ['endIdea', 'mergeIdeas']),
      ...(step ? { step: this.#mark(step, step.by, idea.movedAt, ['classifyIdea', 'moveIdea', 'reopenIdea']) } : {}),
      ...(carried ? { carried: { ...carried, replaced: carried.replaced.map((stance) => this.#stance(stance)) } } : {}),
    }
  }

  row(kind: Kind, value: Entities[Kind]): Entities[Kind] {
    if (kind === 'idea') return this.#idea(value as Idea)
    if (kind === 'stance') return this.#stance(value as Stance)
    if (kind === 'series') return this.#mark(value as Series, (value as Series).by, (value as Series).at, ['recordMeasurements'])
    return this.#made.has((value as Evidence | Comment).id) ? { ...(value as Evidence | Comment), nameHidden: true } : value
  }
}

/** Ideas and clips that were sent without a name, by id, with who sent them; withdrawn ones are in the log only. */
const sentUnnamed = (sql: SqlStorage): Map<string, string> => {
  const rows = sql
    .exec<{ id: string | null; person: string }>(
      `SELECT coalesce(json_extract(args, '$.evidence'), json_extract(args, '$.idea')) AS id, person FROM log
         WHERE name = 'clipEvidence' AND status = 'ok' AND json_extract(args, '$.nameHidden') = 1
       UNION ALL SELECT json_extract(args, '$.idea'), person FROM log
         WHERE name = 'proposeIdea' AND status = 'ok' AND json_extract(args, '$.nameHidden') = 1
       UNION ALL SELECT id, coalesce(json_extract(body, '$.proposedBy'), json_extract(body, '$.clippedBy')) FROM entity
         WHERE kind IN ('idea', 'evidence') AND json_extract(body, '$.nameHidden') = 1`,
    )
    .toArray()
  return new Map(rows.flatMap(({ id, person }) => (id === null ? [] : [[id, person] as const])))
}

const entriesOf = (sql: SqlStorage, sent: ReadonlyMap<string, string>): Entry[] => {
  const concerns = ({ name, args: text, person }: Entry): boolean => {
    const args = JSON.parse(text) as Args
    if (!args) return false
    const ideas = mutationNamed(name)?.reads(args).ideas ?? []
    const clip = typeof args['evidence'] === 'string' ? [args['evidence']] : []
    return args['nameHidden'] === true || [...ideas, ...clip].some((id) => sent.get(id) === person)
  }
  return sql
    .exec<Entry>(
      `SELECT seq, name, args, person, at FROM log
       WHERE status = 'ok' AND (json_extract(args, '$.nameHidden') = 1 OR person IN (SELECT value FROM json_each(?)))`,
      JSON.stringify([...new Set(sent.values())]),
    )
    .toArray()
    .filter(concerns)
}

/** Rows that get a mark, with their new text. */
const changedRows = (sql: SqlStorage, entries: readonly Entry[]): { kind: Kind; id: string; text: string }[] => {
  const unnamed = new Unnamed(entries)
  return [...new Set(entries.map(({ person }) => person))].flatMap((person) =>
    sql
      .exec<{ kind: Kind; id: string; body: string }>(
        "SELECT kind, id, body FROM entity WHERE kind IN ('idea', 'evidence', 'stance', 'series', 'comment') AND instr(body, ?) > 0",
        person,
      )
      .toArray()
      .map(({ kind, id, body }) => ({ kind, id, body, text: JSON.stringify(unnamed.row(kind, JSON.parse(body) as Entities[Kind])) }))
      .filter(({ body, text }) => body !== text),
  )
}

/**
 * Before each entry and row said itself whether it goes without a name, it was worked out from what stood beside it. Marks the log by
 * what each entry named, and rows by the entry that made them; devices get those rows anew, under one number.
 */
export const markUnnamed = (sql: SqlStorage): void => {
  const entries = entriesOf(sql, sentUnnamed(sql))
  if (entries.length === 0) return
  sql.exec('UPDATE log SET hidden = 1 WHERE seq IN (SELECT value FROM json_each(?))', JSON.stringify(entries.map(({ seq }) => seq)))
  const rows = changedRows(sql, entries)
  if (rows.length === 0) return
  const seq = Number(sql.exec('SELECT coalesce(max(seq), 0) AS head FROM log').one()['head']) + 1
  for (const { kind, id, text } of rows) sql.exec('UPDATE entity SET body = ?, seq = ? WHERE kind = ? AND id = ?', text, seq, kind, id)
  sql.exec(
    "INSERT INTO log (seq, mutation, witness, replica, cseq, person, role, site, at, name, args, status) VALUES (?, ?, ?, '', 0, '', 'admin', '', ?, 'markUnnamed', 'null', 'ok')",
    seq,
    crypto.randomUUID(),
    crypto.getRandomValues(new Uint8Array(8)).toHex(),
    Date.now(),
  )
  sql.exec("INSERT OR REPLACE INTO meta (name, value) SELECT 'reindex', 0 FROM idea_row LIMIT 1")
}
