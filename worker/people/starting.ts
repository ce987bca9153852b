import type { SetupReply, StartReply } from '../../shared/api/access.ts'

/** Extensions of one person that are connected to one network, the latest first. */
export const extensionsOf = async (db: D1Database, person: string, network: string, now: number): Promise<StartReply['extensions']> => {
  const { results } = await db
    .prepare(
      `SELECT label, created_at AS since, last_used AS lastUsed FROM session
       WHERE person = ? AND network = ? AND kind = 'device' AND expires_at > ? AND ends_at > ? ORDER BY created_at DESC LIMIT 20`,
    )
    .bind(person, network, now, now)
    .all<StartReply['extensions'][number]>()
  return results
}

const setupQuery = `
SELECT
  (SELECT count(*) FROM membership WHERE network = ?1 AND status = 'active' AND role = 'coordinator') AS coordinators,
  (SELECT count(*) FROM membership WHERE network = ?1 AND status = 'active' AND role = 'steering') AS steering,
  (SELECT count(*) FROM invitation i WHERE network = ?1 AND role = 'coordinator' AND revoked_at IS NULL AND expires_at > ?2
     AND (SELECT count(*) FROM invitation_use u WHERE u.invitation = i.id) < uses) AS coordinatorsInvited,
  (SELECT count(*) FROM invitation i WHERE network = ?1 AND role = 'steering' AND revoked_at IS NULL AND expires_at > ?2
     AND (SELECT count(*) FROM invitation_use u WHERE u.invitation = i.id) < uses) AS steeringInvited,
  (SELECT count(*) FROM session WHERE network = ?1 AND kind = 'device' AND expires_at > ?2 AND ends_at > ?2) AS extensions`

/** How far a network is that begins, as the directory knows it. */
export const setupOf = async (db: D1Database, network: string, now: number): Promise<SetupReply> => {
  const row = await db.prepare(setupQuery).bind(network, now).first<SetupReply>()
  return row ?? { coordinators: 0, steering: 0, coordinatorsInvited: 0, steeringInvited: 0, extensions: 0 }
}
