import { shownName } from '../http/typed-text.ts'
import type { Claims, Provider } from './providers.ts'

/** What a token or the userinfo endpoint says of somebody; `sub` is checked by the protocol. */
export type Told = Record<string, unknown> & { sub: string }

/** A text, or the first of a list: Entra's `verified_primary_email` is one. */
const textIn = (told: Told, name: string): string => {
  const value: unknown = Array.isArray(told[name]) ? told[name][0] : told[name]
  return typeof value === 'string' ? value.trim().slice(0, 254) : ''
}

/** Cognito and ADFS write truth as a word or a number. */
const isTrue = (value: unknown): boolean => value === true || value === 1 || value === '1' || String(value).toLowerCase() === 'true'

const addressIn = (told: Told, provider: Provider): string => textIn(told, provider.address_claim).toLowerCase()

/** Said in so many words; silence is no such word. */
const isDenied = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && !isTrue(value)

/**
 * Whether the address of this claim is somebody's by the provider's word. `xms_edov` is Entra's that the domain's owner verified
 * it; an address without such a word counts only where the provider's admin has said that all of this issuer's do. That stands
 * for silence, and not against a no.
 */
const isVerified = (told: Told, { address_claim: claim, trust_addresses: trusted }: Provider): boolean => {
  if (claim === 'email' && isDenied(told['email_verified'])) return false
  if (trusted === 1 || claim === 'verified_primary_email') return true
  return claim === 'email' && (told['email_verified'] === undefined ? isTrue(told['xms_edov']) : isTrue(told['email_verified']))
}

/** The claim itself that a path leads into. */
const groupsKey = (told: Told, { groups_claim: claim }: Provider): string =>
  Object.hasOwn(told, claim) ? claim : (claim.split('.')[0] ?? '')
const lacksGroups = (told: Told, provider: Provider): boolean =>
  provider.groups_claim !== '' && told[groupsKey(told, provider)] === undefined

/**
 * Whether the userinfo endpoint could say more: the address, that it is verified where the token says neither yes nor no, or
 * groups.
 */
export const shouldAskMore = (told: Told, provider: Provider): boolean =>
  lacksGroups(told, provider) ||
  addressIn(told, provider) === '' ||
  (provider.address_claim === 'email' && told['email_verified'] === undefined && !isVerified(told, provider))

/**
 * A verified address counts for itself only: userinfo's word not for another address in the token, the token's not for userinfo's.
 * Groups are the subject's, whatever the address.
 */
export const withUserinfo = (told: Told, userinfo: Told, provider: Provider): Told => {
  const merged = withAddress(told, userinfo, provider)
  if (!lacksGroups(told, provider)) return merged
  const key = groupsKey(userinfo, provider)
  return Object.hasOwn(userinfo, key) ? { ...merged, [key]: userinfo[key], sub: told.sub } : merged
}

const withAddress = (told: Told, userinfo: Told, provider: Provider): Told => {
  const [own, other] = [addressIn(told, provider), addressIn(userinfo, provider)]
  if (own === '') return { ...told, ...userinfo, email_verified: userinfo['email_verified'], sub: told.sub }
  return own === other ? { ...userinfo, ...told } : told
}

const nameIn = (told: Told): string =>
  textIn(told, 'name') || [textIn(told, 'given_name'), textIn(told, 'family_name')].filter(Boolean).join(' ')

/** Whom the provider speaks of, and whether it vouches for the address. */
export const claimsOf = (told: Told, provider: Provider): Claims & { verified: boolean } => {
  const address = addressIn(told, provider)
  return {
    subject: told.sub,
    address,
    name: shownName(nameIn(told), address.split('@')[0] ?? ''),
    verified: isVerified(told, provider),
  }
}

/** Why nobody may come in with these claims, as the audit says it; `undefined` where they may. Trust never widens the domains. */
export const refusalOf = (
  { address, verified }: Pick<Claims, 'address'> & { verified: boolean },
  provider: Provider,
): string | undefined => {
  if (address === '') return 'no address'
  const [, domain] = /^[^@\s]+@([^@\s]+)$/.exec(address) ?? []
  if (domain === undefined) return 'not an address'
  if (!(JSON.parse(provider.domains) as string[]).includes(domain)) return 'address of another domain'
  return verified ? undefined : 'address not verified'
}

const mostClaims = 60
/** What was said, by name, for an admin to look at: as texts, none of them long. */
export const shownClaims = (told: Told): { name: string; value: string }[] =>
  Object.entries(told)
    .slice(0, mostClaims)
    .map(([name, value]) => ({
      name: name.slice(0, 60),
      value: (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 120),
    }))
