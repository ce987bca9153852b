/** Retention periods are in milliseconds. */
const day = 24 * 60 * 60 * 1000
const keepInvitations = 90 * day
const keepTokens = 90 * day
/** Two years: what an admin may be asked about, and no longer. */
const keepAudit = 730 * day

const ended = (db: D1Database, table: string, column: string, before: number): D1PreparedStatement =>
  db.prepare(`DELETE FROM ${table} WHERE ${column} < ?`).bind(before)

/** What strangers make by asking, which lives for minutes: swept every ten minutes, so that it is no more than what came in since. */
const ofStrangers = [
  ['email_code', 'expires_at'],
  ['provider_trip', 'expires_at'],
  ['passkey_challenge', 'expires_at'],
  ['device_code', 'expires_at'],
  ['brake', 'until'],
] as const

export const sweepOften = async (db: D1Database, now: number): Promise<void> => {
  await db.batch(ofStrangers.map(([table, column]) => ended(db, table, column, now)))
}

/** Deletes daily what has expired and no longer counts. Used codes stay for a day, so that a replay is noticed; invitations, access tokens and the audit log stay longer, to be read. */
export const sweep = async (db: D1Database, now: number): Promise<void> => {
  await db.batch([
    db.prepare('DELETE FROM session WHERE expires_at < ?1 OR ends_at < ?1').bind(now),
    ended(db, 'code', 'expires_at', now),
    ended(db, 'connection_code', 'expires_at', now - day),
    ended(db, 'known_browser', 'expires_at', now),
    ended(db, 'removed_device', 'expires_at', now),
    ended(db, 'development_mail', 'at', now - day),
    ended(db, 'invitation', 'expires_at', now - keepInvitations),
    db.prepare('DELETE FROM access_token WHERE expires_at < ?1 OR revoked_at < ?1').bind(now - keepTokens),
    ended(db, 'api_request', 'expires_at', now),
    ended(db, 'audit', 'at', now - keepAudit),
  ])
}
