import type { MemberStatus, MyData } from '../../shared/api/access.ts'
import type { Role } from '../../shared/domain/entities.ts'
import { allTokensOf } from '../auth/access-tokens.ts'
import { bankAt } from '../bank/bank-stub.ts'
import type { NetworkObject } from '../bank/network-object.ts'
import { ownKinds } from '../bank/queries/own-rows.ts'
import { passkeysOf } from '../auth/passkeys.ts'
import { eachPage, type Page } from '../bank/rows/read-page.ts'
import { sessionsOf } from '../auth/sessions.ts'
import { jsonArray, streamed } from '../http/streamed.ts'

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

/** Lines of the audit log that are read at once. */
const auditLength = 1000

/** A page of the audit's lines that a person did or that were done to them, as JSON texts. */
const auditPageOf = async (db: D1Database, person: string, after: string | null): Promise<Page<string>> => {
  const { results } = await db
    .prepare(
      'SELECT number, at, network, action, subject, detail, source FROM audit WHERE number > ?2 AND (person = ?1 OR subject = ?1) ORDER BY number LIMIT ?3',
    )
    .bind(person, Number(after ?? 0), auditLength)
    .all<MyData['audit'][number] & { number: number }>()
  const last = results.at(-1)
  return {
    rows: results.map(({ number: _, ...line }) => JSON.stringify(line)),
    next: results.length === auditLength && last ? String(last.number) : null,
  }
}

/** What one bank holds of that person, as an object of JSON. */
async function* bankPieces(bank: DurableObjectStub<NetworkObject>, person: string): AsyncGenerator<string> {
  for (const [index, kind] of ownKinds.entries()) {
    yield `${index === 0 ? '{' : ','}"${kind}":`
    yield* jsonArray(eachPage((after) => bank.ownRows(person, kind, after)))
  }
  yield '}'
}

async function* pieces(env: Env, person: string, head: Omit<MyData, 'audit' | 'banks'>, banks: MembershipRow[]): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"audit":`
  yield* jsonArray(eachPage((after) => auditPageOf(env.DIRECTORY, person, after)))
  yield ',"banks":{'
  for (const [index, { slug, object }] of banks.entries()) {
    yield `${index === 0 ? '' : ','}${JSON.stringify(slug)}:`
    yield* bankPieces(bankAt(env, object), person)
  }
  yield '}}'
}

/**
 * Everything that is kept about a person, in the directory and in the banks of their networks, those they left included: a
 * MyData (shared/api/access.ts) as JSON, made while it is read, so that it may be of any size.
 */
export const myData = async (env: Env, person: string, session: string, now: number): Promise<ReadableStream<Uint8Array>> => {
  const db = env.DIRECTORY
  const memberships = await membershipsOf(db, person)
  const [self, identities] = await db.batch<Record<string, never>>([
    db.prepare('SELECT id, name, created_at AS since FROM person WHERE id = ?').bind(person),
    db.prepare('SELECT issuer, subject, created_at AS since FROM identity WHERE person = ?').bind(person),
  ])
  const head = {
    person: (self as D1Result<MyData['person']> | undefined)?.results[0] ?? { id: person, name: '', since: 0 },
    memberships: memberships.map(({ slug: _, object: __, ...line }) => line),
    identities: identities?.results as unknown as MyData['identities'],
    passkeys: await passkeysOf(db, person),
    sessions: await sessionsOf(db, person, session, now),
    tokens: await allTokensOf(db, person),
  }
  return streamed(pieces(env, person, head, memberships))
}
