import type { AccountKind, AccountLines, OwnAuditLine } from '../../shared/archive/own-archive.ts'
import { allTokensOf } from '../auth/access-tokens.ts'
import { passkeysOf } from '../auth/passkeys.ts'
import { sessionsOf } from '../auth/sessions.ts'
import type { Page } from '../bank/rows/read-page.ts'

/** A membership, with the object that is its network's bank. */
export type OwnMembership = AccountLines['memberships'] & { object: string }

/** Networks of a person, those they left included. */
export const membershipsOf = async (db: D1Database, person: string): Promise<OwnMembership[]> =>
  (
    await db
      .prepare(
        `SELECT n.slug, n.name AS network, n.object, m.role, m.site, m.label, m.status, m.created_at AS since
         FROM membership m JOIN network n ON n.slug = m.network WHERE m.person = ? ORDER BY n.slug`,
      )
      .bind(person)
      .all<OwnMembership>()
  ).results

/** What the directory holds of a person but for the audit log, which may be long. `session` is the one that asks. */
export const ownAccount = async (
  db: D1Database,
  person: string,
  session: string,
  now: number,
): Promise<{ [K in Exclude<AccountKind, 'memberships'>]: AccountLines[K][] }> => {
  const [self, identities] = await db.batch<Record<string, never>>([
    db.prepare('SELECT id, name, created_at AS since FROM person WHERE id = ?').bind(person),
    db.prepare('SELECT issuer, subject, created_at AS since FROM identity WHERE person = ?').bind(person),
  ])
  return {
    person: self?.results as unknown as AccountLines['person'][],
    identities: identities?.results as unknown as AccountLines['identities'][],
    passkeys: await passkeysOf(db, person),
    sessions: await sessionsOf(db, person, session, now),
    tokens: await allTokensOf(db, person),
  }
}

/** Lines of the audit log that are read at once. */
const auditLength = 1000

/** A page of the audit's lines that a person did or that were done to them, each an OwnAuditLine as JSON text. */
export const auditPageOf = async (db: D1Database, person: string, after: string | null): Promise<Page<string>> => {
  const { results } = await db
    .prepare(
      'SELECT number, at, network, action, subject, detail, source FROM audit WHERE number > ?2 AND (person = ?1 OR subject = ?1) ORDER BY number LIMIT ?3',
    )
    .bind(person, Number(after ?? 0), auditLength)
    .all<OwnAuditLine & { number: number }>()
  const last = results.at(-1)
  return {
    rows: results.map(({ number: _, ...line }) => JSON.stringify(line)),
    next: results.length === auditLength && last ? String(last.number) : null,
  }
}
