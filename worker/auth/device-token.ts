import type { NetworkObject } from '../bank/network-object.ts'
import type { Member } from '../directory/member.ts'

/**
 * What an extension holds: where its network's object is, and a secret. The first half opens nothing: it is the platform's own id of the
 * object, which carries a mark that only this Worker's namespace can make, so that no made-up one leads (or makes) anywhere.
 */
export const tokenOf = (env: Env, member: Member, secret: string): string =>
  `${env.NETWORKS.idFromName(member.object).toString()}.${secret}`

const form = /^Bearer (?:([0-9a-f]{64})\.)?([\w-]{20,100})$/

/** The parts of an `authorization` header; tokens from before there were locators have a secret only. */
export const tokenIn = (header: string | undefined): { locator: string | undefined; secret: string } | undefined => {
  const parts = header?.match(form)
  return parts?.[2] ? { locator: parts[1], secret: parts[2] } : undefined
}

/** The object that a locator leads to; `undefined` for what this Worker never gave out. */
export const objectAt = (env: Env, locator: string): DurableObjectStub<NetworkObject> | undefined => {
  try {
    return env.NETWORKS.get(env.NETWORKS.idFromString(locator))
  } catch {
    // Not an id of ours: the directory then says what there is to say.
    return undefined
  }
}
