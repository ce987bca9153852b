import type { Actor } from './answers.ts'
import type { NetworkObject } from './network-object.ts'
import type { EndedSession, Member } from '../directory/member.ts'
import { kindOf, log } from '../telemetry/log.ts'

/** A network's object by the name in the directory's row: no request can name another. */
export const bankAt = (env: Env, object: string): DurableObjectStub<NetworkObject> => env.NETWORKS.get(env.NETWORKS.idFromName(object))

export const bankOf = (env: Env, member: Member): DurableObjectStub<NetworkObject> => bankAt(env, member.object)

/**
 * Tells the bank who has come, apart from whatever they will say there. Where the bank cannot be reached they are in all the same,
 * and it meets them with the first thing that they ask for.
 */
export const announceMember = async (env: Env, member: Member): Promise<void> => {
  try {
    await bankOf(env, member).syncMember(actorOf(member))
  } catch (error) {
    log('error', 'member-not-announced', { error: kindOf(error) })
  }
}

export const actorOf = ({ person, name, role, site, standsIn }: Member): Actor => ({
  id: person,
  name,
  role,
  site,
  ...(standsIn ? { standsIn } : {}),
})

/** Before anything of this person is ended or changed in the directory: the objects drop their tokens from the token cache. */
export const invalidateTokens = async (env: Env, person: string): Promise<void> => {
  const { results } = await env.DIRECTORY.prepare(
    'SELECT n.object FROM membership m JOIN network n ON n.slug = m.network WHERE m.person = ?',
  )
    .bind(person)
    .all<{ object: string }>()
  await Promise.all(results.map(({ object }) => bankAt(env, object).invalidateTokens(person)))
}

/** Closes the sockets of sessions that were ended, wherever their people may have some. */
export const closeSockets = async (env: Env, ended: readonly EndedSession[]): Promise<void> => {
  await Promise.all(ended.flatMap(({ id, objects }) => objects.map((object) => bankAt(env, object).closeSockets(`session:${id}`))))
}
