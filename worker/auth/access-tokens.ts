import { mostTokens, type NewToken, type ServiceLine, type TokenLine, type TokenScope, tokenScopes } from '../../shared/api/tokens.ts'
import { auditStatement } from '../audit/statement.ts'
import { isUnderWay } from '../directory/under-way.ts'
import { hashOf } from './secrets.ts'
import { newTokenText, type TokenKind } from './token-text.ts'

/** Milliseconds. */
const day = 24 * 60 * 60 * 1000

interface TokenRow {
  id: string
  person: string
  label: string
  scopes: string
  created_at: number
  expires_at: number
  last_used: number
  revoked_at: number | null
}

export const scopesIn = (text: string): TokenScope[] => tokenScopes.filter((scope) => text.split(' ').includes(scope))

const lineOf = ({ id, label, scopes, ...row }: TokenRow): TokenLine => ({
  id,
  label,
  scopes: scopesIn(scopes),
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsed: row.last_used || null,
  revoked: row.revoked_at !== null,
})

const columns = 't.id, t.person, t.label, t.scopes, t.created_at, t.expires_at, t.last_used, t.revoked_at'

/** A member's tokens of one network, the newest first. */
export const tokensOf = async (db: D1Database, network: string, person: string): Promise<TokenLine[]> => {
  const { results } = await db
    .prepare(`SELECT ${columns} FROM access_token t WHERE t.network = ? AND t.person = ? ORDER BY t.created_at DESC, t.id LIMIT 200`)
    .bind(network, person)
    .all<TokenRow>()
  return results.map(lineOf)
}

/** Those of all networks. */
export const allTokensOf = async (db: D1Database, person: string): Promise<(TokenLine & { network: string })[]> => {
  const { results } = await db
    .prepare(`SELECT ${columns}, t.network FROM access_token t WHERE t.person = ? ORDER BY t.created_at DESC, t.id LIMIT 2000`)
    .bind(person)
    .all<TokenRow & { network: string }>()
  return results.map((row) => ({ ...lineOf(row), network: row.network }))
}

/** The network's service members with their tokens, by name. */
export const servicesOf = async (db: D1Database, network: string): Promise<ServiceLine[]> => {
  const [members, tokens] = await db.batch([
    db
      .prepare(
        `SELECT m.person, p.name, m.role, m.site, m.status FROM membership m JOIN person p ON p.id = m.person
         WHERE m.network = ? AND m.service = 1 AND m.status <> 'removed' ORDER BY p.name, m.person LIMIT 200`,
      )
      .bind(network),
    db
      .prepare(
        `SELECT ${columns} FROM access_token t JOIN membership m ON m.person = t.person AND m.network = t.network AND m.service = 1
         WHERE t.network = ? ORDER BY t.created_at DESC, t.id LIMIT 2000`,
      )
      .bind(network),
  ])
  const rows = (tokens?.results ?? []) as TokenRow[]
  return ((members?.results ?? []) as Omit<ServiceLine, 'tokens'>[]).map((member) => ({
    ...member,
    tokens: rows.filter(({ person }) => person === member.person).map(lineOf),
  }))
}

export interface TokenMaker {
  kind: TokenKind
  person: string
  network: string
  by: string
  source: string
}

export interface MadeToken {
  secret: string
  token: TokenLine
}

