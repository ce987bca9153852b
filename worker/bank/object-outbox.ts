import type { MemberStatus } from '../../shared/api/access.ts'
import type { Role } from '../../shared/domain/entities.ts'
import { bankAt } from './bank-stub.ts'
import { log } from '../telemetry/log.ts'

interface Waiting {
  change: string
  network: string
  object: string
  person: string
  name: string
  erases: number
  role: Role
  site: string
  status: MemberStatus
}

// The member as the directory has them now, not as the change left them: a late delivery brings nothing outdated.
const waitingQuery = `
SELECT w.change, w.network, n.object, w.person, CASE w.name WHEN '' THEN p.name ELSE w.name END AS name, w.erases, m.role, m.site, m.status
FROM object_outbox w JOIN network n ON n.slug = w.network JOIN person p ON p.id = w.person
JOIN membership m ON m.person = w.person AND m.network = w.network
WHERE w.change = COALESCE(?1, w.change) ORDER BY w.at LIMIT 500`

const tell = async (env: Env, { change, network, object, person, name, erases, role, site, status }: Waiting): Promise<void> => {
  const bank = bankAt(env, object)
  if (status !== 'active') await bank.closeSockets(`person:${person}`)
  if (erases) await bank.erasePersonal(person)
  await bank.syncMember({ id: person, name, role, site })
  await env.DIRECTORY.prepare('DELETE FROM object_outbox WHERE change = ? AND network = ?').bind(change, network).run()
}

/**
 * Tells the networks' objects what changed, of one change or of all that wait; each row by itself and as often as it takes, since all of it may be done
 * twice. Never rejects for an object that cannot be reached: its row stays for the next run.
 */
export const tellObjects = async (env: Env, change: string | null): Promise<void> => {
  const { results } = await env.DIRECTORY.prepare(waitingQuery).bind(change).all<Waiting>()
  const ends = await Promise.allSettled(results.map((waiting) => tell(env, waiting)))
  const failed = ends.filter(({ status }) => status === 'rejected').length
  if (failed > 0) log('error', 'networks-to-tell', { count: failed })
}
