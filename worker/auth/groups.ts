import * as v from 'valibot'
import { roles } from '../../shared/domain/entities.ts'
import type { GroupRole } from '../../shared/api/access.ts'
import type { Told } from './claims.ts'
import type { Provider } from './providers.ts'

const mostGroups = 2000

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const own = (value: unknown, name: string): unknown => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined)

/** A claim by its name, points and all ("https://one.example/roles"), or by a path into it ("realm_access.roles"). */
export const claimAt = (told: Told, path: string): unknown =>
  Object.hasOwn(told, path) ? told[path] : path.split('.').reduce<unknown>(own, told)

const asList = (text: string): unknown[] => {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list : [text]
  } catch {
    return [text]
  }
}

/** Names of a list or of one text; some providers write a list as JSON in a text, or put each name into an object. */
const namesIn = (value: unknown): unknown[] => {
  if (typeof value === 'string') return value.trim().startsWith('[') ? asList(value) : [value]
  return Array.isArray(value) ? value : isObject(value) ? Object.keys(value) : []
}

const nameOf = (value: unknown): string => {
  const text = own(value, 'name') ?? own(value, 'displayName') ?? own(value, 'id') ?? value
  return typeof text === 'string' ? text.trim() : ''
}
const folded = (name: string): string => name.normalize('NFC').toLowerCase()

/** The groups or roles that a provider says somebody has. What it does not say nobody has. */
export const groupsOf = (told: Told, { groups_claim: claim }: Pick<Provider, 'groups_claim'>): string[] =>
  claim === '' ? [] : namesIn(claimAt(told, claim)).slice(0, mostGroups).map(nameOf).filter(Boolean)

const groupRolesSchema = v.array(v.object({ group: v.string(), role: v.picklist(roles), site: v.string() }))
export const groupRolesOf = ({ group_roles: text }: Pick<Provider, 'group_roles'>): GroupRole[] =>
  v.parse(groupRolesSchema, JSON.parse(text))

/** The role and site that a provider's people have: of the first group in the admin's list that is theirs, or the provider's own. */
export const roleByGroups = (told: Told, provider: Provider): Pick<GroupRole, 'role' | 'site'> => {
  const theirs = new Set(groupsOf(told, provider).map(folded))
  const found = groupRolesOf(provider).find(({ group }) => theirs.has(folded(group.trim())))
  return { role: found?.role ?? provider.role, site: found?.site || provider.site }
}