/** The statements that make a token of an active member and put it on record, for one batch; nothing is made beyond `mostTokens`. */
export const newTokenStatements = async (
  db: D1Database,
  { kind, person, network, by, source }: TokenMaker,
  { label, scopes, days }: NewToken,
  now: number,
): Promise<MadeToken & { statements: [D1PreparedStatement, D1PreparedStatement] }> => {
  const [id, secret, expiresAt] = [crypto.randomUUID(), newTokenText(kind), now + days * day]
  const insert = db
    .prepare(
      `INSERT INTO access_token (id, hash, person, network, label, scopes, made_by, created_at, expires_at)
       SELECT ?1, ?2, m.person, m.network, ?5, ?6, ?7, ?8, ?9 FROM membership m WHERE m.person = ?3 AND m.network = ?4 AND m.status = 'active'
       AND (SELECT count(*) FROM access_token t WHERE t.person = ?3 AND t.network = ?4 AND t.revoked_at IS NULL AND t.expires_at > ?8) < ${mostTokens}`,
    )
    .bind(id, await hashOf(secret), person, network, label, scopes.join(' '), by, now, expiresAt)
  const told = db
    .prepare(
      `INSERT INTO audit (at, network, person, action, subject, detail, source)
       SELECT ?2, t.network, ?3, 'token-made', t.person, t.label || ': ' || t.scopes, ?4 FROM access_token t WHERE t.id = ?1 RETURNING number`,
    )
    .bind(id, now, by, source)
  const token = { id, label, scopes: scopesIn(scopes.join(' ')), createdAt: now, expiresAt, lastUsed: null, revoked: false }
  return { secret, token, statements: [insert, told] }
}

/** Makes a token; `undefined` if the person has too many or is no active member. */
export const makeToken = async (db: D1Database, maker: TokenMaker, asked: NewToken, now: number): Promise<MadeToken | undefined> => {
  const { statements, ...made } = await newTokenStatements(db, maker, asked, now)
  const [, told] = await db.batch(statements)
  return told?.results.length ? made : undefined
}

/** Ends one token of that network, of this person, or of a service member where the person looks after those. False if there is none. */
export const revokeToken = async (
  db: D1Database,
  { id, network, person, services, source }: { id: string; network: string; person: string; services: boolean; source: string },
  now: number,
): Promise<boolean> => {
  const which = `t.id = ?1 AND t.network = ?2 AND t.revoked_at IS NULL AND (t.person = ?3 OR (?4 = 1
    AND EXISTS (SELECT 1 FROM membership m WHERE m.person = t.person AND m.network = t.network AND m.service = 1)))`
  const values = [id, network, person, Number(services)]
  const [told] = await db.batch([
    db
      .prepare(
        `INSERT INTO audit (at, network, person, action, subject, detail, source)
         SELECT ?5, t.network, ?3, 'token-revoked', t.person, t.label, ?6 FROM access_token t WHERE ${which} RETURNING number`,
      )
      .bind(...values, now, source),
    db.prepare(`UPDATE access_token AS t SET revoked_at = ?5 WHERE ${which}`).bind(...values, now),
  ])
  return (told?.results.length ?? 0) > 0
}

/** Ends all tokens of a member who is suspended or removed, in the batch of that change. */
export const endTokens = (
  db: D1Database,
  { person, network, change }: { person: string; network: string; change: string },
  now: number,
): D1PreparedStatement =>
  db
    .prepare(`UPDATE access_token SET revoked_at = ?3 WHERE person = ?1 AND network = ?2 AND revoked_at IS NULL AND ${isUnderWay('?4')}`)
    .bind(person, network, now, change)

export interface NewService {
  name: string
  role: ServiceLine['role']
  site: string
}

/** Makes a service member and its first token; answers the member's id too. */
export const makeService = async (
  db: D1Database,
  { network, by, source }: Pick<TokenMaker, 'network' | 'by' | 'source'>,
  { name, role, site }: NewService,
  asked: NewToken,
  now: number,
): Promise<MadeToken & { person: string }> => {
  const person = crypto.randomUUID()
  const { statements, ...made } = await newTokenStatements(db, { kind: 'service', person, network, by, source }, asked, now)
  await db.batch([
    db.prepare('INSERT INTO person (id, name, created_at) VALUES (?, ?, ?)').bind(person, name, now),
    db
      .prepare('INSERT INTO membership (person, network, role, site, created_at, service) VALUES (?, ?, ?, ?, ?, 1)')
      .bind(person, network, role, site, now),
    auditStatement(db, now, { network, person: by, action: 'service-made', subject: person, detail: role, source }),
    ...statements,
  ])
  return { ...made, person }
}
