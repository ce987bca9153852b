import type { Actor, NetworkObject } from './network-object.ts'
import type { Ended, Member } from './sessions.ts'

/** A network's object by the name in the directory's row: no request can name another. */
export const bankAt = (env: Env, object: string): DurableObjectStub<NetworkObject> => env.NETWORKS.get(env.NETWORKS.idFromName(object))

export const bankOf = (env: Env, member: Member): DurableObjectStub<NetworkObject> => bankAt(env, member.object)

export const actorOf = ({ person, name, role, site }: Member): Actor => ({ id: person, name, role, site })

/** Closes the sockets of sessions that were ended, wherever their people may have some. */
export const hangUp = async (env: Env, ended: readonly Ended[]): Promise<void> => {
  await Promise.all(ended.flatMap(({ id, objects }) => objects.map((object) => bankAt(env, object).hangUp(`session:${id}`))))
}
