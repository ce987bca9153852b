import type { Context } from 'hono'
import { auditStatement } from '../../audit/statement.ts'
import { clientAddress } from '../../http/client-address.ts'
import type { AuthEnv } from './authenticate.ts'

/** From where a request came; nothing on a developer's machine. */
export const sourceOf = (c: Context<AuthEnv>): string => clientAddress(c.env, c.req.raw)

/** Puts on record what a member did; for exports and settings, which the directory itself has no part in. */
export const recordAudit = async (c: Context<AuthEnv>, action: string, subject: string): Promise<void> => {
  const { person, network } = c.get('member')
  await auditStatement(c.env.DIRECTORY, Date.now(), { network: network.slug, person, action, subject, source: sourceOf(c) }).run()
}
