import type { GroupRole } from '../../shared/api/access.ts'
import { auditStatement } from '../audit/statement.ts'
import type { Told } from '../auth/claims.ts'
import { roleByGroups } from '../auth/groups.ts'
import type { Provider } from '../auth/providers.ts'
import { invalidateTokens } from '../bank/bank-stub.ts'
import { tellObjects } from '../bank/object-outbox.ts'
import { changeMember, memberOf } from './members.ts'

/** Whether a provider says this member's role: not where somebody in the network invited them or set it. */
const isRoleBy = async (db: D1Database, { id, network }: Provider, person: string): Promise<boolean> =>
  (await db.prepare('SELECT 1 FROM membership WHERE network = ? AND person = ? AND role_by = ?').bind(network, person, id).first()) !== null

/**
 * Gives a member whom this provider made the role and site of their groups as they are now: a group that they have no more takes
 * its role with it. The last admin stays one; that and each change are in the audit.
 */
export const followGroups = async (env: Env, provider: Provider, told: Told, person: string, source: string): Promise<void> => {
  const [db, { network, label }] = [env.DIRECTORY, provider]
  if (!(await isRoleBy(db, provider, person))) return
  const before = await memberOf(db, network, person)
  const { role, site } = roleByGroups(told, provider)
  if (before?.status !== 'active' || (before.role === role && before.site === site)) return
  await invalidateTokens(env, person)
  const after = { role, site, label: before.label, status: before.status }
  const made = await changeMember(db, { network, before, after, by: '', roleBy: provider.id, why: label, source }, Date.now())
  if (made) return tellObjects(env, made)
  const kept = { network, person: '', action: 'role-kept', subject: person, detail: `last admin, ${label} says ${role}`, source }
  await auditStatement(db, Date.now(), kept).run()
}

/** Sets which groups of a provider come in as what, on record; false if it is no provider of this network. */
export const setGroupRoles = async (
  db: D1Database,
  {
    network,
    id,
    claim,
    groups,
    by,
    source,
  }: { network: string; id: string; claim: string; groups: GroupRole[]; by: string; source: string },
  now: number,
): Promise<boolean> => {
  const provider = await db.prepare('SELECT label FROM provider WHERE id = ? AND network = ?').bind(id, network).first<{ label: string }>()
  if (!provider) return false
  const said = groups.map(({ group, role, site }) => `${group} → ${[role, site].filter(Boolean).join(', ')}`).join('; ')
  const detail = `${claim || '-'}: ${said || '-'}`.slice(0, 2000)
  await db.batch([
    db.prepare('UPDATE provider SET groups_claim = ?, group_roles = ? WHERE id = ?').bind(claim, JSON.stringify(groups), id),
    auditStatement(db, now, { network, person: by, action: 'provider-changed', subject: provider.label, detail, source }),
  ])
  return true
}
