import { shakenBy } from '../../../shared/rules/evidence-standing.ts'
import type { Evidence } from '../../../shared/domain/entities.ts'
import { insertMany } from '../rows/insert-many.ts'

/** Letters that each of the words by which `shakenBy` knows a title has, so that a large bank's other clips are not parsed. */
const likely = ['%tract%', '%withdr%', '%remov%', '%concern%', '%retirad%', '%retratad%', '%preocupaci%', '%inquietud%']

/** Flags the clips that were there before flags were kept. */
export const flagDoubted = (sql: SqlStorage): void => {
  const rows = sql
    .exec<{ id: string; body: string }>(
      `SELECT id, body FROM entity WHERE kind = 'evidence' AND body IS NOT NULL AND (${likely.map(() => 'body LIKE ?').join(' OR ')})`,
      ...likely,
    )
    .toArray()
    .flatMap(({ id, body }) => {
      const standing = shakenBy(JSON.parse(body) as Evidence)
      return standing ? [[id, standing]] : []
    })
  insertMany(sql, 'INSERT OR REPLACE INTO doubted (id, standing)', rows)
}
