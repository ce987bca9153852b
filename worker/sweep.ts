const day = 24 * 60 * 60 * 1000
const keepInvitations = 90 * day
/** Two years: what an admin may be asked about, and no longer. */
const keepAudit = 730 * day

/** Deletes what has ended and no longer counts. Replays of codes are known for a day; invitations and the audit stay for a while to be read. */
export const sweep = async (db: D1Database, now: number): Promise<void> => {
  const ended = (table: string, column: string, before: number): D1PreparedStatement =>
    db.prepare(`DELETE FROM ${table} WHERE ${column} < ?`).bind(before)
  await db.batch([
    db.prepare('DELETE FROM session WHERE expires_at < ?1 OR ends_at < ?1').bind(now),
    ended('code', 'expires_at', now),
    ended('email_code', 'expires_at', now),
    ended('provider_trip', 'expires_at', now),
    ended('passkey_challenge', 'expires_at', now),
    ended('connection_code', 'expires_at', now - day),
    ended('device_code', 'expires_at', now),
    ended('removed_device', 'expires_at', now),
    ended('brake', 'until', now),
    ended('development_mail', 'at', now - day),
    ended('invitation', 'expires_at', now - keepInvitations),
    ended('audit', 'at', now - keepAudit),
  ])
}
