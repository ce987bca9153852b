import type { MemberStatus, MyData, OwnRows } from '../shared/access.ts'
import type { Role } from '../shared/network.ts'
import { bankAt } from './bank.ts'
import { passkeysOf } from './passkeys.ts'
import { sessionsOf } from './sessions.ts'

interface MembershipRow {
  slug: string
  network: string
  object: string
  role: Role
  site: string
  label: string
  status: MemberStatus
  since: number
}

const membershipsOf = async (db: D1Database, person: string): Promise<MembershipRow[]> =>
  (
    await db
      .prepare(
        `SELECT n.slug, n.name AS network, n.object, m.role, m.site, m.label, m.status, m.created_at AS since
         FROM membership m JOIN network n ON n.slug = m.network WHERE m.person = ? ORDER BY n.slug`,
      )
      .bind(person)
      .all<MembershipRow>()
  ).results

/** Everything that is kept about a person, in the directory and in the banks of their networks, those they left included. */
export const myData = async (env: Env, person: string, session: string, now: number): Promise<MyData> => {
  const db = env.DIRECTORY
  const memberships = await membershipsOf(db, person)
  const [self, identities, audit] = await db.batch<Record<string, never>>([
    db.prepare('SELECT id, name, created_at AS since FROM person WHERE id = ?').bind(person),
    db.prepare('SELECT issuer, subject, created_at AS since FROM identity WHERE person = ?').bind(person),
    db
      .prepare('SELECT at, network, action, subject, detail, source FROM audit WHERE person = ?1 OR subject = ?1 ORDER BY number')
      .bind(person),
  ])
  const banks = await Promise.all(
    memberships.map(async ({ slug, object }) => [slug, JSON.parse(await bankAt(env, object).ownRows(person)) as OwnRows] as const),
  )
  return {
    person: (self as D1Result<MyData['person']> | undefined)?.results[0] ?? { id: person, name: '', since: 0 },
    memberships: memberships.map(({ slug: _, object: __, ...line }) => line),
    identities: identities?.results as unknown as MyData['identities'],
    passkeys: await passkeysOf(db, person),
    sessions: await sessionsOf(db, person, session, now),
    audit: audit?.results as unknown as MyData['audit'],
    banks: Object.fromEntries(banks),
  }
}
