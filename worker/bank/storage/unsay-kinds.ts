import { type EvidenceKind, saidKind } from '../../../shared/domain/evidence-kinds.ts'
import { suggestKind } from '../../../shared/rules/suggest-kind.ts'
import type { Evidence } from '../../../shared/domain/entities.ts'
import { insertMany } from '../rows/insert-many.ts'

type OldEvidence = Evidence & { kind: EvidenceKind }

/**
 * Before kinds could be "not said", an untouched choice was stored as opinion, level 5. A row cannot tell such a default from a
 * choice, so each becomes "not said", with what its title suggests as a hint: a row of its own in the log tells it in the history
 * of its ideas, and devices get it as they get any change. Every other kind stood before the person who saved it and stays.
 */
export const unsayKinds = (sql: SqlStorage): void => {
  const rows = sql
    .exec<{ id: string; body: string }>(
      "SELECT id, body FROM entity WHERE kind = 'evidence' AND body IS NOT NULL AND json_extract(body, '$.kind') = 'opinion' ORDER BY seq",
    )
    .toArray()
    .map(({ id, body }) => ({ id, item: JSON.parse(body) as OldEvidence }))
    .filter(({ item }) => saidKind({ kind: item.kind }) === null)
  let seq = Number(sql.exec('SELECT coalesce(max(seq), 0) AS head FROM log').one()['head'])
  const at = Date.now()
  const made = rows.map(({ id, item }) => {
    seq += 1
    const suggested = suggestKind({ title: item.citation.title })?.kind
    return { id, seq, ideas: item.ideas, body: JSON.stringify({ ...item, kind: null, ...(suggested ? { suggested } : {}) }) }
  })
  insertMany(
    sql,
    'INSERT INTO entity (kind, id, seq, body)',
    made.map(({ id, seq, body }) => ['evidence', id, seq, body]),
    'ON CONFLICT (kind, id) DO UPDATE SET seq = excluded.seq, body = excluded.body',
  )
  insertMany(
    sql,
    'INSERT INTO log (seq, mutation, witness, replica, cseq, person, role, site, at, name, args, status)',
    made.map(({ id, seq }) => [
      seq,
      crypto.randomUUID(),
      crypto.getRandomValues(new Uint8Array(8)).toHex(),
      '',
      0,
      '',
      'admin',
      '',
      at,
      'unsayKind',
      JSON.stringify({ evidence: id, was: 'opinion' }),
      'ok',
    ]),
  )
  insertMany(
    sql,
    'INSERT OR IGNORE INTO subject (idea, seq)',
    made.flatMap(({ seq, ideas }) => ideas.map((idea) => [idea, seq])),
  )
}
