import type { MemberLine, MemberStatus } from '../shared/access.ts'
import type { Role } from '../shared/network.ts'
import { telling } from './audit.ts'

/** What stands where a name was that its person took away. */
export const formerMember = 'A former member'

const columns = 'm.person, p.name, m.role, m.site, m.label, m.status, m.created_at AS since'

export const membersOf = async (db: D1Database, network: string): Promise<MemberLine[]> => {
  const { results } = await db
    .prepare(`SELECT ${columns} FROM membership m JOIN person p ON p.id = m.person WHERE m.network = ? ORDER BY p.name LIMIT 5000`)
    .bind(network)
    .all<MemberLine>()
  return results
}

/** A member who was not removed. */
export const memberOf = async (db: D1Database, network: string, person: string): Promise<MemberLine | undefined> =>
  (await db
    .prepare(
      `SELECT ${columns} FROM membership m JOIN person p ON p.id = m.person WHERE m.network = ? AND m.person = ? AND m.status <> 'removed'`,
    )
    .bind(network, person)
    .first<MemberLine>()) ?? undefined

export interface MemberChange {
  role: Role
  site: string
  label: string
  status: MemberStatus
}

const inWords = (before: MemberChange, after: MemberChange): string =>
  (['role', 'site', 'label', 'status'] as const)
    .filter((key) => before[key] !== after[key])
    .map((key) => `${key}: ${before[key] || '-'} → ${after[key] || '-'}`)
    .join(', ')

const actionOf = (before: MemberChange, after: MemberChange): string =>
  after.status === before.status ? 'member-changed' : after.status === 'active' ? 'readmitted' : after.status

/** False if that would leave the network without an active admin: decided in the statement, so that two admins cannot remove each other. */
export const changeMember = async (
  db: D1Database,
  { network, before, after, by, source }: { network: string; before: MemberLine; after: MemberChange; by: string; source: string },
  now: number,
): Promise<boolean> => {
  const row = await db
    .prepare(
      `UPDATE membership SET role = ?3, site = ?4, label = ?5, status = ?6 WHERE network = ?1 AND person = ?2 AND status <> 'removed'
       AND ((?3 = 'admin' AND ?6 = 'active') OR role <> 'admin'
         OR EXISTS (SELECT 1 FROM membership o WHERE o.network = ?1 AND o.person <> ?2 AND o.role = 'admin' AND o.status = 'active'))
       RETURNING person`,
    )
    .bind(network, before.person, after.role, after.site, after.label, after.status)
    .first()
  if (!row) return false
  const told = { network, person: by, action: actionOf(before, after), subject: before.person, detail: inWords(before, after), source }
  await telling(db, now, told).run()
  return true
}
