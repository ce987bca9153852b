import type { MemberLine, MemberStatus } from '../../shared/api/access.ts'
import type { Role } from '../../shared/domain/entities.ts'
import { auditStatementIfUnderWay } from '../audit/statement.ts'
import { readsLikeStaff, staffSkeletons } from '../../shared/domain/name-skeleton.ts'
import { isLastAdmin } from '../directory/last-admin.ts'
import { endTokens } from '../auth/access-tokens.ts'
import { isUnderWay } from '../directory/under-way.ts'
import { endSessionStatements, rememberRemovedDevices } from '../auth/sessions.ts'

const columns = 'm.person, p.name, m.role, m.site, m.label, m.status, m.created_at AS since, m.service'

type MemberRow = Omit<MemberLine, 'alike' | 'service'> & { service: 0 | 1 }

const lineOf = ({ service, ...line }: MemberRow): MemberLine => (service ? { ...line, service: true } : line)

export const membersOf = async (db: D1Database, network: string): Promise<MemberLine[]> => {
  const { results } = await db
    .prepare(`SELECT ${columns} FROM membership m JOIN person p ON p.id = m.person WHERE m.network = ? ORDER BY p.name LIMIT 5000`)
    .bind(network)
    .all<MemberRow>()
  const members = results.map(lineOf)
  const staff = staffSkeletons(members.filter(({ status }) => status === 'active'))
  return members.map((line) => (readsLikeStaff(line, staff) ? { ...line, alike: true } : line))
}

/** A member who was not removed. */
export const memberOf = async (db: D1Database, network: string, person: string): Promise<MemberLine | undefined> => {
  const row = await db
    .prepare(
      `SELECT ${columns} FROM membership m JOIN person p ON p.id = m.person WHERE m.network = ? AND m.person = ? AND m.status <> 'removed'`,
    )
    .bind(network, person)
    .first<MemberRow>()
  return row ? lineOf(row) : undefined
}

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

interface Changing {
  network: string
  before: MemberLine
  after: MemberChange
  /** What the bank is to call them from now on, where that is not their name. */
  name?: string
  by: string
  /** The provider whose groups say it, with its name; otherwise somebody in the network does. */
  roleBy?: string
  why?: string
  source: string
}

/**
 * Changes a member with all that follows from it (devices remembered, sessions ended, the audit, what the network's object has to be told) in one
 * transaction; answers the change, or `undefined` if it would leave the network without an active admin. That is decided in its first statement, on
 * which all others depend, so that two admins cannot remove each other.
 */
export const changeMember = async (
  db: D1Database,
  { network, before, after, name = '', by, roleBy = '', why = '', source }: Changing,
  now: number,
): Promise<string | undefined> => {
  const [change, { person }] = [crypto.randomUUID(), before]
  const [begun] = await db.batch([
    db
      .prepare(
        `INSERT INTO object_outbox (change, network, person, name, erases, at) SELECT ?1, m.network, m.person, ?4, 0, ?5 FROM membership m
         WHERE m.network = ?2 AND m.person = ?3 AND m.status <> 'removed'
         AND ((?6 = 'admin' AND ?7 = 'active') OR NOT (${isLastAdmin})) RETURNING change`,
      )
      .bind(change, network, person, name, now, after.role, after.status),
    db
      .prepare(
        `UPDATE membership SET role = ?4, site = ?5, label = ?6, status = ?7,
         role_by = CASE WHEN role = ?4 AND site = ?5 THEN role_by ELSE ?8 END WHERE network = ?2 AND person = ?3 AND ${isUnderWay('?1')}`,
      )
      .bind(change, network, person, after.role, after.site, after.label, after.status, roleBy),
    auditStatementIfUnderWay(db, now, change, {
      network,
      person: by,
      action: actionOf(before, after),
      subject: person,
      detail: [inWords(before, after), why && `by the groups of ${why}`].filter(Boolean).join(', '),
      source,
    }),
    ...(after.status === 'removed' ? [rememberRemovedDevices(db, { person, network, change })] : []),
    ...(after.status === 'active'
      ? []
      : [...endSessionStatements(db, { person, network, change }, source, now), endTokens(db, { person, network, change }, now)]),
  ])
  return (begun?.results.length ?? 0) > 0 ? change : undefined
}
