import type { PendingWork } from '../../../shared/api/access.ts'

/** So many ideas are named; nobody hands over more one by one. */
const mostNamed = 5000

/** Active ideas that this person sent or leads. Reads every active idea once: removing somebody is rare. */
export const pendingWork = (sql: SqlStorage, person: string): PendingWork => {
  const rows = sql
    .exec<{ id: string; proposed: number; leading: number; leads: number }>(
      `SELECT id, json_extract(body, '$.proposedBy') = ?1 AS proposed,
         EXISTS (SELECT 1 FROM json_each(body, '$.leads') WHERE value = ?1) AS leading, json_array_length(body, '$.leads') AS leads
       FROM entity WHERE kind = 'idea' AND body IS NOT NULL AND json_extract(body, '$.disposition') = 'active'
         AND (json_extract(body, '$.proposedBy') = ?1 OR EXISTS (SELECT 1 FROM json_each(body, '$.leads') WHERE value = ?1))`,
      person,
    )
    .toArray()
  return {
    proposed: rows.filter((row) => row.proposed === 1).length,
    leading: rows.filter((row) => row.leading === 1).length,
    onlyLead: rows
      .filter((row) => row.leading === 1 && row.leads === 1)
      .map((row) => row.id)
      .slice(0, mostNamed),
  }
}
